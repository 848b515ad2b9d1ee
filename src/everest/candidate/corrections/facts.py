"""Every fact of a candidate as a person corrects it: what it is called, what it says, what is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from everest.candidate.corrections.applying import apply
from everest.candidate.corrections.model import (
    LISTED,
    PARTS,
    SINGLE,
    Act,
    Correction,
    Outcome,
    Subject,
    ref_of_added,
)
from everest.candidate.model import Candidate, Education, Month, Position
from everest.evidence import SURE, Fact

LABELS = {
    "name": "Name",
    "headline": "Headline",
    "summary": "Summary",
    "title": "Job title",
    "employer": "Employer",
    "dates": "From when to when",
    "place": "Place",
    "degree": "Degree or course",
    "field_of_study": "Subject",
    "institution": "School",
    "bullet": "What you did",
    "certificate": "Certificate",
    "skill": "Skill",
    "language": "Language",
    "project": "Project",
}
"""What each fact is called, by part, or by subject where it has no parts."""

_DOUBTS = {
    "name": "Is this your name?",
    "headline": "Is this how you describe your work?",
    "title": "Was this your job title?",
    "employer": "Was this the employer?",
    "dates": "Is this when it was?",
    "place": "Was this the place?",
    "degree": "Is this what you studied for?",
    "field_of_study": "Was this your subject?",
    "institution": "Is this where you studied?",
}
_MISSING = {
    "title": "What was your job title there?",
    "employer": "Who was the employer?",
    "dates": "When was it?",
}
"""Questions on what was read without certainty, and on what a job needs and was not found."""

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact to look at and correct. ``ref`` names it; ``part`` is empty where it is no part of something.

    ``asks`` is the question it raises, empty where it is sure. ``was`` is what was read, where the person changed it.
    """

    ref: str
    name: str
    value: str
    asks: str = ""
    was: str | None = None
    is_own: bool = False

    @property
    def label(self) -> str:
        """Return what the fact is called."""
        return LABELS[self.name]


@dataclass(frozen=True, slots=True)
class Entry:
    """A job or a course of study: its parts in order, and what was done there."""

    ref: str
    parts: tuple[Shown, ...]
    bullets: tuple[Shown, ...] = ()
    is_own: bool = False

    def part(self, name: str) -> Shown:
        """Return one of its parts."""
        return next(part for part in self.parts if part.name == name)

    @property
    def called(self) -> str:
        """Return its names in a few words."""
        names = [part.value for part in self.parts if part.value and part.name not in {"dates", "place"}]
        return ", ".join(names) or "this entry"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All facts of a candidate with corrections worked in, and what became of the corrections."""

    single: tuple[Shown, ...] = ()
    positions: tuple[Entry, ...] = ()
    education: tuple[Entry, ...] = ()
    lists: dict[Subject, tuple[Shown, ...]] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()

    def all(self) -> tuple[Shown, ...]:
        """Return every fact, one after another."""
        entries = (*self.positions, *self.education)
        parts = (shown for entry in entries for shown in (*entry.parts, *entry.bullets))
        return (*self.single, *parts, *(shown for facts in self.lists.values() for shown in facts))

    def find(self, ref: str) -> Shown | None:
        """Return the fact of this name."""
        return next((shown for shown in self.all() if shown.ref == ref), None)

    def entry(self, ref: str) -> Entry | None:
        """Return the job or course of study of this name."""
        return next((entry for entry in (*self.positions, *self.education) if entry.ref == ref), None)

    @property
    def questions(self) -> tuple[Shown, ...]:
        """Return what the person should be asked about."""
        return tuple(shown for shown in self.all() if shown.asks)


def fact_sheet(read: Candidate, corrections: Sequence[Correction], *, today: date | None = None) -> Sheet:
    """Lay out a candidate as read, with corrections worked in, for a person to look at."""
    done = apply(read, corrections, today=today)
    me = done.candidate
    view = _View(done.outcomes)
    jobs = zip(done.refs[Subject.POSITION], me.positions, done.bullet_refs, strict=True)
    return Sheet(
        single=tuple(view.shown(s.value, s.value, getattr(me, s.value)) for s in SINGLE),
        positions=tuple(view.job(ref, job, bullets) for ref, job, bullets in jobs),
        education=tuple(
            view.study(ref, study)
            for ref, study in zip(done.refs[Subject.EDUCATION], me.education, strict=True)
        ),
        lists={
            subject: tuple(
                view.shown(ref, subject.value, fact)
                for ref, fact in zip(done.refs[subject], getattr(me, held), strict=True)
            )
            for subject, held in LISTED.items()
        },
        outcomes=done.outcomes,
    )


def in_words(start: Month | None, end: Month | None, *, is_current: bool) -> str:
    """Say when something was: "Mar 2021 to now", "2015 to 2018", "Jun 2016"."""
    first = _month(start)
    last = "now" if is_current else _month(end)
    return " to ".join(dict.fromkeys(part for part in (first, last) if part))


class _View:
    def __init__(self, outcomes: tuple[Outcome, ...]) -> None:
        self._changed = {
            (made.ref, made.correction.part): made.correction
            for made in outcomes
            if made.ref and made.correction.act is Act.CHANGE
        }
        self._own = {ref_of_added(made.correction) for made in outcomes if made.correction.act is Act.ADD}

    def shown(self, ref: str, name: str, fact: Fact | None, *, of: str = "") -> Shown:
        made = self._changed.get((of or ref, name if of else ""))
        asks = _DOUBTS.get(name, "Is this right?") if fact and fact.confidence < SURE else ""
        if fact is None and made is None:
            asks = _MISSING.get(name, "")
        was = made.was if made else None
        return Shown(ref, name, fact.value if fact else "", asks, was, (of or ref) in self._own)

    def job(self, ref: str, job: Position, bullets: tuple[str, ...]) -> Entry:
        parts = [
            self._dates(ref, in_words(job.start, job.end, is_current=job.is_current), job.dates)
            if part == "dates"
            else self.shown(f"{ref}.{part}", part, getattr(job, part), of=ref)
            for part in PARTS[Subject.POSITION]
        ]
        done = zip(bullets, job.bullets, strict=True)
        shown = tuple(self.shown(name, "bullet", fact) for name, fact in done)
        return Entry(ref, tuple(parts), shown, ref in self._own)

    def study(self, ref: str, study: Education) -> Entry:
        parts = [
            self._dates(ref, in_words(study.start, study.end, is_current=False), None, asks=False)
            if part == "dates"
            else self.shown(f"{ref}.{part}", part, getattr(study, part), of=ref)
            for part in PARTS[Subject.EDUCATION]
        ]
        return Entry(ref, tuple(parts), (), ref in self._own)

    def _dates(self, ref: str, words: str, fact: Fact | None, *, asks: bool = True) -> Shown:
        made = self._changed.get((ref, "dates"))
        value = words or (fact.value if fact else "")
        question = _MISSING["dates"] if asks and not value and made is None else ""
        was = made.was if made else None
        return Shown(f"{ref}.dates", "dates", value, question, was, ref in self._own)


def _month(month: Month | None) -> str:
    if month is None:
        return ""
    return f"{_MONTHS[month.month - 1]} {month.year}" if month.month else str(month.year)

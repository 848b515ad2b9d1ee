"""Works corrections into a candidate as read, and tells what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from everest.candidate import derived
from everest.candidate.corrections.matching import find, is_said, key_of_added, places
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
from everest.candidate.corrections.paper import Paper
from everest.candidate.dates import find_periods, years_between
from everest.candidate.model import Candidate, Education, Month, Position
from everest.errors import BadInput
from everest.evidence import Evidence, Fact, Notice

LONGEST = 2_000
"""Characters; a fact is a line or two."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A candidate with corrections worked in, and what became of each.

    ``refs`` names the facts of the candidate in order, by subject; those of bullets stand job by job.
    """

    candidate: Candidate
    outcomes: tuple[Outcome, ...]
    refs: dict[Subject, tuple[str, ...]] = field(default_factory=dict)
    bullet_refs: tuple[tuple[str, ...], ...] = ()

    @property
    def lost(self) -> tuple[Correction, ...]:
        """Return the corrections that no longer find their fact."""
        return tuple(outcome.correction for outcome in self.outcomes if outcome.is_lost)


def with_corrections(
    candidate: Candidate, corrections: Sequence[Correction], *, today: date | None = None
) -> Candidate:
    """Return a candidate as read with corrections worked in; one that finds no fact leaves a notice.

    Every quotation stands where it says in the text of what is returned; what the person typed has the source
    ``person``. ``today`` dates the jobs that still last.
    """
    return apply(candidate, corrections, today=today).candidate


def apply(read: Candidate, corrections: Sequence[Correction], *, today: date | None = None) -> Corrected:
    """Work corrections into a candidate as read."""
    today = today or datetime.now(UTC).date()
    return _Work(read, corrections, today).done()


def read_dates(words: str) -> tuple[Month | None, Month | None, bool]:
    """Read dates as a person types them: the start, the end, and whether it still lasts.

    Raises:
        BadInput: if they cannot be read.
    """
    periods = find_periods(words)
    if not periods or periods[0].start is None:
        raise BadInput(
            f"These dates cannot be read: “{words[:60]}”.",
            where="dates",
            todo="Write them like “Mar 2021 to Jun 2023” or “2019 to now”.",
        )
    first = periods[0]
    return first.start, None if first.is_current else first.end, first.is_current


class _Work:
    """One round of working corrections in."""

    def __init__(self, read: Candidate, corrections: Sequence[Correction], today: date) -> None:
        self._read, self._today = read, today
        self._paper = Paper(read.text)
        self._known = places(read)
        self._outcomes: list[Outcome] = []
        self._changed: dict[tuple[str, str], Correction] = {}
        self._removed: set[str] = set()
        self._sure: set[tuple[str, str]] = set()
        self._added: list[tuple[str, Correction]] = []
        self._refs: dict[Subject, tuple[str, ...]] = {}
        self._bullet_refs: list[tuple[str, ...]] = []
        for correction in corrections:
            self._sort(correction)

    def done(self) -> Corrected:
        """Build the candidate."""
        read = self._read
        fields: dict[str, object] = {subject.value: self._single(subject) for subject in SINGLE}
        fields |= {held: self._listed(subject, getattr(read, held)) for subject, held in LISTED.items()}
        rebuilt = replace(
            read,
            positions=self._positions(),
            education=self._education(),
            **fields,  # type: ignore[arg-type]  # the names are the candidate's own
        )
        rebuilt = replace(rebuilt, notices=_still_true(read.notices, self._read, rebuilt))
        settled = self._paper.settle(rebuilt)
        settled = replace(settled, notices=(*settled.notices, *map(_notice, self._lost())))
        return Corrected(
            derived.complete(settled, self._today),
            tuple(self._outcomes),
            self._refs,
            tuple(self._bullet_refs),
        )

    def _lost(self) -> list[Correction]:
        return [outcome.correction for outcome in self._outcomes if outcome.is_lost]

    def _sort(self, correction: Correction) -> None:
        """Find what a correction is about, and put it where it will be worked in."""
        if correction.act is Act.ADD:
            self._outcomes.append(self._sorted_addition(correction))
            return
        place = find(self._known, correction)
        if place is None:
            self._outcomes.append(Outcome(correction, is_settled=is_said(self._known, correction)))
            return
        self._outcomes.append(Outcome(correction, ref=place.ref))
        if correction.act is Act.REMOVE:
            self._removed.add(place.ref)
        elif correction.act is Act.CONFIRM:
            self._sure.add((place.ref, correction.part))
        else:
            self._changed[place.ref, correction.part] = correction

    def _sorted_addition(self, correction: Correction) -> Outcome:
        if is_said(self._known, correction):
            return Outcome(correction, is_settled=True)
        within = ""
        if correction.subject is Subject.BULLET:
            job = find(self._known, correction)
            within = job.ref if job else self._own_job(correction.within)
            if not within:
                return Outcome(correction)
        self._added.append((within, correction))
        return Outcome(correction, ref=ref_of_added(correction))

    def _own_job(self, key: str) -> str:
        """Return the ref of the job a line was added to, where that job was added by hand as well."""
        jobs = (made for _, made in self._added if made.subject is Subject.POSITION)
        return next((ref_of_added(made) for made in jobs if key_of_added(made) == key), "")

    def _additions(self, subject: Subject, within: str = "") -> list[tuple[str, Correction]]:
        return [
            (ref_of_added(made), made)
            for where, made in self._added
            if made.subject is subject and where == within
        ]

    def _fact(self, ref: str, part: str, fact: Fact | None, *, after: int, lead: str = ", ") -> Fact | None:
        """Return a fact as it is after correction."""
        made = self._changed.get((ref, part))
        if made and not made.value.strip():
            if fact:
                self._paper.cut(fact.evidence)
            return None
        if made and (fact is None or fact.value != made.value):
            words = made.value
            return Fact(
                words, self._paper.replace(fact.evidence if fact else None, words, after=after, lead=lead)
            )
        if fact and ((ref, part) in self._sure or made):
            return replace(fact, confidence=1.0)
        return fact

    def _single(self, subject: Subject) -> Fact | None:
        fact: Fact | None = getattr(self._read, subject.value)
        ref = subject.value
        if ref in self._removed:
            if fact:
                self._paper.cut(fact.evidence)
            return None
        if fact is None:
            for _, made in self._additions(subject):
                return Fact(made.value, self._paper.append(made.value))
            return None
        return self._fact(ref, "", fact, after=0)

    def _listed(self, subject: Subject, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        kept: list[tuple[str, Fact]] = []
        for n, fact in enumerate(facts):
            ref = f"{subject.value}.{n}"
            if ref in self._removed:
                self._paper.cut(fact.evidence)
            elif corrected := self._fact(ref, "", fact, after=fact.evidence.end):
                kept.append((ref, corrected))
        kept += [
            (ref, Fact(made.value, self._paper.append(made.value))) for ref, made in self._additions(subject)
        ]
        self._refs[subject] = tuple(ref for ref, _ in kept)
        return tuple(fact for _, fact in kept)

    def _positions(self) -> tuple[Position, ...]:
        kept = [
            (f"position.{n}", job, bullets)
            for n, old in enumerate(self._read.positions)
            if (worked := self._position(n, old))
            for job, bullets in (worked,)
        ]
        for ref, made in self._additions(Subject.POSITION):
            job = self._new_position(made)
            bullets = self._new_bullets(ref, len(self._read.text))
            job = replace(job, bullets=tuple(fact for _, fact in bullets))
            at = next((n for n, (_, other, _) in enumerate(kept) if _is_before(other, job)), len(kept))
            kept.insert(at, (ref, job, tuple(name for name, _ in bullets)))
        self._refs[Subject.POSITION] = tuple(ref for ref, _, _ in kept)
        self._bullet_refs = [bullets for _, _, bullets in kept]
        return tuple(job for _, job, _ in kept)

    def _position(self, n: int, job: Position) -> tuple[Position, tuple[str, ...]] | None:
        ref = f"position.{n}"
        if ref in self._removed:
            for words in (job.evidence, *(fact.evidence for fact in job.bullets)):
                self._paper.cut(words)
            return None
        end = job.evidence.end
        title, employer, dates, place = (
            self._fact(ref, part, getattr(job, part), after=end) for part in PARTS[Subject.POSITION]
        )
        kept = []
        for m, fact in enumerate(job.bullets):
            name = f"bullet.{n}.{m}"
            if name in self._removed:
                self._paper.cut(fact.evidence)
            elif corrected := self._fact(name, "", fact, after=end):
                kept.append((name, corrected))
        kept += self._new_bullets(ref, job.bullets[-1].evidence.end if job.bullets else end)
        done = tuple(fact for _, fact in kept)
        job = replace(job, title=title, employer=employer, dates=dates, place=place, bullets=done)
        if (ref, "dates") in self._changed:
            job = self._dated(job, self._changed[ref, "dates"].value)
        return job, tuple(name for name, _ in kept)

    def _new_bullets(self, within: str, after: int) -> list[tuple[str, Fact]]:
        return [
            (ref, Fact(made.value, self._paper.replace(None, made.value, after=after, lead="\n- ")))
            for ref, made in self._additions(Subject.BULLET, within)
        ]

    def _new_position(self, made: Correction) -> Position:
        title = Fact(made.value, self._paper.append(made.value)) if made.value.strip() else None
        facts = self._new_parts(made, PARTS[Subject.POSITION][1:])
        shown = title or facts["employer"]
        job = Position(
            title,
            facts["employer"],
            None,
            None,
            False,
            shown.evidence if shown else Evidence("", 0, 0, "person"),
            place=facts["place"],
            dates=facts["dates"],
        )
        return self._dated(job, made.parts.get("dates", ""))

    def _new_parts(self, made: Correction, names: Sequence[str]) -> dict[str, Fact | None]:
        end = len(self._read.text)
        return {
            name: Fact(words, self._paper.replace(None, words, after=end))
            if (words := made.parts.get(name, ""))
            else None
            for name in names
        }

    def _dated(self, job: Position, words: str) -> Position:
        start, end, current = _dates_in(words)
        years = years_between(start, end, self._today)
        return replace(job, start=start, end=end, is_current=current, years=years)

    def _education(self) -> tuple[Education, ...]:
        kept = [
            (f"education.{n}", worked)
            for n, study in enumerate(self._read.education)
            if (worked := self._study(f"education.{n}", study))
        ]
        kept += [(ref, self._new_study(made)) for ref, made in self._additions(Subject.EDUCATION)]
        self._refs[Subject.EDUCATION] = tuple(ref for ref, _ in kept)
        return tuple(study for _, study in kept)

    def _study(self, ref: str, study: Education) -> Education | None:
        if ref in self._removed:
            self._paper.cut(study.evidence)
            return None
        end = study.evidence.end
        degree, field_of_study, institution = (
            self._fact(ref, part, getattr(study, part), after=end)
            for part in ("degree", "field_of_study", "institution")
        )
        study = replace(study, degree=degree, field_of_study=field_of_study, institution=institution)
        if dated := self._changed.get((ref, "dates")):
            self._paper.replace(None, dated.value, after=end)
            return _studied(study, dated.value)
        return study

    def _new_study(self, made: Correction) -> Education:
        degree = Fact(made.value, self._paper.append(made.value)) if made.value.strip() else None
        facts = self._new_parts(made, ("field_of_study", "institution"))
        shown = degree or facts["institution"]
        evidence = shown.evidence if shown else Evidence("", 0, 0, "person")
        study = Education(degree, facts["institution"], None, None, evidence, facts["field_of_study"])
        return _studied(study, made.parts.get("dates", ""))


def _dates_in(words: str) -> tuple[Month | None, Month | None, bool]:
    try:
        return read_dates(words)
    except BadInput:
        return None, None, False


def _studied(study: Education, words: str) -> Education:
    start, end, _ = _dates_in(words)
    return replace(study, start=start, end=end)


def _is_before(one: Position, other: Position) -> bool:
    """Tell whether a job began before another; a job without a start is no measure."""
    if one.start is None or other.start is None:
        return False
    return (one.start.year, one.start.month or 0) < (other.start.year, other.start.month or 0)


def _still_true(notices: tuple[Notice, ...], read: Candidate, corrected: Candidate) -> tuple[Notice, ...]:
    """Leave out what corrections have mended: a job without dates that has some now, a résumé without jobs."""
    undated = {job.evidence.start for job in corrected.positions if job.start is None}
    once = {job.evidence.start for job in read.positions if job.start is None}
    kept = [n for n in notices if n.start is None or n.start not in once or n.start in undated]
    if corrected.positions and not read.positions:
        kept = [notice for notice in kept if "No jobs" not in notice.text]
    return tuple(kept)


def _notice(lost: Correction) -> Notice:
    was = lost.key.replace(" | ", ", ").strip(" ,") or lost.within.replace(" | ", ", ").strip(" ,")
    said = f"changed to “{lost.value}”" if lost.act is Act.CHANGE else f"“{lost.value}” was added to it"
    return Notice(
        f"A correction no longer finds its place: “{lost.quote or was}” ({said}).",
        "resume",
        todo="Look at what was read now; make the correction again, or drop it.",
    )


__all__ = ["LONGEST", "Corrected", "apply", "read_dates", "with_corrections"]

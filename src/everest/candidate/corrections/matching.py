"""Finds the fact that a correction is about, also in another version of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from everest.candidate.corrections.model import LISTED, SINGLE, Act, Correction, Subject
from everest.candidate.model import Candidate, Education, Position
from everest.evidence import Fact

SHORTEST = 8
"""Words shorter than this (characters) must match to the letter: "Java" is not "Java 8"."""
ALIKE = 0.82
SAME_QUOTE = 0.9
"""Least share of letters in common (0..1) for two wordings, and two quotations, to be the same fact."""
BESIDE = " | "


@dataclass(frozen=True, slots=True)
class Place:
    """A fact of a candidate as read. ``ref`` names it: ``skill.3``, ``position.0``, ``bullet.0.2``, ``name``."""

    ref: str
    subject: Subject
    key: str
    quote: str
    start: int
    within: str = ""


def normal(words: str) -> str:
    """Return words as they are compared: small, without marks and repeated spaces. "C++" and "C#" stay themselves."""
    plain = re.sub(r"[^\w\s+#|]", " ", words.casefold().replace("’", "'"))
    return " ".join(plain.split())


def key_of_job(title: Fact | None, employer: Fact | None) -> str:
    """Return the key of a job."""
    return BESIDE.join(normal(fact.value) if fact else "" for fact in (title, employer))


def key_of_study(study: Education) -> str:
    """Return the key of a course of study."""
    named = (study.degree or study.field_of_study, study.institution)
    return BESIDE.join(normal(fact.value) if fact else "" for fact in named)


def key_of_added(made: Correction) -> str:
    """Return the key of a job or course of study added by hand."""
    first, second = made.value, "employer"
    if made.subject is Subject.EDUCATION:
        first, second = made.value or made.parts.get("field_of_study", ""), "institution"
    return BESIDE.join((normal(first), normal(made.parts.get(second, ""))))


def places(read: Candidate) -> tuple[Place, ...]:
    """List every fact of a candidate as read."""
    found: list[Place] = []
    for subject in SINGLE:
        fact: Fact | None = getattr(read, subject.value)
        if fact:
            found.append(_place(subject.value, subject, fact))
    for n, job in enumerate(read.positions):
        found += _of_job(n, job)
    found += [
        Place(
            f"education.{n}",
            Subject.EDUCATION,
            key_of_study(study),
            study.evidence.quote,
            study.evidence.start,
        )
        for n, study in enumerate(read.education)
    ]
    for subject, held in LISTED.items():
        found += [_place(f"{subject.value}.{n}", subject, fact) for n, fact in enumerate(getattr(read, held))]
    return tuple(found)


def find(read: Sequence[Place], correction: Correction) -> Place | None:
    """Find what a correction is about: by its words, by its quotation, then by words much like them."""
    subject = (
        Subject.POSITION
        if correction.subject is Subject.BULLET and correction.act is Act.ADD
        else correction.subject
    )
    key = correction.within if subject is not correction.subject else correction.key
    if subject in SINGLE:
        return next((place for place in read if place.subject is subject), None)
    alike = [
        (score, place)
        for place in read
        if place.subject is subject and (score := _likeness(place, key, correction))
    ]
    if not alike:
        return None
    return max(alike, key=lambda pair: (pair[0], -abs(pair[1].start - correction.start)))[1]


def is_said(read: Sequence[Place], correction: Correction) -> bool:
    """Tell whether the document itself now says what a correction says."""
    if correction.act in {Act.REMOVE, Act.CONFIRM}:
        return True
    wanted = _key_after(correction)
    return any(
        place.subject is correction.subject and place.key == wanted for place in read if place.key.strip(" |")
    )


def _key_after(correction: Correction) -> str:
    """Return the key that a fact would have if it were read as corrected."""
    value = normal(correction.value)
    if correction.subject not in {Subject.POSITION, Subject.EDUCATION}:
        return value
    if correction.act is Act.ADD:
        return key_of_added(correction)
    first, _, last = correction.key.partition(BESIDE)
    if correction.part in {"title", "degree"}:
        return BESIDE.join((value, last))
    if correction.part in {"employer", "institution"}:
        return BESIDE.join((first, value))
    return correction.key + "?"


def _likeness(place: Place, key: str, correction: Correction) -> float:
    """Return 0 for another fact, and up to 4 for one that is the same in words, place and quotation."""
    beside = 0.5 if correction.within and place.within == correction.within else 0.0
    if place.key == key:
        return 3.0 + beside + (0.25 if place.quote == correction.quote else 0.0)
    quoted, meant = normal(place.quote), normal(correction.quote)
    if meant and quoted == meant:
        return 2.0 + beside
    if not key.strip(" |") or _numbers(place.key) != _numbers(key):
        return 0.0
    if min(len(place.key), len(key)) < SHORTEST:
        return 0.0
    alike = _ratio(place.key, key)
    if place.subject in {Subject.POSITION, Subject.EDUCATION}:
        return 1.0 + alike if _same_entry(place.key, key) else 0.0
    if alike < ALIKE and (len(meant) < SHORTEST or _ratio(quoted, meant) < SAME_QUOTE):
        return 0.0
    return 1.0 + alike + beside


def _same_entry(one: str, other: str) -> bool:
    """Tell whether two keys of two parts each mean the same job, or the same studies."""
    from rapidfuzz import fuzz

    pairs = list(zip(one.partition(BESIDE)[::2], other.partition(BESIDE)[::2], strict=True))
    if any(not a or not b for a, b in pairs):
        return _ratio(one, other) >= SAME_QUOTE
    shares = sorted(max(_ratio(a, b), fuzz.token_set_ratio(a, b) / 100) for a, b in pairs)
    return shares[0] >= ALIKE and shares[1] >= SAME_QUOTE


def _numbers(words: str) -> list[str]:
    return sorted(re.findall(r"\d+", words))


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


def _place(ref: str, subject: Subject, fact: Fact) -> Place:
    return Place(ref, subject, normal(fact.value), fact.evidence.quote, fact.evidence.start)


def _of_job(n: int, job: Position) -> list[Place]:
    key = key_of_job(job.title, job.employer)
    head = Place(f"position.{n}", Subject.POSITION, key, job.evidence.quote, job.evidence.start)
    done = [
        replace(_place(f"bullet.{n}.{m}", Subject.BULLET, fact), within=key)
        for m, fact in enumerate(job.bullets)
    ]
    return [head, *done]

"""Makes corrections: each function takes the candidate as read and the corrections so far, and returns those that hold now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from everest.candidate.corrections.applying import LONGEST, apply, read_dates
from everest.candidate.corrections.facts import Shown, fact_sheet
from everest.candidate.corrections.matching import key_of_added, normal, places
from everest.candidate.corrections.model import PARTS, SINGLE, Act, Correction, Subject, ref_of_added
from everest.candidate.model import Candidate
from everest.errors import BadInput

MOST = 500
"""Corrections of one candidate."""

Corrections = tuple[Correction, ...]


def change(
    read: Candidate, so_far: Sequence[Correction], ref: str, value: str, *, seen: str | None = None
) -> Corrections:
    """Say what a fact really is. Nothing written takes it out; what was read takes the correction back.

    ``seen`` is what the person saw when they began; where it says something else by now, nothing is changed.

    Raises:
        BadInput: if there is no such fact, it has changed meanwhile, or these are no dates.
    """
    subject, base, part = _parsed(ref)
    words = _clean(value, part)
    shown = _looked_up(read, so_far, ref, seen)
    if not words and not part:
        return remove(read, so_far, ref)
    if words == shown.value:
        return confirm(read, so_far, ref) if shown.asks else tuple(so_far)
    if own := _own(so_far, base):
        return _amended(so_far, own, part, words)
    others = _without(read, so_far, base, part)
    before = _looked_up(read, others, ref, None).value
    if words == before:
        return others
    place = _place(read, base, subject)
    made = replace(place, act=Act.CHANGE, value=words, part=part, was=before)
    return _with(others, made)


def change_parts(
    read: Candidate,
    so_far: Sequence[Correction],
    ref: str,
    parts: dict[str, str],
    *,
    seen: dict[str, str] | None = None,
) -> Corrections:
    """Say what the parts of a job or a course of study really are; parts not named stay.

    Raises:
        BadInput: as ``change`` does; then none of the parts is changed.
    """
    wanted = tuple(so_far)
    for name, words in parts.items():
        wanted = change(read, wanted, f"{ref}.{name}", words, seen=(seen or {}).get(name))
    return wanted


def confirm(
    read: Candidate, so_far: Sequence[Correction], ref: str, *, seen: str | None = None
) -> Corrections:
    """Say that a doubtful fact was read rightly."""
    subject, base, part = _parsed(ref)
    shown = _looked_up(read, so_far, ref, seen)
    if not shown.asks or not shown.value or _own(so_far, base):
        return tuple(so_far)
    place = _place(read, base, subject)
    return _with(so_far, replace(place, act=Act.CONFIRM, part=part, was=shown.value))


def remove(
    read: Candidate, so_far: Sequence[Correction], ref: str, *, seen: str | None = None
) -> Corrections:
    """Take out a fact, a whole job or a course of study."""
    subject, base, part = _parsed(ref)
    if part:
        return change(read, so_far, ref, "", seen=seen)
    was = _called(read, so_far, base) if subject in PARTS else _looked_up(read, so_far, ref, seen).value
    if own := _own(so_far, base):
        key = key_of_added(own)
        return tuple(
            made for made in so_far if made is not own and not (own.subject in PARTS and made.within == key)
        )
    place = _place(read, base, subject)
    return _with(so_far, replace(place, act=Act.REMOVE, was=was))


def add(
    read: Candidate,
    so_far: Sequence[Correction],
    subject: Subject,
    value: str,
    *,
    parts: dict[str, str] | None = None,
    within: str = "",
) -> Corrections:
    """Add a fact that the document does not have. ``within`` names the job that a line of what was done belongs to.

    For a job, ``value`` is the title, and ``parts`` may have employer, dates and place; for a course of study, the
    degree, and field_of_study, institution and dates.

    Raises:
        BadInput: if nothing is written, it is there already, the job does not exist, or the dates cannot be read.
    """
    known = PARTS.get(subject, ())[1:]
    rest = {name: _clean(words, name) for name, words in (parts or {}).items() if name in known}
    made = Correction(
        subject, Act.ADD, _clean(value), parts={name: words for name, words in rest.items() if words}
    )
    if not made.value and not made.parts.keys() - {"dates", "place"}:
        raise BadInput("Nothing was written.", where=subject.value, todo="Write what should be added.")
    if subject in SINGLE and getattr(read, subject.value):
        return change(read, so_far, subject.value, made.value)
    if subject is Subject.BULLET:
        made = _in_job(read, so_far, made, within)
    _refuse_twice(read, so_far, made)
    return _with(so_far, made)


def undo(so_far: Sequence[Correction], number: int) -> Corrections:
    """Take a correction back."""
    return tuple(made for made in so_far if made.number != number)


def _parsed(ref: str) -> tuple[Subject, str, str]:
    """Split the name of a fact into its subject, the fact, and the part of it."""
    names = ref.split(".")
    try:
        subject = Subject(names[0])
    except ValueError:
        raise _unknown(ref) from None
    length = 1 if subject in SINGLE else 3 if subject is Subject.BULLET and "+" not in ref else 2
    base, rest = ".".join(names[:length]), names[length:]
    part = rest[0] if rest else ""
    if len(rest) > 1 or (part and part not in PARTS.get(subject, ())):
        raise _unknown(ref)
    return subject, base, part


def _looked_up(read: Candidate, so_far: Sequence[Correction], ref: str, seen: str | None) -> Shown:
    shown = fact_sheet(read, so_far).find(ref)
    if shown is None:
        raise _unknown(ref)
    if seen is not None and " ".join(seen.split()) != " ".join(shown.value.split()):
        raise BadInput(
            f"This says “{shown.value}” by now, so it was left alone.",
            where=shown.label.lower(),
            todo="Look at it again, then correct it.",
        )
    return shown


def _called(read: Candidate, so_far: Sequence[Correction], base: str) -> str:
    entry = fact_sheet(read, so_far).entry(base)
    if entry is None:
        raise _unknown(base)
    return entry.called


def _unknown(ref: str) -> BadInput:
    return BadInput(
        "There is no such fact.", where=ref[:60], todo="Look at what was read, then correct it again."
    )


def _clean(value: str, part: str = "") -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    if len(words) > LONGEST:
        raise BadInput(
            f"This is longer than {LONGEST:,} characters.", where=part, todo="Say it in a line or two."
        )
    if part == "dates" and words:
        read_dates(words)
    return words


def _own(so_far: Sequence[Correction], base: str) -> Correction | None:
    return next((made for made in so_far if made.act is Act.ADD and ref_of_added(made) == base), None)


def _amended(so_far: Sequence[Correction], own: Correction, part: str, words: str) -> Corrections:
    """Change what was added by hand; the lines under an added job go with its new name."""
    if part and part != PARTS[own.subject][0]:
        parts = {name: said for name, said in {**own.parts, part: words}.items() if said}
        changed = replace(own, parts=parts)
    else:
        changed = replace(own, value=words)
    before, after = key_of_added(own), key_of_added(changed)
    return tuple(
        changed
        if made is own
        else replace(made, within=after)
        if own.subject in PARTS and made.within == before
        else made
        for made in so_far
    )


def _without(read: Candidate, so_far: Sequence[Correction], base: str, part: str) -> Corrections:
    """Leave out what was said before of the same fact."""
    outcomes = apply(read, so_far).outcomes
    return tuple(
        done.correction
        for done in outcomes
        if not (
            done.ref == base
            and done.correction.part == part
            and done.correction.act in {Act.CHANGE, Act.CONFIRM}
        )
    )


def _place(read: Candidate, base: str, subject: Subject) -> Correction:
    """Return the beginning of a correction: what it is about."""
    for place in places(read):
        if place.ref == base:
            return Correction(
                subject,
                Act.CHANGE,
                key=place.key,
                quote=place.quote,
                start=place.start,
                within=place.within,
            )
    raise _unknown(base)


def _in_job(read: Candidate, so_far: Sequence[Correction], made: Correction, within: str) -> Correction:
    if own := _own(so_far, within):
        return replace(made, within=key_of_added(own))
    job = _place(read, within, Subject.POSITION)
    return replace(made, within=job.key, quote=job.quote, start=job.start)


def _refuse_twice(read: Candidate, so_far: Sequence[Correction], made: Correction) -> None:
    shown = fact_sheet(read, so_far).lists.get(made.subject, ())
    if any(normal(fact.value) == normal(made.value) for fact in shown):
        raise BadInput(f"“{made.value}” is there already.", where=made.subject.value, todo="Add another one.")


def _with(so_far: Sequence[Correction], made: Correction) -> Corrections:
    if len(so_far) >= MOST:
        raise BadInput(
            f"There are {MOST} corrections already.", todo="Mend the document itself, and read it again."
        )
    number = 1 + max((other.number for other in so_far), default=0)
    return (*so_far, replace(made, number=number))

"""Changing a preparation piece by piece. Whatever follows from the piece is worked out anew; the rest stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from everest.candidate.model import Candidate
from everest.errors import BadInput
from everest.opening.model import Opening
from everest.preparation.pipeline import title_of, work_out

if TYPE_CHECKING:
    from everest.candidate.corrections import Correction
    from everest.candidate.model import Reflection
    from everest.documents.model import Document
    from everest.preparation.model import Preparation

SEARCHING = "Finding my direction"
"""Title of a preparation that has no opening yet."""


def begin(*, now: datetime | None = None) -> Preparation:
    """Return a preparation with nothing in it yet, for someone who is still finding out what they want."""
    return replace(work_out(Candidate(), Opening(), now=now), title=SEARCHING)


def with_resume(made: Preparation, source: Path | bytes | str | Document) -> Preparation:
    """Read a résumé into a preparation; the reflection stays, and corrections made before are worked in again.

    Raises:
        UnreadableDocument: if it cannot be read.
    """
    from everest.candidate import read_resume

    return _corrected(made, read_resume(source), made.corrections)


def as_read(made: Preparation) -> Candidate:
    """Return the candidate as the document says, before any correction."""
    return made.read or made.candidate


def with_corrections(made: Preparation, corrections: Sequence[Correction]) -> Preparation:
    """Put corrections of single facts in place of those before; no corrections leave what was read."""
    return _corrected(made, as_read(made), corrections)


def with_candidate(made: Preparation, candidate: Candidate) -> Preparation:
    """Put a candidate in place of the one before."""
    return _anew(made, candidate, made.opening)


def with_reflection(made: Preparation, reflection: Reflection) -> Preparation:
    """Put a reflection in place of the one before."""
    return with_candidate(made, replace(made.candidate, reflection=reflection))


def with_posting(made: Preparation, source: Path | bytes | str | Document) -> Preparation:
    """Read a posting into a preparation; what was given about the company stays.

    Raises:
        UnreadableDocument: if it cannot be read.
    """
    from everest.opening import read_posting

    earlier = {name: text for name, text in made.opening.company.texts.items() if name != "posting"}
    return _with_company_texts(made, read_posting(source), earlier)


def with_company(made: Preparation, name: str, text: str) -> Preparation:
    """Add what a company says of itself; a text of the same name is replaced, an empty one taken away."""
    texts = {key: words for key, words in made.opening.company.texts.items() if key != "posting"}
    key = f"company:{name}"
    texts.pop(key, None)
    if text.strip():
        texts[key] = text
    return _with_company_texts(made, made.opening, texts)


def with_question(made: Preparation, question: str) -> Preparation:
    """Prepare for another wording of the question."""
    return _anew(made, made.candidate, made.opening, question=question)


def correct_fact(
    made: Preparation,
    *,
    act: str,
    ref: str = "",
    value: str = "",
    kind: str | None = None,
    parts: dict[str, str] | None = None,
    seen: str | dict[str, str] | None = None,
) -> Preparation:
    """Change, remove, confirm or add one fact. ``ref`` names it; ``kind`` is what is added, to the job ``ref`` if any.

    Where ``ref`` names a whole job or course of study, ``parts`` are changed, and ``seen`` what they said before.

    Raises:
        BadInput: if this cannot be done; the sentence says why.
    """
    from everest.candidate import corrections as correcting

    read, so_far = as_read(made), made.corrections
    said = seen if isinstance(seen, str) else None
    if act == "change" and parts:
        before = seen if isinstance(seen, dict) else None
        wanted = correcting.change_parts(read, so_far, ref, parts, seen=before)
    elif act == "add":
        subject = correcting.Subject(kind) if kind in set(correcting.Subject) else None
        if subject is None:
            raise BadInput("It is not said what to add.", where="kind", todo="Name the kind of fact.")
        wanted = correcting.add(read, so_far, subject, value, parts=parts, within=ref)
    elif act == "remove":
        wanted = correcting.remove(read, so_far, ref, seen=said)
    elif act == "confirm":
        wanted = correcting.confirm(read, so_far, ref, seen=said)
    else:
        wanted = correcting.change(read, so_far, ref, value, seen=said)
    return made if wanted == so_far else with_corrections(made, wanted)


def without_correction(made: Preparation, number: int) -> Preparation:
    """Take one correction back."""
    from everest.candidate.corrections import undo

    return with_corrections(made, undo(made.corrections, number))


def _corrected(made: Preparation, read: Candidate, corrections: Sequence[Correction]) -> Preparation:
    from everest.candidate import corrections as correcting

    candidate = correcting.with_corrections(read, corrections) if corrections else read
    candidate = replace(candidate, reflection=made.candidate.reflection)
    kept = replace(read, reflection=type(read.reflection)()) if corrections else None
    return _anew(replace(made, corrections=tuple(corrections), read=kept), candidate, made.opening)


def _with_company_texts(made: Preparation, opening: Opening, texts: dict[str, str]) -> Preparation:
    from everest.documents import read_document
    from everest.opening import read_company
    from everest.opening import with_company as joined

    given = [
        read_document(text, name=name.removeprefix("company:"), media_type="text/plain")
        for name, text in texts.items()
    ]
    if opening.text:
        given.append(read_document(opening.text, name="posting", media_type="text/plain"))
    employer = opening.employer.value if opening.employer else ""
    return _anew(made, made.candidate, joined(opening, read_company(given, name=employer)))


def _anew(
    made: Preparation, candidate: Candidate, opening: Opening, *, question: str | None = None
) -> Preparation:
    changed = work_out(candidate, opening, question=question or made.question.text, keep=made)
    title = title_of(opening) if opening.text else made.title
    return replace(
        changed,
        title=title,
        example=made.example,
        extra=made.extra,
        corrections=made.corrections,
        read=made.read,
    )


__all__ = [
    "SEARCHING",
    "as_read",
    "begin",
    "correct_fact",
    "with_candidate",
    "with_company",
    "with_corrections",
    "with_posting",
    "with_question",
    "with_reflection",
    "with_resume",
    "without_correction",
]

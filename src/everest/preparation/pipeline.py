"""Runs the whole method: read, reflect, link, aim, compose, review."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.answer.model import Answer
from everest.aspiration.model import Aspiration
from everest.candidate.model import Candidate
from everest.opening.model import Opening
from everest.preparation.follow_ups import follow_ups
from everest.preparation.model import Preparation
from everest.preparation.practice import practice
from everest.standing import Situation

if TYPE_CHECKING:
    from everest.candidate.corrections import Correction
    from everest.documents.model import Document
    from everest.question.model import Question
    from everest.review.model import Review

Progress = Callable[[str, float], None]
"""Called with what is being done, in plain words, and the share done so far, 0..1."""

DEFAULT_QUESTION = "What are your career aspirations?"


def prepare(  # noqa: PLR0913 - one parameter an input
    resume: Path | bytes | str | Document,
    posting: Path | bytes | str | Document,
    company: Sequence[Path | str | Document] = (),
    reflection: Path | str | dict[str, Any] | None = None,
    question: str | None = None,
    *,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Preparation:
    """Run the whole method on a résumé and a posting.

    A ``str`` for ``resume`` or ``posting`` is pasted text; a ``Path`` is read as a file. ``company`` takes texts and
    files. Nothing is saved and nothing leaves the machine.

    Raises:
        UnreadableDocument: if a file cannot be read.
        BadInput: if the reflection or the question cannot be used.
    """
    from everest import candidate as candidates
    from everest import opening as openings
    from everest.candidate.corrections import with_corrections

    tell = progress or _silent
    tell("Reading the résumé", 0.02)
    read = candidates.read_resume(resume)
    candidate = with_corrections(read, corrections) if corrections else read
    if reflection is not None:
        candidate = candidates.with_reflection(candidate, candidates.read_reflection(reflection))
    tell("Reading the posting", 0.25)
    opening = openings.read_posting(posting)
    tell("Looking at the company", 0.4)
    employer = opening.employer.value if opening.employer else ""
    opening = openings.with_company(
        opening, openings.read_company([*company, _posting_text(opening)], name=employer)
    )
    made = work_out(candidate, opening, question=question, progress=tell, now=now)
    return replace(made, corrections=tuple(corrections), read=read if corrections else None)


def work_out(
    candidate: Candidate,
    opening: Opening,
    *,
    question: str | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
    keep: Preparation | None = None,
) -> Preparation:
    """Work out everything that follows from a candidate and an opening already read.

    ``keep`` is an earlier preparation whose id, title and date of making stay.
    """
    from everest import answer as answers
    from everest import aspiration as aspirations
    from everest.question import recognize

    tell = progress or _silent
    now = now or datetime.now(UTC)
    asked = recognize(question or DEFAULT_QUESTION)
    tell("Finding your direction", 0.5)
    situation = aspirations.situation_of(candidate, opening)
    aspiration = aspirations.aspiration_of(candidate, opening)
    tell("Linking your strengths to the job", 0.6)
    points, gaps = answers.talking_points(candidate, opening)
    alignment = answers.alignment(aspiration, opening)
    tell("Writing three answers", 0.7)
    composed, reviews = _answers(candidate, aspiration, opening, situation, asked)
    tell("Thinking of what comes next", 0.95)
    made = Preparation(
        id=secrets.token_hex(8),
        title=title_of(opening),
        created=now,
        updated=now,
        question=asked,
        candidate=candidate,
        opening=opening,
        situation=situation,
        aspiration=aspiration,
        alignment=alignment,
        talking_points=points,
        gaps=gaps,
        answers=composed,
        reviews=reviews,
        follow_ups=follow_ups(candidate, opening, aspiration, points, gaps),
        practice=practice(composed, reviews, points),
        notices=(*candidate.notices, *opening.notices, *opening.company.notices),
    )
    tell("Done", 1.0)
    return (
        replace(made, id=keep.id, title=keep.title, created=keep.created, own_answer=keep.own_answer)
        if keep
        else made
    )


def title_of(opening: Opening) -> str:
    """Name a preparation by its opening: "Dispatcher at Northwind Rail"."""
    title = opening.title.value if opening.title else "Interview"
    return f"{title} at {opening.employer.value}" if opening.employer else title


def _answers(
    candidate: Candidate, aspiration: Aspiration, opening: Opening, situation: Situation, asked: Question
) -> tuple[tuple[Answer, ...], tuple[Review, ...]]:
    from everest import answer as answers
    from everest.review import review

    def judge(text: str) -> Review:
        return review(text, question=asked.text, opening=opening, candidate=candidate)

    composed = answers.compose(
        candidate, aspiration, opening, situation=situation, question=asked, judge=judge
    )
    return composed, tuple(judge(answer.text) for answer in composed)


def _posting_text(opening: Opening) -> Document:
    """Return the posting as a document under its own name: what it says of the company counts too."""
    from everest.documents import read_document

    return read_document(opening.text, name="posting", media_type="text/plain")


def _silent(_what: str, _share: float) -> None:
    pass


__all__ = ["DEFAULT_QUESTION", "Progress", "prepare", "title_of", "work_out"]

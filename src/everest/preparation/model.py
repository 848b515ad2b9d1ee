"""A preparation: one candidate, one opening, and all that was worked out between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from everest.answer.model import Alignment, Answer, Gap, TalkingPoint
from everest.aspiration.model import Aspiration
from everest.candidate.corrections.model import Correction
from everest.candidate.model import Candidate
from everest.evidence import Notice
from everest.opening.model import Opening
from everest.question.model import Question
from everest.review.model import Review
from everest.standing import Situation

SCHEMA_VERSION = 1
"""Version of the JSON form of a preparation (docs/schema/preparation.json)."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question the interviewer may well ask next, why, and what to have ready."""

    question: str
    why: str
    have_ready: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is saved, opened again, printed and shared.

    ``answers`` and ``reviews`` run in parallel. ``created`` and ``updated`` are in UTC. ``candidate`` has the person's
    ``corrections`` worked in; ``read`` is the candidate as the document says, None where that is the same.
    """

    id: str
    title: str
    created: datetime
    updated: datetime
    question: Question
    candidate: Candidate
    opening: Opening
    situation: Situation
    aspiration: Aspiration
    alignment: Alignment
    talking_points: tuple[TalkingPoint, ...] = ()
    gaps: tuple[Gap, ...] = ()
    answers: tuple[Answer, ...] = ()
    reviews: tuple[Review, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    practice: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    own_answer: str = ""
    example: bool = False
    schema_version: int = SCHEMA_VERSION
    extra: dict[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    read: Candidate | None = None

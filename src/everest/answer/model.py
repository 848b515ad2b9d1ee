"""Talking points and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from everest.evidence import Evidence
from everest.standing import Situation


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A strength of the candidate linked to a task, requirement or plan of the opening. ``match`` is 0..1."""

    strength: str
    need: str
    strength_evidence: Evidence
    need_evidence: Evidence
    match: float
    say: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement nothing in the candidate's material speaks to, and how to speak to it honestly."""

    need: str
    evidence: Evidence
    say: str
    must: bool = True


@dataclass(frozen=True, slots=True)
class Alignment:
    """Whether the aspiration and the opening point the same way. ``agreement`` is 0..1."""

    agreement: float
    agrees: tuple[str, ...] = ()
    disagrees: tuple[str, ...] = ()
    meaning: str = ""


class Purpose(StrEnum):
    """What a sentence is there for."""

    DIRECTION = "direction"
    STRENGTH = "strength"
    TASK_LINK = "task_link"
    COMPANY_PLAN = "company_plan"
    NEXT_STEP = "next_step"
    COMMITMENT = "commitment"


class Take(StrEnum):
    """What the answer leads with."""

    WORK = "work"
    CONTRIBUTION = "contribution"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence, why it is there, and what it rests on."""

    text: str
    purpose: Purpose
    grounds: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, sentence by sentence. ``seconds`` is its length aloud at 140 words a minute."""

    sentences: tuple[AnswerSentence, ...]
    take: Take
    situation: Situation
    seconds: float
    why_it_works: str
    question: str = ""
    target_seconds: int = 60

    @property
    def text(self) -> str:
        """The whole answer."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Keywords:
    """One sentence shrunk to what one would write on a card."""

    purpose: Purpose
    words: tuple[str, ...]


class Claim(StrEnum):
    """The kind of fact that must not appear from nowhere."""

    NUMBER = "number"
    NAME = "name"
    TITLE = "title"
    CERTIFICATE = "certificate"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """Words of a text that no evidence speaks for, ``text[start:end] == quote``."""

    kind: Claim
    quote: str
    start: int
    end: int
    message: str


class Remark(Protocol):
    """A finding, as far as choosing between answers needs to know it."""

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``advice``."""


class Judgment(Protocol):
    """What a judge says of one text. ``review.Review`` is one; so is any object with these three."""

    @property
    def score(self) -> int:
        """0..100, higher is better."""

    @property
    def verdict(self) -> str:
        """``ready``, ``revise`` or ``avoid``."""

    @property
    def findings(self) -> Sequence[Remark]:
        """What was found."""

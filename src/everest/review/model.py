"""The review of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from everest.evidence import Span
from everest.standing import Situation


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Verdict(StrEnum):
    """``avoid``: would likely sink the candidate; ``revise``: needs work; ``ready``: fit to say."""

    READY = "ready"
    REVISE = "revise"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on one stretch of the answer; an empty span marks an omission.

    ``suggestion`` tells what to do; ``replacement``, where there is one, may take the place of the span.
    """

    rule: str
    name: str
    severity: Severity
    start: int
    end: int
    quote: str
    message: str
    suggestion: str = ""
    replacement: str | None = None

    @property
    def key(self) -> str:
        """What to give back to dismiss this finding: the rule and the words, such as "MOT101:get rich"."""
        return f"{self.rule}:{' '.join(self.quote.lower().split())}"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not run, and what it was missing."""

    rule: str
    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the answer that show something."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """How far a quality is reached: ``level`` 1..5, anchored in words; ``next_change`` would raise it most."""

    name: str
    level: int
    anchor: str
    evidence: tuple[Quotation, ...] = ()
    next_change: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """All that was heard in an answer. ``score`` is 0..100; ``seconds`` its length aloud at 140 words a minute."""

    text: str
    verdict: Verdict
    score: int
    situation: Situation | None
    findings: tuple[Finding, ...]
    criteria: tuple[Criterion, ...]
    horizon_years: float | None = None
    seconds: float = 0.0
    not_checked: tuple[NotChecked, ...] = ()
    sinking: tuple[Span, ...] = ()

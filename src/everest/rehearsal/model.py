"""The words of the rehearsal room. Times are seconds from the start of the take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from everest.evidence import Span


class Tone(StrEnum):
    """How the interviewer comes across."""

    FRIENDLY = "friendly"
    BRISK = "brisk"
    PANEL = "panel"
    SKEPTICAL = "skeptical"


class Mode(StrEnum):
    """``warm_up``: hints, any number of tries. ``real``: one take against the clock. ``stress``: the interviewer breaks in, harder follow-ups."""

    WARM_UP = "warm_up"
    REAL = "real"
    STRESS = "stress"


CURVE_STEP = 0.25
"""Seconds between two values of the loudness and pitch curves."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as heard. ``doubt`` is 0 (sure) to 1 (a guess); typed words have none."""

    text: str
    start: float
    end: float
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence between words."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said. ``timed`` is False for typed text, whose words carry no times; ``corrected`` for one mended by hand.

    ``loudness`` (decibels below full scale) and ``pitch`` (hertz, 0 without voice) stand every ``CURVE_STEP`` seconds.
    """

    text: str
    words: tuple[Word, ...] = ()
    pauses: tuple[Pause, ...] = ()
    seconds: float = 0.0
    engine: str = "typed"
    timed: bool = False
    corrected: bool = False
    loudness: tuple[float, ...] = ()
    pitch: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Habit:
    """Something said in passing, such as "um" or "kind of": where in the text, and when if that is known."""

    words: str
    kind: str
    start: int
    end: int
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """One observable figure, the range most listeners find easy, and where that range comes from."""

    name: str
    value: float
    unit: str
    low: float | None
    high: float | None
    says: str
    source: str = ""

    @property
    def inside(self) -> bool:
        """Whether the figure lies in the range; True where there is none."""
        return (self.low is None or self.value >= self.low) and (self.high is None or self.value <= self.high)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it was said: only what can be counted. ``pace_over_time`` is (second, words a minute) in ten-second windows."""

    bands: tuple[Band, ...]
    habits: tuple[Habit, ...] = ()
    pauses: tuple[Pause, ...] = ()
    longest_pause: Pause | None = None
    words_a_minute: float | None = None
    pace_over_time: tuple[tuple[float, float], ...] = ()
    talking_share: float | None = None
    loudness: tuple[float, ...] = ()
    pitch: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PointHeard:
    """A planned point, whether it was heard, and in which words (``text[start:end]`` of the transcript)."""

    point: str
    heard: bool
    said: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What was said, held against what was planned. ``improvised`` are sentences that belong to no planned point."""

    points: tuple[PointHeard, ...] = ()
    improvised: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    score: int | None = None
    verdict: str = ""

    @property
    def hit(self) -> int:
        """How many planned points were heard."""
        return sum(point.heard for point in self.points)


@dataclass(frozen=True, slots=True)
class Interruption:
    """The interviewer broke in: with which words and why, after how many characters said, and at which second of a recording.

    ``seconds`` is None for typed practice; ``after`` is 0 where only the time is known.
    """

    asks: str
    why: str
    after: int = 0
    seconds: float | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what the interviewer asked, why, a hint for warm-ups, and what was said back.

    ``by`` names the language model that worded the question, "" for our own interviewer; ``note`` says why it fell back.
    """

    asks: str
    why: str
    kind: str
    hint: str = ""
    said: str = ""
    broke_in: Interruption | None = None
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A coach's remark beside the words ``text[start:end]`` of the transcript."""

    text: str
    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """One rehearsal of one question."""

    id: str
    made: datetime
    question: str
    mode: Mode
    transcript: Transcript
    delivery: Delivery
    content: Content
    target_seconds: int = 60
    turns: tuple[Turn, ...] = ()
    comments: tuple[Comment, ...] = ()
    sound: str = ""
    broke_in: Interruption | None = None
    extra: dict[str, str] = field(default_factory=dict)

"""The candidate in the domain's words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from everest.evidence import Evidence, Fact, Notice
from everest.standing import Rank


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; ``month`` is None where only the year is known."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A job held. ``years`` is its length; ``bullets`` are what was done there, in the person's words."""

    title: Fact | None
    employer: Fact | None
    start: Month | None
    end: Month | None
    is_current: bool
    evidence: Evidence
    place: Fact | None = None
    bullets: tuple[Fact, ...] = ()
    occupation: str | None = None
    rank: Rank = Rank.INDIVIDUAL
    years: float | None = None
    dates: Fact | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """A degree or course of study."""

    degree: Fact | None
    institution: Fact | None
    start: Month | None
    end: Month | None
    evidence: Evidence
    field_of_study: Fact | None = None


@dataclass(frozen=True, slots=True)
class Achievement:
    """A thing done that can be told: verb, object and, where there is one, a number."""

    text: str
    verb: str
    object: str
    number: str | None
    evidence: Evidence
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """A strength in the person's words, with the story that proves it. Likert 1..5 where the person placed it.

    ``name_from`` is where the name comes from: the person gave it, it was heard in the story, or it is but the first
    words of a story in which nothing was heard. The last can be shown, not spoken.
    """

    name: str
    proof: str
    evidence: Evidence
    strength: int | None = None
    enjoyment: int | None = None
    name_from: Literal["person", "heard", "story"] = "person"

    @property
    def is_named(self) -> bool:
        """Tell whether the name says what the strength is, and is not but the first words of a story."""
        return self.name_from != "story"

    @property
    def words(self) -> str:
        """The name, or the story where that is all there is."""
        return self.name if self.is_named else self.proof


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the person said of themselves. ``lifestyle`` is private and never enters an answer.

    ``not_me`` are labels that were heard in the person's words and that the person struck. ``interests_placed`` is True
    where the person gave ``interests``, False where they were heard.
    """

    strengths: tuple[Strength, ...] = ()
    enjoys: tuple[Fact, ...] = ()
    drains: tuple[Fact, ...] = ()
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    not_important: tuple[str, ...] = ()
    lifestyle: tuple[str, ...] = ()
    interests: dict[str, float] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    aspiration: Fact | None = None
    goals: tuple[Fact, ...] = ()
    wants_to_stay: bool | None = None
    untrue: tuple[str, ...] = ()
    not_me: tuple[str, ...] = ()
    interests_placed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who is preparing. ``years`` is experience in total; ``years_by_field`` by SOC major group ("15")."""

    name: Fact | None = None
    headline: Fact | None = None
    summary: Fact | None = None
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    certificates: tuple[Fact, ...] = ()
    skills: tuple[Fact, ...] = ()
    languages: tuple[Fact, ...] = ()
    projects: tuple[Fact, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    years: float = 0.0
    years_by_field: dict[str, float] = field(default_factory=dict)
    rank: Rank = Rank.ENTRY
    trend: str = ""
    reflection: Reflection = field(default_factory=Reflection)
    text: str = ""
    notices: tuple[Notice, ...] = ()

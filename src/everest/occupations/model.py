"""The words of the atlas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """Where a job stands inside an organization."""

    TRAINEE = 0
    ENTRY = 1
    INDIVIDUAL = 2
    SENIOR = 3
    LEAD = 4
    MANAGER = 5
    DIRECTOR = 6
    VICE_PRESIDENT = 7
    CHIEF = 8


@dataclass(frozen=True, slots=True)
class OccupationMatch:
    """One occupation found for a title or a person.

    ``score`` is 0..1, best first. ``why`` and ``against`` are plain sentences that quote the words asked with.
    """

    code: str
    title: str
    score: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Reach(IntEnum):
    """How realistic an aim is in the time named."""

    NOT_IN_THAT_TIME = 0
    STRETCH = 1
    WITHIN_REACH = 2


@dataclass(frozen=True, slots=True)
class Realism:
    """The judgment on an aim, the figures that say so, and the nearest realistic wording."""

    reach: Reach
    why: tuple[str, ...]
    usual_years: float | None = None
    nearest_wording: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route. ``years`` is how long the step usually takes; pay is US dollars a year."""

    code: str
    title: str
    rank: Rank
    years: float
    learn: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    median_pay: int | None = None
    growth_percent: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A realistic way from one occupation to another."""

    steps: tuple[Step, ...]
    years: float
    summary: str

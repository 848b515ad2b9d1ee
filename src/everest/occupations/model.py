"""The words of the atlas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from everest.standing import Rank


@dataclass(frozen=True, slots=True)
class OccupationMatch:
    """One occupation found for a title or a person.

    ``score`` is 0..1, best first. ``why`` and ``against`` are plain sentences that quote the words asked with.
    ``general`` says that a title alone ("Consultant") does not tell the work, so that this is a guess by jobs.
    """

    code: str
    title: str
    score: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    general: bool = False


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
    sources: tuple[str, ...] = ()
    """Where the figures behind ``years`` come from, one sentence each."""


@dataclass(frozen=True, slots=True)
class Route:
    """A realistic way from one occupation to another."""

    steps: tuple[Step, ...]
    years: float
    summary: str
    sources: tuple[str, ...] = ()
    """Every source of the steps, each once."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill, kind of knowledge, interest, value or style with O*NET's figures.

    ``importance`` is on the scale's own range: 1 to 5 for skills, knowledge and styles, 1 to 7 for interests and
    values. ``level`` is 0 to 7, or 0 where the scale has none.
    """

    name: str
    importance: float
    level: float = 0.0


@dataclass(frozen=True, slots=True)
class Occupation:
    """One kind of work, as the atlas knows it.

    Pay is US dollars a year before tax; ``employment`` is jobs and ``openings`` openings a year in the United States;
    ``growth_percent`` is the projected change over ten years. ``None`` where the source gives no figure.
    ``education`` maps a level to the share (0..1) of people in the work who say that it is required.
    """

    code: str
    title: str
    zone: int | None
    alternates: tuple[str, ...] = ()
    skills: tuple[Rated, ...] = ()
    knowledge: tuple[Rated, ...] = ()
    interests: tuple[Rated, ...] = ()
    values: tuple[Rated, ...] = ()
    styles: tuple[Rated, ...] = ()
    technology: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    education: tuple[tuple[str, float], ...] = ()
    median_pay: int | None = None
    pay_percentiles: tuple[int | None, ...] = ()
    employment: int | None = None
    growth_percent: float | None = None
    openings: int | None = None
    typical_education: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One occupation in a comparison, in words and figures ready to be shown.

    Pay is US dollars a year; ``interests`` are the three strongest, ``skills`` the five that count most, and
    ``work_words`` words that its tasks use more than other work does.
    """

    code: str
    title: str
    preparation: str
    education: str
    median_pay: int | None
    pay_range: tuple[int | None, int | None]
    growth_percent: float | None
    openings: int | None
    outlook: str
    interests: tuple[str, ...]
    skills: tuple[str, ...]
    work_words: tuple[str, ...]
    certificates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or three occupations side by side, and what differs, a sentence each."""

    occupations: tuple[Compared, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which occupations to leave in: job zone at most, pay at least, growth at least, and SOC major groups."""

    highest_zone: int | None = None
    lowest_zone: int | None = None
    least_pay: int | None = None
    least_growth: float | None = None
    fields: tuple[str, ...] = ()

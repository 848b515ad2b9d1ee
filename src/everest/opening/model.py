"""The opening in the domain's words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from everest.evidence import Evidence, Fact, Notice
from everest.standing import Rank


@dataclass(frozen=True, slots=True)
class Task:
    """What one will do: ``verb`` (base form) and ``object``; ``weight`` 0..1 within the posting."""

    text: str
    verb: str
    object: str
    weight: float
    evidence: Evidence


class Kind(StrEnum):
    """What sort of thing a requirement asks for."""

    SKILL = "skill"
    TOOL = "tool"
    EDUCATION = "education"
    YEARS = "years"
    CERTIFICATE = "certificate"
    TRAIT = "trait"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one must or should bring. ``skills`` are the names normalized to the atlas where they match."""

    text: str
    must: bool
    kind: Kind
    evidence: Evidence
    skills: tuple[str, ...] = ()
    years: float | None = None


@dataclass(frozen=True, slots=True)
class KeyFunction:
    """What several tasks add up to; ``tasks`` are indices into ``Opening.tasks``."""

    name: str
    tasks: tuple[int, ...]
    evidence: Evidence


class StatementKind(StrEnum):
    """What a company's sentence is."""

    CULTURE = "culture"
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"


@dataclass(frozen=True, slots=True)
class CompanyStatement:
    """A sentence of the company's on its culture or plans.

    ``clause`` is the plan as a clause one can speak of; ``is_value`` tells a stated value from a way of working.
    """

    kind: StatementKind
    text: str
    evidence: Evidence
    confidence: float = 1.0
    date: str | None = None
    clause: str = ""
    is_value: bool = False


@dataclass(frozen=True, slots=True)
class ResearchItem:
    """Something not yet known about the company, and where to look."""

    kind: StatementKind
    question: str
    where: str


@dataclass(frozen=True, slots=True)
class Company:
    """The company behind the opening."""

    name: Fact | None = None
    culture: tuple[CompanyStatement, ...] = ()
    short_term: tuple[CompanyStatement, ...] = ()
    long_term: tuple[CompanyStatement, ...] = ()
    research: tuple[ResearchItem, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """The job interviewed for."""

    title: Fact | None = None
    employer: Fact | None = None
    place: Fact | None = None
    rank: Rank = Rank.INDIVIDUAL
    occupation: str | None = None
    tasks: tuple[Task, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    key_functions: tuple[KeyFunction, ...] = ()
    values: tuple[Fact, ...] = ()
    growth_hints: tuple[Fact, ...] = ()
    pay: Fact | None = None
    company: Company = field(default_factory=Company)
    text: str = ""
    notices: tuple[Notice, ...] = ()

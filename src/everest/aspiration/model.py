"""Aspirations, goals and situations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from everest.evidence import Evidence, Span
from everest.occupations.model import Realism, Route


class Label(StrEnum):
    """A goal is near, finishable, checkable; an aspiration is a long-term direction."""

    GOAL = "goal"
    ASPIRATION = "aspiration"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement told apart, with the words that decided."""

    text: str
    label: Label
    horizon_years: float | None
    why: str
    deciding: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Goal:
    """A short-term step. ``how_known`` says how one would see that it is done."""

    text: str
    by: str = ""
    how_known: str = ""
    horizon_years: float | None = None
    grounds: tuple[Evidence, ...] = ()
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Aspiration:
    """A long-term direction, the goals that serve it, and how realistic it is."""

    text: str
    field: str
    scope: str = ""
    contribution: str = ""
    role: str = ""
    horizon_years: float | None = None
    goals: tuple[Goal, ...] = ()
    realism: Realism | None = None
    routes: tuple[Route, ...] = ()
    grounds: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    proposed: bool = False

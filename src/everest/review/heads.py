"""What an answer means, as the ear hears it: each flaw, how likely, and the sentence that speaks for it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.evidence import Span
from everest.review import ear
from everest.review.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MISSING = frozenset(["no_link", "no_strengths", "goals_only", "aspiration_only"])
"""Flaws that lie in what is not said; they are shown at the end, not at words."""
COSTLY = frozenset(
    "unrelated_field scattered_aims rigid_plan vague_cliche hedging self_focused no_commitment question_not_answered placeholder".split()
)
"""Flaws that cost, but do not sink an answer by themselves."""
KIN = {"leaving": "no_commitment", "no_commitment": "leaving"}
"""Flaws so near that neither is denied while the other is heard at all: "here or somewhere bigger" may be called either."""
LEAST = 0.1
"""The chance from which the likeliest flaw may be named in an answer that would rather sink."""
FIRM = 0.3
"""The chance from which what a rule found may count as an error."""
_CUTS = Path(__file__).parent / "data" / "cuts.json"


@dataclass(frozen=True, slots=True)
class Meant:
    """A flaw as heard: where, how likely (0..1), and whether that is enough to say so, to be sure, or to deny it."""

    span: Span
    chance: float
    is_heard: bool
    is_sure: bool
    is_denied: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """``odds`` are what the score is made of; ``worst`` is the sentence that sinks the answer most, if any does.

    ``odds``: the log odds that the answer sinks; the highest chance of a flaw that sinks, and the chances of all such added
    up; the same two of the flaws that cost. ``hints``: what the ear tells of each situation.
    """

    flaws: dict[str, Meant] = field(default_factory=dict)
    odds: tuple[float, ...] = (0.0,) * 5
    worst: Span | None = None
    hints: tuple[float, ...] = ()

    @property
    def sinks(self) -> bool:
        """Tell whether the answer as a whole would rather sink."""
        return self.odds[0] > 0

    def denies(self, flaw: str) -> bool:
        """Tell whether whatever a rule finds of a flaw is let pass: the ear hears something else."""
        meant = self.flaws.get(flaw)
        return meant is not None and meant.is_denied

    def likeliest(self) -> str | None:
        """Return the flaw that is heard most, if any is heard at all."""
        told = {name: meant.chance for name, meant in self.flaws.items() if name not in MISSING}
        name = max(told, key=lambda flaw: told[flaw], default=None)
        return name if name and told[name] >= LEAST else None


def listen(reading: Reading) -> Heard:
    """Hear an answer; without weights nothing is heard."""
    hears, cuts = ear.load(), _cuts()
    told = hears.hear(reading.low) if hears and cuts else None
    return heard(reading, hears, told, cuts) if hears and told and reading.units else Heard()


def heard(reading: Reading, hears: ear.Ear, told: ear.Told, cuts: dict[str, Any]) -> Heard:
    """Return what ``told`` means by ``cuts``: each flaw's curve, and the chances from which it is named or sure, and under which it is denied."""
    chances = chances_of(told.answer, cuts["curves"]).tolist()
    around = _around(reading, told.starts)
    end = Span(reading.end, reading.end)
    likely = dict(zip(hears.names, chances, strict=True))
    flaws = {
        name: Meant(
            end if name in MISSING else around[best],
            chance,
            chance >= cuts["heard"][name],
            chance >= cuts["sure"][name],
            max(chance, likely[KIN.get(name, name)]) < cuts["denied"][name],
        )
        for name, chance, best in zip(hears.names, chances, told.flaws.argmax(axis=0).tolist(), strict=True)
    }
    return Heard(
        flaws,
        odds(told.sinks, likely),
        around[int(told.sinking.argmax())],
        tuple(told.situations.tolist()),
    )


def chances_of(answer: NDArray[np.float32], curves: Any) -> NDArray[np.float32]:
    """Return the chance of each flaw from its log odds; ``curves`` has a slope and a shift for each."""
    import numpy as np

    slope, shift = np.asarray(curves, np.float32).T
    return np.asarray(1 / (1 + np.exp(-(answer * slope + shift))), np.float32)


def odds(sinks: float, chances: dict[str, float]) -> tuple[float, ...]:
    """Return what the score is made of; see ``Heard``."""
    sinking = [chance for name, chance in chances.items() if name not in MISSING | COSTLY]
    costly = [chances[name] for name in chances.keys() & COSTLY]
    return sinks, max(sinking), sum(sinking), max(costly), sum(costly)


def _around(reading: Reading, starts: list[int]) -> list[Span]:
    """Return for each piece, whose words begin at ``starts``, the shortest sentence or clause around it."""
    around = [Span(0, len(reading.text))] * len(starts)
    for unit in sorted(reading.units, key=lambda unit: unit.start - unit.end):
        first, last = bisect_left(starts, unit.start), bisect_left(starts, unit.end)
        around[first:last] = [unit] * (last - first)
    return around


@cache
def _cuts() -> dict[str, Any]:
    import json

    kept: dict[str, Any] = json.loads(_CUTS.read_text("utf-8")) if _CUTS.is_file() else {}
    return kept

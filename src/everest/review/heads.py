"""What the answer means, heard sentence by sentence, and as a whole, by small learned heads.

``data/heads.npz`` is written by ``tools/train_review_heads.py`` from labelled answers of our own. Each flaw's head
reads every sentence and clause, and the whole; the likeliest sentence speaks for the answer, and is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.evidence import Span
from everest.language import meaning
from everest.review.features import features
from everest.review.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 0.1
"""The chance from which the likeliest flaw may be named in an answer that would rather sink."""
_WEIGHTS = Path(__file__).parent / "data" / "heads.npz"


@dataclass(frozen=True, slots=True)
class Meant:
    """A flaw as heard: where, how likely (0..1), and whether that is enough to say so, or to be sure."""

    span: Span
    chance: float
    is_heard: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """``odds`` are what the score is made of; ``worst`` is the sentence that sinks the answer most, if any does.

    ``odds``: the log odds that the answer sinks, as the whole, its worst sentence, and its sentences on average tell;
    then the chance of the likeliest flaw, and the chances of all flaws added up.
    """

    flaws: dict[str, Meant] = field(default_factory=dict)
    odds: tuple[float, ...] = (0.0,) * 5
    worst: Span | None = None
    situation: str | None = None

    def likeliest(self) -> str | None:
        """Return the flaw that is heard most, if any is heard at all."""
        name = max(self.flaws, key=lambda flaw: self.flaws[flaw].chance, default=None)
        return name if name and self.flaws[name].chance >= LEAST else None


def listen(reading: Reading) -> Heard:
    """Hear an answer; without weights nothing is heard."""
    weights = _weights()
    if weights is None or not reading.units:
        return Heard()
    units, whole = logits(reading, weights)
    best = units.argmax(axis=0)
    names = weights["names"]
    chances = told(units.max(axis=0)[: len(names)], whole[: len(names)], weights["told"])
    flaws = {
        str(name): Meant(
            reading.units[best[n]],
            float(chances[n]),
            bool(chances[n] >= weights["heard"][n]),
            bool(chances[n] >= weights["sure"][n]),
        )
        for n, name in enumerate(names)
    }
    situation = str(weights["situations"][int(whole[len(names) + 1 :].argmax())])
    return Heard(
        flaws, odds(units[:, -1], float(whole[len(names)]), chances), reading.units[best[-1]], situation
    )


def logits(reading: Reading, weights: dict[str, Any]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the log odds of each unit (row) for each flaw and for sinking, and those of the whole answer."""
    read = features(reading.low, (*reading.units, Span(0, len(reading.low))))
    units = read[:-1].logits(weights["unit_words"], weights["unit_meanings"], weights["unit_bias"])
    whole = read[-1:].logits(weights["whole_words"], weights["whole_meanings"], weights["whole_bias"])[0]
    return units, whole


def told(
    unit: NDArray[np.float32], whole: NDArray[np.float32], scales: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the chance of each flaw from its likeliest unit and the whole; ``scales`` has shape (3, flaws)."""
    import numpy as np

    chance = 1 / (1 + np.exp(-(unit * scales[0] + whole * scales[1] + scales[2])))
    return np.asarray(chance, np.float32)


def odds(units: NDArray[np.float32], whole: float, chances: NDArray[np.float32]) -> tuple[float, ...]:
    """Return what the score is made of; see ``Heard``."""
    return whole, float(units.max()), float(units.mean()), float(chances.max()), float(chances.sum())


@cache
def _weights() -> dict[str, Any] | None:
    if not _WEIGHTS.is_file() or not meaning.available():
        return None
    import numpy as np

    with np.load(_WEIGHTS) as kept:
        loaded = {key: kept[key] for key in kept.files}
    return {
        key: value.astype(np.float32) if value.dtype == np.float16 else value for key, value in loaded.items()
    }

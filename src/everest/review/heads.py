"""What the answer means, heard sentence by sentence by small learned heads.

``data/heads.npz`` is written by ``tools/train_review_heads.py`` from labelled answers of our own. Each flaw's head
reads every sentence and clause; the likeliest one speaks for the answer, and is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.evidence import Span
from everest.language import meaning
from everest.review.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS = Path(__file__).parent / "data" / "heads.npz"
HASHED = 4096
_WORD = re.compile(r"[a-z0-9']+|[?!\[\]]")


@dataclass(frozen=True, slots=True)
class Meant:
    """A flaw as heard: where, how likely (0..1), and whether that is enough to say so, or to be sure."""

    span: Span
    chance: float
    is_heard: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """``sinks`` is the chance, 0..1, that the answer as a whole sinks; ``worst`` the sentence that says so most."""

    flaws: dict[str, Meant] = field(default_factory=dict)
    sinks: float = 0.15
    worst: Span | None = None
    situation: str | None = None


def listen(reading: Reading) -> Heard:
    """Hear an answer; without weights nothing is heard."""
    weights = _weights()
    if weights is None or not reading.units:
        return Heard()
    import numpy as np

    rows = features([reading.low[u.start : u.end] for u in reading.units])
    chances = _squash(rows @ weights["units"].T + weights["unit_bias"])
    best = chances.argmax(axis=0)
    flaws = {}
    for n, name in enumerate(weights["names"]):
        chance = float(chances[best[n], n])
        sure, heard = float(weights["sure"][n]), float(weights["heard"][n])
        flaws[str(name)] = Meant(reading.units[best[n]], chance, chance >= heard, chance >= sure)
    whole = features([reading.low])[0]
    odds = np.concatenate([whole, pooled(chances)]) @ weights["whole"] + weights["whole_bias"]
    situation = None
    if "situation" in weights:
        likely = weights["situation"].astype(np.float32) @ whole + weights["situation_bias"]
        situation = str(weights["situations"][int(likely.argmax())])
    return Heard(flaws, float(_squash(odds / 2)), reading.units[int(chances[:, -1].argmax())], situation)


def features(texts: list[str]) -> NDArray[np.float32]:
    """Return a row for each text: its meaning (256), and its words and pairs of words, hashed."""
    import zlib

    import numpy as np

    hashed = np.zeros((len(texts), HASHED), np.float32)
    for n, text in enumerate(texts):
        words = ["^", *_WORD.findall(text), "$"]
        for one, two in pairwise(words):
            hashed[n, zlib.crc32(one.encode()) % HASHED] += 1
            hashed[n, zlib.crc32(f"{one} {two}".encode()) % HASHED] += 1
    hashed = np.sqrt(hashed)
    hashed /= np.maximum(np.linalg.norm(hashed, axis=1, keepdims=True), 1)
    return np.hstack([meaning.encode(texts) * 2.0, hashed])


def pooled(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return, for each head, the log odds of the likeliest unit, scaled to about -1 to 1."""
    import numpy as np

    top = np.clip(chances.max(axis=0), 0.002, 0.998)
    return np.asarray(np.log(top / (1 - top)) / 4, np.float32)


def _squash(x: Any) -> Any:
    import numpy as np

    return 1 / (1 + np.exp(-x))


@cache
def _weights() -> dict[str, Any] | None:
    if not _WEIGHTS.is_file() or not meaning.available():
        return None
    import numpy as np

    with np.load(_WEIGHTS) as kept:
        loaded = {key: kept[key] for key in kept.files}
    for key in ("units", "whole"):
        loaded[key] = loaded[key].astype(np.float32)
    return loaded

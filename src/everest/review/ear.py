"""Hears each word of an answer in its surroundings: a small network over the static word-piece vectors, numpy only.

    h = relu(pieces · W)                                  one row for each piece
    four times:   n = normed(h)
                  c = n and its neighbors, weighed         reaching 2, 4, 6, then 10 pieces to either side
                  h = h + relu(c · U) · V + mean(n) · G     the mean lets each piece know the whole answer

From the last rows come, for each piece, the log odds of each flaw and of sinking; from the highest of them, and from the
mean of the rows, those of the whole. A flaw is there if one piece shows it (sign 1); what is missing, such as a link to the
company, if no piece shows it (sign -1).
``data/ear.npz`` is written by ``tools/train_ear``: a larger network (all-mpnet-base-v2) learned from labelled answers and
sentences of our own, and taught this small one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.language import meaning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS = Path(__file__).parent / "data" / "ear.npz"
LONGEST = 600
"""Pieces; what follows in a longer text is not heard."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was heard: log odds for each piece and for the whole.

    ``starts``: where the word of each piece begins in the text. ``flaws``: shape (pieces, flaws). ``sinking``:
    shape (pieces,). ``answer``: each flaw in the answer, shape (flaws,). ``sinks``: the answer sinks.
    ``situations``: one number for each situation, the highest the likeliest.
    """

    starts: list[int]
    flaws: NDArray[np.float32]
    sinking: NDArray[np.float32]
    answer: NDArray[np.float32]
    sinks: float
    situations: NDArray[np.float32]


class Ear:
    """The network with its weights; ``names`` are the flaws, ``situations`` the situations it tells apart."""

    def __init__(self, weights: dict[str, Any]) -> None:
        import numpy as np

        self._weights = weights
        self.names = tuple(str(name) for name in weights["names"])
        self.situations = tuple(str(name) for name in weights["situations"])
        self._reaches = tuple(int(reach) for reach in weights["reaches"])
        self._entered = np.zeros((meaning.size(), weights["first"].shape[1]), np.float32)
        self._is_entered = np.zeros(meaning.size(), bool)

    def hear(self, low: str) -> Told | None:
        """Hear a text in plain lower case; None if it holds no known word."""
        import numpy as np

        pieces, spans = meaning.rows(low, LONGEST)
        if not pieces:
            return None
        w = self._weights
        rows = self._rows(self._enter(pieces))
        mean = rows.mean(axis=0)
        each = rows @ w["each"] + w["each_bias"]
        whole = mean @ w["whole"] + w["whole_bias"]
        count = len(self.names)
        answer = w["signs"] * _soft_max(each[:, :count]) + whole[:count]
        sinking = each[:, count]
        sinks = float(whole[count] + _soft_max(sinking) + np.tanh(answer / 4) @ w["named"] + w["named_bias"])
        situations = whole[count + 1 :] + _soft_max(each[:, count + 1 :])
        return Told([start for start, _ in spans], each[:, :count], sinking, answer, sinks, situations)

    def _enter(self, pieces: list[int]) -> NDArray[np.float32]:
        """Return the first row of each piece; it depends on nothing around it, so each is worked out once."""
        import numpy as np

        w, rows = self._weights, np.array(pieces)
        new = rows[~self._is_entered[rows]]
        if len(new):
            entered = meaning.vectors(new) @ w["first"] + w["first_bias"]
            self._entered[new] = np.maximum(entered, 0)
            self._is_entered[new] = True
        return np.asarray(self._entered[rows], np.float32)

    def _rows(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np

        w = self._weights
        for number, reach in enumerate(self._reaches):
            normed = _normed(rows, w["scale"][number], w["shift"][number])
            inner = _beside(normed, w["beside"][number], reach) @ w["up"][number]
            inner += w["up_bias"][number]
            np.maximum(inner, 0, out=inner)
            rows += inner @ w["down"][number]
            rows += w["down_bias"][number] + normed.mean(axis=0) @ w["around"][number]
        return np.asarray(rows, np.float32)


def load() -> Ear | None:
    """Return the ear, or None where its weights or the word vectors are not installed."""
    return _loaded()


@cache
def _loaded() -> Ear | None:
    if not _WEIGHTS.is_file() or not meaning.available():
        return None
    import numpy as np

    with np.load(_WEIGHTS) as kept:
        loaded = {key: kept[key] for key in kept.files}
    return Ear({k: v.astype(np.float32) if v.dtype == np.float16 else v for k, v in loaded.items()})


def _normed(
    rows: NDArray[np.float32], scale: NDArray[np.float32], shift: NDArray[np.float32]
) -> NDArray[np.float32]:
    import numpy as np

    share = np.full(rows.shape[1], 1 / rows.shape[1], np.float32)
    centered = rows - (rows @ share)[:, None]
    spread = np.einsum("ij,ij->i", centered, centered) / rows.shape[1]
    centered *= (1 / np.sqrt(spread + 1e-5))[:, None]
    centered *= scale
    centered += shift
    return np.asarray(centered, np.float32)


def _beside(rows: NDArray[np.float32], weights: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """Add to each row its neighbors ``reach`` apart, weighed; ``weights`` has shape (neighbors, columns)."""
    import numpy as np

    middle = len(weights) // 2
    found = rows * weights[middle]
    for number, weight in enumerate(weights):
        off = (number - middle) * reach
        if 0 < off < len(rows):
            found[:-off] += rows[off:] * weight
        elif 0 < -off < len(rows):
            found[-off:] += rows[:off] * weight
    return np.asarray(found, np.float32)


def _soft_max(logits: NDArray[np.float32]) -> Any:
    """Return the highest of each column, a little more where several are high."""
    import numpy as np

    top = logits.max(axis=0)
    return top + np.log(np.exp(2 * (logits - top)).sum(axis=0)) / 2

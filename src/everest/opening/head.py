"""A small learned head over a short text and the marks of its place on the page.

The weights come from ``tools/train_opening_heads.py``, which reads only texts written for Everest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from everest.language import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHAPE = linear.Shape(
    words=2048,
    parts=2048,
    marks=512,
    sizes=(3, 4),
    word=r"[a-z]+|[$€£]|\d+|[?%]",
    meaning=2.5,
)
"""How a line becomes a row of numbers; the shipped heads were trained with this."""


@dataclass(frozen=True, slots=True)
class Head:
    """Labels, weights (a column for each label), bias, and how likely one label follows another (log, may be 0)."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    steps: NDArray[np.float32]

    def log_chances(self, texts: Sequence[str], marks: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Return one row for each text: the logarithm of how likely each label is."""
        return linear.Head(self.labels, self.weights, self.bias).log_chances(features(texts, marks))

    def best_path(self, chances: NDArray[np.float32], linked: Sequence[bool]) -> list[str]:
        """Return the likeliest row of labels as a whole (Viterbi); what is not ``linked`` follows nothing."""
        import numpy as np

        if not len(chances):
            return []
        total, back = chances[0], []
        for row, follows in zip(chances[1:], linked[1:], strict=True):
            ways = total[:, None] + (self.steps if follows else np.zeros_like(self.steps))
            back.append(ways.argmax(axis=0))
            total = ways.max(axis=0) + row
        path = [int(np.argmax(total))]
        for pointer in reversed(back):
            path.append(int(pointer[path[-1]]))
        return [self.labels[number] for number in reversed(path)]


def features(texts: Sequence[str], marks: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """Return one row for each text: hashed words, parts of words, marks, then the meaning."""
    return linear.features(texts, marks, SHAPE)


@lru_cache(maxsize=4)
def load(name: str) -> Head:
    """Load the head ``name`` ("lines", "headings" or "company").

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    path = Path(__file__).parent / "data" / f"{name}.npz"
    parts = linear.stored(path, "labels", "weights", "bias", "steps")
    labels = tuple(str(label) for label in parts["labels"])
    return Head(labels, parts["weights"], parts["bias"], parts["steps"])

"""The learned head that hears strengths, values and interests in words that no list holds.

It is a machine of the second degree over words, pairs, marks, signs and meaning, one score for each label, by likeness
to kept lines. Its numbers come from ``tools/train_self_heads.py``, which reads only lines written for Everest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from everest.candidate.self_marks import Sort, marks_of, signs_of
from everest.language import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHAPE = linear.Shape(
    words=4096, parts=0, marks=256, sizes=(), word=r"[a-z]+|\d+", apart=True, meaning=3.0, mark=0.6
)
"""How a line becomes a row of numbers; chosen by leaving out one training line at a time."""
SIGNS = 2.0
"""How much the signs of the labels weigh beside words (1) and meaning (3); chosen in the same way."""
PATH = Path(__file__).parent / "data" / "self.npz"
MEANT = SHAPE.words + SHAPE.marks
"""The first column of meaning; before it stand words and marks."""


@dataclass(frozen=True, slots=True)
class SelfHead:
    """The head. ``enough`` is the score from which a label counts as heard, one for each label.

    ``sparse`` holds (where each column begins, kept line, number) for words and marks, ``dense`` a row for each kept
    line for meaning and signs, ``weights`` a row for each kept line and a column for each label.
    """

    labels: tuple[tuple[Sort, str], ...]
    enough: NDArray[np.float32]
    bias: NDArray[np.float32]
    weights: NDArray[np.float32]
    dense: NDArray[np.float32]
    sparse: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how far each label's score lies above (or below 0) what is enough, a row for each row of features."""
        import numpy as np

        likeness = rows[:, MEANT:] @ self.dense.T
        begins, lines, numbers = self.sparse
        for number, row in enumerate(rows[:, :MEANT]):
            held = np.flatnonzero(row)
            at = np.concatenate([np.arange(begins[n], begins[n + 1]) for n in held] or [np.zeros(0, int)])
            counts = begins[held + 1] - begins[held]
            products = numbers[at] * np.repeat(row[held], counts)
            likeness[number] += np.bincount(lines[at], products, len(self.weights)).astype(np.float32)
        return np.asarray(np.square(1 + likeness) @ self.weights + self.bias - self.enough, np.float32)


def features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one row for each line: words and pairs, marks, meaning, signs."""
    import numpy as np

    plain = [text.replace("’", "'") for text in texts]
    rows = linear.features(plain, [marks_of(text) for text in plain], SHAPE)
    return np.hstack([rows, SIGNS * np.stack([signs_of(text) for text in plain])]).astype(np.float32)


def available() -> bool:
    """Tell whether the head can be used: its file and the vectors are there."""
    from everest.language import meaning

    return meaning.available() and PATH.is_file()


@lru_cache(maxsize=1)
def load() -> SelfHead:
    """Load the head.

    Raises:
        DataFileError: if its file is missing or damaged.
    """
    import numpy as np

    keys = ("sorts", "names", "enough", "bias", "weights", "dense", "steps", "counts", "lines", "values")
    parts = linear.stored(PATH, *keys)
    labels = tuple((str(sort), str(name)) for sort, name in zip(parts["sorts"], parts["names"], strict=True))
    begins = np.concatenate([[0], np.cumsum(parts["counts"], dtype=np.int64)])
    return SelfHead(
        labels,  # type: ignore[arg-type]
        parts["enough"],
        parts["bias"],
        parts["weights"],
        parts["dense"].astype(np.float32) * parts["steps"],
        (begins, parts["lines"].astype(np.int64), parts["values"]),
    )


def heard(lines: Sequence[str]) -> list[dict[tuple[Sort, str], float]]:
    """Return for each line how far the score of each label lies above (or below 0) what is enough.

    Raises:
        DataFileError: if the head is missing or damaged.
    """
    if not lines:
        return []
    head = load()
    return [
        {label: float(score) for label, score in zip(head.labels, row, strict=True)}
        for row in head.scores(features(lines))
    ]

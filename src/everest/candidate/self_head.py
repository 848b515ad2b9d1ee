"""The learned heads that hear strengths, values and interests in words that no list holds.

The weights come from ``tools/train_self_heads.py``, which reads only lines written for Everest. One head for each
sort; its label ``none`` stands for a line that says nothing of that sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from everest.language import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHAPE = linear.Shape(words=512, parts=1024, marks=16, sizes=(3, 4, 5), word=r"[a-z]+|\d+", meaning=3.0)
"""How a line becomes a row of numbers; chosen by five folds over the training lines."""
SORTS = ("strength", "value", "interest")
NONE = "none"
ENOUGH = {"strength": 0.35, "value": 0.35, "interest": 0.3}
"""How likely a name must be (0..1) to count as heard; chosen by five folds over the training lines."""
FAINT = 0.05
"""An interest that the word list hears counts only if the head finds it at least this likely (0..1)."""
_FOLDER = Path(__file__).parent / "data"


def features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one row for each line."""
    return linear.features([text.replace("’", "'") for text in texts], [()] * len(texts), SHAPE)


def available() -> bool:
    """Tell whether the heads can be used: their file and the vectors are there."""
    from everest.language import meaning

    return meaning.available() and all(path(sort).is_file() for sort in SORTS)


def path(sort: str) -> Path:
    """Return where the head of a sort is kept."""
    return _FOLDER / f"{sort}.npz"


@lru_cache(maxsize=512)
def heard(line: str) -> tuple[tuple[str, str, float], ...]:
    """Return (sort, name, how likely) for what one sentence may say, the likelier first, down to ``FAINT``.

    Raises:
        DataFileError: if a head is missing or damaged.
    """
    row = features([line])
    found = []
    for sort in SORTS:
        head = linear.load(path(sort))
        chances = head.probabilities(row)[0]
        found += [
            (sort, name, float(chance))
            for name, chance in zip(head.labels, chances, strict=True)
            if name != NONE and chance >= FAINT
        ]
    return tuple(sorted(found, key=lambda item: -item[2]))

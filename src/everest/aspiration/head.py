"""The learned head that tells a goal from an aspiration, from words, marks and meaning.

The weights come from ``tools/train_question_heads.py``, which reads only statements written for Everest.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from everest.aspiration.marks import marks_of
from everest.language import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHAPE = linear.Shape(
    words=4096,
    parts=8192,
    marks=512,
    sizes=(2, 3, 4, 5),
    word=r"[a-z]+|\d+|[?]",
    apart=True,
    meaning=3.0,
    mark=0.4,
)
"""How a statement becomes a row of numbers; chosen by five folds over the training statements."""


def features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one row for each statement."""
    plain = [text.replace("’", "'") for text in texts]
    return linear.features(plain, [marks_of(text) for text in plain], SHAPE)


def load() -> linear.PairHead:
    """Load the head.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    return linear.load_pairs(Path(__file__).parent / "data" / "label.npz")

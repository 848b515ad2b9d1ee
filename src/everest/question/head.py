"""The learned heads of the question: what is asked, from its words, parts of words, marks and meaning.

The weights come from ``tools/train_question_heads.py``, which reads only wordings written for Everest.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from everest.language import linear
from everest.question.marks import core, marks_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).parent / "data"
SHAPE = linear.Shape(
    words=4096,
    parts=8192,
    marks=4096,
    sizes=(2, 3, 4, 5),
    word=r"[a-z]+|\d+|[?]",
    apart=True,
    meaning=2.0,
    mark=0.35,
)
"""How a wording becomes a row of numbers; chosen by five folds over the training wordings."""


def features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one row for each wording, read without its polite beginning."""
    return linear.features([core(text) for text in texts], [marks_of(text) for text in texts], SHAPE)


def about() -> linear.PairHead:
    """Load the head that tells questions about aspirations ("yes") from others ("no").

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    return linear.load_pairs(_DATA / "about.npz")


def variant() -> linear.Head:
    """Load the head that tells in which way the question is asked.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    return linear.load(_DATA / "variant.npz")

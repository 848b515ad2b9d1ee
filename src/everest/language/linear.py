"""Linear heads over short texts: hashed words, parts of words, named marks and the meaning, weighed for each label.

Rooms above train such heads (``tools/``) and ship one small file for each. A ``Shape`` says how a text becomes
a row of numbers; a head must be read with the shape it was trained with. Numpy only; a text takes well under a
millisecond once the vectors are loaded.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import DataFileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 20_000
"""So many words and tokens keep their hashed columns."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text becomes a row: so many columns for words and pairs, for parts of words, and for marks.

    ``sizes`` are the lengths of the parts in letters; ``word`` is the pattern of a word; ``apart`` adds pairs with
    one word between them; ``meaning`` weighs the 256 meaning columns, ``mark`` each mark. Words and parts have
    length 1 each.
    """

    words: int
    parts: int
    marks: int
    sizes: tuple[int, ...]
    word: str
    apart: bool = False
    meaning: float = 1.0
    mark: float = 0.7


@dataclass(frozen=True, slots=True)
class Head:
    """A trained head: ``weights`` has one column for each of ``labels``."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return one row for each row of features: how likely each label is, 0..1, summing to 1."""
        import numpy as np

        return np.asarray(np.exp(self.log_chances(rows)), np.float32)

    def log_chances(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logarithm of ``probabilities``; never positive."""
        import numpy as np

        scores = rows @ self.weights + self.bias
        scores = scores - scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), np.float32)


@dataclass(frozen=True, slots=True)
class PairHead:
    """A trained head of two labels that also weighs every two columns together, by likeness to kept examples.

    ``examples`` has a column for each kept example; ``weights`` says how far it speaks for the second label.
    ``slope`` and ``shift`` turn the score into a chance.
    """

    labels: tuple[str, str]
    examples: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: float
    slope: float
    shift: float

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return one number for each row of features: above 0 for the second label."""
        import numpy as np

        found = np.zeros(len(rows), np.float32)
        for number, row in enumerate(rows):
            held = np.flatnonzero(row)
            likeness = row[held] @ self.examples[held]
            found[number] = np.square(1 + likeness) @ self.weights + self.bias
        return found

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return one row for each row of features: how likely each label is, 0..1, summing to 1."""
        import numpy as np

        second = 1 / (1 + np.exp(-np.clip(self.slope * self.scores(rows) + self.shift, -30, 30)))
        return np.column_stack([1 - second, second]).astype(np.float32)


def features(texts: Sequence[str], marks: Sequence[Sequence[str]], shape: Shape) -> NDArray[np.float32]:
    """Return one row for each text: words and pairs, parts of words, its marks, then the meaning."""
    import numpy as np

    from everest.language import meaning

    marked = shape.words + shape.parts
    meant = marked + shape.marks
    rows = np.zeros((len(texts), meant + meaning.DIMENSIONS), np.float32)
    for number, text in enumerate(texts):
        words = _words(shape.word, text)
        columns = [_column(token, shape.words) for token in _tokens(words, shape.apart)]
        for word in words:
            columns.extend(_part_columns(word, shape.sizes, shape.words, shape.parts))
        np.add.at(rows[number], columns, 1.0)
        for mark in marks[number]:
            rows[number, marked + _column(mark, shape.marks)] = shape.mark
    for begin, end in ((0, shape.words), (shape.words, marked)):
        roots = np.sqrt(rows[:, begin:end])
        lengths = np.linalg.norm(roots, axis=1, keepdims=True)
        rows[:, begin:end] = roots / np.where(lengths > 0, lengths, 1)
    if meaning.available():
        rows[:, meant:] = shape.meaning * meaning.encode(texts)
    return rows


def stored(path: Path, *keys: str) -> dict[str, Any]:
    """Return the named arrays of a head's file, numbers as float32.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as found:
            parts: dict[str, Any] = {key: found[key] for key in keys}
    except (OSError, ValueError, KeyError) as error:
        raise DataFileError(
            "A learned head is missing or damaged.", where=str(path), todo="Install Everest again."
        ) from error
    return {key: part.astype(np.float32) if part.dtype.kind == "f" else part for key, part in parts.items()}


@lru_cache(maxsize=8)
def load(path: Path) -> Head:
    """Load a head from its file; kept in memory.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    parts = stored(path, "labels", "weights", "bias")
    return Head(tuple(str(label) for label in parts["labels"]), parts["weights"], parts["bias"])


@lru_cache(maxsize=8)
def load_pairs(path: Path) -> PairHead:
    """Load a head of two labels from its file; kept in memory.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    import numpy as np

    parts = stored(path, "labels", "width", "counts", "columns", "values", "weights", "curve")
    examples = np.zeros((int(parts["width"]), len(parts["counts"])), np.float32)
    at = np.repeat(np.arange(len(parts["counts"])), parts["counts"])
    examples[parts["columns"], at] = parts["values"]
    first, second = (str(label) for label in parts["labels"])
    bias, slope, shift = (float(number) for number in parts["curve"])
    return PairHead((first, second), examples, parts["weights"], bias, slope, shift)


def _words(pattern: str, text: str) -> list[str]:
    return _compiled(pattern).findall(text.lower().replace("’", "").replace("'", ""))


def _tokens(words: list[str], apart: bool) -> list[str]:
    pairs = [f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    wide = [f"{a} _ {b}" for a, b in zip(words, words[2:], strict=False)] if apart else []
    return [*words, *pairs, *wide]


@lru_cache(maxsize=_KEPT)
def _column(token: str, columns: int) -> int:
    return zlib.crc32(token.encode()) % columns


@lru_cache(maxsize=_KEPT)
def _part_columns(word: str, sizes: tuple[int, ...], start: int, columns: int) -> tuple[int, ...]:
    padded = f" {word} "
    return tuple(
        start + zlib.crc32(padded[at : at + size].encode()) % columns
        for size in sizes
        for at in range(len(word) + 3 - size)
    )


@lru_cache(maxsize=8)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

"""A small learned head: a linear model over words, parts of words and the meaning of a short text.

The weights come from ``tools/train_question_heads.py`` and are shipped as one small file for each head. Reading
a text takes well under a millisecond once the vectors are loaded.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import DataFileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 4096
"""Words and word pairs are hashed into this many columns."""

CHARS = 8192
"""Stretches of two to five letters within a word are hashed into this many columns."""

MARKS = 512
"""Marks are hashed into this many columns of their own, each counting 1."""

MEANING_WEIGHT = 3.0
"""How much the 256 meaning columns count beside the words (each part has length 1 before this)."""

Marks = Callable[[str], Sequence[str]]
_WORD = re.compile(r"[a-z]+|\d+|[?]")


@dataclass(frozen=True, slots=True)
class Head:
    """A trained head: ``weights`` has one column for each of ``labels``."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, texts: Sequence[str], marks: Marks | None = None) -> NDArray[np.float32]:
        """Return one row for each text: how likely each label is, 0..1, summing to 1."""
        import numpy as np

        scores = features(texts, marks) @ self.weights + self.bias
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def load(room: str, name: str) -> Head:
    """Load the head ``name`` shipped in a room's ``data`` folder.

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    return _loaded(Path(str(files(room))) / "data" / f"{name}.npz")


def features(texts: Sequence[str], marks: Marks | None = None) -> NDArray[np.float32]:
    """Return one row for each text: hashed words and pairs, parts of words, marks, then the meaning (``MEANING_WEIGHT``)."""
    import numpy as np

    from everest.language import meaning

    chars, marked, meant = BUCKETS, BUCKETS + CHARS, BUCKETS + CHARS + MARKS
    rows = np.zeros((len(texts), meant + meaning.DIMENSIONS), np.float32)
    for number, text in enumerate(texts):
        for token in _tokens(text):
            rows[number, zlib.crc32(token.encode()) % BUCKETS] += 1.0
        for part in _parts(text):
            rows[number, chars + zlib.crc32(part.encode()) % CHARS] += 1.0
        for mark in marks(text) if marks else ():
            rows[number, marked + zlib.crc32(mark.encode()) % MARKS] = 0.7
    for begin, end in ((0, chars), (chars, marked)):
        roots = np.sqrt(rows[:, begin:end])
        lengths = np.linalg.norm(roots, axis=1, keepdims=True)
        rows[:, begin:end] = roots / np.where(lengths > 0, lengths, 1)
    if meaning.available():
        rows[:, meant:] = MEANING_WEIGHT * meaning.encode(texts)
    return rows


def _tokens(text: str) -> list[str]:
    low = text.lower().replace("’", "'").replace("'", "")
    words = _WORD.findall(low)
    pairs = [f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    apart = [f"{a} _ {b}" for a, b in zip(words, words[2:], strict=False)]
    return [*words, *pairs, *apart]


def _parts(text: str) -> list[str]:
    words = _WORD.findall(text.lower().replace("’", "").replace("'", ""))
    return [
        f" {word} "[at : at + size]
        for word in words
        for size in (2, 3, 4, 5)
        for at in range(len(word) + 3 - size)
    ]


@lru_cache(maxsize=8)
def _loaded(path: Path) -> Head:
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            parts: dict[str, Any] = {key: stored[key] for key in ("labels", "weights", "bias")}
    except (OSError, ValueError, KeyError) as error:
        raise DataFileError(
            "A learned head is missing or damaged.", where=str(path), todo="Install Everest again."
        ) from error
    weights = parts["weights"].astype(np.float32)
    return Head(tuple(str(label) for label in parts["labels"]), weights, parts["bias"].astype(np.float32))

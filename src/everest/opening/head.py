"""A small learned head over a short text and the marks of its place on the page.

The weights come from ``tools/train_opening_heads.py``, which reads only texts written for Everest.
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

WORDS = 2048
"""Words and word pairs are hashed into this many columns."""

PARTS = 2048
"""Stretches of three and four letters are hashed into this many columns."""

MARKS = 512
"""Marks of place and pattern are hashed into this many columns."""

MEANING = 2.5
"""How much the 256 meaning columns count beside the words."""

_WORD = re.compile(r"[a-z]+|[$€£]|\d+|[?%]")


@dataclass(frozen=True, slots=True)
class Head:
    """Labels, weights (a column for each label), bias, and how likely one label follows another (log, may be 0)."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    steps: NDArray[np.float32]

    def log_chances(self, texts: Sequence[str], marks: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Return one row for each text: the logarithm of how likely each label is."""
        import numpy as np

        scores = features(texts, marks) @ self.weights + self.bias
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)), np.float32)

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
    import numpy as np

    from everest.language import meaning

    marked, meant = WORDS + PARTS, WORDS + PARTS + MARKS
    rows = np.zeros((len(texts), meant + meaning.DIMENSIONS), np.float32)
    for number, text in enumerate(texts):
        words = _WORD.findall(text.lower().replace("’", "").replace("'", ""))
        tokens = [*words, *(f"{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True))]
        for token in tokens:
            rows[number, zlib.crc32(token.encode()) % WORDS] += 1.0
        for part in (
            f" {w} "[at : at + size] for w in words for size in (3, 4) for at in range(len(w) + 3 - size)
        ):
            rows[number, WORDS + zlib.crc32(part.encode()) % PARTS] += 1.0
        for mark in marks[number]:
            rows[number, marked + zlib.crc32(mark.encode()) % MARKS] = 0.7
    for begin, end in ((0, WORDS), (WORDS, marked)):
        roots = np.sqrt(rows[:, begin:end])
        lengths = np.linalg.norm(roots, axis=1, keepdims=True)
        rows[:, begin:end] = roots / np.where(lengths > 0, lengths, 1)
    if meaning.available():
        rows[:, meant:] = MEANING * meaning.encode(texts)
    return rows


@lru_cache(maxsize=4)
def load(name: str) -> Head:
    """Load the head ``name`` ("lines", "headings" or "company").

    Raises:
        DataFileError: if the file is missing or damaged.
    """
    import numpy as np

    path = Path(__file__).parent / "data" / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            parts: dict[str, Any] = {key: stored[key] for key in ("labels", "weights", "bias", "steps")}
    except (OSError, ValueError, KeyError) as error:
        raise DataFileError(
            "A learned head is missing or damaged.", where=str(path), todo="Install Everest again."
        ) from error
    numbers = [np.asarray(parts[key], np.float32) for key in ("weights", "bias", "steps")]
    return Head(tuple(str(label) for label in parts["labels"]), *numbers)

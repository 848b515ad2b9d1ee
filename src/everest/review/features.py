"""What the learned heads read of a text: its meaning, and its words and pairs of words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from everest.evidence import Span
from everest.language import meaning

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HASHED = 16384
"""How many places the words and pairs of words share."""
MEANING = 2.0
"""How much the meaning weighs beside the words, in length of the vector."""
_PAIRED = 31
_WORD = re.compile(r"[a-z0-9']+|[?!\[\]]")


@dataclass(frozen=True, slots=True)
class Features:
    """For each span: the places of its words and pairs, without repeats, and its meaning, shape (spans, 256)."""

    places: list[NDArray[np.int64]]
    meanings: NDArray[np.float32]

    def __getitem__(self, part: slice) -> Features:
        """Return the features of some of the spans."""
        return Features(self.places[part], self.meanings[part])

    def logits(
        self, words: NDArray[np.float32], meanings: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return the log odds of each span (row) for each head (column).

        ``words`` has shape (HASHED, heads), ``meanings`` (256, heads), ``bias`` (heads).
        """
        import numpy as np

        told = np.array([words[at].sum(axis=0) / max(1, len(at)) ** 0.5 for at in self.places], np.float32)
        return np.asarray(told + self.meanings @ meanings + bias, np.float32)


def features(low: str, spans: Sequence[Span]) -> Features:
    """Read the ``spans`` of ``low``, a text in plain lower case."""
    import numpy as np

    found = [(match.start(), _number(match.group())) for match in _WORD.finditer(low)]
    starts = np.array([start for start, _ in found], np.int64)
    words = np.array([number for _, number in found], np.int64)
    pairs = words[:-1] * _PAIRED + words[1:]
    first, last = _number("^"), _number("$")
    places = []
    for span in spans:
        begin, end = np.searchsorted(starts, (span.start, span.end))
        if begin == end:
            places.append(np.zeros(0, np.int64))
            continue
        edges = (first * _PAIRED + words[begin], words[end - 1] * _PAIRED + last, first, last)
        held = np.concatenate([words[begin:end], pairs[begin : end - 1], edges])
        places.append(np.unique(held % HASHED))
    return Features(places, meaning.encode_spans(low, spans) * np.float32(MEANING))


@lru_cache(maxsize=32768)
def _number(word: str) -> int:
    return zlib.crc32(word.encode())

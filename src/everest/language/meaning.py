"""Likeness of meaning, from a shipped table of word-piece vectors; numpy only, no network, no model run.

A text is the mean of its pieces' vectors. The table is distilled from all-MiniLM-L6-v2 by
``tools/build_vectors.py``; see ``data/NOTICE``.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from everest.errors import DataFileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 256
_LOCK = threading.Lock()
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 60


def available() -> bool:
    """Tell whether the table of vectors is here."""
    return (_folder() / "vectors.npy").is_file() and (_folder() / "pieces.txt").is_file()


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one unit row of 256 numbers for each text; a text without known words gives a row of zeros."""
    import numpy as np

    table = _table()
    rows = np.zeros((len(texts), DIMENSIONS), np.float32)
    for number, text in enumerate(texts):
        pieces = table.pieces_of(text)
        if pieces:
            rows[number] = table.scales[pieces] @ table.vectors[pieces].astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1)
    return rows


def rows(text: str, most: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the table's rows of the first ``most`` word pieces of ``text``, and the (start, end) of each one's word."""
    of_word = _table().of_word
    found: list[int] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text if text.isascii() else _plain_as_long(text)):
        parts = of_word(match.group())
        found.extend(parts)
        spans.extend([match.span()] * len(parts))
        if len(found) >= most:
            break
    return found[:most], spans[:most]


def vectors(rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the vectors of some rows of the table, shape (rows, 256); the rarer a piece, the longer its vector."""
    import numpy as np

    table = _table()
    read = table.vectors[rows].astype(np.float32)
    read *= table.scales[rows, None]
    return np.asarray(read, np.float32)


def numbers() -> dict[str, int]:
    """Return the row of each word piece in the table."""
    return dict(_table().number)


def size() -> int:
    """Return how many rows the table has."""
    return len(_table().number)


def similarity(a: str, b: str) -> float:
    """Return the cosine of the two meanings, -1 to 1; about 0 for unrelated texts."""
    left, right = encode([a, b])
    return float(left @ right)


class _Table:
    """The vectors, and the greedy longest-match tokenizer they were made for."""

    def __init__(self, folder: Path) -> None:
        import numpy as np

        try:
            self.vectors = np.asarray(np.load(folder / "vectors.npy", mmap_mode="r"))
            self.scales = np.load(folder / "scales.npy")
            pieces = (folder / "pieces.txt").read_text("utf-8").split("\n")
        except (OSError, ValueError) as error:
            raise DataFileError(
                "The table of word vectors is missing or damaged.",
                where=str(folder),
                todo="Install Everest again.",
            ) from error
        self.number = {piece: n for n, piece in enumerate(pieces)}
        self.of_word = lru_cache(maxsize=32768)(self._split_word)

    def pieces_of(self, text: str) -> list[int]:
        """Return the row numbers of the pieces of ``text``."""
        found: list[int] = []
        for word in _WORD.findall(_plain(text)):
            found.extend(self.of_word(word))
        return found

    def _split_word(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return ()
        rows, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                row = self.number.get(prefix + word[start:end])
                if row is not None:
                    break
            else:
                return ()
            rows.append(row)
            start = end
        return tuple(rows)


def _plain(text: str) -> str:
    """Lower-case and without accents."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if unicodedata.category(c) != "Mn")


def _plain_as_long(text: str) -> str:
    """Without accents, each character staying in its place."""
    return "".join(plain if len(plain := _plain(c)) == 1 else c for c in text)


@lru_cache(maxsize=1)
def _folder() -> Path:
    return Path(str(files("everest.language"))) / "data"


def _table() -> _Table:
    with _LOCK:
        return _cached_table()


@lru_cache(maxsize=1)
def _cached_table() -> _Table:
    return _Table(_folder())

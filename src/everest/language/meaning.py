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
from everest.evidence import Span

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


def encode_spans(text: str, spans: Sequence[Span]) -> NDArray[np.float32]:
    """Return one unit row for each span of ``text``, as ``encode`` would for its words; the text is read once.

    Spans should begin and end between words: a word belongs to the span it begins in.
    """
    import numpy as np

    table = _table()
    pieces: list[int] = []
    starts: list[int] = []
    for match in _WORD.finditer(text):
        found = table.of_word(_plain(match.group()))
        pieces.extend(found)
        starts.extend([match.start()] * len(found))
    at = np.array(starts, np.int64)
    edges = np.array([(span.start, span.end) for span in spans], np.int64).reshape(-1, 2)
    held = (edges[:, :1] <= at) & (at < edges[:, 1:])
    rows = (held * table.scales[pieces]) @ table.vectors[pieces].astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1)
    return np.asarray(rows, np.float32)


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


def _folder() -> Path:
    return Path(str(files("everest.language"))) / "data"


def _table() -> _Table:
    with _LOCK:
        return _cached_table()


@lru_cache(maxsize=1)
def _cached_table() -> _Table:
    return _Table(_folder())

"""What speaks for an occupation beside a person's traits: the words of its work, how many do it, how people get in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from everest.language.meaning import encode
from everest.occupations.atlas import Atlas
from everest.occupations.ladder import experience_asked
from everest.occupations.title_index import index
from everest.occupations.title_model import title_model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"[a-z+#]{4,}")
_EVERYDAY = frozenset(
    "with that this good great very really like love want would have always people their them they from into about "
    "help work make find time others everyone other things being well more most many some than then what when where "
    "which while your person enjoy free keep build every head small calm care know big stand myself rather never could "
    "should might someone something anyone because there here over under only also even much just each same both does "
    "done made gets give given take look come goes want wants and for the not but are was has had can one two who how "
    "why any all you our out get let say see way too".split()
)
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ers",
    "er",
    "ies",
    "ied",
    "ors",
    "or",
    "ed",
    "es",
    "e",
    "s",
    "y",
)
_LEAST_STEM = 3
_ANY_WORD = re.compile(r"[a-z+#]{3,}")
_PIECE = 24
"""Words read at once by what was learned from titles."""
_LONG_WAY = 4.5
"""Years of related experience from which an occupation is a later station and no way in."""


def words_of(text: str) -> dict[str, str]:
    """Return the words that say what the work is about: from stem to the word as written."""
    return {_stem(word): word for word in _WORD.findall(text.lower()) if word not in _EVERYDAY}


@lru_cache(maxsize=1)
def _rows(source: Atlas) -> dict[str, list[tuple[int, float]]]:
    """Rows and weights of each stem: how much an occupation's tasks and titles use it."""
    found: dict[str, dict[int, float]] = {}
    names = [_stem(term) for term in source.terms]
    for number, term, weight in source.array("terms").tolist():
        row = found.setdefault(names[term], {})
        row[number] = max(row.get(number, 0.0), weight / 1000)
    return {stem: list(row.items()) for stem, row in found.items()}


def word_scores(source: Atlas, text: str) -> NDArray[np.float64]:
    """Score occupations by the person's words in their tasks and titles; rare words weigh more. Zeros if none."""
    import numpy as np

    total = np.zeros(len(source.codes))
    for stem in words_of(text):
        for number, weight in _rows(source).get(stem, ()):
            total[number] += weight
    return np.sqrt(total)


def title_scores(text: str) -> NDArray[np.float64]:
    """Score occupations by what was learned from titles and tasks: how likely a title or task would say these words.

    Longer texts are read in pieces of some words. Zeros for a text without words.
    """
    import numpy as np

    titles = index()
    words = [word for word in _ANY_WORD.findall(text.lower()) if word not in _EVERYDAY]
    pieces = [" ".join(words[n : n + _PIECE]) for n in range(0, len(words), _PIECE)]
    if not pieces:
        return np.zeros(len(titles.atlas.codes))
    model = title_model(titles)
    chances = [model.log_chances(piece, vector) for piece, vector in zip(pieces, encode(pieces), strict=True)]
    return np.asarray(np.mean(chances, 0))


def words_in(source: Atlas, number: int, text: str) -> tuple[str, ...]:
    """Return the person's words that the work's own tasks and titles use, as written."""
    return tuple(
        word
        for stem, word in words_of(text).items()
        if any(row == number for row, _ in _rows(source).get(stem, ()))
    )


@lru_cache(maxsize=1)
def chances(source: Atlas) -> NDArray[np.float64]:
    """Score how open an occupation is, standardized: how many work in it, less where the way in is long."""
    import numpy as np

    jobs = source.array("pay")[:, 5].astype(float)
    known: Any = np.log(np.where(np.isnan(jobs), np.nanmedian(jobs), np.maximum(jobs, 100)))
    open_ = (known - known.mean()) / known.std()
    asked = np.array([experience_asked(source, n) or 0.0 for n in range(len(source.codes))])
    return np.asarray(open_ - np.maximum(0.0, asked - _LONG_WAY), np.float64)


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word

"""Words of all known titles turned around, and what they say of a title asked for: the evidence that is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from everest.occupations.atlas import Atlas, atlas
from everest.occupations.title_words import (
    first_words,
    head_word,
    stem,
    title_stems,
    weighted_words,
    without_rank,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARE_OF_TITLES = 0.12
_RARE = 0.1
"""Stands for a count of nothing."""
_VECTOR_SCALE = 300
_LIKE_ENOUGH = 82
NO_HEAD = 65535


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each occupation of the atlas, one number each.

    ``words`` is the best cosine of rare words with one title, and a little for more such titles; ``use`` how often its
    titles use the words; ``work`` how much its tasks do; ``titles_meaning`` and ``work_meaning`` likeness of meaning;
    ``head`` the number of its titles with the same head word; ``exact`` 4 where its own name has the same words, 3 a
    reported title, 2 an alternate one, 1 where one of these is the first part of what was asked.
    """

    words: NDArray[np.float64]
    use: NDArray[np.float64]
    work: NDArray[np.float64]
    titles_meaning: NDArray[np.float64]
    work_meaning: NDArray[np.float64]
    head: NDArray[np.float64]
    exact: NDArray[np.float64]
    vector: NDArray[np.float32]


class TitleIndex:
    """All titles of an atlas, from word to titles; ``without`` leaves rows out, to measure honestly."""

    def __init__(self, source: Atlas, *, without: frozenset[int] = frozenset()) -> None:
        import numpy as np

        self.atlas = source
        kept = np.array([n for n in range(len(source.title_of)) if n not in without])
        self.kept = kept
        self.occupation_of = source.title_of[kept].astype(np.int64)
        self.kinds = source.array("title_kind")[kept].astype(np.int64)
        self._read_words(source, kept)
        self._read_heads(source, kept)
        self.vectors = source.array("title_vectors").astype(np.float32) / _VECTOR_SCALE
        self.work = source.array("work_vectors").astype(np.float32) / _VECTOR_SCALE
        size = len(source.codes)
        self.sizes = np.bincount(self.occupation_of, minlength=size).astype(float)
        self.reported = np.bincount(self.occupation_of[self.kinds == 1], minlength=size).astype(float)
        self.log_sizes = 0.5 * np.log((self.sizes + 1) / (self.sizes.mean() + 1))
        terms = source.array("terms")
        self.terms = terms[np.argsort(terms[:, 1], kind="stable")]
        starts = np.searchsorted(self.terms[:, 1], np.arange(len(source.terms) + 1)).tolist()
        self.term_rows = {stem(term): (starts[n], starts[n + 1]) for n, term in enumerate(source.terms)}
        self._nearest: dict[str, str | None] = {}
        self._by_letter: dict[str, list[str]] = {}
        for word in self.words:
            self._by_letter.setdefault(word[0], []).append(word)

    def _read_words(self, source: Atlas, kept: NDArray[np.int64]) -> None:
        import numpy as np

        sizes = source.array("title_word_counts").astype(np.int64)
        ends = np.cumsum(sizes)
        stored = source.array("title_word_ids")
        place = np.full(len(sizes), -1)
        place[kept] = np.arange(len(kept))
        owners = place[np.repeat(np.arange(len(sizes)), sizes)]
        word_ids, owners = stored[owners >= 0].astype(np.int64), owners[owners >= 0]
        names = bytes(source.array("title_words_text")).decode().split("\n")
        counts = np.bincount(word_ids, minlength=len(names))
        self.words = {word: n for n, word in enumerate(names) if counts[n]}
        self.exact: dict[bytes, list[int]] = {}
        bounds, starts = ends.tolist(), (ends - sizes).tolist()
        raw = stored.astype(np.uint16)
        for where, n in enumerate(kept.tolist()):
            self.exact.setdefault(raw[starts[n] : bounds[n]].tobytes(), []).append(where)
        self.postings = owners[np.argsort(word_ids, kind="stable")]
        self.bounds = np.concatenate([[0], np.cumsum(counts)])
        self.weights = np.log(len(kept) / np.maximum(counts, 1))
        lengths = np.bincount(owners, weights=self.weights[word_ids] ** 2, minlength=len(kept))
        self.lengths = np.sqrt(np.maximum(lengths, 1e-9))

    def _read_heads(self, source: Atlas, kept: NDArray[np.int64]) -> None:
        import numpy as np

        heads = source.array("title_heads")[kept].astype(np.int64)
        order = np.argsort(heads, kind="stable")
        self._heads, self._head_owners = heads[order], self.occupation_of[order]

    def named_exactly(self, title: str) -> list[int]:
        """Return the titles that consist of the same words; if there is none, of the same without words of rank."""
        words = title_stems(title)
        return self._consisting_of(words) or self._consisting_of(without_rank(words))

    def named_first(self, title: str) -> list[int]:
        """Return the titles that the first part of a longer one consists of, if it has two words or more."""
        words = without_rank(first_words(title))
        return self._consisting_of(words) if len(words) > 1 else []

    def _consisting_of(self, words: list[str]) -> list[int]:
        import numpy as np

        known = [self.words.get(word) for word in words]
        numbers = sorted({number for number in known if number is not None})
        if not numbers or None in known:
            return []
        return self.exact.get(np.array(numbers, np.uint16).tobytes(), [])

    def nearest_word(self, word: str) -> str | None:
        """Return the known word that an unknown one most likely means; slips in the first letter are not looked for."""
        if word in self.words:
            return word
        if len(word) < 5:
            return None
        if word not in self._nearest:
            from rapidfuzz import fuzz, process

            found = process.extractOne(
                word, self._by_letter.get(word[0], ()), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH
            )
            self._nearest[word] = found[0] if found else None
        return self._nearest[word]

    def evidence(self, title: str) -> Evidence:
        """Return what speaks for each occupation."""
        from everest.language.meaning import encode

        worth = weighted_words(title)
        known = {word: near for word in worth if (near := self.nearest_word(word))}
        vector = encode([" ".join(known.get(word, word) for word in worth) or title])[0]
        exact = self._exact(title)
        return Evidence(
            self._words(worth, known), self._use(worth, known), self._work(worth), self.vectors @ vector,
            self.work @ vector, self._head(head_word(title)), exact, vector,
        )  # fmt: skip

    def _exact(self, title: str) -> NDArray[np.float64]:
        import numpy as np

        exact = np.zeros(len(self.atlas.codes))
        if whole := self.named_exactly(title):
            np.maximum.at(exact, self.occupation_of[whole], 4 - self.kinds[whole])
        elif first := self.named_first(title):
            exact[self.occupation_of[first]] = 1
        return exact

    def _rows(self, word: str) -> NDArray[np.int64]:
        number = self.words[word]
        return self.postings[self.bounds[number] : self.bounds[number + 1]]

    def _words(self, worth: dict[str, float], known: dict[str, str]) -> NDArray[np.float64]:
        import numpy as np

        touched, values, norm = [], [], 0.0
        for word, weight in worth.items():
            near = known.get(word)
            if near is None:
                norm += (weight * 0.5 * log(len(self.kept))) ** 2
                continue
            rarity = float(self.weights[self.words[near]])
            strength = weight * rarity * (1.0 if near == word else 0.8)
            norm += strength**2
            rows = self._rows(near)
            touched.append(rows)
            values.append(np.full(len(rows), strength * rarity))
        best = np.zeros(len(self.atlas.codes))
        if not touched:
            return best
        sums = np.bincount(np.concatenate(touched), np.concatenate(values), minlength=len(self.kept))
        rows = (sums > 0).nonzero()[0]
        cosines = sums[rows] / self.lengths[rows] / max(norm, 1e-9) ** 0.5
        owners = self.occupation_of[rows]
        np.maximum.at(best, owners, cosines)
        support = np.bincount(owners, cosines**3, minlength=len(best))
        return np.asarray(best + SHARE_OF_TITLES * np.log1p(support))

    def _use(self, worth: dict[str, float], known: dict[str, str]) -> NDArray[np.float64]:
        """Log odds of using the words in titles, against not using them at all."""
        import numpy as np

        total = np.zeros(len(self.atlas.codes))
        for word, near in known.items():
            counts = np.bincount(self.occupation_of[self._rows(near)], minlength=len(total))
            odds = np.log(counts + _RARE) - log(_RARE) - self.log_sizes * (counts > 0)
            total += worth[word] * odds
        return total

    def _work(self, worth: dict[str, float]) -> NDArray[np.float64]:
        import numpy as np

        total = np.zeros(len(self.atlas.codes))
        for word in worth:
            found = self.term_rows.get(word)
            if found is not None:
                rows = self.terms[found[0] : found[1]]
                total[rows[:, 0]] += rows[:, 2] / 1000
        return total

    def _head(self, word: str) -> NDArray[np.float64]:
        import numpy as np

        size = len(self.atlas.codes)
        number = self.words.get(word)
        if number is None:
            return np.zeros(size)
        left, right = np.searchsorted(self._heads, [number, number + 1])
        return np.bincount(self._head_owners[left:right], minlength=size).astype(float)


@lru_cache(maxsize=1)
def index() -> TitleIndex:
    """Return the index over the atlas in use."""
    return TitleIndex(atlas())

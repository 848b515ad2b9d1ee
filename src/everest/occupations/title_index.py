"""Words of all known titles turned around, and what they say of a title asked for: the evidence that is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
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


def _mixed(numbers: NDArray[np.uint16]) -> NDArray[np.uint64]:
    """Return 64 well-mixed bits for each word number; their sum stands for a set of words, whatever its order.

    That two sets of all titles met by chance is as likely as one in ten billion.
    """
    import numpy as np

    bits = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(bits ^ (bits >> np.uint64(31)))


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
        left = np.ones(len(source.title_of), bool)
        left[list(without)] = False
        self.kept = kept = np.flatnonzero(left)
        self.occupation_of = source.title_of[kept].astype(np.int64)
        self.kinds = source.array("title_kind")[kept].astype(np.int64)
        self._read_words(source, left)
        self._read_heads(source, kept)
        self.vectors = source.array("title_vectors").astype(np.float32) / _VECTOR_SCALE
        self.work = source.array("work_vectors").astype(np.float32) / _VECTOR_SCALE
        size = len(source.codes)
        self.sizes = np.bincount(self.occupation_of, minlength=size).astype(float)
        self.reported = np.bincount(self.occupation_of[self.kinds == 1], minlength=size).astype(float)
        self.log_sizes = 0.5 * np.log((self.sizes + 1) / (self.sizes.mean() + 1))
        terms = source.array("terms")
        self.terms = terms[np.argsort(terms[:, 1], kind="stable")]
        self._term_starts = np.searchsorted(self.terms[:, 1], np.arange(len(source.terms) + 1))
        self._term_numbers = {term: n for n, term in enumerate(source.terms)}
        self._nearest: dict[str, str | None] = {}

    def _read_words(self, source: Atlas, left: NDArray[np.bool_]) -> None:
        import numpy as np

        sizes = source.array("title_word_counts").astype(np.int64)
        of_kept = np.repeat(left, sizes)
        word_ids, sizes = source.array("title_word_ids")[of_kept], sizes[left]
        owners = np.repeat(np.arange(len(sizes)), sizes)
        names = bytes(source.array("title_words_text")).decode().split("\n")
        counts = np.bincount(word_ids, minlength=len(names))
        self.words = {
            word: n for n, (word, count) in enumerate(zip(names, counts.tolist(), strict=True)) if count
        }
        sums = np.concatenate([[np.uint64(0)], np.cumsum(_mixed(word_ids))])
        ends = np.cumsum(sizes)
        keys = sums[ends] - sums[ends - sizes]
        self._exact_order = np.argsort(keys, kind="stable")
        self._exact_keys = keys[self._exact_order]
        self.postings = owners[np.argsort(word_ids, kind="stable")]
        self.bounds = np.concatenate([[0], np.cumsum(counts)])
        self.weights = np.log(len(sizes) / np.maximum(counts, 1))
        lengths = np.bincount(owners, weights=(self.weights**2)[word_ids], minlength=len(sizes))
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
        key = _mixed(np.array(numbers, np.uint16)).sum()
        first, last = np.searchsorted(self._exact_keys, key), np.searchsorted(self._exact_keys, key, "right")
        return [int(n) for n in self._exact_order[first:last]]

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

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[0], []).append(word)
        return found

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
            number = self._term(word)
            if number is not None:
                rows = self.terms[self._term_starts[number] : self._term_starts[number + 1]]
                total[rows[:, 0]] += rows[:, 2] / 1000
        return total

    def _term(self, word: str) -> int | None:
        """Return the last term with this stem."""
        forms = {word, f"{word}s", f"{word[:-1]}ies"}
        known = [
            self._term_numbers[form] for form in forms if form in self._term_numbers and stem(form) == word
        ]
        return max(known, default=None)

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

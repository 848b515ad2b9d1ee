"""A language model for one attempt: what this person is about to say, blended with how people talk at large.

The trigram model is P(w|h) = share * P_attempt(w|h) + (1 - share) * P_general(w|h). The attempt's part is smoothed as
Witten and Bell do (1991); the general part is the engine's own model. Only word runs that matter are listed; the rest
is reached by backing off (Katz 1987). Written in the ARPA format that speech engines read.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

SHARE = 0.8
"""Weight of the attempt's own words in the blend."""
COMMON = 500
"""Frequent words among which the general model's word pairs are listed."""
VOCABULARY = 6000
"""Frequent words that can be heard at all, besides the attempt's own."""
IN_PASSING = ("you know", "i mean", "like", "sort of", "kind of", "basically", "actually")
"""Words people put in that nobody prepares: each is counted once, so that it can be heard."""
START, END = "<s>", "</s>"

General = Callable[[Sequence[str]], float]
"""Probability 0..1 of the first word after the others, the nearest first."""


def words_of(text: str) -> list[str]:
    """Cut text into words as the engine spells them: lower case, no punctuation, numbers spelled out."""
    spelled = re.sub(
        r"\d[\d,]*", lambda found: f" {spoken_number(found.group())} ", text.lower().replace("’", "'")
    )
    spelled = spelled.replace("%", " percent ").replace("&", " and ").replace("$", " ")
    return [word.strip("'") for word in re.findall(r"[a-z']+", spelled) if word.strip("'")]


def spoken_number(figure: str) -> str:
    """Return a whole number in words, as in "one hundred forty"; years as people say them."""
    value = int(figure.replace(",", ""))
    if len(figure) == 4 and 1900 <= value < 2100 and value % 1000 >= 10 and "," not in figure:
        return f"{_below_hundred(value // 100)} {_below_hundred(value % 100)}".strip()
    parts = []
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            parts.append(f"{spoken_number(str(value // size))} {name}")
            value %= size
    if value or not parts:
        parts.append(_below_hundred(value))
    return " ".join(parts)


def write_model(path: Path, texts: Iterable[str], general: General, frequent: Sequence[str]) -> None:
    """Write the blended model. ``frequent`` are general words, the most frequent first."""
    sentences = [words_of(part) for text in texts for part in re.split(r"[.!?;:\n]+", text)]
    spoken = [sentence for sentence in sentences if sentence]
    counts = _Counts([*spoken, *(phrase.split() for phrase in IN_PASSING)])
    vocabulary = list(dict.fromkeys([START, END, *counts.words, *frequent[:VOCABULARY]]))
    one = {word: _blend(counts.one(word), general([word])) for word in vocabulary}
    total = sum(one.values())
    one = {word: chance / total for word, chance in one.items()}
    two = _pairs(counts, one, general, list(dict.fromkeys([START, *counts.words, *frequent[:COMMON]])))
    three = _triples(counts, two, one, general)
    path.write_text("\n".join(_arpa(one, two, three)), "utf-8")


class _Counts:
    """How often words, pairs and triples occur in the attempt's own texts."""

    def __init__(self, sentences: list[list[str]]) -> None:
        runs = [[START, *sentence, END] for sentence in sentences]
        self.single = Counter(word for run in runs for word in run[1:])
        self.words = list(self.single)
        self.pairs: dict[str, Counter[str]] = defaultdict(Counter)
        self.triples: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for run in runs:
            for first, second in pairwise(run):
                self.pairs[first][second] += 1
            for first, second, third in zip(run, run[1:], run[2:], strict=False):
                self.triples[first, second][third] += 1
        self.total = max(1, self.single.total())

    def one(self, word: str) -> float:
        return self.single[word] / self.total

    def two(self, word: str, before: str) -> float:
        return _smoothed(self.pairs.get(before), word, self.one(word))

    def three(self, word: str, before: tuple[str, str]) -> float:
        return _smoothed(self.triples.get(before), word, self.two(word, before[1]))


def _smoothed(seen: Counter[str] | None, word: str, lower: float) -> float:
    if not seen:
        return lower
    return (seen[word] + len(seen) * lower) / (seen.total() + len(seen))


def _blend(attempt: float, general: float) -> float:
    return SHARE * attempt + (1 - SHARE) * general


def _pairs(
    counts: _Counts, one: dict[str, float], general: General, firsts: list[str]
) -> dict[str, dict[str, float]]:
    pairs: dict[str, dict[str, float]] = {}
    seconds = [word for word in (*firsts[1:], END) if word in one]
    for before in firsts:
        own = counts.pairs.get(before, Counter())
        listed = {}
        for word in seconds:
            chance = general([word, before])
            if word in own or (chance > 3e-4 and chance > 2 * one[word]):
                listed[word] = _blend(counts.two(word, before), chance)
        if listed:
            pairs[before] = listed
    return pairs


def _triples(
    counts: _Counts, two: dict[str, dict[str, float]], one: dict[str, float], general: General
) -> dict[tuple[str, str], dict[str, float]]:
    return {
        (a, b): {w: _blend(counts.three(w, (a, b)), general([w, b, a])) for w in seen if w in one}
        for (a, b), seen in counts.triples.items()
        if b in two.get(a, {}) and b in two
    }


def _arpa(
    one: dict[str, float], two: dict[str, dict[str, float]], three: dict[tuple[str, str], dict[str, float]]
) -> Iterable[str]:
    yield from ("", "\\data\\", f"ngram 1={len(one)}", f"ngram 2={sum(map(len, two.values()))}")
    yield from (f"ngram 3={sum(map(len, three.values()))}", "", "\\1-grams:")
    for word, chance in one.items():
        back = _left(two.get(word, {}), one)
        yield f"{_log(0.0 if word == START else chance)}\t{word}\t{_log(back)}"
    yield from ("", "\\2-grams:")
    for before, listed in two.items():
        for word, chance in listed.items():
            back = _left(three.get((before, word), {}), two.get(word, one))
            yield f"{_log(chance)}\t{before} {word}\t{_log(back)}"
    yield from ("", "\\3-grams:")
    for (first, second), listed in three.items():
        yield from (f"{_log(chance)}\t{first} {second} {word}" for word, chance in listed.items())
    yield from ("", "\\end\\", "")


def _left(listed: dict[str, float], lower: dict[str, float]) -> float:
    """Return the backoff weight: the chance left for words not listed, over what the lower order gives them."""
    if not listed:
        return 1.0
    rest = max(0.02, 1.0 - sum(listed.values()))
    return rest / max(0.02, 1.0 - sum(lower.get(word, 0.0) for word in listed))


def _log(chance: float) -> str:
    return f"{math.log10(max(chance, 1e-9)):.4f}"


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def _below_hundred(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    return _TENS[value // 10] + (f" {_UNITS[value % 10]}" if value % 10 else "")

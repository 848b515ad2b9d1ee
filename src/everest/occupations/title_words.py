"""The words of job titles: short forms spelled out, circumstances set aside, rank and head word told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_SPLIT = re.compile(r"\s+[-\u2013\u2014|@]\s+|[,;:/()\[\]]|\s+at\s+")
_WORD = re.compile(r"[a-z0-9][a-z0-9+#&'.]*(?:-[a-z0-9]+)*")
_WORTH = (1.0, 0.5, 0.3, 0.2)
"""How much the first, second ... part of a title counts: "Nurse, nights - Boston" is a nurse."""
_RANK_WORTH = 0.15
_LONGEST = 200
_FILLERS = frozenset({"team", "vice", "president"})
_PLACE = re.compile(r"\s+(?:at|@)\s.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Words:
    noise: frozenset[str]
    seniority: frozenset[str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    any_phrase: re.Pattern[str]
    long: dict[str, str]
    general: dict[str, tuple[str, ...]]


def stems(text: str) -> list[str]:
    """Return the words of a lower-case text in order, short forms spelled out, plural endings off."""
    long = _known().long
    words: list[str] = []
    for word in _WORD.findall(text):
        bare = word.strip(".'").removesuffix("'s")
        parts = (bare,) if bare in long or bare in _known().noise else bare.split("-")
        words.extend(stem(one) for part in parts for one in long.get(part, part).split())
    return words


def title_stems(title: str) -> list[str]:
    """Return the words of a title that name the work, in order: phrases read, circumstances set aside."""
    noise = _known().noise
    return [word for word in stems(plain(title)) if word not in noise]


def without_rank(words: list[str]) -> list[str]:
    """Return words without those that tell a rank."""
    ranks = _known().seniority
    return [word for word in words if word not in ranks]


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """Return a title in lower case with its phrases in the atlas's own words."""
    low = re.sub(r"(?<=\w)\.(?=\s|$|,)", "", title[:_LONGEST].lower())
    known = _known()
    if known.any_phrase.search(low):
        for pattern, becomes in known.phrases:
            low = pattern.sub(becomes, low)
    return low


def weighted_words(title: str) -> dict[str, float]:
    """Return the words that count in a title, with their worth, 0..1."""
    known = _known()
    worth: dict[str, float] = {}
    place = 0
    for part in _SPLIT.split(plain(title)):
        words = [word for word in stems(part) if word not in known.noise]
        for word in words:
            weight = _WORTH[min(place, len(_WORTH) - 1)]
            weight *= _RANK_WORTH if word in known.seniority else 1.0
            worth[word] = max(worth.get(word, 0.0), weight)
        place += bool(set(words) - known.seniority)
    return worth


def first_words(title: str) -> list[str]:
    """Return the words that count of the first part that has any: "lab", "technician" of "Lab technician, nights"."""
    known = _known()
    for part in _SPLIT.split(plain(title)):
        words = [word for word in stems(part) if word not in known.noise]
        if without_rank(words):
            return words
    return []


def head_word(title: str) -> str:
    """Return the word that a title ends its first part with: "technician" of "Lab technician, nights"."""
    words = without_rank(first_words(title))
    return words[-1] if words else ""


def general_word(title: str) -> str:
    """Return the one word that is all that a title says of the work, "consultant" of "Senior Consultant"; else ""."""
    words = title_stems(_PLACE.sub("", title))
    told = set(without_rank(words)) - _FILLERS or set(words[-1:])
    word = told.pop() if len(told) == 1 else ""
    return word if word in _known().general else ""


def often_meant(word: str) -> tuple[str, ...]:
    """Return the SOC codes of the work that a general word often stands for."""
    return _known().general.get(word, ())


def words_of_titles(titles: Iterable[str]) -> tuple[list[str], list[list[int]]]:
    """Return the words of titles, and for each title its sorted word numbers."""
    numbers: dict[str, int] = {}
    rows = [sorted({numbers.setdefault(word, len(numbers)) for word in title_stems(t)}) for t in titles]
    return list(numbers), rows


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=1)
def _known() -> _Words:
    import yaml

    text = (files("everest.occupations") / "title_words.yaml").read_text("utf-8")
    raw = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return _Words(
        frozenset(raw["noise"].split()),
        frozenset(raw["seniority"].split()),
        tuple((re.compile(rf"\b(?:{pattern})"), becomes) for pattern, becomes in raw["phrases"]),
        re.compile(r"\b(?:" + "|".join(pattern for pattern, _ in raw["phrases"]) + ")"),
        {str(short): long for short, long in raw["words"].items()},
        {word: tuple(codes.split()) for word, codes in raw["general"].items()},
    )

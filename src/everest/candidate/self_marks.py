"""What a line says of its speaker by form and word: wish, liking, denial, listed words, and signs of each label."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from everest.content import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Sort = Literal["strength", "value", "interest"]
DENIAL = re.compile(
    r"\b(?:not|don't|doesn't|never|no|hate|dislike|can't stand|bad at|tired of|avoid|less)\b(?! (?:only|missed|panic|two))",
    re.IGNORECASE,
)
"""A word that denies what follows it in its clause."""
_BREAK = re.compile(r"[.;!?\n,]| but ")
_FORMS: tuple[tuple[str, str], ...] = (
    ("want", r"\b(?:want|wants|wanted|need|needs|look(?:ing)? for|should|must|has to|have to|i'd|dream|wish|hope|matters?|important|counts?|looking|goal|aim)\b"),
    ("left", r"\b(?:left|quit|walked out|never again|no more|not any ?more|tired of|missing|missed|enough|leave)\b"),
    ("like", r"\b(?:likes?|loves?|loved|enjoy\w*|happ(?:y|iest)|fun|draw[ns]|hobby|free time|favorite|fascinat\w*|pleasure|gladly|best part|relax\w*)\b"),
    ("able", r"\b(?:good at|can|could|talent|strength|knack|well|always|they (?:call|send|give|ask|say)|people (?:say|tell|come)|ask me|call me|told me|easily|first)\b"),
    ("neg", r"\b(?:not|don't|doesn't|didn't|never|no|hate|dislike|can't|couldn't|won't|wouldn't|nobody|nothing|bad|isn't|wasn't|hardly|rather|without|hopeless|worst|bore\w*)\b"),
    ("i", r"\bi\b|\bi'(?:m|d|ve|ll)\b"),
    ("my", r"\bmy\b|\bme\b|\bmine\b"),
    ("he", r"\b(?:he|she|they|his|her|their)\b"),
    ("the", r"^(?:the|my|our|he|she|they|we|it)\b"),
    ("now", r"\bnow\b|\bsince then\b"),
    ("than", r"\bthan\b"),
    ("past", r"\b\w+ed\b|\bwas\b|\bwere\b|\bhad\b|\bgot\b|\bmade\b"),
    ("num", r"\d"),
    ("q", r"\?"),
)  # fmt: skip
_PRONOUN = re.compile(r"\b(?:i|my|me|we|he|she|they|it|you)\b", re.IGNORECASE)
_STEP = 6
"""Words; lines are told apart by length in such steps, up to three."""
_ENDING = 4
"""Letters that a word may have beyond a sign."""
_SMALL = frozenset(
    "a an the of to in on and or it i my me we is was be by for with at as that this what when if so not no".split()
)


def marks_of(text: str) -> list[str]:
    """Return the named marks of a line: its forms, its length, and the labels whose listed words it holds or denies."""
    found = {name for name, pattern in _forms() if pattern.search(text)}
    found.add(f"len{min(3, len(text.split()) // _STEP)}")
    if not _PRONOUN.search(text):
        found.add("bare")
    for sort, name, pattern in listed():
        for match in pattern.finditer(text):
            clause = _BREAK.split(text[max(0, match.start() - 60) : match.start()])[-1]
            found.add(f"{'not ' if DENIAL.search(clause) else ''}{sort} {name}")
    return sorted(found)


def signs_of(text: str) -> NDArray[np.float32]:
    """Return a unit row with a column for each label: how many of its signs the line holds, by their root."""
    import numpy as np

    labels, table = _signs()
    row = np.zeros(labels, np.float32)
    for word in {w.replace("'", "") for w in re.findall(r"[a-z']+", text.lower())} - _SMALL:
        endings = range(min(_ENDING + 1, len(word) - 2))
        for label in {label for cut in endings for label in table.get(word[: len(word) - cut], ())}:
            row[label] += 1
    row = np.sqrt(row)
    return np.asarray(row / max(1e-6, float(np.linalg.norm(row))), np.float32)


@lru_cache(maxsize=1)
def listed() -> list[tuple[Sort, str, re.Pattern[str]]]:
    """Return (sort, name, pattern) for every list of words."""
    words: dict[str, Any] = load("self_words")
    sorts: tuple[tuple[Sort, dict[str, list[str]]], ...] = (
        ("strength", words["strengths"]),
        ("value", {name: entry["words"] for name, entry in words["values"].items()}),
        ("interest", words["interests"]),
    )
    return [
        (sort, name, re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE))
        for sort, names in sorts
        for name, parts in names.items()
    ]


@lru_cache(maxsize=1)
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FORMS]


@lru_cache(maxsize=1)
def _signs() -> tuple[int, dict[str, tuple[int, ...]]]:
    table: dict[str, tuple[int, ...]] = {}
    lists = [words for names in load("self_signs").values() for words in names.values()]
    for label, words in enumerate(lists):
        for word in set(words.split()):
            table[word] = (*table.get(word, ()), label)
    return len(lists), table

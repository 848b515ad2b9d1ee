"""Strengths, values and interests recognized in people's own words, with the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from everest.candidate import self_head
from everest.content import load
from everest.evidence import Span

Sort = Literal["strength", "value", "interest"]


@dataclass(frozen=True, slots=True)
class Heard:
    """Something the person said of themselves. ``spans`` are the words it was heard in, in order."""

    sort: Sort
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ValueCard:
    """A card to sort. ``work_value`` is the O*NET work value it corresponds to, None where none does."""

    name: str
    card: str
    work_value: str | None


def understand(text: str) -> tuple[Heard, ...]:
    """Return what is heard in ``text``: strengths, values and interests, most often named first.

    Words of a list are heard first; a learned head hears what they do not hold, and shows the whole sentence. A phrase
    that is denied ("I don't like selling", "I'm not patient with details") is left out.
    """
    plain = text.replace("’", "'")
    spans: dict[tuple[Sort, str], list[Span]] = {}
    for sort, name, pattern in _patterns():
        for match in pattern.finditer(plain):
            if not _denied(plain, match.start()):
                spans.setdefault((sort, name), []).append(Span(match.start(), match.end()))
    if self_head.available():
        _with_heads(plain, spans)
    heard = [
        Heard(sort, name, tuple(sorted(found, key=lambda s: s.start)))
        for (sort, name), found in spans.items()
        if found
    ]
    return tuple(sorted(heard, key=lambda item: (-len(item.spans), item.spans[0].start)))


def _with_heads(text: str, spans: dict[tuple[Sort, str], list[Span]]) -> None:
    """Add what the heads hear in each sentence, and take off interests that they hardly hear where a list did."""
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if len(words.split()) < _SHORTEST or _DENIAL.search(words):
            continue
        start = match.start() + match[0].index(words)
        chances = {(sort, name): chance for sort, name, chance in self_head.heard(words)}
        for (sort, name), chance in chances.items():
            known = spans.setdefault((sort, name), [])  # type: ignore[arg-type]
            if chance >= self_head.ENOUGH[sort] and not any(start <= s.start < match.end() for s in known):
                known.append(Span(start, start + len(words)))
        for (sort, name), found in spans.items():
            if sort == "interest" and (sort, name) not in chances:
                found[:] = [span for span in found if not start <= span.start < match.end()]


def interests_in(text: str) -> dict[str, float]:
    """Return the six occupational interests (Holland's) heard in a text, 1..7; empty if none is heard."""
    heard = {item.name: len(item.spans) for item in understand(text) if item.sort == "interest"}
    top = max(heard.values(), default=0)
    return {name: round(1 + 6 * number / top, 2) for name, number in heard.items()}


def value_cards() -> tuple[ValueCard, ...]:
    """Return the cards to sort into must-have, nice and not important."""
    return tuple(
        ValueCard(name, entry["card"], entry["work_value"])
        for name, entry in load("self_words")["values"].items()
    )


def work_values(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the O*NET work values that cards, or values in the person's own words, correspond to."""
    cards = {card.name: card for card in value_cards()} | {card.card: card for card in value_cards()}
    found: list[str] = []
    for name in names:
        known = cards.get(name)
        heard = [known] if known else [cards[h.name] for h in understand(name) if h.sort == "value"]
        found += [card.work_value for card in heard if card.work_value and card.work_value not in found]
    return tuple(found)


def _denied(text: str, start: int) -> bool:
    """Tell whether a denial stands in the same clause before ``start``."""
    clause = re.split(r"[.;!?\n]|, but | but ", text[max(0, start - 60) : start])[-1]
    return bool(_DENIAL.search(clause))


_SENTENCE = re.compile(r"[^.!?\n]+")
_SHORTEST = 4
"""Words; in less than this a head hears too little to be sure."""
_DENIAL = re.compile(
    r"\b(?:not|don't|doesn't|never|no|hate|dislike|can't stand|bad at|tired of|avoid|less)\b(?! (?:only|missed|panic|two))",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[Sort, str, re.Pattern[str]]]:
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

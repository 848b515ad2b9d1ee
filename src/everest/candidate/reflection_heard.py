"""What is heard in a reflection, in which words, and what the person struck from it.

A label is what people see of something heard: the name of a strength or an interest, the text of a value card. Labels are
what ``not_me`` holds; no two sorts share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from everest.candidate.model import Reflection
from everest.candidate.reflection_understanding import Heard, Label, understand, value_cards
from everest.candidate.self_marks import Sort, listed
from everest.evidence import Evidence

UNREAD = frozenset(["lifestyle", "limits", "drains", "goals", "untrue"])
"""Fields in which nobody listens: limits are private, and what wears someone out is not what they are."""
TITLES: dict[Sort, str] = {
    "strength": "Strengths",
    "value": "What matters to you",
    "interest": "What you are drawn to",
}
"""The sorts of what is heard, in the order shown, and what stands above each."""


@dataclass(frozen=True, slots=True)
class HeardIn:
    """Something heard in the person's own words. ``quotes`` are the words; their source is the field they stand in."""

    sort: Sort
    name: str
    label: str
    quotes: tuple[Evidence, ...]


def heard_in(reflection: Reflection) -> tuple[HeardIn, ...]:
    """Return what is heard in a reflection and not yet placed or struck by the person: strengths, values, interests.

    Within each sort what is heard most often comes first.
    """
    placed = _placed(reflection)
    return tuple(item for item in _all_heard(reflection) if (item.sort, item.name) not in placed)


def interests_heard(reflection: Reflection) -> dict[str, float]:
    """Return Holland's interests as heard in the person's words, 1..7; empty if none is heard."""
    heard = {item.name: len(item.quotes) for item in _all_heard(reflection) if item.sort == "interest"}
    top = max(heard.values(), default=0)
    return {name: round(1 + 6 * number / top, 2) for name, number in heard.items()}


def hear(text: str, not_me: Iterable[str] = ()) -> tuple[Heard, ...]:
    """Return what is heard in a text, without what the person struck."""
    struck = struck_labels(not_me)
    return tuple(item for item in _understood(text) if (item.sort, item.name) not in struck)


def strengths_heard(text: str, not_me: Iterable[str] = ()) -> list[str]:
    """Return the names of the strengths heard in a text, the most often heard first."""
    return [item.name for item in hear(text, not_me) if item.sort == "strength"]


def is_listened_for(strength: str) -> bool:
    """Tell whether a strength bears one of the names that are listened for, all of which can be spoken as they are."""
    return ("strength", strength.lower()) in struck_labels([strength])


def label_of(sort: Sort, name: str) -> str:
    """Return the label that people see for something heard."""
    return _cards().get(name, name) if sort == "value" else name


def known_label(said: str) -> str | None:
    """Return the label that was meant, whatever its case, or None. A value may be said by its short name too."""
    found = _labels().get(" ".join(said.split()).casefold())
    return label_of(*found) if found else None


def struck_labels(not_me: Iterable[str]) -> frozenset[Label]:
    """Return the strengths, values and interests that these labels name."""
    return frozenset(found for said in not_me if (found := _labels().get(said.casefold())))


def _all_heard(reflection: Reflection) -> list[HeardIn]:
    quotes: dict[Label, list[Evidence]] = {}
    for label, quote in _quotes(reflection):
        if quote not in quotes.setdefault(label, []):
            quotes[label].append(quote)
    found = [HeardIn(sort, name, label_of(sort, name), tuple(said)) for (sort, name), said in quotes.items()]
    return sorted(found, key=lambda item: ([*TITLES].index(item.sort), -len(item.quotes)))


def _quotes(reflection: Reflection) -> Iterator[tuple[Label, Evidence]]:
    for field, text in reflection.answers.items():
        if field in UNREAD:
            continue
        for item in hear(text, reflection.not_me):
            for span in item.spans:
                yield (
                    (item.sort, item.name),
                    Evidence.of(text, span.start, span.end, f"reflection:{field}"),
                )


def _placed(reflection: Reflection) -> frozenset[Label]:
    """Return what the person placed by themselves, which is no news to them."""
    named = [strength.name for strength in reflection.strengths if strength.name_from == "person"]
    piles = (*reflection.must_have, *reflection.nice_to_have, *reflection.not_important)
    return frozenset(
        [
            *(("strength", name) for said in named for name in (said.lower(), *strengths_heard(said))),
            *(("value", name) for name in values_in(piles)),
            *(("interest", name) for sort, name, _ in listed() if sort == "interest" and reflection.interests_placed),
        ]
    )  # fmt: skip


def values_in(said: Sequence[str], not_me: Iterable[str] = ()) -> set[str]:
    """Return the names of the values in cards, by name or text, and in the person's own words for what matters."""
    cards = {card: name for name, card in _cards().items()}
    own = [text for text in said if text not in cards and text not in _cards()]
    heard = {item.name for text in own for item in hear(text, not_me) if item.sort == "value"}
    return heard | {cards.get(text, text) for text in said}


@lru_cache(maxsize=512)
def _understood(text: str) -> tuple[Heard, ...]:
    return understand(text)


@lru_cache(maxsize=1)
def _cards() -> dict[str, str]:
    return {card.name: card.card for card in value_cards()}


@lru_cache(maxsize=1)
def _labels() -> dict[str, Label]:
    """Return every label in lower case; the short name of a value too, where it is not the name of a strength."""
    known: dict[str, Label] = {}
    for sort, name, _ in listed():
        known[label_of(sort, name).casefold()] = (sort, name)
    for name in _cards():
        known.setdefault(name.casefold(), ("value", name))
    return known

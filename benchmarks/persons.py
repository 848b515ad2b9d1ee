"""Persons in their own words, and the occupations that would fit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.messy_titles import rows

FILE = Path(__file__).parent / "data" / "occupations" / "persons.txt"
SAID = {"first": "used to choose weights", "dev": "used to choose weights", "heldout": "held out"}
PARTS = ("words", "titles", "meaning", "traits", "interests", "values", "drains")


@dataclass(frozen=True, slots=True)
class Person:
    """What a person says, and the codes, or beginnings, that fit."""

    text: str
    codes: tuple[str, ...]
    interests: Mapping[str, float]
    values: tuple[str, ...]
    drains: str


def persons(part: str) -> list[Person]:
    """Return the persons of "first" (text alone), "dev" or "heldout"."""
    if part == "first":
        lines = [line.split("|") for line in FILE.read_text("utf-8").splitlines() if line and line[0] != "#"]
        return [Person(text.strip(), tuple(codes.split()), {}, (), "") for text, codes in lines]
    return [_person(*(line + [""] * 3)[:5]) for line in rows("persons_more.txt", part)]


def _person(text: str, codes: str, interests: str, values: str, drains: str) -> Person:
    named = {letter: 1 - 0.25 * n for n, letter in enumerate(interests.split())}
    whole = ("Working Conditions",) if values == "Working Conditions" else tuple(values.split())
    return Person(text, tuple(codes.split()), named, whole, drains)


def hits(people: list[Person], *, text_alone: bool = False) -> tuple[float, float, float]:
    """Return the share of persons with a fitting occupation first, among the first five, and among the first ten."""
    from everest.occupations import match_person

    found = []
    for one in people:
        more = {} if text_alone else {"interests": one.interests, "values": one.values, "drains": one.drains}
        codes = [match.code for match in match_person(one.text, limit=10, **more)]  # type: ignore[arg-type]
        found.append([any(code.startswith(one.codes) for code in codes[:limit]) for limit in (1, 5, 10)])
    return tuple(sum(row[n] for row in found) / len(found) for n in range(3))  # type: ignore[return-value]


@contextmanager
def without(part: str) -> Iterator[None]:
    """Match with one part weighing nothing."""
    from everest.occupations import matching

    kept = matching.PARTS[part]
    matching.PARTS[part] = 0.0
    try:
        yield
    finally:
        matching.PARTS[part] = kept


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    measured = []
    for part, goal in (("first", ""), ("dev", ""), ("heldout", "first five 0.90, first ten 0.95")):
        people = persons(part)
        name = f"persons, {part}: fitting first, in five, in ten"
        measured.append((name, f"{_shown(hits(people))} (n={len(people)}, {SAID[part]})", goal))
    measured.append(("persons, heldout: from the text alone", _shown(hits(people, text_alone=True)), ""))
    for part in PARTS:
        with without(part):
            measured.append((f"persons, heldout: without {part}", _shown(hits(people)), ""))
    return measured


def _shown(shares: tuple[float, float, float]) -> str:
    return ", ".join(f"{share:.3f}" for share in shares)

"""Persons in their own words, and the occupations that would fit them."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).parent / "data" / "occupations" / "persons.txt"


def persons() -> list[tuple[str, tuple[str, ...]]]:
    """Return each person's words with the codes (or beginnings) that fit."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(text.strip(), tuple(codes.split())) for text, codes in (line.split("|") for line in lines)]


def hits(cases: list[tuple[str, tuple[str, ...]]], limit: int) -> float:
    """Return the share of persons with a fitting occupation among the first ``limit``."""
    from everest.occupations import match_person

    found = sum(
        any(match.code.startswith(codes) for match in match_person(text, limit=limit))
        for text, codes in cases
    )
    return found / len(cases)

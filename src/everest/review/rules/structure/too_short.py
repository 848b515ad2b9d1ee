"""Finds an answer of fewer than twelve words."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review.reading import Reading
from everest.review.rule import Hit

ENOUGH_WORDS = 12


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer too short to show anything."""
    if reading.words < ENOUGH_WORDS:
        yield Hit(reading.end, reading.end, {"seconds": f"{max(1, round(reading.seconds))}"})

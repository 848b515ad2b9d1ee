"""Finds an answer that shows nothing the person has done or is good at."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer without a strength."""
    if signs.is_long_enough(reading) and not signs.PROOF.search(reading.low):
        yield Hit(reading.end, reading.end)

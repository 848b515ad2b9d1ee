"""Finds an answer that takes longer than a hundred seconds aloud."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review.reading import Reading
from everest.review.rule import Hit

LONGEST_SECONDS = 100


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer too long to hold."""
    if reading.seconds > LONGEST_SECONDS:
        yield Hit(reading.end, reading.end, {"seconds": f"{round(reading.seconds)}"})

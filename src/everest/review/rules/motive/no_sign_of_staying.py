"""Finds an answer with no word on staying."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit

ROOM_WORDS = 45
"""In so many words there is room for one on staying."""


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer that speaks of the job and leaves open whether the person would stay.

    Where the job is not spoken of at all, ``no-link`` says the more needful thing.
    """
    low = reading.low
    if reading.words >= ROOM_WORDS and signs.LINK.search(low) and not signs.STAYING.search(low):
        yield Hit(reading.end, reading.end)

"""Finds an answer that is long enough to show something and shorter than it need be."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit
from everest.review.rules.structure.too_short import ENOUGH_WORDS


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of a short answer."""
    if ENOUGH_WORDS <= reading.words < signs.ENOUGH_WORDS:
        yield Hit(reading.end, reading.end, {"seconds": f"{round(reading.seconds)}"})

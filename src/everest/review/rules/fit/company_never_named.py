"""Finds an answer in which no word of the company's name appears."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer that neither names the company nor speaks of "your" plans and work."""
    name = reading.opening.company.name if reading.opening else None
    if name is None:
        return
    words = [word for word in name.value.lower().split() if len(word) > 3]
    if not any(word in reading.low for word in words or [name.value.lower()]) and " your " not in reading.low:
        yield Hit(reading.end, reading.end, {"company": name.value})

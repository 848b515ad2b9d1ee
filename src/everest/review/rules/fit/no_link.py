"""Finds an answer that would fit any job: nothing in it points to this one."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer without a word on this job or company."""
    linked = (
        signs.LINK.search(reading.low)
        or signs.NAMED.search(reading.text)
        or any(word in reading.low for word in signs.company_words(reading))
    )
    if signs.is_long_enough(reading) and not linked:
        yield Hit(reading.end, reading.end)

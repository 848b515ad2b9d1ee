"""Finds a far aim without a next step."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the far aim where no step is named."""
    if signs.STEP.search(reading.low) or reading.words < 15:
        return
    far = signs.DREAM.search(reading.low)
    if far:
        sentence = reading.sentence_at(far.start())
        yield Hit(sentence.start, sentence.end)

"""Finds a list of near goals with no direction behind it."""

from __future__ import annotations

from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit

MANY = 3
"""So many near goals make a list."""


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the sentence with most near goals where none looks further."""
    near = list(signs.NEAR.finditer(reading.low))
    if len(near) < MANY or signs.FAR.search(reading.low):
        return
    sentences = [reading.sentence_at(mark.start()) for mark in near]
    fullest = max(sentences, key=sentences.count)
    yield Hit(fullest.start, fullest.end)

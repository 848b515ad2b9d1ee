"""Finds numbers, names and titles in the answer that nothing given bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.answer import Wished, check_grounds, sources_of
from everest.opening.model import Opening
from everest.review.reading import Reading
from everest.review.rule import Hit

_SELF = re.compile(r"\bi\b|\bmy (?:[\w-]+ ){0,2}(?:goal|aim|dream|hope|plan|ambition|aspiration|wish)s?\b")


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark each claim without grounds: of the person in their own papers and reflection, of the company in its words."""
    if not reading.candidate or not reading.candidate.text:
        return
    evidence = list(sources_of(reading.candidate, None, reading.opening or Opening()))
    evidence += [Wished(reading.question)] if reading.question else []
    evidence += [Wished(words) for words in _after_self(reading)]
    for claim in check_grounds(reading.text, evidence):
        yield Hit(claim.start, claim.end)


def _after_self(reading: Reading) -> Iterator[str]:
    """Yield what each sentence says from "I" on: where it is a wish ("I want to be a manager"), it needs no paper.

    What stands before ("As a certified planner, I'd …") is a claim all the same.
    """
    for sentence in reading.sentences:
        found = _SELF.search(reading.low, sentence.start, sentence.end)
        if found:
            yield reading.text[found.start() : sentence.end]

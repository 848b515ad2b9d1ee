"""Finds numbers, names and titles in the answer that nothing given bears out."""

from __future__ import annotations

from collections.abc import Iterator

from everest.answer import Wished, check_grounds, sources_of
from everest.opening.model import Opening
from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark each claim without grounds: of the person in their own papers and reflection, of the company in its words."""
    if not reading.candidate or not reading.candidate.text:
        return
    evidence = list(sources_of(reading.candidate, None, reading.opening or Opening()))
    evidence += [Wished(reading.question)] if reading.question else []
    for claim in check_grounds(reading.text, evidence):
        yield Hit(claim.start, claim.end)

"""Finds numbers, names and titles in the answer that neither résumé nor posting bears out."""

from __future__ import annotations

from collections.abc import Iterator

from everest.answer import check_grounds
from everest.review.reading import Reading
from everest.review.rule import Hit


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark each claim without grounds."""
    evidence = [reading.candidate.text] if reading.candidate else []
    evidence += [reading.question] if reading.question else []
    if reading.opening:
        evidence += [reading.opening.text, *reading.opening.company.texts.values()]
    if not reading.candidate or not reading.candidate.text:
        return
    for claim in check_grounds(reading.text, evidence):
        yield Hit(claim.start, claim.end)

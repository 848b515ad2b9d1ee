"""Marks in a text: which words were read as what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark, ``text[start:end]``; ``kind`` names the color, ``note`` says why."""

    start: int
    end: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, marked if ``kind`` is not empty."""

    text: str
    kind: str = ""
    note: str = ""


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a text at its marks. Where two overlap, the one that begins first stays, the longer of two that begin alike."""
    cut: list[Segment] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < at or mark.end <= mark.start or mark.end > len(text):
            continue
        if mark.start > at:
            cut.append(Segment(text[at : mark.start]))
        cut.append(Segment(text[mark.start : mark.end], mark.kind, mark.note))
        at = mark.end
    if at < len(text):
        cut.append(Segment(text[at:]))
    return tuple(cut)

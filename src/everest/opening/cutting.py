"""Cuts a posting into headings and statements, and keeps what the page says about each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from everest.documents import Block, BlockKind, Document
from everest.evidence import Span
from everest.language.sentences import split
from everest.opening.head import load
from everest.opening.skills import is_shouted

_LEAD = re.compile(r"\s*(?:[-*•▪◦‣·●○–—➢✓■]|\uf0b7|\d{1,2}[.)]|#{1,6})?\s*(?:\*\*|__)?")
_INLINE = re.compile(r"^(?P<label>[A-Z][A-Za-z’' /&-]{3,40}):\s+(?=\S)")
_LONGEST_HEADING = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A block without its bullet: ``text[start:end]``, and what stands around it."""

    text: str
    start: int
    end: int
    item: bool
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``section`` is the letter of the heading above it, "" where there is none."""

    text: str
    start: int
    end: int
    item: bool
    section: str
    place: float


def pieces(document: Document) -> list[Piece]:
    """Return the blocks with their bullets taken off and their layout as marks."""
    shouted = is_shouted(document.text)
    found = []
    blocks = document.blocks
    for number, block in enumerate(blocks):
        raw = document.text[block.start : block.end]
        lead = _LEAD.match(raw)
        start = block.start + (lead.end() if lead else 0)
        text = document.text[start : block.end]
        if re.search(r"\w{2}", text):
            marks = _layout(document.text, blocks, number, text, shouted=shouted)
            found.append(Piece(text, start, block.end, _is_item(block, raw), marks))
    return found


def statements(
    document: Document, sections: Callable[[Sequence[Piece]], list[str]] | None = None
) -> list[Statement]:
    """Cut the document into statements, each under the heading that governs it.

    ``sections`` tells the headings where they are known already (as in training).
    """
    found: list[Statement] = []
    section = ""
    cut = pieces(document)
    length = max(1, len(document.text))
    breath = len(document.text.split()) <= _ONE_BREATH and len(cut) <= 8
    for piece, opened in zip(cut, (sections or headings)(cut), strict=True):
        if opened:
            section = opened
            continue
        under = section
        for span in _cut(document.text[piece.start : piece.end], breath=breath):
            start = piece.start + span.start
            label = _INLINE.match(document.text[start : piece.start + span.end])
            if label and sections is None and (named := _inline(label["label"])):
                under, start = named, start + label.end()
                section = section if piece.item else named
            words = document.text[start : piece.start + span.end].strip(" *_,;")
            begin = document.text.index(words, start) if words else start
            if re.search(r"\w", words):
                end = begin + len(words)
                found.append(Statement(words, begin, end, piece.item, under, begin / length))
    return found


_ONE_BREATH = 90
"""A posting of no more words than this may be written in one breath, its parts apart by commas."""

_BREAKS = re.compile(r"[;]\s+|(?<=[.!?])\s+(?=[a-z$€£])|(?<=[.!?])\s+(?=[A-Z][A-Za-z’' /&-]{3,40}:\s)")


def _cut(text: str, *, breath: bool) -> Sequence[Span]:
    """Cut into sentences; a short line that does not end like one is a line ("St. Brigid's Hospital - Duluth")."""
    if len(text.split()) <= 9 and not re.search(r"[.!?]\W*$|[.!?]\s+[a-z$]", text):
        return (Span(0, len(text)),)
    spans = split(text)
    if not breath and not _INLINE.search(text):
        return spans
    found = []
    for span in spans:
        words = text[span.start : span.end]
        pattern = _COMMAS if breath and _is_run(words) else _BREAKS
        cuts = [span.start, *(span.start + match.end() for match in pattern.finditer(words)), span.end]
        found += [Span(a, b) for a, b in pairwise(cuts) if b > a]
    return found


_COMMAS = re.compile(r"[;,]\s+|(?<=[.!?])\s+")


def _is_run(words: str) -> bool:
    """Tell whether one sentence runs through a whole ad, "need a cook, nights, must be clean, $15, call me"."""
    return (
        words.count(", ") >= 3
        and words[:1].islower()
        and bool(re.search(r"[$€£]\s?\d|\b(?:call|text|need|must)\b", words))
    )


def headings(cut: Sequence[Piece]) -> list[str]:
    """Return for each piece the letter of the section that it opens; "" for what is no heading."""
    at = [number for number, piece in enumerate(cut) if may_be_heading(piece)]
    result = [""] * len(cut)
    if at:
        head = load("headings")
        rows = head.log_chances([cut[n].text for n in at], [cut[n].marks for n in at])
        for number, row in zip(at, rows, strict=True):
            result[number] = head.labels[int(row.argmax())].replace("-", "")
    return result


def may_be_heading(piece: Piece) -> bool:
    """Tell whether a piece is short and open-ended enough to be a heading at all."""
    plain = piece.text.strip("*_# ")
    if piece.item and not plain.endswith(":"):
        return False
    return len(plain.split()) <= _LONGEST_HEADING and not re.search(r"[.!;,]$|[$€£]\s?\d|\d{3}", plain)


def _inline(label: str) -> str:
    """Return the section that a label within a line opens ("Requirements: …")."""
    head = load("headings")
    row = head.log_chances([label + ":"], [("colon", "words:1")])[0]
    best = int(row.argmax())
    sure = row[best] > -0.35 and label.lower() not in _FACTS
    return head.labels[best].replace("-", "") if sure else ""


_FACTS = frozenset(
    "location place city job title title position company employer organization salary date department reports to status type job type posted job code closing date".split()
)


def _is_item(block: Block, raw: str) -> bool:
    return block.kind is BlockKind.ITEM or bool(re.match(r"\s*(?:➢|✓|■|\uf0b7)", raw))


def _layout(text: str, blocks: Sequence[Block], number: int, words: str, *, shouted: bool) -> tuple[str, ...]:
    """Name what the page shows about a block."""
    block = blocks[number]
    after = blocks[number + 1] if number + 1 < len(blocks) else None
    before = blocks[number - 1] if number else None
    plain = words.strip("*_# ")
    count = len(plain.split())
    gap = before is not None and text[before.end : block.start].count("\n") > 1
    marks = [
        f"words:{min(count, 12) // 2}",
        "first" if number == 0 else "early" if number < 4 else "late",
        "gap" if gap else "close",
        "bold" if block.bold or words.rstrip().endswith("**") else "light",
    ]
    if block.kind is BlockKind.HEADING:
        marks.append("heading")
    if plain.endswith((":", "?")):
        marks.append("colon")
    if plain.isupper() and not shouted:
        marks.append("upper")
    if after is not None and after.kind is BlockKind.ITEM and block.kind is not BlockKind.ITEM:
        marks.append("leads items")
    if re.search(r"[.!]$", plain):
        marks.append("full stop")
    return tuple(marks)

"""Finds the lines again in a résumé that has lost them: before headings, bullets, jobs and courses of study.

Only the edges of blocks are set anew; the text, and so every offset, stays as it is. What stands at the head of a
job is then a guess, and said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from everest.candidate.dates import find_periods
from everest.candidate.headings import Inner, inner_headings, section_of
from everest.candidate.pieces import Piece, jobs, studies
from everest.documents.model import Block, BlockKind, Document

LONG = 220
"""Characters; a block longer than this with headings or dates inside has lost its line breaks."""
_PIECED = 100
"""Characters; in a damaged text, blocks from here on are looked into."""
_BULLET = re.compile(r"(?:(?<=\s)|^)[•▪◦‣●○➢✓■§\uf0b7ØñÞ*](?=\s)")
_CONTACT = re.compile(
    r"\S+@\S+|(?:https?://|www\.|linkedin\.com)\S*|\(?\+?\d[\d\s().-]{7,}\d|\s\|\s", re.IGNORECASE
)
_LABELLED = re.compile(r"\bcompany - |\b(?:designation|organi[sz]ation|employer)\s*:", re.IGNORECASE)
_LABEL = re.compile(r"(?<![\w&/-])(?:[A-Z][\w/&-]+\s?){1,3}\s?:\s")
_HELD = re.compile(r"- Exp[er]+ience - (?:Less than )?\d+ (?:year |months?|years?)+\s*", re.IGNORECASE)
_TWICE = re.compile(r"\b(?P<said>[A-Z][\w/.&() -]{4,60}?)\s+(?P=said)(?=\s-\s|\s*$)")
"""How one job board puts the job sought and the latest job, one behind the other."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A document with its lines found again. ``pieced`` are the offsets where a job or course begins by guess."""

    document: Document
    pieced: frozenset[int] = frozenset()


def broken(document: Document) -> Broken:
    """Find lost lines; a document that has its lines comes back as it is."""
    if not any(_is_damaged(document.text[block.start : block.end]) for block in document.blocks):
        return Broken(document)
    blocks: list[Block] = []
    pieced: set[int] = set()
    section = "top"
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if (named := section_of(text)) is not None:
            section = named
        if named is not None or (len(text) < _PIECED and not _swallows(text)):
            blocks.append(block)
            continue
        for piece, name in _pieces(text, section):
            section = name
            made = replace(
                block, start=block.start + piece.start, end=block.start + piece.end, kind=piece.kind
            )
            blocks.append(made)
            if piece.guessed:
                pieced.add(made.start)
    return Broken(replace(document, blocks=tuple(blocks)), frozenset(pieced))


def _is_damaged(text: str) -> bool:
    if _swallows(text):
        return True
    if len(text) < LONG:
        return False
    ranges = sum(period.is_range for period in find_periods(text))
    return len(inner_headings(text)) + ranges >= 2


def _swallows(text: str) -> bool:
    """Tell whether a heading sticks to the words before it: "monthsCompany Details", "good work Education Details"."""
    return any(
        found.start
        and (
            text[found.start - 1].isalpha()
            or (" " in text[found.start : found.end] and not text[found.end :].strip(" :"))
        )
        for found in inner_headings(text)
    )


def _pieces(text: str, section: str) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of one block with the section each stands in, the headings among them."""
    found = inner_headings(text)
    edges = [Inner(0, 0, section), *found]
    for here, after in zip(edges, [*found, Inner(len(text), len(text), "")], strict=True):
        if here.end > here.start:
            yield Piece(here.start, here.end, BlockKind.HEADING), here.name
        start = here.end + len(re.match(r"[\s:.=_–—-]*", text[here.end :])[0])  # type: ignore[index]
        if start < after.start:
            yield from ((piece, here.name) for piece in _in_section(text, start, after.start, here.name))


def _in_section(text: str, start: int, end: int, name: str) -> Iterator[Piece]:
    if name == "experience" and _LABELLED.search(text, start, end):
        yield Piece(start, end)
        return
    makers = {"experience": jobs, "education": _studies, "top": _top, "skills": _list, "certificates": _list}
    for piece in makers.get(name, _whole)(text, start, end):
        words = text[piece.start : piece.end]
        left = len(words) - len(words.lstrip(" \t\n.:;–—"))
        right = len(words.rstrip(" \t\n.:;–—-") if piece.guessed else words.rstrip())
        if right > left:
            yield replace(piece, start=piece.start + left, end=piece.start + right)


def _whole(text: str, start: int, end: int) -> Iterator[Piece]:  # noqa: ARG001 - one form for all sections
    yield Piece(start, end)


def _studies(text: str, start: int, end: int) -> Iterator[Piece]:
    twice = _TWICE.search(text, start, end)
    stop = twice.start() if twice and twice.start() > start else end
    yield from studies(text, start, stop)
    if twice and stop < end:
        yield Piece(stop, stop + len(twice["said"]))
        yield Piece(twice.end("said") + 1, end)


def _list(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut at bullets; what follows one is an item."""
    marks = [start + mark.start() for mark in _BULLET.finditer(text[start:end])]
    marks = sorted(
        {*marks, *(label.start() for label in _LABEL.finditer(text, start, end) if label.start() > start)}
    )
    held = [start + mark.end() for mark in _HELD.finditer(text[start:end])]
    if held:
        yield from (Piece(at, stop) for at, stop in zip([start, *held], [*held, end], strict=True))
        return
    for at, stop in zip([start, *marks], [*marks, end], strict=True):
        yield Piece(
            at, stop, BlockKind.ITEM if at in marks and _BULLET.match(text, at) else BlockKind.PARAGRAPH
        )


def _top(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut the head of the page at ways to reach the person, and the name from what follows it."""
    at = start
    if label := re.match(r"(?:full )?name\s*[:-]\s*", text[start:end], re.IGNORECASE):
        at += label.end()
    for number, (begin, stop) in enumerate(_around_contacts(text, at, end)):
        cut = _name_end(text[begin:stop]) if not number else 0
        if cut:
            yield Piece(begin, begin + cut, guessed=True)
        yield Piece(begin + cut, stop)


def _around_contacts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _CONTACT.finditer(text, start, end):
        yield at, match.start()
        if match[0].strip() != "|":
            yield match.span()
        at = match.end()
    yield at, end


def _name_end(words: str) -> int:
    """Return where the name ends in words that go on after it; 0 where they don't, or where it can't be told."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) < 3 or not all(part[0][0].isupper() for part in parts[:2]):
        return 0
    if "," in parts[0][0] + parts[1][0] or "." in parts[1][0][2:]:
        return 0
    loud = 0
    while loud < len(parts) and parts[loud][0].isupper():
        loud += 1
    return parts[loud - 1].end() if 2 <= loud <= 4 and loud < len(parts) else parts[1].end()

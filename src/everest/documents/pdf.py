"""PDF by its text layer: words become lines, lines become columns, columns are read one after the other."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from everest.documents.model import Block, BlockKind, Document
from everest.documents.plain import clean
from everest.errors import UnreadableDocument
from everest.evidence import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PAGES = 400


@dataclass(slots=True)
class Line:
    """A run of words on one baseline; coordinates in points from the top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


def read_pdf(content: bytes, name: str) -> Document:
    """Read the text layer of a PDF, in reading order.

    Raises:
        UnreadableDocument: if it is damaged, locked, or holds pictures only.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = (
            "This PDF is locked with a password." if locked else "This PDF is damaged and cannot be opened."
        )
        todo = "Save a copy without the password." if locked else "Save it anew, or paste the text."
        raise UnreadableDocument(what, where=name, todo=todo) from error
    try:
        return _document(pdf, name)
    finally:
        pdf.close()


def _document(pdf: Any, name: str) -> Document:
    pages = [
        lines_in_order(list(_lines(pdf[number])), pdf[number].get_width())
        for number in range(min(len(pdf), MAX_PAGES))
    ]
    notices = []
    if len(pdf) > MAX_PAGES:
        notices.append(Notice(f"Only the first {MAX_PAGES} pages were read.", name))
    if not any(pages):
        from everest.documents.scans import read_scan

        return read_scan(pdf, name)
    parts: list[str] = []
    blocks, at = [], 0
    usual = statistics.median(line.size for page in pages for line in page)
    for number, page in enumerate(pages):
        for line in page:
            kind = (
                BlockKind.HEADING
                if line.size > usual * 1.12 or (line.bold and len(line.text) < 60)
                else BlockKind.PARAGRAPH
            )
            blocks.append(Block(at, at + len(line.text), kind, number, line.x0, line.size, line.bold))
            parts.append(line.text)
            at += len(line.text) + 1
    return Document(name, "application/pdf", "\n".join(parts), tuple(blocks), tuple(notices), len(pdf))


def _lines(page: Any) -> Iterator[Line]:
    """Join pdfium's text objects on one baseline; a wide gap begins a new line, so columns stay apart."""
    textpage = page.get_textpage()
    height = page.get_height()
    try:
        for index in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(index)
            text = clean(textpage.get_text_bounded(left, bottom, right, top))
            text = " ".join(text.split())
            if text:
                yield Line(text, left, right, height - top, height - bottom, top - bottom, bold=False)
    finally:
        textpage.close()


def lines_in_order(pieces: list[Line], width: float) -> list[Line]:
    """Merge pieces on a baseline and read column by column."""
    lines = _merged(pieces)
    gutter = _gutter(lines, width)
    if gutter is None:
        return sorted(lines, key=lambda line: (round(line.top), line.x0))
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda item: (item.top, item.x0)):
        if line.x0 < gutter - 4 and line.x1 > gutter + 4:
            ordered += [*_columns(left, right, gutter / width), line]
            left, right = [], []
        elif line.x1 <= gutter + 4:
            left.append(line)
        else:
            right.append(line)
    return [*ordered, *_columns(left, right, gutter / width)]


def _columns(left: list[Line], right: list[Line], share: float) -> list[Line]:
    """Put the main column first: a narrow left one is a sidebar, unless the largest words of the head stand in it."""
    if not left or not right:
        return [*left, *right]
    heads = [max(line.size for line in column[:3]) for column in (left, right)]
    widths = [statistics.mean(line.x1 - line.x0 for line in column) for column in (left, right)]
    sidebar = share < 0.45 and widths[0] < widths[1] and heads[0] <= heads[1] * 1.5
    return [*right, *left] if sidebar else [*left, *right]


def _merged(pieces: list[Line]) -> list[Line]:
    merged: list[Line] = []
    for row in _rows(pieces):
        for piece in sorted(row, key=lambda item: item.x0):
            last = merged[-1] if merged and merged[-1] in row else None
            gap = piece.x0 - last.x1 if last else 0.0
            bullet = last is not None and len(last.text) == 1 and not last.text.isalnum() and gap < 40
            if last and (bullet or -2 < gap < max(12.0, 1.6 * piece.size)):
                joint = "" if gap < 0.12 * piece.size else " "
                last.text = f"{last.text}{joint}{piece.text}"
                last.x1, last.top, last.bottom = (
                    max(last.x1, piece.x1),
                    min(last.top, piece.top),
                    max(last.bottom, piece.bottom),
                )
                last.size = max(last.size, piece.size)
                row[row.index(piece)] = last
            else:
                merged.append(piece)
    return merged


def _rows(pieces: list[Line]) -> list[list[Line]]:
    """Group pieces whose middles are at one height."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda item: item.top + item.bottom):
        middle = (piece.top + piece.bottom) / 2
        last = rows[-1][0] if rows else None
        if last and abs((last.top + last.bottom) / 2 - middle) < max(2.5, 0.45 * min(last.size, piece.size)):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _gutter(lines: list[Line], width: float) -> float | None:
    """Find a vertical strip that nearly no line crosses, with real text on both sides."""
    if len(lines) < 8:
        return None
    best: tuple[float, float] | None = None
    for step in range(20, 80):
        x = width * step / 100
        crossing = [line for line in lines if line.x0 < x - 2 and line.x1 > x + 2]
        lefts = [line for line in lines if line.x1 <= x + 2]
        rights = [line for line in lines if line.x0 >= x - 2]
        if len(crossing) > 0.15 * len(lines) or min(len(lefts), len(rights)) < 5:
            continue
        if not _overlap(lefts, rights) or not _is_column(rights):
            continue
        score = len(crossing) / len(lines)
        if best is None or score < best[0] - 1e-9:
            best = (score, x)
    return best[1] if best else None


def _is_column(rights: list[Line]) -> bool:
    """Tell a column of text from dates set to the right: short lines count only where they are words on one edge."""
    if statistics.median(len(line.text) for line in rights) >= 9:
        return True
    edge = statistics.mode([round(line.x0) for line in rights])
    aligned = sum(abs(line.x0 - edge) < 3 for line in rights)
    figures = sum(any(sign.isdigit() for sign in line.text) for line in rights)
    return aligned >= 0.8 * len(rights) and figures <= 0.3 * len(rights)


def _overlap(lefts: list[Line], rights: list[Line]) -> bool:
    starts = [line.x0 for line in rights]
    aligned = sum(1 for x in starts if abs(x - statistics.mode([round(s) for s in starts])) < 3)
    shared = min(max(r.bottom for r in rights), max(line.bottom for line in lefts)) - max(
        min(r.top for r in rights), min(line.top for line in lefts)
    )
    return shared > 60 and aligned >= 0.35 * len(starts)

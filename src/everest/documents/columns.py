"""The lines of a page in reading order: words become lines, lines become columns."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from everest.documents.wrapping import Line, goes_on

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_NUMBERED = re.compile(r"(?:\S+\s){1,6}[-–—|·]\s*(?:page\s)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/|\||-)\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE
)


@dataclass(slots=True)
class Page:
    """What stands on a page and its measures in points."""

    lines: list[Line]
    width: float
    height: float

    def margins(self) -> list[Line]:
        """Return the short lines within 7 % of the upper or lower edge."""
        edge = 0.07 * self.height
        return [
            line
            for line in self.lines
            if (line.bottom < edge or line.top > self.height - edge) and len(line.text) < 80
        ]


def without_running(pages: list[Page]) -> None:
    """Take off what stands at the head or foot of pages as a page number or, on two pages or more, the same words."""
    seen = Counter(key for page in pages for key in {_masked(line) for line in page.margins()})
    for page in pages:
        running = {
            id(line)
            for line in page.margins()
            if _PAGE_NUMBER.fullmatch(line.text)
            or (line.top > page.height / 2 and _NUMBERED.fullmatch(line.text))
            or (seen[_masked(line)] > 1 and len(pages) > 1)
        }
        first = page is pages[0]
        page.lines = [
            line for line in page.lines if id(line) not in running or (first and _is_largest(line, page))
        ]


def lines_in_order(pieces: list[Line], width: float) -> list[Line]:
    """Merge pieces on a baseline and read column by column; what is left apart on one line is set apart by a tab."""
    lines = _merged(pieces)
    gutter = _gutter(lines, width)
    if gutter is None:
        return _in_rows(lines)
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


def _in_rows(lines: list[Line]) -> list[Line]:
    """Join what stands on one baseline, and the words that a line had no room for."""
    rows = [_joined(sorted(row, key=lambda line: line.x0)) for row in _rows(lines)]
    ends = sorted((line.x1 for line in rows), reverse=True)
    edge = next((end for end, next_end in pairwise(ends) if end - next_end < 15), 0.0)
    whole: list[Line] = []
    for line in rows:
        if whole and goes_on(whole[-1], line, edge):
            whole[-1] = _with_tail(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _with_tail(line: Line, tail: Line) -> Line:
    first, tab, rest = line.text.partition("\t")
    text = f"{first} {tail.text}{tab}{rest}"
    end = tail.x1 if not tab else line.x1
    return replace(line, text=text, x1=end, first_x1=tail.x1, bottom=max(line.bottom, tail.bottom))


def _joined(row: list[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    return replace(
        first,
        text="\t".join(line.text for line in row),
        x1=row[-1].x1,
        size=max(line.size for line in row),
        bold=any(line.bold for line in row),
        room=row[1].x0,
        first_x1=first.x1,
    )


def _columns(left: list[Line], right: list[Line], share: float) -> list[Line]:
    """Put the main column first: a narrow left one is a sidebar, unless the largest words of the head stand in it."""
    left, right = _in_rows(left), _in_rows(right)
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
                joint = "" if gap < 0.12 * piece.size and not last.spaced else " "
                last.words_at = piece.x0 if bullet else last.words_at
                last.text = f"{last.text}{joint}{piece.text}"
                last.x1, last.top, last.bottom = (
                    max(last.x1, piece.x1),
                    min(last.top, piece.top),
                    max(last.bottom, piece.bottom),
                )
                last.size, last.spaced = max(last.size, piece.size), piece.spaced
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
        if _are_centered(rights, width) or not _overlap(lefts, rights) or not _is_column(rights):
            continue
        if _are_dates(lefts, lines) or _are_dates(rights, lines):
            continue
        score = len(crossing) / len(lines) - 0.2 * _aligned(rights)
        if best is None or score < best[0] - 1e-9:
            best = (score, x)
    return best[1] if best else None


def _are_centered(rights: list[Line], width: float) -> bool:
    """Tell headings set in the middle of the page from a column to the right."""
    middle = [line for line in rights if abs((line.x0 + line.x1) / 2 - width / 2) < 4]
    return len(rights) - len(middle) < 5 and len(middle) >= 2


def _is_column(rights: list[Line]) -> bool:
    """Tell a column of text from dates set to the right: short lines count only where they are words on one edge."""
    if statistics.median(len(line.text) for line in rights) >= 9:
        return True
    edge = statistics.mode([round(line.x0) for line in rights])
    aligned = sum(abs(line.x0 - edge) < 3 for line in rights)
    figures = sum(any(sign.isdigit() for sign in line.text) for line in rights)
    return aligned >= 0.8 * len(rights) and figures <= 0.3 * len(rights)


def _are_dates(one: list[Line], other: list[Line]) -> bool:
    """Tell dates set beside the lines they belong to from a column of its own."""
    dated = [line for line in one if _YEAR.search(line.text) and len(line.text) < 40]
    beside = [
        line
        for line in dated
        if any(
            mate is not line and abs(line.top + line.bottom - mate.top - mate.bottom) < line.size
            for mate in other
        )
    ]
    short = [line for line in one if len(line.text) > 2]
    return len(dated) >= 2 and len(beside) >= 0.8 * len(dated) and len(dated) >= 0.25 * len(short)


def _overlap(lefts: list[Line], rights: list[Line]) -> bool:
    shared = min(max(r.bottom for r in rights), max(line.bottom for line in lefts)) - max(
        min(r.top for r in rights), min(line.top for line in lefts)
    )
    return shared > 60 and _aligned(rights) >= 0.35


def _aligned(rights: list[Line]) -> float:
    """Return the share of lines that begin on the edge that most begin on."""
    edge = statistics.mode([round(line.x0) for line in rights])
    return sum(abs(line.x0 - edge) < 3 for line in rights) / len(rights)


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _is_largest(line: Line, page: Page) -> bool:
    return line.size >= max(other.size for other in page.lines) and not (
        _PAGE_NUMBER.fullmatch(line.text) or _NUMBERED.fullmatch(line.text)
    )

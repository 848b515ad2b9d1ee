"""The lines of a page in reading order: words become lines, lines become columns."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_LABEL = re.compile(r"[^,:]{2,40}:")
_UNFINISHED = re.compile(r"(?:\s(?:of|in|and|for|the|at|to|with)|\s[&|–—-])$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[·|•]\s?|^[·|•]\s|[,;]\s")
_LATER = re.compile(r"[-–—]\s*(?:[A-Z][a-z]{2,8}\.?,?\s)?\(?['’\d]|[-–—]\s*(?:present|now|current|today)\b", re.IGNORECASE)
_APART = re.compile(r"\s[|–—·-]\s|,\s|\sat\s", re.IGNORECASE)
_DATED_TAIL = re.compile(
    r"(?:[^\W\d]\S*\s){0,3}[^\W\d]\S*(?:,| [|–—-])\s(?:[A-Za-z]{3,9}\.?,?\s)?(?:\d\d?[./])?(?:19|20)\d\d\b"
)
"""A few words and their date: what a line with title and employer, or degree and school, had no room for."""
_STATE = re.compile(r", [A-Z]{2}$")
"""The later half of a range of dates; what sets title and employer apart on one line; the end of a place."""
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/|\||-)\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE
)


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
    words_at: float = 0.0
    """Where the words begin that follow a bullet; 0 without one."""
    room: float = 0.0
    """Where the next words on the same line begin, if what stands apart was joined; else 0."""
    first_x1: float = 0.0
    """Where the first of the joined words end."""


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
            if _PAGE_NUMBER.fullmatch(line.text) or (seen[_masked(line)] > 1 and len(pages) > 1)
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
        if whole and _goes_on(whole[-1], line, edge):
            whole[-1] = _with_tail(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _with_tail(line: Line, tail: Line) -> Line:
    first, tab, rest = line.text.partition("\t")
    text = f"{first} {tail.text}{tab}{rest}"
    end = tail.x1 if not tab else line.x1
    return replace(line, text=text, x1=end, first_x1=tail.x1, bottom=max(line.bottom, tail.bottom))


def _goes_on(line: Line, after: Line, edge: float) -> bool:
    """Tell whether a line is the tail of the bullet, list or bold words above: same type, close below, no room above."""
    if "\t" in after.text or not _is_close(line, after):
        return False
    if after.words_at and not _LATER.match(after.text):
        return False
    if abs(after.x0 - line.x0) < 2 and _is_torn(line, after):
        return True
    if not _had_no_room(line, after, edge):
        return False
    if line.words_at:
        return abs(after.x0 - line.words_at) < 3 and after.x0 - line.x0 > 4
    if abs(after.x0 - line.x0) >= 2 or line.bold != after.bold or _LABEL.match(after.text):
        return False
    if not _cased_alike(line.text, after.text) or _STATE.search(line.text):
        return False
    lower = after.text[0].islower()
    if _APART.search(line.text) and not _YEAR.search(line.text) and _DATED_TAIL.match(after.text):
        return not line.text.endswith((",", ".", "|", ":"))
    if _UNFINISHED.search(line.text) and len(line.text) < 90:
        return True
    if line.bold:
        dated = _YEAR.search(after.text) or _YEAR.search(line.text)
        return len(line.text) + len(after.text) < 90 and (lower or line.room > 0 or not dated)
    if not _is_list(line.text):
        return False
    short = len(after.text.split()) <= 3 and (lower or len(_SEPARATOR.findall(line.text)) >= 2)
    return _is_list(after.text) or (short and "(" not in after.text)


def _is_torn(line: Line, after: Line) -> bool:
    """Tell a name or date broken over two lines: a bracket left open, a dash before the later date, half an employer."""
    first, _, rest = line.text.partition("\t")
    if line.bold != after.bold or line.words_at:
        return False
    if first.count("(") > first.count(")") and after.text.count(")") > after.text.count("("):
        return len(after.text) < 40
    if _YEAR.search(first) and _LATER.match(after.text):
        return len(after.text) < 30
    if re.search(r"\d\s[–—-]$", first) and _YEAR.search(after.text[:16]):
        return len(after.text) < 30
    if not rest or not _YEAR.search(rest) or _YEAR.search(after.text):
        return False
    if _UNFINISHED.search(first):
        return len(after.text.split()) <= 6
    tail = _APART.split(after.text)[0].split()
    torn = _APART.search(first) is not None and len(tail) <= 3 and len(after.text) < 40
    return line.bold and torn and _cased_alike(first, after.text)


def _cased_alike(one: str, other: str) -> bool:
    """Tell whether both are in capitals or neither is; figures alone are either."""
    return one.isupper() == other.isupper() or not re.search(r"[^\W\d]", other)


def _is_close(line: Line, after: Line) -> bool:
    same = abs(line.size - after.size) <= 0.6
    return same and 0 < after.top - line.top < 2.2 * line.size and after.top - line.bottom <= 0.9 * line.size


def _had_no_room(line: Line, after: Line, edge: float) -> bool:
    """Tell whether the first word of the line below would not have fitted; ``edge`` is 0 where no line shows it."""
    letter = (after.x1 - after.x0) / max(1, len(after.text))
    word = letter * (1 + len(after.text.split()[0]))
    if line.room:
        return line.first_x1 + word >= line.room - 8
    return edge > 0 and line.x1 + word >= edge - 1


def _is_list(text: str) -> bool:
    """Tell a row of a list ("Wound care · Triage · Epic") from prose and from names with their dates."""
    items = _SEPARATOR.split(text)
    return len(items) > 1 and max(len(item.split()) for item in items) <= 4 and not _YEAR.search(text)


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
                joint = "" if gap < 0.12 * piece.size else " "
                last.words_at = piece.x0 if bullet else last.words_at
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
    return line.size >= max(other.size for other in page.lines) and not _PAGE_NUMBER.fullmatch(line.text)

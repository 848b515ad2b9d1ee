"""Whether a line of a page is the tail of the one above: a bullet, list, name or date that had no room."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_LABEL = re.compile(r"[^,:]{2,40}:")
_UNFINISHED = re.compile(r"(?:\s(?:of|in|and|for|the|at|to|with)|\s[&|–—-])$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[·|•]\s?|^[·|•]\s|[,;]\s")
_LATER = re.compile(
    r"[-–—]\s*(?:[A-Z][a-z]{2,8}\.?,?\s)?\(?['’\d]|[-–—]\s*(?:present|now|current|today)\b", re.IGNORECASE
)
"""The later half of a range of dates."""
_APART = re.compile(r"\s[|–—·-]\s|,\s|\sat\s", re.IGNORECASE)
"""What sets title and employer apart on one line."""
_STATE = re.compile(r", [A-Z]{2}$")
"""The end of a place: nothing goes on behind it."""
_DATED_TAIL = re.compile(
    r"(?:[^\W\d]\S*\s){0,3}[^\W\d]\S*(?:,| [|–—-])\s(?:[A-Za-z]{3,9}\.?,?\s)?(?:\d\d?[./])?(?:19|20)\d\d\b"
)
"""A few words and their date: what a line with title and employer, or degree and school, had no room for."""


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
    spaced: bool = False
    """Whether a space stands behind the last word, so that what follows closely is another word."""


def goes_on(line: Line, after: Line, edge: float) -> bool:
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
    return _continues(line, after)


def _continues(line: Line, after: Line) -> bool:
    """Tell whether words beneath a full line, with no bullet, belong to it."""
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

"""Where sentences begin and end."""

from __future__ import annotations

import re

from everest.evidence import Span

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "sr",
        "jr",
        "st",
        "inc",
        "ltd",
        "co",
        "corp",
        "llc",
        "llp",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "approx",
        "dept",
        "univ",
        "est",
        "no",
        "vol",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "ph.d",
        "m.d",
        "b.a",
        "b.s",
        "m.a",
        "m.s",
        "b.sc",
        "m.sc",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "d.c",
        "gov",
        "sen",
        "rep",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "rev",
        "hon",
        "mt",
        "ft",
        "ave",
        "blvd",
        "min",
        "max",
        "incl",
        "yrs",
        "yr",
        "hrs",
        "mgr",
        "asst",
        "assoc",
    ]
)
_MAY_END = frozenset(
    [
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "llc",
        "llp",
        "jr",
        "sr",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "ph.d",
        "m.d",
        "b.a",
        "b.s",
        "m.a",
        "m.s",
        "d.c",
        "yrs",
        "yr",
        "hrs",
    ]
)
_END = re.compile(r"""[.!?\u2026]+["'\u201d\u2019)\]]*(?=\s|$)|\n""")
_BULLET = re.compile(
    r"\s*(?:[-*\u2022\u25e6\u25aa\u25cf\u00b7\u2013\u2014\u2043>#]+|\d{1,2}[.)]|\(?[a-z]\))[ \t]+"
)
_WORD_BEFORE = re.compile(r"([A-Za-z](?:[A-Za-z.]*[A-Za-z])?)$")
_LONGEST_ABBREVIATION = 12
"""Characters before a full stop that are looked at."""


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text`` in order, without surrounding blanks and bullets.

    A newline always ends a sentence unless the line is softly wrapped (the next line starts in lower case).
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or not _ends(text, start, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark == "\n":
        return not _is_soft_wrap(text, start, match.start())
    rest = text[match.end() : match.end() + 80].lstrip(" \t")
    following = rest[:1]
    if mark[0] != "." or mark.startswith(".."):
        return not following.islower()
    if _BULLET.fullmatch(text[start : match.end()] + " "):
        return False
    word = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST_ABBREVIATION), match.start())
    if word is None:
        return not following.islower()
    return _word_ends(word.group(1), following)


def _word_ends(word: str, following: str) -> bool:
    """Tell whether a full stop after ``word`` ends the sentence, given the next character."""
    low = word.lower()
    if following in ("", "\n"):
        return True
    if low in _ABBREVIATIONS and low not in _MAY_END:
        return False
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    return not following.islower() and not (low in _ABBREVIATIONS and following in ",;:")


def _is_soft_wrap(text: str, start: int, newline: int) -> bool:
    line_start = max(text.rfind("\n", 0, newline) + 1, start)
    following = text[newline + 1 : newline + 80].lstrip(" \t")
    if not following[:1].islower() or _BULLET.match(following):
        return False
    return len(text[line_start:newline].strip()) >= 50 and text[newline - 1] not in ".!?:;"


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while bullet := _BULLET.match(text, start, end):
        start = bullet.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        spans.append(Span(start, end))

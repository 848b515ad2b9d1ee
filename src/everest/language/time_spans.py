"""Spans of time in words: "within six months" is half a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["in", "within", "for", "by"]

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_NUMBER = {word: float(n) for n, word in enumerate(_ONES)} | {
    "a": 1.0, "an": 1.0, "fifteen": 15.0, "eighteen": 18.0, "twenty": 20.0, "thirty": 30.0, "ninety": 90.0,
    "sixty": 60.0, "half": 0.5, "couple": 2.0, "few": 3.0, "several": 4.0, "next": 1.0, "first": 1.0, "this": 1.0,
    "coming": 1.0, "sixteen": 16.0, "fourteen": 14.0, "thirteen": 13.0, "hundred": 100.0, "twenty-four": 24.0,
    "thirty-six": 36.0,
}  # fmt: skip
_YEARS = {
    "day": 1 / 365.25,
    "week": 7 / 365.25,
    "month": 1 / 12,
    "quarter": 0.25,
    "year": 1.0,
    "yr": 1.0,
    "decade": 10.0,
}
_WORDS = "|".join(
    sorted((w for w in _NUMBER if w not in ("next", "first", "this", "coming")), key=len, reverse=True)
)
_COUNT = rf"(?:\d+(?:\.\d+)?|(?:{_WORDS})\b)"
_SPAN = re.compile(
    rf"""\b(?:(?P<lead>by\s+the\s+end\s+of|within|inside|over|during|in|for|by|after|throughout|under|less[ ]than)\s+)?
    (?:about\s+|around\s+|roughly\s+|at\s+least\s+|only\s+|just\s+|say\s+|up\s+to\s+|maybe\s+)*
    (?:(?:my|the|your|our)\s+(?:end\s+of\s+)?(?:(?:very\s+)?(?P<nth>next|first|coming|following|last|past|previous)\s+)?|(?P<bare>next|this|first|coming)\s+|(?P<of>the\s+end\s+of\s+(?:the|my|your|this|next)\s+))?
    (?:(?P<low>{_COUNT})(?:\s+of|\s+a|\s+or\s+so)?(?:[\s-]+(?:and\s+a\s+half|(?:to|or|and)\s+(?P<high>{_COUNT})))?(?:\s*[-\u2013\u2014]\s*(?P<range>\d+))?(?P<plus>\+)?[\s-]*(?:more\s+)?(?:a\s+|an\s+)?)?
    (?P<unit>days?|weeks?|months?|quarters?|years?|yrs?|decades?)\b
    (?P<half>\s+and\s+a\s+half)?(?P<tail>\s+(?:from\s+now|away|out|down\s+the\s+(?:road|line)|ago|time|or\s+so|or\s+more))?""",
    re.IGNORECASE | re.VERBOSE,
)
_KIND: dict[str, Kind] = {
    "within": "within", "inside": "within", "over": "within", "during": "within", "under": "within",
    "less than": "within", "for": "for", "throughout": "for", "by": "by", "in": "in", "after": "in",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of time named in a text; ``years`` is its length, for a range its upper end.

    ``kind`` tells a deadline ("in", "within", "by") from a duration ("for").
    """

    start: int
    end: int
    years: float
    kind: Kind


def find(text: str) -> tuple[TimeSpan, ...]:
    """Return the spans of time in ``text``, in order. Looks forward only: "three years ago" is not found."""
    spans = []
    for match in _SPAN.finditer(text):
        years = _years(match)
        if years is not None:
            spans.append(TimeSpan(match.start(), match.end(), years, _kind(match, text)))
    return tuple(spans)


def _years(match: re.Match[str]) -> float | None:
    low, nth, bare = match["low"], (match["nth"] or "").lower(), match["bare"]
    if nth in ("last", "past", "previous") or "ago" in (match["tail"] or ""):
        return None
    if low is None and not (nth or bare or match["of"]):
        return None
    unit = _YEARS[match["unit"].lower().removesuffix("s")]
    number = _value(match["high"] or match["range"] or low or "one")
    if match["half"] or "and a half" in match.group().lower():
        number += 0.5
    if (low or "").lower() == "half" and match["unit"].lower().startswith("decade"):
        return 5.0
    return round(number * unit, 3) if number <= 1000 else None


def _value(word: str) -> float:
    low = word.lower()
    return _NUMBER[low] if low in _NUMBER else float(low)


def _kind(match: re.Match[str], text: str) -> Kind:
    lead = re.sub(r"\s+", " ", (match["lead"] or "").lower())
    if lead:
        if lead.startswith("by "):
            return "by"
        if lead == "in" and match["nth"]:
            return "within"
        return _KIND[lead]
    if match["tail"] or match["bare"] or match["nth"] or match["of"]:
        return "in"
    after = text[match.end() : match.end() + 20].lower()
    return "in" if after.lstrip().startswith(("from", "later")) else "for"

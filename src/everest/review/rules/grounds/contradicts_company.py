"""Finds a figure or year the answer gives for the company where the company's own words give another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.answer.numbers import NUMBER_WORDS
from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit

_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_COUNTED = re.compile(
    rf"(?<![\w$€£.-])(?P<number>{_NUMBER}) (?:(?:new|more|other|additional|local|own|regional|full-time) )?(?P<what>[a-z]{{4,}}s|people|staff)\b(?!-)"
)
_FOUNDED = re.compile(
    r"\b(?:founded|established|started|opened your doors|in business|began)(?: back)? (?:in|since) (?P<year>(?:18|19|20)\d\d)\b"
)
_PLANNED = re.compile(
    r"\b(?P<act>open|launch|move|expand|build|merge|close|introduce|roll)(?:s|ed|ing|ning)?\b[^.!?;]{0,60}?\b(?:in|by|from)(?: early| late| mid)? (?P<year>20\d\d)\b"
)
_ABOUT_THEM = re.compile(r"\b(?:you|your|you're|you've|the company)\b")
_TIMES = {
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "times",
    "percent",
    "dollars",
    "pounds",
    "euros",
    "things",
    "ways",
    "steps",
    "reasons",
}


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark each figure or year that the company's own words contradict."""
    if reading.opening is None:
        return
    known = "\n".join((reading.opening.text, *reading.opening.company.texts.values())).lower()
    for pattern, claim in ((_COUNTED, _counted), (_FOUNDED, _founded), (_PLANNED, _planned)):
        said_by_them = [claim(match) for match in pattern.finditer(known)]
        for match in pattern.finditer(reading.low):
            what, value = claim(match)
            others = {theirs for kind, theirs in said_by_them if kind == what}
            if (
                others
                and value not in others
                and what not in _TIMES
                and _is_about_them(reading, match.start())
            ):
                yield _hit(reading.text, match, sorted(map(_said, others)))


def _hit(text: str, match: re.Match[str], theirs: list[str]) -> Hit:
    new = _mended(text, match, theirs[0]) if len(theirs) == 1 else None
    return Hit(match.start(), match.end(), {"theirs": " or ".join(theirs)}, replacement=new)


def _counted(match: re.Match[str]) -> tuple[str, float]:
    number = match["number"]
    return match["what"], NUMBER_WORDS[number] if number in NUMBER_WORDS else float(number.replace(",", ""))


def _founded(match: re.Match[str]) -> tuple[str, float]:
    return "founded", float(match["year"])


def _planned(match: re.Match[str]) -> tuple[str, float]:
    return match["act"], float(match["year"])


def _is_about_them(reading: Reading, offset: int) -> bool:
    sentence = reading.sentence_at(offset)
    said = reading.low[sentence.start : offset]
    return bool(_ABOUT_THEM.search(said)) or any(word in said for word in signs.company_words(reading))


def _mended(text: str, match: re.Match[str], theirs: str) -> str:
    """Put their figure in place of the one that was said."""
    start, end = match.span("number" if "number" in match.re.groupindex else "year")
    return text[match.start() : start] + theirs + text[end : match.end()]


def _said(value: float) -> str:
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"

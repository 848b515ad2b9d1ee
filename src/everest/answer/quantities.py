"""Numbers with what they count: "$3 million", "40%", "12 people", "four years" and "4 years" as the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everest.answer.numbers import NUMBER_WORDS, SCALES

_TIME = {"year": 12.0, "yr": 12.0, "month": 1.0, "week": 7.0, "day": 1.0, "hour": 60.0, "hr": 60.0, "minute": 1.0, "min": 1.0}  # fmt: skip
_CLOCK = {"year": "months", "yr": "months", "month": "months", "week": "days", "day": "days"}
_RATIOS = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "doubled": 200.0,
    "tripled": 300.0,
    "halved": 50.0,
}

_WORD = "|".join(sorted((word for word in NUMBER_WORDS if word not in _RATIOS), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<money>[$€£])?\s?(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>\b(?:{_WORD})\b))"
    r"(?:\s?(?P<short>k|mm?|bn?)\b|[\s-](?P<scale>hundred|thousand|million|billion|dozen)\b)?\+?"
    r"(?P<percent>\s?%|[\s-]percent\b|[\s-]per cent\b)?",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b(?P<word>half|third|quarter|doubled|tripled|halved)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:people|person|staff|men|women|children|kids|hires|interns?|apprentices|nurses|cooks|clerks|aides|chefs|crew|team|"
    r"members?|reports|colleagues|graduates|volunteers|residents|clients|guests|families|\w{3,}(?:ers|ors|ists|ees|ants|"
    r"ians|ents|ates|mates|men|er|or))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, ``text[start:end]``, and the kind of thing it measures.

    ``kind`` is ``money``, ``percent``, ``ratio``, ``months`` (years too), ``days`` (weeks too), ``minutes`` (hours too),
    ``date`` (a year of the calendar) or ``count``; ``follows`` are the words after a count.
    """

    value: float
    kind: str
    start: int
    end: int
    follows: str = ""

    def fits(self, said: Quantity) -> bool:
        """Tell whether this number is the one that was ``said``."""
        if self.kind == said.kind == "count":
            return self.value == said.value and self._of_one_sort(said)
        if {self.kind, said.kind} <= {"percent", "ratio"}:
            return abs(self.value - said.value) < 1
        return abs(self.value - said.value) < 1e-6 and (
            self.kind == said.kind or {self.kind, said.kind} == {"date", "count"}
        )

    def _of_one_sort(self, said: Quantity) -> bool:
        """Twelve people are not twelve trucks; where either sort is not plain, they may be the same."""
        mine, theirs = self.follows.split()[:1], said.follows.split()
        if not mine or not theirs or not _PEOPLE.match(mine[0]):
            return True
        return bool(_PEOPLE.search(said.follows))


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Find every number of a text with what it measures, in order."""
    found = list(_plain(text))
    taken = [(item.start, item.end) for item in found]
    for match in _RATIO.finditer(text):
        if any(start <= match.start() < end for start, end in taken) or _calendar(text, match):
            continue
        found.append(Quantity(_RATIOS[match["word"].lower()], "ratio", match.start(), match.end()))
    return tuple(sorted(found, key=lambda item: item.start))


def _plain(text: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        value = float(digits.replace(",", "")) if digits else NUMBER_WORDS[match["word"].lower()]
        scale = (match["short"] or match["scale"] or "").lower()
        value *= SCALES.get(scale, NUMBER_WORDS.get(scale, 1.0))
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        after = text[match.end() : match.end() + 60]
        yield _kinded(value, match, after, start)


def _kinded(value: float, match: re.Match[str], after: str, start: int) -> Quantity:
    end = match.end()
    following = re.sub(r"^\s*(?:-|–|to|or|and)\s?\d+\+?%?", "", after)
    unit = re.match(r"[\s-]*(?:more |full |straight |whole |busy )?([a-z]+)", following, re.IGNORECASE)
    word = unit[1].lower().rstrip("s") if unit else ""
    last = end + (unit.end() if unit and following == after else 0)
    if match["money"] or word in {"dollar", "euro", "pound", "usd"}:
        return Quantity(value, "money", start, end if match["money"] else last)
    if match["percent"] or re.match(r"\s*(?:-|–|to)\s?\d+\s?%", after):
        return Quantity(value, "percent", start, end)
    if word in _TIME:
        return Quantity(value * _TIME[word], _CLOCK.get(word, "minutes"), start, last)
    if match["digits"] and re.fullmatch(r"(?:19|20)\d\d", match["digits"]):
        return Quantity(value, "date", start, end)
    follows = re.split(r"[.,;:!?\n]", following, maxsplit=1)[0].strip(" -")
    return Quantity(value, "count", start, end, " ".join(follows.split()[:5]))


def _calendar(text: str, match: re.Match[str]) -> bool:
    """Tell whether "third" or "quarter" stands in a row or in the calendar and measures nothing."""
    before = text[: match.start()].rstrip().lower()
    if match["word"].lower() == "quarter":
        return bool(re.search(r"\b(?:every|each|this|last|next|per|first|second|third|fourth|the)$", before))
    return match["word"].lower() == "third" and bool(
        re.match(r"\s+(?!of\b|in\b|within\b|over\b|after\b|since\b)[a-z]", text[match.end() :])
    )

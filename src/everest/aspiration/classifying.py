"""A goal or an aspiration? With the words that decide, and the time the statement names."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from everest.aspiration import head, marks
from everest.aspiration.model import Label, Statement
from everest.errors import BadInput
from everest.evidence import Span
from everest.language import time_spans

LONGEST = 2000
"""Characters; a statement longer than this is read to here."""

_SAYS = {
    "near time": "names a near time frame",
    "far time": "looks many years ahead",
    "date": "names a date",
    "finish line": "names something that can be finished",
    "credential": "names a credential one either has or has not",
    "count": "can be counted",
    "near words": "is about the near future",
    "step": "is a step one can take soon",
    "far words": "leaves the time open or far off",
    "direction": "gives a direction more than a finish",
    "contribution": "is about a lasting contribution",
    "standing": "is about who you become",
}


def classify(text: str) -> Statement:
    """Tell a goal (near, finishable, checkable) from an aspiration (a direction of years, which may change).

    ``deciding`` are the words that speak for the label chosen; ``horizon_years`` is the time named, None where
    none is. ``confidence`` is 0.5..1.

    Raises:
        BadInput: if there are no words in the text.
    """
    if not any(character.isalpha() for character in text):
        raise BadInput("There is no statement here.", where="statement", todo="Type a goal or an aspiration.")
    told = head.load()
    row = told.probabilities(head.features([text[:LONGEST]]))[0]
    best = int(row.argmax())
    label = Label(told.labels[best])
    found = [mark for mark in marks.find(text) if mark.side == label.value]
    horizon = horizon_of(text)
    spans = tuple(_apart([mark.span for mark in found]))
    return Statement(text, label, horizon, _why(text, label, found), spans, round(float(row[best]), 3))


def horizon_of(text: str, today: date | None = None) -> float | None:
    """Return the years ahead that a statement names, the longest if several; None if it names no time.

    A date ("by June", "before Easter", "in 2029") is told from ``today``, by default this day, to the nearest month.
    """
    named = [span.years for span in time_spans.find(text) if span.kind != "for"]
    if named:
        return max(named)
    plain = text.lower()
    other = next((years for pattern, years in _OTHER_TIMES if re.search(pattern, plain)), None)
    return other if other is not None else _until_date(plain, today or datetime.now(UTC).date())


_ENDS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "easter": 4, "thanksgiving": 11, "christmas": 12, "spring": 5, "summer": 8,
    "autumn": 11, "fall": 11, "winter": 2, "half-term": 2,
}  # fmt: skip
"""The month in which each is over."""
_DATED = re.compile(
    rf"\b(?:by|before|until|in|next|this|come|end of)(?: the| next| this| late| early| mid)*[ -](?P<when>{'|'.join(_ENDS)})\b(?:,? (?P<its>20\d\d))?"
    r"|\b(?:by|before|until|in|from)(?: the| end of| early| late| mid)*[ -](?P<year>20\d\d)\b"
)


def _until_date(low: str, today: date) -> float | None:
    """Return the years until the last date that a text in lower case names; None if it names none, or one gone by."""
    ahead = [_years_until(match, today) for match in _DATED.finditer(low)]
    return max((years for years in ahead if years > 0), default=None)


def _years_until(match: re.Match[str], today: date) -> float:
    month = _ENDS[match["when"] or "december"]
    year = int(match["its"] or match["year"] or today.year + (month < today.month))
    months = 12 * (year - today.year) + month - today.month
    if not (match["its"] or match["year"]):
        months = max(months + 12 * (months < 2 and " next " in f" {match[0]} "), 1)
    return round(months / 12, 2)


_OTHER_TIMES = (
    (
        r"\bby (?:the )?(?:year'?s end|end of (?:the|this) (?:calendar |fiscal |school )?year)\b|\bthis year\b",
        1.0,
    ),
    (r"\bnext year\b", 1.0),
    (r"\b(?:this|next) quarter\b", 0.25),
    (r"\b(?:this|next) month\b", 0.1),
    (r"\bhalf a decade\b", 5.0),
    (r"\bcouple of years\b", 2.0),
    (
        r"\bbefore the year is out\b|\bfirst anniversary\b|\b(?:this|next) (?:school|fiscal|calendar) year\b",
        1.0,
    ),
    (r"\b(?:this|next) (?:semester|term)\b|\bhalf(?: a|-)? year\b", 0.5),
    (r"\bprobation", 0.25),
)


def _why(text: str, label: Label, found: list[marks.Mark]) -> str:
    said: dict[str, str] = {}
    for mark in found:
        said.setdefault(mark.kind, text[mark.span.start : mark.span.end].strip())
    reasons = [f"“{words}” {_SAYS[kind]}" for kind, words in list(said.items())[:3]]
    if label is Label.GOAL:
        lead = "A goal: a near step whose end one can see"
        bare = "it names an outcome one could check, and little of a direction beyond it"
    else:
        lead = "An aspiration: a direction that takes years and may change on the way"
        bare = "it says where to go, with no date and nothing to tick off"
    return f"{lead}. Here, {'; '.join(reasons) if reasons else bare}."


def _apart(spans: list[Span]) -> list[Span]:
    """Join spans that overlap."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined

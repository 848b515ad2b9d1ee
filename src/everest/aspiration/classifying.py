"""A goal or an aspiration? With the words that decide, and the time the statement names."""

from __future__ import annotations

import re

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


def horizon_of(text: str) -> float | None:
    """Return the years ahead that a statement names, the longest if several; None if it names no time."""
    named = [span.years for span in time_spans.find(text) if span.kind != "for"]
    if named:
        return max(named)
    plain = text.lower()
    return next((years for pattern, years in _OTHER_TIMES if re.search(pattern, plain)), None)


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

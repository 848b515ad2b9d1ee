"""The words that tell a goal from an aspiration: time frame, finish line, direction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.evidence import Span
from everest.language import time_spans

NEAR_YEARS = 2.0
"""Up to this many years ahead a time frame speaks for a goal; beyond ``FAR_YEARS`` for an aspiration."""
FAR_YEARS = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that speak for one side. ``side`` is "goal" or "aspiration"; ``kind`` says how they do."""

    kind: str
    side: str
    span: Span


_SEASON = r"(?:spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|weekend|christmas|thanksgiving|easter|midterm|quarter|semester|term|q[1-4]|(?:fiscal |school )?year|month|week|holidays?|sprint)"
_KINDS = {
    "date": ("goal", rf"\b(?:by|before|until|in|this|next|through|over|during|starting in|for|end of) (?:the )?(?:end of )?(?:the |this |next |early |late |mid-?)*{_SEASON}\b|\bthis {_SEASON}\b|\byear'?s end\b|\bby 20(?:2\d|3[01])\b|\bdeadline\b|\b(?:end|start|close) of (?:my|the) (?:contract|apprenticeship|probation|training|trial|season|quarter|year)\b|\bnext (?:review|round|intake|rotation|election|sprint)\b|\bmy (?:next|first) (?:review|anniversary)\b"),
    "finish line": ("goal", r"\b(?:pass|complete|finish|submit|obtain|enroll|register for|sign up|renew|hand in|get (?:\w+ )?(?:promoted|licensed|certified|hired|accepted)|be certified|qualify|earn (?:my|a|an|the)|a promotion|land (?:a|an|my))\b"),
    "credential": ("goal", r"\b(?:certificat\w+|certified|licen[cs]\w+|exams?|degree|diploma|course|bootcamp|credential|ged|cpa|pmp|acls|cfa)\b"),
    "count": ("goal", r"(?:\$ ?)?\b\d[\d,.]*(?: ?%| percent)?|\b(?:two|three|four|five|six|eight|ten|twelve|twenty) (?!years|decades)[a-z]+s\b"),
    "step": ("goal", r"^(?:i(?:'d| would)? (?:like|want|hope|plan|need|aim) to |to |my (?:immediate |short-term )?goal is to |be |become )?(?:shadow|find (?:a|an|three|five|someone)|learn|practi[cs]e|read|write|update|meet|ask|apply|enroll|attend|join|improve my|get better at|trained|fix|set up|deliver|organi[sz]e|keep (?:a|every|my)|take (?:a|the|on|over)|train|save|renew|make (?:the|employee))\b"),
    "near words": ("goal", r"\b(?:short[- ](?:term|run)|immediate(?:ly)?|next step|right now|for now|today|this (?:year|week|month|term|season)|first (?:shift|week|month|day|year|ninety days)|within the year|first 90 days|probation|before i start|this time next year)\b"),
    "far words": ("aspiration", r"\b(?:one day|some ?day|eventually|ultimately|in the long run|long[- ]term|in time|down the (?:road|line)|over (?:the course of )?my (?:working life|career|life)|throughout my (?:career|life)|by the time i(?:'m| am|m|\s+retire)|before i (?:retire|stop)|when i (?:retire|look back)|over the years|by 20(?:3[2-9]|[4-9]\d)|my hands give out|for a living|outlives? me|lasts?|in the future|looking (?:further )?ahead|lifetime|career toward|working life|my life)\b"),
    "direction": ("aspiration", r"\b(?:aspire|aspiration|dream|vision|calling|purpose|ambition|devote|dedicate|passion\w*|drawn to(?:ward)?|grow (?:into|toward|as)|work (?:my way )?toward|path|build a career|see myself|picture myself|known (?:as|for)|recognized (?:as|for)|legacy|keep (?:growing|learning))\b"),
    "contribution": ("aspiration", r"\b(?:make (?:a|an) (?:\w+ )?(?:difference|impact|contribution)|contribute|help (?:\w+ ){0,4}(?:people|families|others|shape|children|communities|patients)|change (?:how|what|the way)|shape|inspire|transform|improve (?:how|the lives)|influence|serve|champion|better world|next generation|for good)\b"),
    "standing": ("aspiration", r"\b(?:leader(?:ship)?|expert|authority|voice|mentor|partner|director|chief|president|executive|owner|head of|respected|trusted|master|professor|my own)\b"),
}  # fmt: skip
_COMPILED = [(kind, side, re.compile(pattern, re.IGNORECASE)) for kind, (side, pattern) in _KINDS.items()]


def find(text: str) -> tuple[Mark, ...]:
    """Return the words that speak for a goal or an aspiration, in order of place."""
    plain = text.replace("’", "'")
    found = [
        Mark(kind, side, Span(match.start(), match.end()))
        for kind, side, pattern in _COMPILED
        for match in pattern.finditer(plain)
    ]
    for span in time_spans.find(text):
        if span.kind != "for":
            found.append(_of_time(span.years, Span(span.start, span.end)))
    return tuple(sorted((mark for mark in found if mark.side), key=lambda mark: mark.span.start))


def marks_of(text: str) -> tuple[str, ...]:
    """Name the kinds of mark in ``text``, for the learned head."""
    found = find(text)
    kinds = sorted({mark.kind for mark in found})
    sides = [
        f"only {side}"
        for side in ("goal", "aspiration")
        if kinds and all(mark.side == side for mark in found)
    ]
    return (*kinds, *sides)


def _of_time(years: float, span: Span) -> Mark:
    if years <= NEAR_YEARS:
        return Mark("near time", "goal", span)
    if years >= FAR_YEARS:
        return Mark("far time", "aspiration", span)
    return Mark("middle time", "", span)

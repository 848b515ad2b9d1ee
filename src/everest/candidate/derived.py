"""What follows from the facts of a résumé: years, fields, rank, trend, achievements."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from everest.candidate.model import Achievement, Candidate, Month, Position
from everest.evidence import Fact
from everest.language import forms
from everest.standing import Rank

_NUMBER = re.compile(
    r"(?<![\w/.])(?:[$€£]\s?)?\d[\d,.]*(?![\d,.]*[A-Za-z]{2})\s?(?:%|percent|k\b|m\b|million|billion|x\b|\+)?|"
    r"\b(?:half|a third|two thirds|a quarter|double|twice|dozens?|hundreds|thousands)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(elementary|primary|junior|middle|high|secondary)\b.{0,12}\bschool\b", re.IGNORECASE)
_LEVELS = {
    "elementary": "Elementary School Teachers, Except Special Education",
    "primary": "Elementary School Teachers, Except Special Education",
    "junior": "Middle School Teachers, Except Special and Career/Technical Education",
    "middle": "Middle School Teachers, Except Special and Career/Technical Education",
    "high": "Secondary School Teachers, Except Special and Career/Technical Education",
    "secondary": "Secondary School Teachers, Except Special and Career/Technical Education",
}
"""The atlas's name for a teacher at each level of school."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAD_IN = re.compile(r"^(?:I (?:have |was )?|(?:In|During|Since) (?:\w+ )?(?:19|20)\d\d,? )", re.IGNORECASE)
_NO_DEED = {
    "the", "a", "an", "my", "our", "responsible", "responsibility", "responsibilities", "in", "for", "and", "with", "on", "at", "as",
    "duty", "duties", "task", "tasks", "was", "were", "is", "are", "have", "has", "had", "been", "be", "member", "team", "part", "key",
    "experience", "experienced", "knowledge", "familiar", "proficient", "skills", "tools", "technology", "technologies", "environment",
    "project", "client", "role", "i", "we", "gpa", "excellent", "strong", "good", "various", "daily", "all", "other",
}  # fmt: skip


def complete(candidate: Candidate, today: date) -> Candidate:
    """Add occupation and rank to each position, and the totals."""
    positions = tuple(_placed(position) for position in candidate.positions)
    months = [_span(position, today) for position in positions]
    by_field: dict[str, float] = {}
    for field in {position.occupation[:2] for position in positions if position.occupation}:
        spans = [
            span
            for span, position in zip(months, positions, strict=True)
            if span and (position.occupation or "")[:2] == field
        ]
        by_field[field] = _covered(spans)
    return replace(
        candidate,
        positions=positions,
        achievements=_achievements(positions),
        years=_covered([span for span in months if span]),
        years_by_field=by_field,
        rank=_rank(positions),
        trend=_trend(positions),
    )


def _placed(position: Position) -> Position:
    if position.title is None:
        return position
    from everest.occupations import find_title, read_rank

    found = find_title(_with_level(position), limit=1)
    return replace(
        position, occupation=found[0].code if found else None, rank=read_rank(position.title.value)
    )


def _with_level(position: Position) -> str:
    """Return the title; for a teacher, the atlas's name for the level that the school's own name tells."""
    title = position.title.value if position.title else ""
    level = _LEVEL.search(position.employer.value) if position.employer else None
    if (
        level is None
        or not re.fullmatch(r"(?:\w+ ){0,2}teacher", title, re.IGNORECASE)
        or "school" in title.lower()
    ):
        return title
    return _LEVELS[level[1].lower()]


def _span(position: Position, today: date) -> tuple[int, int] | None:
    if position.start is None:
        return None
    end = position.end or (Month(today.year, today.month) if position.is_current else position.start)
    first = position.start.year * 12 + (position.start.month or 1)
    last = end.year * 12 + (end.month or (position.start.month or 1) if position.end else today.month)
    return first, max(first, last) + (1 if end.month and position.start.month else 0)


def _covered(spans: list[tuple[int, int]]) -> float:
    """Return the years that at least one span covers; what overlaps counts once."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return round(total / 12, 2)


def _rank(positions: tuple[Position, ...]) -> Rank:
    if not positions:
        return Rank.ENTRY
    latest = [position for position in positions if position.is_current] or list(positions[:1])
    return max(position.rank for position in latest)


def _trend(positions: tuple[Position, ...]) -> str:
    dated = sorted(
        (p for p in positions if p.start),
        key=lambda p: (p.start.year, p.start.month or 0) if p.start else (0, 0),
    )
    if len(dated) < 2:
        return ""
    if dated[-1].rank > dated[0].rank:
        return "rising"
    return "steady" if dated[-1].rank == dated[0].rank else "stepping down"


def _achievements(positions: tuple[Position, ...]) -> tuple[Achievement, ...]:
    found = [
        made
        for n, position in enumerate(positions)
        for bullet in position.bullets
        if (made := _achievement(bullet, n))
    ]
    return tuple(sorted(found, key=lambda item: (item.number is None, item.position or 0)))


def _achievement(bullet: Fact, position: int) -> Achievement | None:
    words = _LEAD_IN.sub("", bullet.value).split()
    words = words[1:] if words and words[0].lower().endswith("ly") else words
    if len(words) < 3:
        return None
    first = re.sub(r"[^\w-]", "", words[0]).lower()
    verb = forms.base(first.removeprefix("co-")) if first else ""
    verb = f"co-{verb}" if first.startswith("co-") else verb
    if not re.fullmatch(r"[a-z-]+", verb) or not _is_done(first, verb, words[1].lower()):
        return None
    rest = re.split(r"[;(]|,(?!\d)|\s(?:by|which|that|resulting|while|so)\s", " ".join(words[1:]))[0].strip(
        " ."
    )
    return Achievement(bullet.value, verb, rest, _number(bullet.value), bullet.evidence, position)


def _is_done(first: str, verb: str, second: str) -> bool:
    """Tell a thing done from a duty or a membership: "Duties included …", "Member of …", "Team of 12"."""
    if first in _NO_DEED or (second == "of" and not first.endswith("ed")):
        return False
    return not (first.endswith("s") and verb + "s" != first and not first.endswith("es"))


def _number(text: str) -> str | None:
    """Return the figure of a bullet, both ends of a change ("from 4.1% to 2.7%"); a year is none."""
    change = re.search(rf"\bfrom ({_NUMBER.pattern}) to ({_NUMBER.pattern})", text, re.IGNORECASE)
    if change:
        return change[0].strip()
    figures = (match for match in _NUMBER.finditer(text) if not _YEAR.fullmatch(match[0].strip(" ,.")))
    return next((match[0].strip(" ,.") for match in figures), None)

"""Tells the lines of a posting apart: tasks, requirements, offers, the company's own words, the law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from everest.documents import Document
from everest.opening.actions import is_action
from everest.opening.cutting import Statement, statements
from everest.opening.head import load


class Role(StrEnum):
    """What a line of a posting is for."""

    TASK = "task"
    MUST = "must"
    NICE = "nice"
    OFFER = "offer"
    ABOUT = "about"
    LEGAL = "legal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the posting, ``text[start:end]``."""

    text: str
    start: int
    end: int
    role: Role
    is_item: bool = False
    by_heading: bool = False


ROLES = {
    "T": Role.TASK,
    "M": Role.MUST,
    "N": Role.NICE,
    "B": Role.OFFER,
    "A": Role.ABOUT,
    "L": Role.LEGAL,
    "O": Role.OTHER,
    "X": Role.OTHER,
}
"""The letters that lines are labelled with, and what they mean here (O: how to apply; X: title, place and the like)."""


def read_lines(document: Document) -> tuple[Line, ...]:
    """Cut the document into statements and give each its role."""
    found = statements(document)
    head = load("lines")
    chances = head.log_chances([one.text for one in found], [marks_of(one) for one in found])
    return tuple(
        Line(one.text, one.start, one.end, _mended(ROLES[label], one), one.item, bool(one.section))
        for one, label in zip(found, head.best_path(chances, [not one.section for one in found]), strict=True)
    )


def _mended(role: Role, one: Statement) -> Role:
    """Hear what the words say outright: "You will train…" is a task, "… preferred" a wish."""
    if role in {Role.ABOUT, Role.OTHER} and _WILL.match(one.text) and not one.section:
        return Role.TASK
    if one.section == "T" and one.item and role in {Role.OFFER, Role.ABOUT, Role.OTHER}:
        return Role.TASK if is_action(one.text.split(maxsplit=1)[0], one.text) else role
    if role in {Role.OFFER, Role.ABOUT, Role.OTHER} and _ENDS.search(one.text) and one.start > 60:
        role = Role.MUST
    if role not in {Role.MUST, Role.NICE}:
        return role
    if one.section == "N":
        return Role.NICE
    if _ENDS.search(one.text) or one.section:
        return Role.NICE if _WISH.search(one.text) and not _FIRM.search(one.text) else Role.MUST
    return role


_WILL = re.compile(
    r"(?:as (?:an?|our|the) [\w ]{2,40}?,? )?you(?:(?:'|’)ll| will)(?: also)? (?!(?:receive|get|earn|enjoy|join|find|love|have|need|be (?:paid|part|working with|joining|given|based))\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^.{3,70}\b(?:preferred|a plus|required|desired|desirable|helpful|a must)\W*$", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:preferred|a plus|plus\W*$|nice to have|nice but|bonus|desirable|desired|advantage\w*|helpful|an asset|not required|not essential|"
    r"would (?:help|be (?:great|nice|wonderful|welcome|an? \w+)|delight)|(?:is|are) welcome|be thrilled|gladly|ideally)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:required|must|ideally (?:with|in)|welcome to apply)\b|\d\+? years?\b[^,;]*, ideally\b",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("years", r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten)\+?\s*(?:-\s*\d+\s*)?(?:or more )?years?\b"),
        ("degree", r"\b(?:degree|bachelor|master(?:'s|’s)|diploma|ged|ph\.?d|mba|[bm]\.?[as]\.?(?:/[bm]s)?\b)"),
        ("license", r"\b(?:licen[sc]e|certifi\w+|registration|clearance|card)\b"),
        ("know", r"\b(?:knowledge|familiar\w*|understanding|proficien\w*|fluen\w*|command|expertise|skills?)\b"),
        ("able", r"\b(?:ability to|able to|must|required|minimum|at least|comfortable|willing)\b"),
        ("experience", r"\bexperience\b"),
        ("nice", r"\b(?:preferred|a plus|plus|nice to have|bonus points|desirable|desired|advantage\w*|ideally|helpful|an asset|welcome|not required|would help)\b"),
        ("money", r"[$€£]\s?\d|\b(?:per hour|an hour|hourly|salary|base pay|commission|401\s?\(?k|pension|retirement)\b"),
        ("offer", r"\b(?:we offer|benefits?|vacation|paid time|time off|health insurance|dental|medical|perks?|discounts?|tuition|parental leave|holidays)\b"),
        ("law", r"\b(?:equal (?:employment )?opportunity|eoe|eeo|discriminat\w+|without regard|accommodations?|veterans?|e-verify|background (?:check|investigation)|drug[- ](?:test|screen|free)\w*|authorized to work|sponsor\w*|fingerprint|contingent|citizenship|protected|harassment|privacy|at will)\b"),
        ("apply", r"\b(?:apply|send|submit|email|e-mail|resumes?|r[ée]sum[ée]s?|cover letter|call|text us|references? to|application)\b"),
        ("we", r"^(?:we(?:'|’)?(?:re| are|'ve| have)?|our|since \d{4}|founded)\b"),
        ("you will", r"\b(?:you(?:'|’)?ll|you will|will be responsible|responsible for)\b"),
        ("you have", r"^you(?:'|’)?(?:ve| have| are| know| bring| need|re)\b"),
        ("named", r"^(?:the )?[A-Z][\w&’']+(?: [A-Z&][\w&’']*){0,4} (?:is|was|has|makes|runs|serves|provides|builds|offers|will)\b"),
        ("year", r"\b(?:19|20)\d\d\b"),
    )
)  # fmt: skip


def marks_of(one: Statement) -> tuple[str, ...]:
    """Name what the page and a few patterns say about a statement."""
    words = one.text.split()
    first = re.sub(r"\W", "", words[0]) if words else ""
    marks = [
        f"under:{one.section or '-'}",
        f"item:{one.item}",
        f"place:{min(4, int(one.place * 5))}",
        f"length:{min(5, len(words) // 4)}",
        f"item:{one.item} under:{one.section or '-'}",
    ]
    if one.start < 160:
        marks.append("top")
    if first and is_action(first, one.text):
        marks += ["acts", f"acts under:{one.section or '-'}"]
    if not re.search(r"[.!?]$", one.text):
        marks.append("open")
    titled = sum(word[:1].isupper() for word in words)
    if words and titled >= 0.7 * len(words):
        marks.append("titled")
    marks += [name for name, pattern in _PATTERNS if pattern.search(one.text)]
    return tuple(marks)

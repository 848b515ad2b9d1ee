"""What a posting asks for, taken apart: kind, years, and skills in the atlas's names."""

from __future__ import annotations

import re

from everest.evidence import Evidence
from everest.opening.lines import Line, Role
from everest.opening.model import Kind, Requirement
from everest.opening.wanted import wanted_skills

_ONES = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))
_YEARS = re.compile(
    rf"(?P<low>\d{{1,2}}|{'|'.join(_ONES)})\s*(?:\+|\(\d+\)|-\s*\d+|to\s+\d+|or more|plus)?\s*\+?\s*(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_EDUCATION = re.compile(
    r"\b(?:bachelor|master|degree|diploma|ph\.?d|mba|\bb[as]\b|\bm[as]\b|ged|high school|graduate|doctorate|juris doctor|jd)\b",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\b(?:licen[sc]e|licensed|certifi(?:ed|cation|cate)|registration|registered|cpa|cdl|pmp|servsafe|clearance|bar admission|admitted to)\b",
    re.IGNORECASE,
)
_TRAIT = re.compile(
    r"\b(?:attention to detail|communication|interpersonal|team player|self[- ]starter|motivated|positive attitude|punctual|reliable|curious|calm|patient|friendly|organi[sz]ed|flexib|energ|passion|mindset|work ethic|honest)\w*",
    re.IGNORECASE,
)


def requirement(line: Line, source: str) -> Requirement:
    """Take one requirement apart."""
    names = wanted_skills(line.text)
    years = _YEARS.search(line.text)
    return Requirement(
        text=line.text,
        must=line.role is not Role.NICE,
        kind=_kind(line.text, names, has_years=years is not None),
        evidence=Evidence(line.text, line.start, line.end, source),
        skills=names,
        years=_number(years["low"]) if years else None,
    )


def _kind(text: str, names: tuple[str, ...], *, has_years: bool) -> Kind:
    if _CERTIFICATE.search(text):
        return Kind.CERTIFICATE
    if has_years:
        return Kind.YEARS
    if _EDUCATION.search(text):
        return Kind.EDUCATION
    if _TRAIT.search(text) and not names:
        return Kind.TRAIT
    if any(re.search(r"[A-Z+#\d]", name[1:]) for name in names):
        return Kind.TOOL
    return (
        Kind.SKILL
        if re.search(
            r"\b(?:skill|ability|able|knowledge|experience|proficien|understanding|command|fluen)",
            text,
            re.IGNORECASE,
        )
        or names
        else Kind.OTHER
    )


def _number(text: str) -> float:
    return float(_ONES.get(text.lower(), 0) or text)

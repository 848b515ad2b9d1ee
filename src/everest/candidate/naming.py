"""Tells titles, employers, places, degrees and schools apart in the head of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.candidate.entries import STATUS, Entry, split_names
from everest.candidate.sections import Line
from everest.candidate.titles import TITLE
from everest.evidence import Evidence, Fact

_EMPLOYER = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|gmbh|corp|corporation|company|co|group|holdings|partners|university|college|school|schools|hospital|clinic|"
    r"bank|institute|foundation|services|systems|solutions|technologies|labs?|studio|agency|department|ministry|council|center|centre|county|"
    r"hotel|restaurant|bistro|cafe|café|store|stores|market|logistics|airlines|ferries|coaches|rail|church|museum|library|association|society|"
    r"district|court|police|army|navy|works|industries|foods|farms?|media|press|software|health|healthcare|care|pharmacy|trust|club|"
    r"organi[sz]ation|firm|associates|consulting|ventures|networks|motors|energy|power|construction|builders|electric|dental|medical)\b\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:remote|hybrid|on[- ]?site|[A-Z]{2}(?:\s+\d{5})?|(?:[A-Z][\w.'’-]+\s?){1,3},\s*(?:[A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)|USA?|UK|United (?:States|Kingdom)|"
    r"Canada|India|Germany|France|Ireland|Australia|Singapore|Spain|Italy|Netherlands|London|New York|Berlin|Paris|Boston|Chicago|Seattle|Austin|Denver)\.?",
)
_DEGREE = re.compile(
    r"\b(?:b\.?\s?(?:a|s|sc|tech|e|com|ed|arch|b\.?a|fa|ba)\b\.?|m\.?\s?(?:a|s|sc|tech|e|com|ed|b\.?a|phil|ca|fa|ph|sw|pa)\b\.?|ph\.?\s?d\b\.?|mba|mca|bca|bba|j\.?d\.?|m\.?d\.?|ll\.?\s?[bm]\.?|"
    r"bachelor(?:['’]?s)?|master(?:['’]?s)?|doctor(?:ate)?|associate(?:['’]?s)?(?= of| in| degree|,|$)|diploma|a\.?a\.?s?\b\.?|a\.?s\.?\b(?= in)|ged|"
    r"high school|secondary|h\.?s\.?c|s\.?s\.?c|degree|certificate|minor|major|abitur|baccalaureate|a[- ]levels?|gcses?|apprenticeship|licence|nanodegree|bootcamp|honours|hons)(?!\w)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:university|college|school|institute|academy|polytechnic|universit[àäé]\w*|hochschule|conservatory|seminary|faculty|campus|bootcamp|uc|mit)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A name in the head of an entry and where it stands."""

    text: str
    start: int
    end: int
    line: int
    first: bool


def parts_of(entry: Entry, text: str) -> list[Part]:
    """Split the head into names, without its dates."""
    found = []
    for number, line in enumerate(entry.head):
        for first, (start, end) in enumerate(_stretches(entry, line)):
            at = start
            for name in split_names(text[start:end]):
                begin = text.index(name, at, end)
                at = begin + len(name)
                found.append(Part(name, begin, at, number, first == 0))
    return [part for part in found if re.search(r"[^\W\d_]{2}", STATUS.sub("", part.text))]


def job_names(parts: list[Part]) -> tuple[Part | None, Part | None, Part | None, float]:
    """Choose title, employer and place among the parts, and say how sure that is (0..1)."""
    place = next(
        (part for part in parts if _PLACE.fullmatch(part.text) and not TITLE.search(part.text)), None
    )
    named = [part for part in parts if part is not place and not _PLACE.fullmatch(part.text)]
    if not named:
        return None, None, place, 0.3
    scored = sorted(named, key=_title_likeness, reverse=True)
    title = scored[0] if _title_likeness(scored[0]) > 0 else named[0]
    rest = [part for part in named if part is not title]
    marked = [part for part in rest if _EMPLOYER.search(part.text)]
    employer = next(iter(marked or _near(title, rest)), None)
    sure = 0.95 if _title_likeness(title) > 0 else 0.55
    return title, employer, place, sure


def study_names(parts: list[Part]) -> tuple[Part | None, Part | None, Part | None]:
    """Choose degree, school and field of study among the parts."""
    school = next(
        (
            part
            for part in parts
            if _SCHOOL.search(part.text) and not re.match(r"high school diploma", part.text, re.IGNORECASE)
        ),
        None,
    )
    degree = next((part for part in parts if part is not school and _DEGREE.search(part.text)), None)
    rest = [
        part
        for part in parts
        if part not in (school, degree)
        and not _PLACE.fullmatch(part.text)
        and not re.search(r"\bgpa\b|\d\.\d", part.text, re.IGNORECASE)
    ]
    if school is None and degree is not None and rest:
        school = rest[0] if rest[0].line != degree.line or not _fits_field(rest[0], degree) else None
    field = next(
        (
            part
            for part in rest
            if part is not school
            and degree is not None
            and part.line == degree.line
            and part.start > degree.start
        ),
        None,
    )
    return degree, school, field


def fact(text: str, part: Part | None, confidence: float = 1.0, source: str = "resume") -> Fact | None:
    """Make a fact of a part."""
    return Fact(part.text, Evidence.of(text, part.start, part.end, source), confidence) if part else None


def _title_likeness(part: Part) -> float:
    words = max(1, len(part.text.split()))
    titled = len(TITLE.findall(part.text))
    employed = len(_EMPLOYER.findall(part.text))
    ends = 0.5 if re.search(rf"(?:{TITLE.pattern})(?:\s+(?:[IVX]+|\d))?$", part.text, re.IGNORECASE) else 0.0
    return (titled + ends - 1.2 * employed - (0.5 if words > 8 else 0)) if titled else -0.1 * employed


def _near(title: Part, rest: list[Part]) -> list[Part]:
    return sorted(rest, key=lambda part: (abs(part.line - title.line), abs(part.start - title.start)))


def _fits_field(part: Part, degree: Part) -> bool:
    return part.start > degree.end and len(part.text.split()) <= 5


def _stretches(entry: Entry, line: Line) -> list[tuple[int, int]]:
    if entry.period is None or line is not entry.period_line:
        return [(line.start, line.end)]
    before = (line.start, line.start + entry.period.at)
    after = (line.start + entry.period.to, line.end)
    return [piece for piece in (before, after) if piece[1] - piece[0] > 1]

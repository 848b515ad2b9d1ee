"""Tells degrees, fields of study and schools apart in the head of a course of study."""

from __future__ import annotations

import re
from dataclasses import replace

from everest.candidate.naming import Part, cut_part, is_place
from everest.candidate.titles import DEGREE, EMPLOYER, HONOURS, SCHOOL
from everest.candidate.unseparated import is_field, split_study

_LETTERS_ALONE = re.compile(r"[A-Z.]{2,7}(?:\s[A-Z.]{2,5})?")
_MARK = re.compile(
    r"\s*(?:\((?:[\d.:/% ]+|first|1st)(?: class)?\)$|:\s.*|\s(?:including|grades?)\s.*)", re.IGNORECASE
)
"""Marks and subjects behind the name of a degree: "BSc Geography (2:1)", "A-levels: Maths"."""
_GENERAL = re.compile(r"\bof (?:applied |fine )?(?:arts?|sciences?)$", re.IGNORECASE)


def study_names(parts: list[Part]) -> tuple[Part | None, Part | None, Part | None]:
    """Choose degree, school and field of study among the parts."""
    parts = [part for part in parts if not HONOURS.fullmatch(part.text)]
    if not any(_is_school(part.text) for part in parts):
        parts = parted_study(parts)
    school = next((part for part in parts if SCHOOL.search(part.text) and not _is_diploma(part.text)), None)
    degree = next((part for part in parts if part is not school and DEGREE.search(part.text)), None)
    rest = [
        part
        for part in parts
        if part not in (school, degree) and not is_place(part) and not re.search(r"\d\.\d", part.text)
    ]
    if school is None and degree is not None:
        school = _house(degree, rest, parts)
    if degree is None and school is not None:
        degree = _letters(school, rest)
    field = next(
        (part for part in rest if degree and part is not school and _follows(part, degree, school)), None
    )
    return degree and _unmarked(degree), school and _without_article(school), field


def parted_study(parts: list[Part]) -> list[Part]:
    """Split a degree and a school that stand in one row."""
    return [other for part in parts for other in cut_part(part, split_study(part.text))]


def _is_diploma(words: str) -> bool:
    return re.match(r"high school diploma", words, re.IGNORECASE) is not None


def _is_school(words: str) -> bool:
    """Tell the name of a school alone; "high school" is one in "Fairview High School" and none in a diploma."""
    return bool(SCHOOL.search(words)) and not DEGREE.search(
        re.sub(r"(?i)(?<=\w\s)high school|secondary|(?:apprenticeship|diploma)(?= school)", "", words)
    )


def _house(degree: Part, rest: list[Part], parts: list[Part]) -> Part | None:
    """Return where a degree was taken when no word tells a school: a house, or what does not fit a field of study."""
    named = next((part for part in rest if EMPLOYER.search(part.text) and not is_field(part.text)), None)
    if named is not None or not rest:
        return named
    beyond = any(is_place(part) and degree.end <= part.start < rest[0].start for part in parts)
    fits = rest[0].line == degree.line and rest[0].start > degree.end and len(rest[0].text.split()) <= 5
    return rest[0] if beyond or not fits else None


def _letters(school: Part, rest: list[Part]) -> Part | None:
    """Return a degree in letters that no list holds, before its school: "BAMS, Calden University"."""
    before = (part for part in rest if part.line == school.line and part.end <= school.start)
    return next((part for part in before if _LETTERS_ALONE.fullmatch(part.text)), None)


def _follows(part: Part, degree: Part, school: Part | None) -> bool:
    """Tell the field of a degree: behind it on its line, and not beyond the school, where towns stand."""
    if part.line != degree.line or part.start < degree.start or ":" in degree.text:
        return False
    beyond = school is not None and school.line == part.line and degree.start < school.start < part.start
    has_own = is_field(_GENERAL.sub("", degree.text))
    return is_field(part.text) or not (beyond or has_own)


def _without_article(school: Part) -> Part:
    text = re.sub(r"^the\s+", "", school.text)
    return replace(school, text=text, start=school.end - len(text))


def _unmarked(degree: Part) -> Part:
    """Take marks and subjects off a degree."""
    mark = _MARK.search(degree.text)
    if mark is None:
        return degree
    return replace(degree, text=degree.text[: mark.start()], end=degree.start + mark.start())

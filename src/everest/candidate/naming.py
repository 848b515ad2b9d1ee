"""Tells titles, employers, places, degrees and schools apart in the head of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.candidate.entries import STATUS, Entry, split_names
from everest.candidate.sections import Line
from everest.candidate.titles import DEGREE, SCHOOL, TITLE
from everest.candidate.unseparated import STATES, place_within, split_job, split_study
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
_PLACE_AT = re.compile(
    r"(?:^|(?<=[,|·•(\t–—])|(?<=\s-\s)|(?<=\s\s))\s*(?P<place>(?:[A-Z][\w.'’-]+ ){0,2}[A-Z][\w.'’-]+,[ ](?:[A-Z]{2}\b(?!\w)|"
    r"[A-Z]{2,3}(?=[\s)]|$)|(?i:USA?|UK|United States|United Kingdom|England|Scotland|Wales|Canada|India|Germany|France|Ireland|Australia|"
    r"New Zealand|Singapore|Spain|Italy|Netherlands|Belgium|Austria|Switzerland|Sweden|Norway|Denmark|Finland|Poland|Portugal|Mexico|"
    rf"Brazil|Japan|China|Kenya|Nigeria|South Africa|Pakistan|Philippines|Greece|Turkey|Israel|Egypt|Ontario|Quebec|California|Texas|Florida|New York|{STATES})\b))"
    r"(?:\s+\d{5})?(?=\s*(?:$|[|·•)\t–—,(-]))"
)
_MANY = re.compile(r"(?:[a-df-rt-z]ers|[aeio]rs|ects|ants|ists|ians)$", re.IGNORECASE)
"""Several of a trade are a house: "Granskog Architects", "Vela & Sons Builders"."""
_LENGTH = re.compile(
    r"(?:(?:\d+|one|two|three|less than a) ?\+? ?(?:years?|yrs?|months?|mos?)\.?(?:,| and)? ?){1,2}",
    re.IGNORECASE,
)
"""How long something lasted: no name."""
_LETTERS_ALONE = re.compile(r"[A-Z.]{2,7}(?:\s[A-Z.]{2,5})?")
_LETTERS = re.compile(r"[A-Z]{2},")


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
    found: list[Part] = []
    for number, line in enumerate(entry.head):
        for first, (start, end) in enumerate(_stretches(entry, line)):
            for begin, stop in _around_places(text, start, end, found, number):
                at = begin
                for name in split_names(text[begin:stop]):
                    at = text.index(name, at, stop)
                    found.append(Part(name, at, at + len(name), number, first == 0))
                    at += len(name)
    found.sort(key=lambda part: (part.line, part.start))
    return [
        part
        for part in found
        if re.search(r"[^\W\d_]\.?[^\W\d_]", STATUS.sub("", part.text)) and not _LENGTH.fullmatch(part.text)
    ]


def _around_places(text: str, start: int, end: int, found: list[Part], number: int) -> list[tuple[int, int]]:
    """Note "Dayton, OH" as one part and return what is left around it."""
    words = text[start:end]
    if within := place_within(words):
        begin, stop = start + within[0], start + within[1]
        found.append(Part(text[begin:stop], begin, stop, number, first=False))
        return [(start, begin), (stop, end)]
    found_at = [match for at in range(len(words)) if (match := _PLACE_AT.match(words, at))]
    match = next((match for match in reversed(found_at) if not _LETTERS.match(match["place"])), None)
    if match is None or TITLE.search(match["place"].split(",")[0]):
        return [(start, end)]
    begin, stop = start + match.start("place"), start + match.end()
    found.append(Part(text[begin:stop].strip(), begin, stop, number, first=False))
    return [(start, begin), (stop, end)]


def job_names(parts: list[Part]) -> tuple[Part | None, Part | None, Part | None, float]:
    """Choose title, employer and place among the parts, and say how sure that is (0..1)."""
    place = next((part for part in parts if _is_place(part)), None)
    named = [part for part in parts if part is not place and not _is_place(part)]
    if not named:
        return None, None, place, 0.3
    scored = sorted(named, key=_title_likeness, reverse=True)
    title = scored[0] if _title_likeness(scored[0]) > 0 else named[0]
    rest = [part for part in named if part is not title]
    marked = [part for part in rest if _EMPLOYER.search(part.text)]
    employer = next(iter(_first_of_line(marked, rest, title) or _near(title, rest)), None)
    sure = 0.95 if _title_likeness(title) > 0 else 0.55
    return title, employer, place, sure


def _is_place(part: Part) -> bool:
    return bool(
        _PLACE.fullmatch(part.text)
        or _PLACE_AT.fullmatch(part.text)
        or re.search(rf", (?:{STATES})$", part.text)
    ) and not TITLE.search(part.text)


def place_beneath(line: Line) -> Part | None:
    """Return the place that stands in a line of its own under a job's dates, as LinkedIn sets it."""
    named = re.fullmatch(
        r"(?:Greater )?[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}(?: Area|(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}){1,2})",
        line.text,
    )
    if line.is_bullet or named is None or TITLE.search(line.text) or _EMPLOYER.search(line.text):
        return None
    return Part(line.text, line.start, line.end, 0, first=False)


def _first_of_line(marked: list[Part], rest: list[Part], title: Part) -> list[Part]:
    """Return what opens the line of the first marked name: "Enactus, University of Calden" is a club at a school."""
    if not marked or marked[0].line == title.line:
        return marked
    return [part for part in rest if part.line == marked[0].line][:1]


def parted_job(parts: list[Part]) -> list[Part]:
    """Split a title and an employer that stand in one row, where the head names nothing else."""
    named = [part for part in parts if not _is_place(part)]
    cut = split_job(named[0].text) if len(named) == 1 else None
    if cut is None:
        return parts
    return [
        other
        for part in parts
        for other in ([part] if part is not named[0] else _cut(part, [(0, cut[0]), (cut[0], len(part.text))]))
    ]


def parted_study(parts: list[Part]) -> list[Part]:
    """Split a degree and a school that stand in one row."""
    return [other for part in parts for other in _cut(part, split_study(part.text))]


def _is_school(words: str) -> bool:
    """Tell the name of a school alone; "high school" is one in "Fairview High School" and none in a diploma."""
    return bool(SCHOOL.search(words)) and not DEGREE.search(
        re.sub(r"(?i)(?<=\w\s)high school|secondary", "", words)
    )


def _cut(part: Part, spans: list[tuple[int, int]]) -> list[Part]:
    made = []
    for start, end in spans:
        words = part.text[start:end].strip(" ,-–—|")
        at = part.start + part.text.index(words, start)
        made.append(Part(words, at, at + len(words), part.line, part.first and not start))
    return made


def study_names(parts: list[Part]) -> tuple[Part | None, Part | None, Part | None]:
    """Choose degree, school and field of study among the parts."""
    if not any(_is_school(part.text) for part in parts):
        parts = parted_study(parts)
    school = next(
        (
            part
            for part in parts
            if SCHOOL.search(part.text) and not re.match(r"high school diploma", part.text, re.IGNORECASE)
        ),
        None,
    )
    degree = next((part for part in parts if part is not school and DEGREE.search(part.text)), None)
    rest = [
        part
        for part in parts
        if part not in (school, degree)
        and not _is_place(part)
        and not re.search(r"\bgpa\b|\d\.\d", part.text, re.IGNORECASE)
    ]
    if school is None and degree is not None and rest:
        beyond = any(_is_place(p) and degree.end <= p.start < rest[0].start for p in parts)
        school = (
            rest[0] if beyond or rest[0].line != degree.line or not _fits_field(rest[0], degree) else None
        )
    if degree is None and school is not None:
        degree = next(
            (
                p
                for p in rest
                if p.line == school.line and p.end <= school.start and _LETTERS_ALONE.fullmatch(p.text)
            ),
            None,
        )
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
    many = 0.4 if _MANY.search(part.text) else 0.0
    return (titled + ends - many - 1.2 * employed - (0.5 if words > 8 else 0)) if titled else -0.1 * employed


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

"""Tells titles, employers and places apart in the head of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from everest.candidate.entries import STATUS, Entry, split_names
from everest.candidate.sections import Line
from everest.candidate.titles import EMPLOYER, TITLE
from everest.candidate.unseparated import STATES, place_within, split_job
from everest.evidence import Evidence, Fact
from everest.occupations import are_title_words

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


def job_names(
    parts: list[Part], text: str, house: Part | None = None
) -> tuple[Part | None, Part | None, Part | None, float]:
    """Choose title, employer and place among the parts, and say how sure that is (0..1).

    ``house`` is the employer named once above several jobs.
    """
    parts = _whole_names(parts, text)
    place = next((part for part in parts if is_place(part)), None)
    named = [part for part in parts if part is not place and not is_place(part)]
    if not named:
        return None, house, place, 0.3
    title = max(named, key=title_likeness)
    sure = 0.95
    if title_likeness(title) <= 0:
        title, sure = min(named, key=lambda part: bool(EMPLOYER.search(part.text))), 0.55
    rest = [part for part in named if part is not title]
    field = _field(title, rest, text)
    others = [part for part in rest if part is not field] or (rest if house is None else [])
    marked = [part for part in others if _is_named_at(part, text)]
    marked = marked or [part for part in others if EMPLOYER.search(part.text)]
    employer = house or next(iter(_first_of_line(marked, rest, title) or _near(title, others)), None)
    if employer is not None and (aside := _ASIDE.search(employer.text)):
        employer = replace(employer, text=employer.text[: aside.start()], end=employer.start + aside.start())
    if field is not None and field is not employer:
        title = replace(title, text=text[title.start : field.end], end=field.end)
    return title, employer, place, sure


_ASIDE = re.compile(
    r"\s*\((?:remote|hybrid|on-?site|contract|temporary|freelance|(?:part|full)[- ]time)\)$", re.I
)
"""How one worked there: no part of the employer's name."""
_DEPARTMENT = re.compile(
    r"(?:department|dept\.?|division|faculty|school|office|section|college|cent(?:er|re)|chair) (?:of|for)\b",
    re.I,
)
_ENDS_AS_HOUSE = re.compile(rf"(?:{EMPLOYER.pattern})\W*$", re.IGNORECASE)
_PARTNERS = re.compile(r"[A-Z][\w’'-]+ (?:&|and) [A-Z]", re.IGNORECASE)


def _whole_names(parts: list[Part], text: str) -> list[Part]:
    """Put together what only a comma parts: a department and its house, the partners of a firm."""
    whole: list[Part] = []
    for part in parts:
        last = whole[-1] if whole else None
        if last is not None and _is_behind_comma(part, last, text) and _are_one(last.text, part.text):
            whole[-1] = replace(last, text=text[last.start : part.end], end=part.end)
        else:
            whole.append(part)
    return whole


def _are_one(first: str, second: str) -> bool:
    housed = EMPLOYER.search(first) is not None and EMPLOYER.search(second) is not None
    if _DEPARTMENT.match(first) or _DEPARTMENT.match(second):
        return housed
    lone = " " not in first and first[:1].isupper() and not TITLE.search(first)
    return lone and _PARTNERS.match(second) is not None


def _is_behind_comma(part: Part, before: Part, text: str) -> bool:
    return part.line == before.line and re.fullmatch(r",\s*", text[before.end : part.start]) is not None


_THEN = re.compile(r"(?:then|later|formerly|previously)\s", re.IGNORECASE)
_AT = re.compile(r"(?:@|\bat)\s*$", re.IGNORECASE)


def _is_named_at(part: Part, text: str) -> bool:
    """Tell the employer that "at" or "@" leads up to."""
    return _AT.search(text, max(0, part.start - 5), part.start) is not None


def _field(title: Part, rest: list[Part], text: str) -> Part | None:
    """Return the field that a title goes on with behind a comma: "Staff Nurse, Medical-Surgical"."""
    after = next((part for part in rest if _is_behind_comma(part, title, text)), None)
    if after is not None and (
        _THEN.match(after.text) or any(_is_named_at(p, text) for p in rest if p != after)
    ):
        return after
    if after is None or _ENDS_AS_HOUSE.search(after.text) or not TITLE.search(title.text):
        return None
    return after if are_title_words(after.text) else None


def is_place(part: Part) -> bool:
    """Tell the name of a place."""
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
    if line.is_bullet or named is None or TITLE.search(line.text) or EMPLOYER.search(line.text):
        return None
    return Part(line.text, line.start, line.end, 0, first=False)


def _first_of_line(marked: list[Part], rest: list[Part], title: Part) -> list[Part]:
    """Return what opens the line of the first marked name: "Enactus, University of Calden" is a club at a school."""
    if not marked or marked[0].line == title.line:
        return marked
    return [part for part in rest if part.line == marked[0].line][:1]


def parted_job(parts: list[Part]) -> list[Part]:
    """Split a title and an employer that stand in one row, where the head names nothing else."""
    named = [part for part in parts if not is_place(part)]
    cut = split_job(named[0].text) if len(named) == 1 else None
    if cut is None:
        return parts
    return [
        other
        for part in parts
        for other in (
            [part] if part is not named[0] else cut_part(part, [(0, cut[0]), (cut[0], len(part.text))])
        )
    ]


def cut_part(part: Part, spans: list[tuple[int, int]]) -> list[Part]:
    """Cut a part at spans of its words."""
    made = []
    for start, end in spans:
        words = part.text[start:end].strip(" ,-–—|")
        at = part.start + part.text.index(words, start)
        made.append(Part(words, at, at + len(words), part.line, part.first and not start))
    return made


def fact(text: str, part: Part | None, confidence: float = 1.0, source: str = "resume") -> Fact | None:
    """Make a fact of a part."""
    return Fact(part.text, Evidence.of(text, part.start, part.end, source), confidence) if part else None


def title_likeness(part: Part) -> float:
    """Say how much a name looks like a title; 0 or less where it does not."""
    words = max(1, len(part.text.split()))
    titled = len(TITLE.findall(part.text))
    employed = len(EMPLOYER.findall(part.text))
    ends = 0.5 if re.search(rf"(?:{TITLE.pattern})(?:\s+(?:[IVX]+|\d))?$", part.text, re.IGNORECASE) else 0.0
    many = 0.4 if _MANY.search(part.text) else 0.0
    return (titled + ends - many - 1.2 * employed - (0.5 if words > 8 else 0)) if titled else -0.1 * employed


def _near(title: Part, rest: list[Part]) -> list[Part]:
    """Return the names nearest to a title first; of those in one line the first, for places stand last."""
    return sorted(rest, key=lambda part: (abs(part.line - title.line), part.start))


_LED_UP = re.compile(rf"(?:[\s(,–—-]*(?:{STATUS.pattern}))+[\s(]*$|\s(?:in|on|by)\s*$", re.IGNORECASE)
"""What leads up to a date and is no name: "(in progress, expected", "in"."""


def _stretches(entry: Entry, line: Line) -> list[tuple[int, int]]:
    if entry.period is None or line is not entry.period_line:
        return [(line.start, line.end)]
    told = _LED_UP.search(line.text, 0, entry.period.at)
    before = (line.start, line.start + (told.start() if told else entry.period.at))
    after = (line.start + entry.period.to, line.end)
    return [piece for piece in (before, after) if piece[1] - piece[0] > 1]

"""Groups the lines of a section into entries: what stands at the head of each, and what beneath."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.candidate.dates import Period, find_periods
from everest.candidate.sections import Line
from everest.candidate.titles import DEGREE, HONOURS, SCHOOL, TITLE, names_degree, names_school


@dataclass(frozen=True, slots=True)
class Entry:
    """One job or course of study: head lines, their dates, and what was done."""

    head: tuple[Line, ...]
    period: Period | None
    period_line: Line | None
    bullets: tuple[Line, ...]


def entries(lines: tuple[Line, ...], text: str) -> list[Entry]:
    """Group lines; each entry holds one date or range in its head where dates are given at all."""
    joined = join_wrapped(lines, text)
    dated = [i for i, line in enumerate(joined) if head_period(line)]
    plain = [i for i in dated if not joined[i].is_bullet]
    dated = plain or dated
    if not dated:
        return _by_heading(joined)
    starts = _starts(joined, dated)
    found = []
    for n, begin in enumerate(starts):
        block = joined[begin : starts[n + 1] if n + 1 < len(starts) else len(joined)]
        found.append(_entry(block))
    return found


def studies(lines: tuple[Line, ...], text: str) -> list[Entry]:
    """Group lines into courses of study; where every line names its own degree and school or date, each is one."""
    if lines and all(_is_whole_study(line) for line in lines):
        return [_study_alone(line) for line in lines]
    return entries(lines, text)


def _is_whole_study(line: Line) -> bool:
    """Tell whether a line names a degree, and a school or date beside it; "Fairview High School" alone does not."""
    dated = bool(find_periods(line.text))
    named = names_school(line.text)
    return (dated and named) or (names_degree(line.text) and (dated or named))


def _study_alone(line: Line) -> Entry:
    periods = find_periods(line.text)
    period = next((p for p in periods if p.is_range), periods[0] if periods else None)
    return Entry((line,), period, line if period else None, ())


def join_wrapped(lines: tuple[Line, ...], text: str) -> list[Line]:
    """Put the tail of a wrapped bullet back onto it."""
    longest = max((len(line.text) for line in lines), default=0)
    joined: list[Line] = []
    for number, line in enumerate(lines):
        last = joined[-1] if joined else None
        heads = any(head_period(other) for other in lines[number + 1 : number + 3] if not other.is_bullet)
        named = heads and not line.text[:1].islower() and len(line.text.split()) <= 9
        if last and last.is_bullet and not named and _is_tail(last, line, longest):
            joined[-1] = Line(
                text[last.start : line.end], last.start, line.end, True, False, last.size, last.raw
            )
        else:
            joined.append(line)
    return joined


def _is_tail(last: Line, line: Line, longest: int) -> bool:
    if line.is_bullet or line.is_heading or head_period(line):
        return False
    wrapped = len(last.text.split("\n")[-1]) > 0.72 * longest and not re.search(r"[.!?;:]$", last.text)
    return (
        line.text[:1].islower()
        or (wrapped and longest > 60)
        or bool(re.match(r"[(&%\d]", line.text) and wrapped)
    )


_LONGEST = 400
"""Characters; a longer line heads nothing."""
STATUS = re.compile(
    r"\b(?:in progress|ongoing|(?:is )?expected(?: graduation)?|anticipated(?: graduation)?|graduating|expecting|class of)\b[:\s]*",
    re.IGNORECASE,
)
"""How far a course of study is: no name of a school, degree or field."""


def head_period(line: Line) -> Period | None:
    """Return the date of a line that could head an entry: short, no sentence."""
    if len(line.text) > _LONGEST:
        return None
    periods = find_periods(line.text)
    if not periods:
        return None
    ranges = [period for period in periods if period.is_range]
    period = (ranges or list(periods))[0]
    around = STATUS.sub("", line.text[: period.at] + line.text[period.to :])
    around = re.sub(r"\s[^\w\s]+(?=\s)", " ", f" {around} ")
    if line.is_bullet and len(around.split()) > (9 if period.is_range else 2):
        return None
    if not period.is_range and re.search(r"[a-z]{3} (?:\S+ )*\S+\.$", line.text) and len(around.split()) > 3:
        return None
    if re.search(r"\((?:19|20)\d\d\)$", line.text) and len(around.split()) <= 16:
        return period
    if len(around.split()) > 16 or (period.at > 1 and re.search(r"\w[.!?]\s+[A-Z]\w+ \w+ \w+ \w+", around)):
        return None
    listed = not line.is_bullet and len(re.findall(r",|\||\t|·|—|\s[-–]\s", line.text)) >= 2
    return period if period.is_range or len(around.split()) <= (14 if listed else 9) else None


def _starts(lines: list[Line], dated: list[int]) -> list[int]:
    """Find where each dated entry begins: the date's line, or up to two head lines above it."""
    starts: list[int] = []
    above = dated[0] if dated[0] <= 3 else 2
    for number, at in enumerate(dated):
        floor = dated[number - 1] + 1 if number else 0
        begin = at
        if number and not _has_body(lines, floor, at) and at - floor <= 3:
            starts.append(_between(lines, floor, at, above))
            continue
        alike = 1 <= dated[0] <= 2 and _is_rich(lines[dated[0]])
        allowed = above if alike or not _is_rich(lines[at]) else 0
        while begin > floor and at - begin < allowed and _is_head(lines[begin - 1]):
            begin -= 1
        starts.append(begin)
    return [0, *starts[1:]] if starts else []


def _is_rich(line: Line) -> bool:
    """Tell a line that names job and employer beside its date."""
    rest = _without_date(line)
    return len(rest.split()) >= 5 and bool(re.search(r"[,|–—·]| at ", rest))


def _has_body(lines: list[Line], floor: int, begin: int) -> bool:
    return any(lines[i].is_bullet for i in range(floor, begin))


def _between(lines: list[Line], floor: int, at: int, above: int) -> int:
    """Tell whose the lines between two dates are when no bullet divides them: as many head the date as in the first entry.

    What ends like a sentence belongs to the entry before; a title right above a date that has none belongs to it.
    """
    begin = max(floor, at - above)
    while begin < at and not _is_head(lines[begin]):
        begin += 1
    last = lines[at - 1]
    titled = (
        begin == at > floor and TITLE.search(last.text) and not DEGREE.search(last.text) and _is_head(last)
    )
    return at - 1 if titled and not TITLE.search(_without_date(lines[at])) else begin


def _without_date(line: Line) -> str:
    text = line.text
    for period in reversed(find_periods(text)):
        text = text[: period.at] + text[period.to :]
    return text.strip(" -–—|,()·•\t")


def _is_head(line: Line) -> bool:
    short = len(line.text) <= 90 and len(line.text.split()) <= 14
    return (
        not line.is_bullet and short and not re.search(r"[a-z]{3,}[.!;]$", line.text) and not _is_told(line)
    )


_DEED = re.compile(
    r"(?!(?:registered|certified|chartered|licensed|licenced|skilled|retired|accredited|applied|advanced|united|limited|associated)\b)"
    r"(?:\w+ed|led|ran|built|made|wrote|taught|kept|won|grew|set|cut|drew|drove|held|took|brought|found|gave|sold|began)"
    r"(?: \w+ly)? (?:(?-i:[a-z]+)|\d[\d,.]*%?|[$€£]\d\S*)(?: |$|,)",
    re.IGNORECASE,
)
"""How a line opens that tells what was done: "Managed eight cleaners"."""


def _is_told(line: Line) -> bool:
    """Tell a sentence, which opens with a deed or has most of its words in small letters, from names."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line.text)
    if _DEED.match(line.text):
        return True
    small = [word for word in words if word[0].islower()]
    return len(words) >= 6 and len(small) > 0.6 * len(words) and not SCHOOL.search(line.text)


def _entry(block: list[Line]) -> Entry:
    head: list[Line] = []
    period, period_line = None, None
    body = list(block)
    while body and len(head) < 5:
        line = body[0]
        found = head_period(line)
        if found and period is None:
            period, period_line = found, line
        elif (
            not _is_head(line)
            or (period is not None and len(head) >= 4)
            or (period is not None and _enough(head) and not _is_title(line, head))
        ):
            break
        head.append(body.pop(0))
    return Entry(tuple(head), period, period_line, tuple(body))


def _is_title(line: Line, head: list[Line]) -> bool:
    """Tell the title or degree that the head has not said yet."""
    learned = any(DEGREE.search(_without_date(other)) for other in head)
    if not learned and len(line.text.split()) <= 9 and DEGREE.match(line.text):
        return True
    titled = any(TITLE.search(_without_date(other)) for other in head)
    first = line.text.partition(",")[0]
    short = len(first.split()) <= 6 and len(line.text.split()) <= 9
    return not titled and short and TITLE.search(first) is not None


def _enough(head: list[Line]) -> bool:
    named = [part for line in head for part in split_names(_without_date(line))]
    return len([part for part in named if not HONOURS.fullmatch(part)]) >= 2


_SAID = re.compile(
    r"\W*(?:(?:I )?(?:(?:have|am|was|been|currently|presently|previously) )*(?:working|worked|served|serving|employed) as|I (?:was|am|took|did|hold|have|earned|completed|received|finished))"
    r" (?:(?:an?|the|my) )?",
    re.IGNORECASE,
)
"""How a job or study is opened by who tells it in a sentence: "Currently working as …", "I took a …"."""


def split_names(text: str) -> list[str]:
    """Split "Nurse, City Hospital | Boston" into its names."""
    if said := _SAID.match(text):
        rest = text[said.end() :].rstrip(". ")
        leads = "at|from" if DEGREE.search(rest) else "with|at|for|in"
        told = re.sub(rf"\s(?:{leads})\s(?=(?:the\s)?[A-Z])", " | ", rest, count=1)
        return split_names(told)
    parts = re.split(
        r"\s*(?:\t|\||·|•|;|\s[-–—]\s|—|(?<![A-H*])–|–(?![A-H]\b)|,(?!\s*(?:Inc|LLC|Ltd|L\.L\.C|PLC|Co|Corp|MD|PhD)\b)|(?:(?<=\s)|^)(?:at|AT)(?=\s)|@|"
        r"(?<=[a-z]{3})(?<!\bCorp)(?<!\bDept)(?<!\bUniv)(?<!\bBros)(?<!\bInst)(?<!\bSept)\.(?=\s+[A-Z]|$))\s*",
        text,
    )
    return [_bare(part) for part in parts if part.strip(" ()-–—,.:")]


def _bare(part: str) -> str:
    """Take off brackets that stand around a name or are left of a date, not those that belong to it."""
    words = part.strip(" :")
    while words[:1] in "()" and (words[0] == ")" or ")" not in words[:-1]):
        words = words[1:].lstrip(" :")
    while words[-1:] in "()" and (words[-1] == "(" or words.count("(") < words.count(")")):
        words = words[:-1].rstrip(" :")
    return words.strip(" :")


def _by_heading(lines: list[Line]) -> list[Entry]:
    groups: list[list[Line]] = []
    for line in lines:
        new = line.is_heading or (not line.is_bullet and (not groups or groups[-1][-1].is_bullet))
        if new or not groups:
            groups.append([])
        groups[-1].append(line)
    return [_entry(group) for group in groups]

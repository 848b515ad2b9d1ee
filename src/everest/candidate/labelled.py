"""Jobs written as labels and values: "Organization: …", "Designation: …", "Duration: …", or "company - … description - …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everest.candidate.dates import Period, find_periods
from everest.candidate.sections import Line
from everest.candidate.titles import TITLE

_KINDS = {
    "employer": r"company(?: name)?|organi[sz]ation(?: name)?|employer|name of (?:the )?(?:company|organi[sz]ation|employer)",
    "title": r"designation|position(?: held)?|job title|title|role|post|type",
    "dates": r"duration|period|tenure|time period|dates?(?: employed)?|worked from|from",
    "place": r"location|place",
    "work": r"description|responsibilit(?:y|ies)|roles? (?:and|&) responsibilit(?:y|ies)|job (?:profile|responsibilities|description)|key result areas|"
    r"client(?:/project)?|project(?: details| description| name)?|environment|platform|software|team size|department|technolog(?:y|ies)|tools|nature of work",
}
_DASHED = ("company", "description", "designation", "duration", "role", "organi[sz]ation", "employer")
_LABELS = re.compile(
    r"(?:(?<=\n)|(?<=^)|(?<=\s)|(?<=[•*]))[ \t]*(?:(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
    + r")[ \t]*:-?(?=\s|\w)|(?P<dashed>"
    + "|".join(_DASHED)
    + r")[ \t]-(?=\s))[ \t]*",
    re.IGNORECASE,
)
_BARE_ROLE = re.compile(r"(?:^|\n)[ \t]*Role[ \t]+(?=[A-Z])")
_NOTHING = re.compile(r"\W*(?:n\.?/?a\.?|nil|none|not applicable|nature of work)?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[a-z)]{3}\.\s")
_NEAR = 120
"""Characters; dates this near to the beginning of a description are the job's, though no label says so."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the text; ``sure`` is how sure it is that they are what they are taken for, 0..1."""

    start: int
    end: int
    sure: float = 0.95


@dataclass(frozen=True, slots=True)
class LabelledJob:
    """What the labels of one job say, as places in the text; ``dates_at`` is where ``period`` counts from."""

    start: int
    end: int
    employer: Span | None
    title: Span | None
    place: Span | None
    period: Period | None
    dates_at: int
    dates_sure: float
    work: tuple[Span, ...]


def labelled_jobs(lines: tuple[Line, ...], text: str) -> tuple[LabelledJob, ...]:
    """Read the jobs of a section that names each employer behind a label; empty where it doesn't."""
    if not lines:
        return ()
    start, end = lines[0].start, lines[-1].end
    labels = [
        (_kind(match), match.start() + start, match.end() + start)
        for match in _LABELS.finditer(text[start:end])
    ]
    employers = [at for kind, at, _ in labels if kind == "employer"]
    if not employers or not _are_jobs(labels, text):
        return ()
    first = next(kind for kind, *_ in labels if kind in {"employer", "title", "dates"})
    opens = [at for kind, at, _ in labels if kind == first]
    if len(opens) != len(employers):
        opens = employers
    found = []
    for begin, stop in zip(opens, [*opens[1:], end], strict=True):
        job = _job([label for label in labels if begin <= label[1] < stop], text, begin, stop)
        if job is not None:
            found.append(job)
    return tuple(found)


def _kind(match: re.Match[str]) -> str:
    said = match["dashed"]
    if said is None:
        return match.lastgroup or ""
    return next(kind for kind, words in _KINDS.items() if re.fullmatch(words, said, re.IGNORECASE))


def _are_jobs(labels: list[tuple[str, int, int]], text: str) -> bool:
    """Tell labels of jobs from a word before a colon in prose: the employer stands first, or beside another label."""
    kinds = {kind for kind, *_ in labels}
    return len(kinds - {"work"}) >= 2 or bool(
        re.match(r"\s*company - ", text[labels[0][1] :], re.IGNORECASE) or "work" in kinds
    )


def _job(labels: list[tuple[str, int, int]], text: str, begin: int, stop: int) -> LabelledJob | None:
    values: dict[str, Span] = {}
    for number, (kind, _, at) in enumerate(labels):
        limit = labels[number + 1][1] if number + 1 < len(labels) else stop
        value = _trimmed(text, at, limit)
        if value and (kind not in values) and (kind != "title" or _titled(text, value)):
            values[kind] = value
    employer = _name(text, values.get("employer"))
    told = next((at for kind, _, at in labels if kind == "work"), 0) or _line_end(text, labels[-1][2], stop)
    period, dates_at, sure = _dates(text, values.get("dates"), told, stop, employer)
    title = _name(text, values.get("title")) or _bare_role(text, told, stop)
    if employer is None and title is None and period is None and stop - told < _NEAR:
        return None
    return LabelledJob(
        begin, stop, employer, title, _name(text, values.get("place")), period, dates_at, sure,
        tuple(_sentences(text, told, stop)),
    )  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line_end = text.find("\n", start, end)
    end = line_end if line_end >= 0 else end
    words = text[start:end]
    if stop := _SENTENCE_END.search(words):
        words = words[: stop.start() + 3]
    inner = words.strip(" \t.,;:-–•")
    if _NOTHING.fullmatch(inner):
        return None
    at = start + words.index(inner)
    return Span(at, at + len(inner))


def _line_end(text: str, start: int, stop: int) -> int:
    end = text.find("\n", start, stop)
    return end if end >= 0 else stop


def _titled(text: str, value: Span) -> bool:
    words = text[value.start : value.end]
    return len(words.split()) <= 9 and TITLE.search(words) is not None


def _name(text: str, value: Span | None) -> Span | None:
    """Return a name that is one: short, and cut before what goes on about it in brackets or small print."""
    if value is None or len(text[value.start : value.end].split()) > 14:
        return None
    return value


def _bare_role(text: str, told: int, stop: int) -> Span | None:
    first = re.compile(r"Role[ \t]+(?=[A-Z])").match(text, told, stop)
    for match in [first] if first else _BARE_ROLE.finditer(text, told, stop):
        value = _trimmed(text, match.end(), stop)
        if value and _titled(text, value):
            return value
    return None


def _dates(
    text: str, value: Span | None, told: int, stop: int, employer: Span | None
) -> tuple[Period | None, int, float]:
    if value is not None:
        found = [p for p in find_periods(text[value.start : value.end]) if p.is_range]
        if found:
            return found[0], value.start, 0.95
    ranges = [p for p in find_periods(text[told:stop]) if p.is_range]
    if ranges and ranges[0].at < _NEAR:
        return ranges[0], told, 0.7
    if len(ranges) == 1 and employer is not None:
        named = text[employer.start : employer.end].split(maxsplit=1)[0]
        around = text[told + max(0, ranges[0].at - 60) : told + ranges[0].to + 60]
        if len(named) > 2 and named in around:
            return ranges[0], told, 0.7
    if len(ranges) == 1 and re.search(r"\bwork(?:ed|ing)\b", text[told : told + ranges[0].at], re.IGNORECASE):
        return ranges[0], told, 0.5
    return None, told, 0.0


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a description, without their bullets."""
    for match in re.finditer(r"[^\n•➢]+", text[start:end]):
        words = match[0].strip(" \t.,;:-–*")
        if len(words.split()) > 1:
            at = start + match.start() + match[0].index(words)
            yield Span(at, at + len(words))

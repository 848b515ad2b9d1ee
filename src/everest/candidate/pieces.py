"""Cuts running text into jobs or courses of study, by their dates, bullets, sentence ends and capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from everest.candidate.dates import Period, find_periods
from everest.candidate.titles import DEGREE, SCHOOL, TITLE
from everest.candidate.unseparated import school_start, split_job
from everest.documents.model import BlockKind

_SIGN = r"[•▪◦‣●○➢✓■§\uf0b7ØñÞ*]"
_MARK = re.compile(
    rf"(?:(?<=\s)|^){_SIGN}\s+|(?:(?<=\s)|^)[-–—]\s+(?=[A-Z][a-z]+\s+(?:[a-z$€£\d]|[A-Z]\w+\s+[a-z]))|(?<=[a-z]);\s+(?=[a-z])"
)
"""A bullet, a dash before a sentence, a semicolon between things done."""
_STOP = re.compile(
    r"(?<=[\w)%”\"'])[.!?]\s+(?=[\"“(]?[A-Z\d])",
)
_SHORT = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|St|Sr|Jr|Dr|Mr|Ms|Mrs|No|Dept|Pvt|Bros|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[A-Z]\.\w{1,3})$"
)
_SMALL = {"of", "and", "at", "the", "for", "in", "de", "la", "du", "&", "to", "on", "y", "van", "der", "|", "-", "–", "—"}  # fmt: skip
_VERB = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ing)|Led|Ran|Run|Built|Made|Wrote|Taught|Kept|Won|Grew|Set|Cut|Drew|Drove|Held|Took|Brought|Found|Gave|Sold|Began)\b"
)
_LONGEST = 12
"""Words; the longest head that may hold words in small letters."""
_CLOSE = re.compile(r"[\s)\]:.,;|]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``guessed`` where it opens a job or course of study by guess."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    guessed: bool = False


def jobs(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut into heads of jobs and what was done there."""
    periods = [p for p in _periods(text, start, end) if p.is_range]
    if not periods:
        yield from _done(text, start, end)
        return
    heads = _heads(text, start, end, periods)
    if heads[0][0] > start:
        yield from _done(text, start, heads[0][0])
    for (begin, stop), after in zip(heads, [*(head[0] for head in heads[1:]), end], strict=True):
        yield from _head(text, begin, stop)
        yield from _done(text, stop, max(stop, after))


def _head(text: str, begin: int, stop: int) -> Iterator[Piece]:
    """Cut a head behind a town and its state, where the title goes on: "Red Mesa Electric, Tucson, AZ | Electrician"."""
    town = re.search(r", [A-Z]{2} (?=[A-Z][a-z])", text[begin:stop])
    cut = begin + town.end() if town else stop
    yield Piece(begin, cut, guessed=True)
    if cut < stop:
        yield Piece(cut, stop, guessed=True)


def studies(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut so that each course of study has its own date."""
    periods = list(_periods(text, start, end))
    if not periods:
        yield Piece(start, end, guessed=True)
        return
    cuts = [start, *_study_cuts(text, start, periods), end]
    for begin, stop in pairwise(cuts):
        mark = re.match(rf"\s*{_SIGN}\s+", text[begin:stop])
        yield Piece(begin + (mark.end() if mark else 0), stop, guessed=True)


def _study_cuts(text: str, start: int, periods: list[Period]) -> Iterator[int]:
    """Yield where each further course of study begins: at its date, behind the last date, or at its degree or school."""
    if _leads(text, start, periods):
        yield from (period.at for period in periods[1:])
        return
    first = text[start : periods[0].at]
    learned, schooled = DEGREE.search(first), SCHOOL.search(DEGREE.sub("", first))
    for period, after in pairwise(periods):
        behind = _CLOSE.match(text, period.to).end()  # type: ignore[union-attr]
        words = text[behind : after.at]
        if learned and not schooled:
            opened = [match.start() for match in DEGREE.finditer(words)]
            yield behind + (opened[0] if opened else 0)
        elif schooled and not learned:
            yield behind + school_start(words)
        else:
            yield behind


def _periods(text: str, start: int, end: int) -> Iterator[Period]:
    for period in find_periods(text[start:end]):
        yield Period(
            period.start,
            period.end,
            period.is_current,
            period.at + start,
            period.to + start,
            is_range=period.is_range,
        )


def _leads(text: str, start: int, periods: list[Period]) -> bool:
    """Tell whether dates stand before what they date."""
    return len(re.findall(r"\w+", text[start : periods[0].at])) < 2


def _heads(text: str, start: int, end: int, periods: list[Period]) -> list[tuple[int, int]]:
    heads: list[tuple[int, int]] = []
    if _leads(text, start, periods):
        for number, period in enumerate(periods):
            limit = periods[number + 1].at if number + 1 < len(periods) else end
            begin = period.at if number else start + _mark(text[start:end])
            heads.append((begin, _head_end(text, _CLOSE.match(text, period.to).end(), limit)))  # type: ignore[union-attr]
        return heads
    for number, period in enumerate(periods):
        floor = heads[-1][1] if number else start
        limit = periods[number + 1].at if number + 1 < len(periods) else end
        begin = _head_start(text, floor, period.at) if number else _first_start(text, floor, period.at)
        stop = _CLOSE.match(text, period.to).end()  # type: ignore[union-attr]
        place = re.match(r"[A-Z][\w.]+(?: [A-Z]\w+)?, [A-Z]{2}\b[\s.]*", text[stop:limit])
        stop += place.end() if place else 0
        if _is_half(text[begin : period.at]):
            stop = _head_end(text, stop, limit)
        heads.append((begin, stop))
    return heads


def _mark(text: str) -> int:
    found = _MARK.match(text)
    return found.end() if found else 0


def _first_start(text: str, floor: int, at: int) -> int:
    """Return where the first job's head begins: what stands before the last sentence end or bullet tells of the work."""
    begin = floor + _mark(text[floor:at])
    if len(text[begin:at].split()) <= 14 and not _edges(text, begin, at):
        return begin
    return _head_start(text, begin, at)


def _head_start(text: str, floor: int, at: int) -> int:
    """Return where the head that ends in a date at ``at`` begins: behind a sentence, a bullet, or a word in small letters."""
    edges = _edges(text, floor, at)
    begin = edges[-1][1] if edges else floor
    words = list(re.finditer(r"\S+", text[begin:at]))
    first = len(words)
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0]
        if (
            word.lower() not in _SMALL
            and re.search(r"\w", word)
            and not re.match(r"[\"“(]?[A-Z]|[|&–—-]", word)
        ):
            break
        first = number
    while first < len(words) and words[first][0].lower() in _SMALL:
        first += 1
    run = begin + words[first].start() if first < len(words) else begin
    lost = TITLE.search(text[begin:at]) and not TITLE.search(text[run:at])
    return begin if lost and len(words) <= _LONGEST else run


def _is_half(head: str) -> bool:
    """Tell whether a head names only the title or only the employer, so that the other must stand behind the date."""
    names = [part for part in re.split(r"[,|–—@(]|\sat\s|\s-\s", head) if re.search(r"\w{2}", part)]
    titled = [part for part in names if TITLE.search(part)]
    return not titled or (len(names) == 1 and split_job(names[0]) is None)


def _head_end(text: str, start: int, limit: int) -> int:
    """Return where a head that begins at ``start`` gives way to what was done: a bullet, a full stop, or a sentence."""
    edges = _edges(text, start, limit)
    stop = edges[0][0] if edges else limit
    words = list(re.finditer(r"\S+", text[start:stop]))
    for number, word in enumerate(words):
        small = word[0].lower() in _SMALL
        verb = number and _VERB.fullmatch(word[0]) and not re.search(r"[,|–—-]$", words[number - 1][0])
        if verb and number + 1 < len(words):
            return start + word.start()
        if not small and re.match(r"[a-z\d$€£]", word[0]):
            while number and words[number - 1][0].lower() in _SMALL:
                number -= 1  # noqa: PLW2901 - walks back to the word that opens the sentence
            at = max(1, number - 1)
            return start + words[at].start() if at < len(words) else stop
    return stop


def _edges(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return where bullets and sentence ends stand (begin, end, whether a bullet)."""
    found = [(m.start() + start, m.end() + start, True) for m in _MARK.finditer(text[start:end])]
    found += [
        (m.start() + start, m.end() + start, False)
        for m in _STOP.finditer(text[start:end])
        if not _SHORT.search(text[start : start + m.start()])
    ]
    return sorted(found)


def _done(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut what was done at bullets and sentence ends."""
    at = start
    for begin, stop, _ in [*_edges(text, start, end), (end, end, False)]:
        if text[at:begin].strip():
            yield Piece(at, begin, BlockKind.ITEM)
        at = stop

"""What was said, held against what was planned: points heard and missed, things improvised, things that do not agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from everest.evidence import Span
from everest.rehearsal.model import Content, PointHeard, Take

if TYPE_CHECKING:
    from everest.answer.model import Answer
    from everest.review.model import Review

HEARD = 0.5
"""From this share of a point on, weighing its words' likeness and its meaning, it counts as heard."""
_PLAIN = frozenset(
    "a an the and or but so of to in on at for with by from as is are was were be been being am do does did have has had "
    "i me my we our you your they their it its this that these those would could should will can may might want like "
    "also just more most very really into over up out not no if than then there here what which who how when where "
    "i'd i'm i've i'll that's it's one thing bring next".split()
)


def points_of(answer: Answer) -> tuple[str, ...]:
    """Return what an answer is meant to bring across: for each sentence what it rests on, or itself."""
    points = (
        " ".join(line.grounds[0].quote.split()) if line.grounds else line.text for line in answer.sentences
    )
    return tuple(dict.fromkeys(points))


def hold_against(text: str, points: Sequence[str], review: Review | None = None) -> Content:
    """Hold what was said against the planned points, each a sentence or a few cue words."""
    spans = _sentences(text)
    heard = tuple(_heard(point, text, spans) for point in points)
    taken = {(point.span.start, point.span.end) for point in heard if point.span and point.heard}
    improvised = tuple(
        text[span.start : span.end]
        for span in spans
        if (span.start, span.end) not in taken and len(stems_of(text[span.start : span.end])) >= 4
    )
    return Content(
        heard,
        improvised if points else (),
        (),
        review.score if review else None,
        review.verdict.value if review else "",
    )


def contradictions(take: Take, earlier: Sequence[Take]) -> tuple[str, ...]:
    """Name figures that were told differently in an earlier take: another number for the same thing."""
    told = _figures(take.transcript.text)
    found = []
    for other in earlier:
        for thing, figure in _figures(other.transcript.text).items():
            if thing in told and told[thing] != figure:
                found.append(f"You said {told[thing]} {thing} now, and {figure} {thing} in an earlier take.")
    return tuple(dict.fromkeys(found))


def _heard(point: str, text: str, spans: list[Span]) -> PointHeard:
    wanted = stems_of(point)
    best, where = 0.0, None
    for number, span in enumerate(spans):
        for last in (number, number + 1):
            if last >= len(spans):
                continue
            said = text[span.start : spans[last].end]
            share = _likeness(wanted, said, point) - 0.02 * (last - number)
            if share > best:
                best, where = share, Span(span.start, spans[last].end)
    if where is None or best < HEARD:
        return PointHeard(point, heard=False)
    return PointHeard(point, True, text[where.start : where.end], where)


def _likeness(wanted: set[str], said: str, point: str) -> float:
    from everest.language.meaning import similarity

    shared = len(wanted & stems_of(said)) / len(wanted) if wanted else 0.0
    alike = max(0.0, similarity(point, said))
    return max(shared, 0.6 * shared + 0.6 * max(0.0, alike - 0.25))


def _sentences(text: str) -> list[Span]:
    """Cut at sentence ends; what speech engines write has none, so long runs are cut every fourteen words."""
    from everest.language.sentences import split

    spans: list[Span] = []
    for span in split(text):
        words = list(re.finditer(r"\S+", text[span.start : span.end]))
        if len(words) <= 28:
            spans.append(Span(span.start, span.end))
            continue
        for n in range(0, len(words), 14):
            piece = words[n : n + 14]
            spans.append(Span(span.start + piece[0].start(), span.start + piece[-1].end()))
    return spans


def stems_of(text: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    words = re.findall(r"[a-z0-9']+", _spelled(text.lower().replace("’", "'")))
    return {_stem(word) for word in words if word not in _PLAIN and len(word) > 1}


def _stem(word: str) -> str:
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word.rstrip("e") or word


def _spelled(text: str) -> str:
    from everest.rehearsal.hearing.language_model import spoken_number

    return re.sub(r"\b\d[\d,]*\b", lambda found: spoken_number(found.group().rstrip(",")), text)


def _figures(text: str) -> dict[str, str]:
    found = re.findall(r"\b(\d[\d,.]*\d|\d)\s+([a-z]{4,})", text.lower())
    return {thing: figure for figure, thing in found}

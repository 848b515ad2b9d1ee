"""The stretches of a line that say what one can do or know, as close to the words as can be told without a model.

Known names come from the atlas; what follows "experience with", "ability to" and the like is taken up to the end of
its phrase. Meant for showing and measuring; requirements keep the atlas's names.
"""

from __future__ import annotations

import re

from everest.evidence import Span
from everest.opening.actions import is_action
from everest.opening.skills import skills_in

_KNOW = re.compile(
    r"\b(?:knowledge (?:of|in)|experience (?:with|in|of|using)|familiar(?:ity)? with|proficien(?:cy|t) (?:in|with)|understanding of|expertise in|skilled in|"
    r"background in|degree in|fluen(?:t|cy) in|command of|trained in|competent in|certified in)\s+(?:the |a |an |our |at least one |modern |various )*",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\b(?:ability to|able to|capable of|responsible for|you will|you(?:'|’)ll|comfortable|willing(?:ness)? to|skills to|experience)\s+(?:also |be |to )?(?=\w)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s(?:is|are|will|would|who|which|that|so|to ensure|in order|such as|e\.g|etc|within|as well|while|for|from|on|at|and/or)\b|[.;:()!?]|,\s|\s(?:and|or|&)\s|\s[-–—]\s",
    re.IGNORECASE,
)
_MANNERS = re.compile(
    r"\b(?:attention to detail|team[- ]?player|self[- ]?(?:starter|motivated|driven)|proactiv\w+|analytical|communicat(?:ive|ion)(?: skills)?|"
    r"problem[- ]solv\w+|work(?:ing)? independently|team ?work|flexib(?:le|ility)|organi[sz]ed|structured|hands[- ]on|open[- ]minded|"
    r"leadership(?: skills)?|interpersonal skills|detail[- ]oriented|result[s]?[- ](?:oriented|driven)|creativ(?:e|ity)|english|collaborat\w+|"
    r"critical thinking|time management|customer[- ](?:focus\w*|oriented)|mentor(?:ing)?|coaching)\b",
    re.IGNORECASE,
)


def skill_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches of ``text`` that name a skill or a kind of knowledge, in order, none within another."""
    found = [Span(start, end) for _, start, end in skills_in(text)]
    found += [Span(*match.span()) for match in _MANNERS.finditer(text)]
    found += [_phrase(text, match.end()) for match in _KNOW.finditer(text)]
    found += [
        _phrase(text, match.end())
        for match in _ABLE.finditer(text)
        if (word := re.match(r"[a-zA-Z-]+", text[match.end() :])) and is_action(word[0])
    ]
    first = re.match(r"\s*(?:[-*•]\s*)?([A-Za-z]+)", text)
    if first and is_action(first[1], text[first.start(1) :]):
        found.append(_phrase(text, first.start(1)))
    return _apart([span for span in found if span.end > span.start])


def _phrase(text: str, start: int, most: int = 7) -> Span:
    stop = _STOP.search(text, start + 1)
    end = stop.start() if stop else len(text)
    words = list(re.finditer(r"\S+", text[start:end]))[:most]
    return Span(start, start + words[-1].end()) if words else Span(start, start)


def _apart(found: list[Span]) -> tuple[Span, ...]:
    """Keep the longer of two that overlap."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: one.start - one.end):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda one: one.start))

"""Finds an answer that leaves open what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.review import signs
from everest.review.reading import Reading
from everest.review.rule import Hit

_ELSE = re.compile(
    r"\b(?:i (?:was|worked|drove|went|started|helped|did|had|left|studied|ran|sold|built|grew up|joined|got|took|delivered|learned|made|moved|came|spent)|i've (?:worked|been|done|had|always)|"
    r"then (?:the|at|i|a|in|on|to|had|went|ran|drove|worked|was|sold|\w+ed)|my manager said|they (?:made|gave|asked) me)\b"
)
_OFF = re.compile(
    r"\b(?:my (?:greatest|biggest|main) (?:strength|weakness)|before i answer|could you (?:repeat|tell me)|what do you mean|are you (?:on|using|hiring)|great question)\b"
)
_AHEAD = re.compile(
    r"(?:^|[.!?;:] )(?:to|learn|lead|run|become|get|own|pass|team|staff|a|an|the|two|still|in (?:charge|your|a))\b|\b(?:someday|if i|with time|when i'm|once|after that|be who|and be|after(?=[.,]|$)|when (?:you|one|\w+ retires)|"
    r"so a|appeals|not before|then (?:lead|run|own|supplementary|maybe))\b|\b[a-z]+ing (?:my|the|a|new|people|everything|for)\b"
)
_STORY = 2
"""So many words of a story told, and no direction, leave the question open."""


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer that names no direction."""
    if not signs.AIM.search(reading.low) and _tells_else(reading.low):
        yield Hit(reading.end, reading.end)


def _tells_else(low: str) -> bool:
    story = sum(1 for _ in _ELSE.finditer(low))
    return bool(_OFF.search(low)) or (story >= _STORY and not _AHEAD.search(low))

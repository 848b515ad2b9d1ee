"""Finds an answer that leaves open what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from everest.review import signs
from everest.review.model import Severity
from everest.review.reading import Reading
from everest.review.rule import Hit

_GAIN = re.compile(
    r"\b(?:learn\w*|gain\w*|experience|skills?|develop\w*|grow\w*|exposure|understand\w*|deepen\w*|work (?:on|with)|chance to|practice|train\w*|see how|from your|"
    r"more|time (?:on|with)|signed off|certif\w*|licen[cs]\w*|tickets?|courses?|grounding|trusted|better at|pass|become)\b"
)
_SHORT = re.compile(
    r"\b(?:short[- ]term|first|next|month|months|year|two years|start|begin|right now|near|immediate\w*|now)\b"
)
_STEP_HERE = "This job is the step, because here I would {task}."
_WANTED = {
    "stay": (signs.STAYING, "whether you would stay", "I would like to stay and build that here."),
    "why_this_role": (signs.LINK, "why this role", _STEP_HERE),
    "fit_with_goals": (signs.LINK, "how this job fits your aims", _STEP_HERE),
    "hope_to_gain": (_GAIN, "what you hope to gain", "I hope to learn to {task}."),
    "short_and_long_term": (_SHORT, "your short-term aim", "First I want to learn to {task}."),
}
"""What a variant of the question asks for besides a direction: its sign, its name in the remark, words that say it."""
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
    """Mark the end of an answer that names no direction, or not the thing this variant asks for."""
    end = reading.end
    if not signs.AIM.search(reading.low) and _tells_else(reading.low):
        yield Hit(end, end, {"asked": "where you want to go"})
        return
    sign, asked, insert = _WANTED.get(_variant(reading) or "", (None, "", ""))
    if sign and signs.is_long_enough(reading) and not sign.search(reading.low):
        yield Hit(end, end, {"asked": asked}, severity=Severity.ADVICE, insert=insert)


def _tells_else(low: str) -> bool:
    story = sum(1 for _ in _ELSE.finditer(low))
    return bool(_OFF.search(low)) or (story >= _STORY and not _AHEAD.search(low))


def _variant(reading: Reading) -> str | None:
    if reading.variant or not reading.question:
        return reading.variant
    return _recognized(reading.question)


@lru_cache(maxsize=256)
def _recognized(question: str) -> str | None:
    from everest.question import recognize

    return recognize(question).variant if any(map(str.isalpha, question)) else None

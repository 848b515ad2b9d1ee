"""Finds an answer that leaves open what this variant of the question asks for besides a direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from everest.review import signs
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


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark the end of an answer in which nothing speaks to what was asked besides."""
    if not signs.is_long_enough(reading):
        return
    sign, asked, insert = _WANTED.get(_variant(reading) or "", (None, "", ""))
    if sign and not sign.search(reading.low):
        yield Hit(reading.end, reading.end, {"asked": asked}, insert=insert)


def _variant(reading: Reading) -> str | None:
    if reading.variant or not reading.question:
        return reading.variant
    return _recognized(reading.question)


@lru_cache(maxsize=256)
def _recognized(question: str) -> str | None:
    from everest.question import recognize

    return recognize(question).variant if any(map(str.isalpha, question)) else None

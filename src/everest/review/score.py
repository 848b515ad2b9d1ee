"""How the reading becomes a score: one logistic function, whose weights are in ``data/score.json``.

    chance of sinking = logistic(bias + sum of the parts below)
    score = 100 × (1 - chance) for what would rather sink; above even it climbs half as steeply, so that 95 and more
            stay rare. Where a finding is an error, what lies above 24 is pressed into 24 to 34: one such sentence is
            enough to sink, whatever stands around it. Where there is any other finding, what lies above 75 is pressed
            into 75 to 89: an answer about which there is more to say is not finished.

Parts that speak against the answer: what the ear hears (that it sinks; of the flaws that sink and of those that cost,
the likeliest and all together), each rule's findings in its words (an error in full, a warning 0.45, advice 0.3 of the rule's weight), and
brevity. Parts that speak for it: the level of each criterion above 1. ``tools/weigh_review.py`` fits the
weights, none below zero, on labelled answers of our own that the ear has not seen, so that the chance is a chance.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from everest.review.model import Criterion, Finding, Severity

_WEIGHTS = Path(__file__).parent / "data" / "score.json"
AVOID_BELOW = 35
"""Score below which an answer is better not said, even where no single sentence is to blame."""
PRESSED_FROM = 24
"""Score from which an answer with an error is pressed together below ``AVOID_BELOW``."""
UNFINISHED_FROM, FINISHED_FROM = 75, 90
"""Score from which an answer with any finding is pressed together, and the one it stays below."""
EVEN = 0.5
"""Chance of sinking from which an answer would rather sink than carry."""
SHARE = {Severity.ERROR: 1.0, Severity.WARNING: 0.45, Severity.ADVICE: 0.3}
"""How much of a rule's weight a finding brings."""
SHORT = 25
"""Words from which brevity no longer counts."""


def chance(
    odds: Sequence[float], findings: Sequence[Finding], criteria: Sequence[Criterion], words: int
) -> float:
    """Return the chance, 0..1, that an answer sinks; see the module for the function."""
    weights = _weights()
    total = weights["bias"]
    total += sum(w * x for w, x in zip(weights["heads"], odds, strict=True))
    total += sum(weights["rules"].get(name, 0.0) * share for name, share in shares(findings).items())
    total -= sum(weights["criteria"].get(c.name, 0.0) * (c.level - 1) / 4 for c in criteria)
    total += weights["brevity"] * brevity(words)
    return float(1 / (1 + math.exp(-total)))


def points(chance: float, findings: Sequence[Finding]) -> int:
    """Return the score, 0..100: below ``AVOID_BELOW`` with an error, below ``FINISHED_FROM`` with any finding."""
    carries = 100 * (1 - chance)
    if carries > 100 * EVEN:
        slow = math.sqrt(min(1.0, 1 - chance)), math.sqrt(max(0.0, chance))
        carries = 100 * slow[0] / (slow[0] + slow[1])
    if any(finding.severity is Severity.ERROR for finding in findings):
        carries = _pressed(carries, PRESSED_FROM, AVOID_BELOW - 1)
    elif findings:
        carries = _pressed(carries, UNFINISHED_FROM, FINISHED_FROM - 1)
    return round(carries)


def _pressed(carries: float, start: float, top: float) -> float:
    """Press what lies between ``start`` and 100 into ``start`` to ``top``."""
    return carries if carries <= start else start + (carries - start) * (top - start) / (100 - start)


def shares(findings: Sequence[Finding]) -> dict[str, float]:
    """Return, for each rule that found something, the share of its weight."""
    found: dict[str, float] = {}
    for finding in findings:
        found[finding.name] = max(found.get(finding.name, 0.0), SHARE[finding.severity])
    return found


def brevity(words: int) -> float:
    """Return 0 from ``SHORT`` words on, more for fewer: the logarithm of how many times shorter."""
    return max(0.0, math.log(SHORT / max(1, words)))


@cache
def _weights() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_WEIGHTS.read_text("utf-8"))
    return loaded

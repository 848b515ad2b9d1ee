"""The candidate's situation, recognized from what the answer says."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from everest.review.reading import Reading
from everest.standing import Situation

ENOUGH_WORDS = 15
"""Fewer words rarely tell where a person stands."""
_SIGNS: tuple[tuple[Situation, re.Pattern[str]], ...] = (
    (Situation.CHANGER, re.compile(
        r"transition(?:ing)? (?:in)?to|chang(?:e|ed|ing) (?:careers?|fields?)|career change|switch(?:ed|ing)? (?:to|from|careers|into)|"
        r"mov(?:e|ed|ing) (?:from \w+ )?into (?:this|a new) field|background in \w+(?: \w+)?,? (?:but|and) now|coming from|after (?:\w+ ){1,4}years (?:as|in|of) [^.]{3,60}(?:now|retrain|moving|change)|retrain|"
        r"(?:former|ex-)\w+|years (?:as|in) [^.]{3,40} taught me")),
    (Situation.LEADER, re.compile(
        r"\b(?:as (?:a )?(?:director|vp|vice president|head of|principal|plant manager|chief)|i (?:lead|manage|run|oversee|direct) (?:a|the|an?|two|three|four|five|\d+)|"
        r"(?:my|our) (?:managers|directors|department heads)|cto|cfo|coo|chief \w+ officer|board[- ]level|executive|enterprise-wide|company-wide|regional director)\b")),
    (Situation.ENTRY, re.compile(
        r"\b(?:(?:recent|new|just) graduat\w+|graduat(?:e|ed|ing) (?:this|last|in)|first (?:real )?job|internship|apprentice(?:ship)?|starting out|kick-?start|entry[- ]level|"
        r"start(?:ing)? my career|begin(?:ning)? my career|new to (?:the|this)|junior|school leaver|just finished|trainee|fresh out)\b")),
    (Situation.TO_LEADERSHIP, re.compile(
        r"\b(?:(?:lead|leading|manage|managing|supervise|run|running) (?:a|the|my|an?) (?:\w+ ){0,3}(?:team|crew|shift|department|unit|store|group|floor|kitchen|ward)|team lead|supervisor|"
        r"become (?:a|an|the) (?:\w+ ){0,2}(?:manager|lead|leader|foreman)|(?:into|toward|towards) (?:\w+ )?(?:leadership|management|managing|leading)|mentor(?:ing)? junior|leadership (?:role|position))\b")),
)  # fmt: skip


_WEIGHTS = Path(__file__).parent / "data" / "situations.json"
MOST = 3
"""So many signs of one situation count; more say no more."""


def recognize(reading: Reading, hints: Sequence[float] = ()) -> Situation | None:
    """Return the likeliest situation by the ear's ``hints`` and the words; by the words alone where nothing was heard."""
    weights = _weights()
    if len(hints) and weights:
        seen = signs(reading, hints)
        sums = {
            name: bias + sum(w * v for w, v in zip(row, seen, strict=True))
            for name, row, bias in zip(weights["names"], weights["rows"], weights["biases"], strict=True)
        }
        return Situation(max(sums, key=lambda name: sums[name]))
    found = _counts(reading)
    best = max(found, key=lambda s: found[s])
    if found[best]:
        return best
    return Situation.ESTABLISHED if reading.words >= ENOUGH_WORDS else None


def signs(reading: Reading, hints: Sequence[float]) -> list[float]:
    """Return what ``data/situations.json`` weighs: the ear's hints, the signs found of each situation, hundreds of words."""
    counted = [float(min(MOST, count)) for count in _counts(reading).values()]
    return [*hints, *counted, reading.words / 100]


def _counts(reading: Reading) -> dict[Situation, int]:
    return {situation: len(sign.findall(reading.low)) for situation, sign in _SIGNS}


@cache
def _weights() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(_WEIGHTS.read_text("utf-8")) if _WEIGHTS.is_file() else {}
    return kept

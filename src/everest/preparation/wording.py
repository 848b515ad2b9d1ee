"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text: the same in both, taken out, or put in."""

    kind: Literal["same", "out", "in"]
    text: str


def compare_wordings(before: str, after: str) -> tuple[Change, ...]:
    """Return the stretches that lead from one wording to the other.

    The "same" and "out" stretches joined are ``before``; the "same" and "in" ones are ``after``.
    """
    old, new = _words(before), _words(after)
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.append(Change("same", "".join(old[a:b])))
            continue
        if b > a:
            changes.append(Change("out", "".join(old[a:b])))
        if d > c:
            changes.append(Change("in", "".join(new[c:d])))
    return tuple(changes)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[\w'’-]+|[^\w\s]", text)

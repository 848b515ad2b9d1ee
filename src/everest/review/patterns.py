"""Many patterns, each tried only on texts that hold the rarest bits of text it cannot match without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

BEGINNING = 4
"""So many letters of a bit are looked up before the whole of it."""
Groups = Sequence[Sequence[str]]
"""What ``anchors_of`` returns."""


_CROSSING = re.compile(r"\\[.WsS?]|(?<!\\)\.|\[[^\]]*[.!?]|\[\^|!")
"""What lets a pattern reach over the end of a sentence."""
_STOPPED = re.compile(r"\[\^[^\]]*\.[^\]]*\]|\(\?=[^()]*\)")
"""What cannot: a run up to a full stop, and a look at what follows."""


@dataclass(frozen=True, slots=True)
class Near:
    """A pattern that may match; ``bits`` are where, None for anywhere in the text."""

    number: int
    pattern: str
    bits: tuple[str, ...] | None


class Patterns:
    """Patterns by owner; ``near`` tells which of them a text could match at all."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[str, Groups, bool]] = {}
        self._waiting: dict[str, dict[str, list[tuple[str, int]]]] = {}
        self._always: list[tuple[str, int]] = []

    @property
    def count(self) -> int:
        """How many patterns there are."""
        return len(self._known)

    def add(self, owner: str, number: int, pattern: str, groups: Groups) -> None:
        """Add an owner's pattern with its ``anchors_of``; adding it again changes nothing."""
        key = owner, number
        if key in self._known:
            return
        self._known[key] = pattern, groups[1:], not _CROSSING.search(_STOPPED.sub("", pattern))
        if not groups:
            self._always.append(key)
            return
        for bit in groups[0]:
            beginning = bit[:BEGINNING] if len(bit) >= BEGINNING else ""
            self._waiting.setdefault(beginning, {}).setdefault(bit, []).append(key)

    def near(self, low: str) -> dict[str, list[Near]]:
        """Return, for each owner, its patterns that may match ``low``, in any order."""
        found: dict[tuple[str, int], tuple[str, ...]] = dict.fromkeys(self._always, ())
        beginnings = {low[n : n + BEGINNING] for n in range(len(low))}
        for beginning in (*(self._waiting.keys() & beginnings), ""):
            for bit, keys in self._waiting.get(beginning, {}).items():
                if bit in low:
                    for key in keys:
                        if key in found:
                            found[key] += (bit,)
                        elif _holds(low, self._known[key][1]):
                            found[key] = (bit,)
        near: dict[str, list[Near]] = {}
        for (owner, number), bits in found.items():
            pattern, _, is_within = self._known[owner, number]
            near.setdefault(owner, []).append(Near(number, pattern, bits if is_within and bits else None))
        return near


PATTERNS = Patterns()
"""The patterns of all rules and criteria."""


def _holds(low: str, groups: Groups) -> bool:
    for bits in groups:
        for bit in bits:
            if bit in low:
                break
        else:
            return False
    return True


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` for whole words, compiled."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def anchors_of(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return groups of bits of text: every match of ``pattern`` holds at least one bit of each group.

    The rarest groups come first, at most four of them; none if nothing can be told.
    """
    from re import _parser as parser  # type: ignore[attr-defined]

    groups = {bits for bits in _anchors(parser.parse(pattern)) if len(bits) <= _MOST_BITS}
    groups = {bits for bits in groups if min(map(len, bits)) >= BEGINNING} or groups
    return tuple(sorted(sorted(groups), key=_rarity, reverse=True)[:4])


_MOST_BITS = 24


def _rarity(bits: tuple[str, ...]) -> tuple[float, int]:
    return min(len(bit.strip()) for bit in bits) - len(bits) / 8, -len(bits)


def _anchors(nodes: Any) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    run = ""
    for kind, value in nodes:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found.append((run,))
        run = ""
        if str(kind) == "SUBPATTERN":
            found.extend(_anchors(value[-1]))
        elif str(kind) == "MAX_REPEAT" and value[0] > 0:
            found.extend(_anchors(value[2]))
        elif str(kind) == "BRANCH":
            parts = [max(_anchors(branch), key=_rarity, default=()) for branch in value[1]]
            if all(parts):
                found.append(tuple(sorted({bit for part in parts for bit in part})))
    return [bits for bits in (*found, (run,)) if all(bits)]

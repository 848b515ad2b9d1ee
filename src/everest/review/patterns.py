"""Many patterns, each tried only on texts that hold the rarest bits of text it cannot match without."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick

SHORT = 4
"""A group whose bits are all so long or longer tells more."""
TELLING = 3
"""Shorter bits stand in nearly every sentence; groups that hold one are not looked for, but for marks that are rare."""
_MARKS = frozenset("[]<>{}_()")
Groups = Sequence[Sequence[str]]
"""What ``anchors_of`` returns."""


_CROSSING = re.compile(r"\\[.WsS?]|(?<!\\)\.|\[[^\]]*[.!?]|\[\^|!")
"""What lets a pattern reach over the end of a sentence."""
_STOPPED = re.compile(r"\[\^[^\]]*\.[^\]]*\]|\(\?=[^()]*\)")
"""What cannot: a run up to a full stop, and a look at what follows."""


@dataclass(frozen=True, slots=True)
class Near:
    """A pattern that may match; ``places`` are the sentences where, by number, None for anywhere in the text."""

    number: int
    pattern: str
    places: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: str
    groups: Groups
    is_within: bool


class Patterns:
    """Patterns by owner; ``near`` tells which of them a text could match at all, and in which sentences."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], _Known] = {}
        self._waiting: dict[str, list[tuple[str, int]]] = {}
        self._always: list[tuple[str, int]] = []
        self._automaton: Any = None

    @property
    def count(self) -> int:
        """How many patterns there are."""
        return len(self._known)

    def add(self, owner: str, number: int, pattern: str, groups: Groups) -> None:
        """Add an owner's pattern with its ``anchors_of``; adding it again changes nothing."""
        key = owner, number
        if key in self._known:
            return
        groups = [group for group in groups if all(map(_is_telling, group))]
        self._known[key] = _Known(pattern, groups, not _CROSSING.search(_STOPPED.sub("", pattern)))
        self._automaton = None
        if not groups:
            self._always.append(key)
        for bit in groups[0] if groups else ():
            self._waiting.setdefault(bit, []).append(key)

    def near(self, low: str, starts: Sequence[int]) -> dict[str, list[Near]]:
        """Return, for each owner, its patterns that may match ``low``, in any order; ``starts`` begin the sentences."""
        held: dict[str, int] = {}
        for end, bit in self._bits().iter(low):
            held[bit] = held.get(bit, 0) | 1 << bisect_right(starts, end - len(bit) + 1)
        near: dict[str, list[Near]] = {}
        for owner, number in {key for bit in held for key in self._waiting.get(bit, ())}.union(self._always):
            known = self._known[owner, number]
            places = _places(known, held)
            if places:
                where = _numbers(places) if known.is_within and known.groups else None
                near.setdefault(owner, []).append(Near(number, known.pattern, where))
        return near

    def _bits(self) -> Any:
        """Return what finds all bits of all patterns in one pass (Aho and Corasick)."""
        automaton = self._automaton
        if automaton is None:
            automaton = ahocorasick.Automaton()
            for known in self._known.values():
                for bit in {bit for group in known.groups for bit in group}:
                    automaton.add_word(bit, bit)
            automaton.make_automaton()
            self._automaton = automaton
        return automaton


def _is_telling(bit: str) -> bool:
    return len(bit.strip()) >= TELLING or not _MARKS.isdisjoint(bit)


def _places(known: _Known, held: dict[str, int]) -> int:
    """Return the sentences, as bits of a number, that hold each group; one that may cross them needs each somewhere."""
    places = -1
    for group in known.groups:
        found = 0
        for bit in group:
            found |= held.get(bit, 0)
        if not found:
            return 0
        if known.is_within:
            places &= found
    return places


def _numbers(places: int) -> tuple[int, ...]:
    """Return the numbers of the sentences; -1 is what stands before the first."""
    return tuple(number - 1 for number in range(places.bit_length()) if places >> number & 1)


PATTERNS = Patterns()
"""The patterns of all rules and criteria."""


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
    groups = {bits for bits in groups if min(map(len, bits)) >= SHORT} or groups
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

"""A rule is a page (what it means) and a detector (where it applies)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from everest.evidence import Span
from everest.review import rewriting
from everest.review.model import Finding, NotChecked, Severity
from everest.review.page import Page
from everest.review.reading import BEGINNING, Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a detector found its pattern. An empty span marks an omission.

    ``severity``, ``replacement`` and ``insert`` (a sentence to add), if set, are this hit's own.
    """

    start: int
    end: int
    words: dict[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    replacement: str | None = None
    insert: str = ""


Groups = Sequence[Sequence[str]]
"""What ``anchors_of`` returns."""
Detector = Callable[[Reading], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing an interviewer minds, and how to spot it."""

    page: Page
    detect: Detector

    @property
    def code(self) -> str:
        """The code, such as MOT101."""
        return self.page.code

    @property
    def name(self) -> str:
        """The name, such as money-first."""
        return self.page.name

    @property
    def title(self) -> str:
        """What the rule is about, in a few words."""
        return self.page.title

    @property
    def severity(self) -> Severity:
        """How much a finding of this rule matters."""
        return Severity(self.page.level)

    @property
    def why(self) -> str:
        """Why an interviewer minds."""
        return self.page.why

    @property
    def mend(self) -> str:
        """How to mend it."""
        return self.page.mend

    def check(self, reading: Reading) -> Iterator[Finding | NotChecked]:
        """Yield the findings in reading order, or the reason there can be none."""
        missing = tuple(n for n in self.page.needs if reading.given(n) is None)
        if missing:
            yield NotChecked(self.code, self.name, missing)
            return
        end = -1
        for hit in self.detect(reading):
            if hit.start >= end:
                yield self.finding(reading, hit)
                end = max(hit.end, hit.start + 1)

    def acquits(self, reading: Reading, span: Span) -> bool:
        """Tell whether words of the page stand in ``span`` and were excused: denied, reported, another sense."""
        near = reading.low[span.start : span.end]
        patterns = (*self.page.unless, *self.page.phrases)
        return any(_compiled(pattern).search(near) for pattern in patterns)

    def finding(self, reading: Reading, hit: Hit) -> Finding:
        """Make the finding for ``hit``."""
        quote = reading.text[hit.start : hit.end]
        words = {"phrase": _short(quote), **hit.words}
        advice = self.page.suggestion.format_map(words)
        new = rewriting.replacement(self.page, reading, hit)
        shown = rewriting.example(self.page, reading, hit) if new is None else ""
        start, end = rewriting.struck(reading, hit.start, hit.end) if new == "" else (hit.start, hit.end)
        return Finding(
            self.code, self.name, hit.severity or self.severity, start, end, reading.text[start:end],
            self.page.message.format_map(words), f"{advice} For example: “{shown}”" if shown else advice, new,
        )  # fmt: skip


def _short(quote: str) -> str:
    return quote if len(quote) <= 70 else quote[:67].rsplit(" ", 1)[0] + " …"


_BITS: dict[str, set[str]] = {}
"""All bits of text that some page's phrases wait for, by their beginnings."""


def phrases(page: Page, anchors: Sequence[Groups]) -> Detector:
    """Make a detector for the page's phrases; a pattern is tried only where its anchors stand."""
    wanted = tuple(zip(anchors, page.phrases, strict=True))
    for bit in (bit for groups in anchors for bits in groups for bit in bits):
        _BITS.setdefault(bit[:BEGINNING] if len(bit) >= BEGINNING else "", set()).add(bit)

    def detect(reading: Reading) -> Iterator[Hit]:
        end = -1
        for start, stop in sorted(_said(reading, wanted), key=lambda s: (s[0], -s[1])):
            if start < end or _is_excused(reading, page, start, stop):
                continue
            yield Hit(start, stop)
            end = stop

    return detect


def _said(reading: Reading, wanted: tuple[tuple[Groups, str], ...]) -> list[tuple[int, int]]:
    lacks = reading.held(_BITS).isdisjoint
    return [
        match.span()
        for groups, pattern in wanted
        if not any(map(lacks, groups))
        for match in _compiled(pattern).finditer(reading.low)
    ]


def _is_excused(reading: Reading, page: Page, start: int, stop: int) -> bool:
    if (
        ("negated" in page.scope and reading.is_negated(start))
        or ("reported" in page.scope and reading.is_reported(start))
        or ("past" in page.scope and reading.is_past(start))
    ):
        return True
    sentence = reading.sentence_at(start)
    near = reading.low[sentence.start : max(stop, sentence.end)]
    start, stop = start - sentence.start, stop - sentence.start
    return any(
        match.start() < stop and start < match.end()
        for pattern in page.unless
        for match in _compiled(pattern).finditer(near)
    )


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
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

"""A rule is a page (what it means) and a detector (where it applies)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from everest.evidence import Span
from everest.review.model import Finding, NotChecked, Severity
from everest.review.page import Page
from everest.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a detector found its pattern. An empty span marks an omission; ``severity``, if set, is this hit's own."""

    start: int
    end: int
    words: dict[str, str] = field(default_factory=dict)
    severity: Severity | None = None


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
        said = quote if len(quote) <= 70 else quote[:67].rsplit(" ", 1)[0] + " …"
        words = {"phrase": said, **hit.words}
        replacement = self.page.replace.get(quote.lower()) if self.page.replace else None
        return Finding(
            self.code, self.name, hit.severity or self.severity, hit.start, hit.end, quote,
            self.page.message.format_map(words), self.page.suggestion.format_map(words), replacement,
        )  # fmt: skip


def phrases(page: Page, anchors: Sequence[Sequence[str]]) -> Detector:
    """Make a detector for the page's phrases; a pattern is tried only where one of its anchors stands."""
    wanted = tuple(zip(anchors, page.phrases, strict=True))

    def detect(reading: Reading) -> Iterator[Hit]:
        end = -1
        for start, stop in sorted(_said(reading.low, wanted), key=lambda s: (s[0], -s[1])):
            if start < end or _is_excused(reading, page, start, stop):
                continue
            yield Hit(start, stop)
            end = stop

    return detect


def _said(low: str, wanted: tuple[tuple[Sequence[str], str], ...]) -> list[tuple[int, int]]:
    return [
        match.span()
        for anchors, pattern in wanted
        if not anchors or any(map(low.__contains__, anchors))
        for match in _compiled(pattern).finditer(low)
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


def anchors_of(pattern: str) -> tuple[str, ...]:
    """Return bits of text of which every match of ``pattern`` holds at least one; none if that cannot be told."""
    from re import _parser as parser  # type: ignore[attr-defined]

    return _anchors(parser.parse(pattern))


_MOST_ANCHORS = 16


def _anchors(nodes: Any) -> tuple[str, ...]:
    """Choose the rarest condition: the one whose shortest bit is longest."""
    found: list[tuple[str, ...]] = []
    run = ""
    for kind, value in nodes:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found.append((run,))
        run = ""
        if str(kind) == "SUBPATTERN":
            found.append(_anchors(value[-1]))
        elif str(kind) == "MAX_REPEAT" and value[0] > 0:
            found.append(_anchors(value[2]))
        elif str(kind) == "BRANCH":
            parts = [_anchors(branch) for branch in value[1]]
            if all(parts):
                found.append(tuple(sorted({bit for part in parts for bit in part})))
    found = [bits for bits in (*found, (run,)) if all(bits) and 0 < len(bits) <= _MOST_ANCHORS]
    return max(found, key=lambda bits: (min(map(len, bits)), -len(bits)), default=())

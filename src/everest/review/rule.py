"""A rule is a page (what it means) and a detector (where it applies)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from everest.review.model import Finding, NotChecked, Severity
from everest.review.page import Page
from everest.review.reading import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a detector found its pattern. An empty span marks an omission."""

    start: int
    end: int
    words: dict[str, str] = field(default_factory=dict)


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

    def finding(self, reading: Reading, hit: Hit, severity: Severity | None = None) -> Finding:
        """Make the finding for ``hit``."""
        quote = reading.text[hit.start : hit.end]
        said = quote if len(quote) <= 70 else quote[:67].rsplit(" ", 1)[0] + " …"
        words = {"phrase": said, **hit.words}
        replacement = self.page.replace.get(quote.lower()) if self.page.replace else None
        return Finding(
            self.code, self.name, severity or self.severity, hit.start, hit.end, quote,
            self.page.message.format_map(words), self.page.suggestion.format_map(words), replacement,
        )  # fmt: skip


def phrases(page: Page, anchors: tuple[str, ...]) -> Detector:
    """Make a detector for the page's phrases; a pattern is tried only where its anchor word stands."""
    wanted = tuple(zip(anchors, page.phrases, strict=True))

    def detect(reading: Reading) -> Iterator[Hit]:
        low = reading.low
        found = [
            m.span() for anchor, pattern in wanted if anchor in low for m in _compiled(pattern).finditer(low)
        ]
        if not found:
            return
        excused = [m.span() for pattern in page.unless for m in _compiled(pattern).finditer(low)]
        end = -1
        for start, stop in sorted(found, key=lambda s: (s[0], -s[1])):
            if (
                start < end
                or any(a < stop and start < b for a, b in excused)
                or _is_excused(reading, page, start)
            ):
                continue
            yield Hit(start, stop)
            end = stop

    return detect


def _is_excused(reading: Reading, page: Page, start: int) -> bool:
    return (
        ("negated" in page.scope and reading.is_negated(start))
        or ("reported" in page.scope and reading.is_reported(start))
        or ("past" in page.scope and reading.is_past(start))
    )


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def anchor_of(pattern: str) -> str:
    """Return the longest run of letters that every match of ``pattern`` must hold; "" if there is none."""
    from re import _parser as parser  # type: ignore[attr-defined]

    runs, run = [], ""
    for kind, value in parser.parse(pattern):
        if str(kind) == "LITERAL":
            run += chr(value)
        else:
            runs.append(run)
            run = ""
    return max([*runs, run], key=len)

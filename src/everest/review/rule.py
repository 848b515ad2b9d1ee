"""A rule is a page (what it means) and a detector (where it applies)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from everest.evidence import Span
from everest.review import rewriting
from everest.review.model import Finding, NotChecked, Severity
from everest.review.page import Page
from everest.review.patterns import PATTERNS, Groups, compiled
from everest.review.reading import Reading


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
        return any(compiled(pattern).search(near) for pattern in patterns)

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


def phrases(page: Page, anchors: Sequence[Groups]) -> Detector:
    """Make a detector for the page's phrases; a pattern is tried only where its anchors stand."""
    for number, (pattern, groups) in enumerate(zip(page.phrases, anchors, strict=True)):
        PATTERNS.add(page.code, number, pattern, groups)

    def detect(reading: Reading) -> Iterator[Hit]:
        said = _said(reading, page.code)
        if not said:
            return
        end = -1
        for start, stop in sorted(said, key=lambda s: (s[0], -s[1])):
            if start < end or _is_excused(reading, page, start, stop):
                continue
            yield Hit(start, stop)
            end = stop

    return detect


def _said(reading: Reading, owner: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for near in reading.near(PATTERNS).get(owner, ()):
        finditer = compiled(near.pattern).finditer
        for place in reading.places(near):
            found += [match.span() for match in finditer(reading.low, place.start, place.end)]
    return found


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
        for match in compiled(pattern).finditer(near)
    )

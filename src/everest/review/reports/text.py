"""The report for a terminal: what a compiler would print, on an answer."""

from __future__ import annotations

import textwrap
import unicodedata

from everest.evidence import Span
from everest.language.sentences import split
from everest.review.model import Finding, Review, Severity, Verdict
from everest.review.reports import RANK, counted, mended

_TONE = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}
_VERDICT = {Verdict.READY: "1;32", Verdict.REVISE: "1;33", Verdict.AVOID: "1;31"}
_SAYS = {
    Verdict.READY: "fit to say",
    Verdict.REVISE: "worth another pass",
    Verdict.AVOID: "would likely cost you the job",
}
_EDGE = "1;34"
_GUTTER = 5


def text(review: Review, findings: list[Finding], *, color: bool = False, width: int = 100) -> str:
    """Return the report: each finding under its words, the gravest first, and what would raise the answer most."""
    paint = _painted if color else _plain
    order = sorted(findings, key=lambda f: (-RANK[f.severity], f.start))
    lines = [line for finding in order for line in _finding(review, finding, paint, width)]
    lines += _criteria(review, paint, width)
    if review.not_checked:
        wait = ", ".join(n.name for n in review.not_checked)
        note = f"Not checked for want of a résumé, a posting or the company's words: {wait}."
        lines += [*_wrapped(note, "", width), ""]
    verdict = paint(f"{review.verdict.value}, {review.score} of 100", _VERDICT[review.verdict])
    lines.append(
        f"{verdict}: {_SAYS[review.verdict]}; {counted(findings)}; about {review.seconds:.0f} seconds aloud."
    )
    return "\n".join(lines)


def _finding(review: Review, finding: Finding, paint: _Paint, width: int) -> list[str]:
    tone = _TONE[finding.severity]
    head = paint(f"{finding.severity.value}[{finding.rule}]", tone) + paint(f" {finding.name}", "1")
    bar = " " * (_GUTTER - 2) + paint("|", _EDGE)
    lines = [head, bar]
    last = 0
    for number, row, mark in _rows(review.text, finding, width - _GUTTER):
        lines.append(f"{paint(f'{number:>2}' if number != last else '  ', _EDGE)} {paint('|', _EDGE)} {row}")
        last = number
        if mark:
            lines.append(f"{bar} {paint(mark, tone)}")
    lines.append(bar)
    lines += _noted("", finding.message, paint, width)
    lines += _noted("help: ", finding.suggestion, paint, width)
    if new := mended(review, finding):
        lines += _noted("try: ", new, paint, width)
    lines += _noted("not so? ", f"everest review --dismiss {_quoted(finding.key)}", paint, 10_000)
    return [*lines, ""]


def _noted(label: str, words: str, paint: _Paint, width: int) -> list[str]:
    """Return a note under a finding, hanging from its label."""
    if not words:
        return []
    first = " " * (_GUTTER - 2) + paint("=", _EDGE) + " " + paint(label, "1")
    rows = textwrap.wrap(words, width - _GUTTER - len(label), break_on_hyphens=False)
    return [first + rows[0], *(" " * (_GUTTER + len(label)) + row for row in rows[1:])]


def _rows(whole: str, finding: Finding, width: int) -> list[tuple[int, str, str]]:
    """Return the rows to show: line number, text, and the marks under it (``^`` for an omission)."""
    shown = []
    for span in _broken(whole, _around(whole, finding), width):
        start, end = max(span.start, finding.start), min(span.end, finding.end)
        row = whole[span.start : span.end].replace("\t", " ")
        mark = ""
        if start < end:
            mark = " " * _cells(whole[span.start : start]) + "^" * max(1, _cells(whole[start:end].rstrip()))
        elif finding.start == finding.end and span.start <= finding.start <= span.end:
            mark = " " * max(0, _cells(row.rstrip()) - 1) + "^"
        shown.append((whole.count("\n", 0, span.start) + 1, row.rstrip(), mark))
    marked = [n for n, row in enumerate(shown) if row[2]]
    if not marked:
        return shown[-1:]
    return shown[max(0, marked[0] - 1) : marked[-1] + 2]


def _around(whole: str, finding: Finding) -> Span:
    """Return the sentences that the finding touches."""
    near = [
        s for s in split(whole) if s.start < max(finding.end, finding.start + 1) and finding.start <= s.end
    ]
    if not near:
        return Span(max(0, finding.start - 100), min(len(whole), finding.end + 100))
    if finding.start == finding.end:
        near = near[-1:]
    return Span(near[0].start, max(near[-1].end, finding.end))


def _broken(whole: str, span: Span, width: int) -> list[Span]:
    """Break a stretch into rows of at most ``width`` columns, at spaces and line ends."""
    rows, start = [], span.start
    while start < span.end:
        line_end = whole.find("\n", start, span.end)
        line_end = span.end if line_end < 0 else line_end
        end = start
        while end < line_end and _cells(whole[start : end + 1]) <= width:
            end += 1
        if end < line_end:
            space = whole.rfind(" ", start + 1, end + 1)
            end = space if space > start else end
        rows.append(Span(start, end))
        start = end
        while start < span.end and whole[start].isspace():
            start += 1
        start = max(start, end + (end == rows[-1].start))
    return rows


def _cells(words: str) -> int:
    """Return the columns that ``words`` take in a terminal."""
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in {"Cf", "Mn"}
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in words
    )


def _criteria(review: Review, paint: _Paint, width: int) -> list[str]:
    weakest = sorted((c for c in review.criteria if c.next_change), key=lambda c: c.level)[:3]
    if not weakest:
        return []
    lines = [paint("What would raise it most", "1")]
    for c in weakest:
        lines.append(f"  {paint('●' * c.level + '○' * (5 - c.level), _EDGE)} {c.name}: {c.anchor}")
        lines += _wrapped(c.next_change, " " * 8, width)
    return [*lines, ""]


def _wrapped(words: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(
        words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _quoted(key: str) -> str:
    from shlex import quote

    return quote(key)


class _Paint:
    """Colors words, or leaves them plain."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.on and words else words


_painted, _plain = _Paint(on=True), _Paint(on=False)

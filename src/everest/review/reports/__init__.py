"""A review as text, JSON, Markdown or HTML."""

from __future__ import annotations

from html import escape
from json import dumps

from everest.review.model import Finding, Review, Severity
from everest.review.reports.json import to_json

_RANK = {Severity.ADVICE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_COLOR = {Severity.ADVICE: "36", Severity.WARNING: "33", Severity.ERROR: "31"}


def render(
    review: Review, format_: str, threshold: Severity = Severity.ADVICE, *, color: bool = False
) -> str:
    """Return the report in ``format_`` (text, json, md, html), with findings from ``threshold`` up."""
    shown = [f for f in review.findings if _RANK[f.severity] >= _RANK[threshold]]
    if format_ == "json":
        data = to_json(review)
        data["findings"] = [f for f in data["findings"] if _RANK[Severity(f["severity"])] >= _RANK[threshold]]
        return dumps(data, ensure_ascii=False, indent=2)
    return (
        {"md": markdown, "html": html}[format_](review, shown)
        if format_ != "text"
        else text(review, shown, color=color)
    )


def text(review: Review, findings: list[Finding], *, color: bool = False) -> str:
    """Return the report for a terminal: the words, underlined, with what to do."""
    lines = [f"{review.verdict.value}, {review.score} of 100, about {review.seconds:.0f} seconds aloud", ""]
    for f in findings:
        line, start, stop, row = _line(review.text, f)
        head = f"{f.rule} {f.name}"
        mark = " " * start + "^" * max(1, stop - start)
        if color:
            mark = f"\x1b[{_COLOR[f.severity]}m{mark}\x1b[0m"
        lines += [
            f"{head:<50}{f.severity.value}",
            f"{row:>3} | {line}",
            f"    | {mark}",
            f"    {f.message}",
            f"    {f.suggestion}",
            "",
        ]
    weakest = sorted((c for c in review.criteria if c.next_change), key=lambda c: c.level)[:3]
    lines += ["What would raise it most:", *(f"  {c.name} {c.level} of 5: {c.next_change}" for c in weakest)]
    if review.not_checked:
        lines += ["", f"{len(review.not_checked)} rules wait for a résumé, a posting or the company's words."]
    return "\n".join(lines)


def markdown(review: Review, findings: list[Finding]) -> str:
    """Return the report as Markdown."""
    lines = [
        f"# Review: {review.verdict.value}, {review.score} of 100",
        "",
        *(f"> {row}" for row in review.text.splitlines()),
        "",
    ]
    lines += [f"- **{f.rule} {f.name}** ({f.severity.value}): {f.message} {f.suggestion}" for f in findings]
    lines += [
        "",
        "| criterion | level | |",
        "|---|---|---|",
        *(f"| {c.name} | {c.level} | {c.anchor} |" for c in review.criteria),
    ]
    return "\n".join(lines)


def html(review: Review, findings: list[Finding]) -> str:
    """Return the report as a fragment of HTML."""
    items = "".join(
        f'<li class="{f.severity.value}"><strong>{escape(f.name)}</strong> {escape(f.message)} {escape(f.suggestion)}</li>'
        for f in findings
    )
    rows = "".join(
        f"<tr><td>{escape(c.name)}</td><td>{c.level}</td><td>{escape(c.anchor)}</td></tr>"
        for c in review.criteria
    )
    return (
        f"<section><h1>{review.verdict.value}, {review.score} of 100</h1><blockquote>{escape(review.text)}</blockquote>"
        f"<ul>{items}</ul><table>{rows}</table></section>"
    )


def _line(whole: str, finding: Finding) -> tuple[str, int, int, int]:
    """Return the line, the columns and the row of a finding; long lines are cut around it."""
    begin = whole.rfind("\n", 0, finding.start) + 1
    end = whole.find("\n", finding.start)
    end = len(whole) if end < 0 else end
    left = max(begin, finding.start - 40)
    right = min(end, max(finding.end, finding.start) + 40, left + 160)
    return (
        whole[left:right],
        finding.start - left,
        min(finding.end, right) - left,
        whole.count("\n", 0, finding.start) + 1,
    )

"""A review as text, JSON, Markdown or HTML."""

from __future__ import annotations

from json import dumps

from everest.review.model import Finding, Review, Severity
from everest.review.reports.json import to_json

RANK = {Severity.ADVICE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def render(
    review: Review,
    format_: str,
    threshold: Severity = Severity.ADVICE,
    *,
    color: bool = False,
    width: int = 100,
) -> str:
    """Return the report in ``format_`` (text, json, md, html), with findings from ``threshold`` up.

    ``width`` is that of the terminal, in columns; ``color`` allows ANSI colors in the text.
    """
    shown = [f for f in review.findings if RANK[f.severity] >= RANK[threshold]]
    if format_ == "json":
        data = to_json(review)
        data["findings"] = [f for f in data["findings"] if RANK[Severity(f["severity"])] >= RANK[threshold]]
        return dumps(data, ensure_ascii=False, indent=2)
    if format_ == "md":
        from everest.review.reports.markdown import markdown

        return markdown(review, shown)
    if format_ == "html":
        from everest.review.reports.html import html

        return html(review, shown)
    from everest.review.reports.text import text

    return text(review, shown, color=color, width=width)


def marked(findings: list[Finding]) -> list[tuple[int, Finding]]:
    """Return the numbered findings whose words can be marked side by side: of two that overlap, the graver one."""
    kept: list[tuple[int, Finding]] = []
    ranked = sorted(enumerate(findings, 1), key=lambda n: (-RANK[n[1].severity], n[1].end - n[1].start))
    for number, f in ranked:
        if f.start < f.end and all(f.end <= k.start or k.end <= f.start for _, k in kept):
            kept.append((number, f))
    return sorted(kept, key=lambda n: n[1].start)


def mended(review: Review, finding: Finding) -> str:
    """Return the sentence around a finding with its replacement in place; "" if there is none."""
    if finding.replacement is None:
        return ""
    from everest.language.sentences import split

    whole = review.text[: finding.start] + finding.replacement + review.text[finding.end :]
    end = finding.start + len(finding.replacement)
    near = [s for s in split(whole) if s.start < max(end, finding.start + 1) and finding.start <= s.end]
    if finding.start == finding.end and near:
        near = near[-1:]
    return " ".join(whole[s.start : s.end].strip() for s in near)


def counted(findings: list[Finding]) -> str:
    """Say how many findings there are of each severity: "2 errors, 1 warning"."""
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
    parts = []
    for severity, name in names.items():
        count = sum(1 for f in findings if f.severity is severity)
        if count:
            several = name.replace("piece", "pieces") if " " in name else f"{name}s"
            parts.append(f"{count} {name if count == 1 else several}")
    return ", ".join(parts) or "no remarks"

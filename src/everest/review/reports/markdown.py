"""The report as Markdown, for notes and chats."""

from __future__ import annotations

import re

from everest.review.model import Finding, Review
from everest.review.reports import counted, marked, mended


def markdown(review: Review, findings: list[Finding]) -> str:
    """Return the report: the answer with its marked words, each remark with its remedy, the criteria."""
    quoted = [f"> {row}" if row else ">" for row in _marked(review.text, findings).splitlines()]
    lines = [
        f"# Review: {review.verdict.value}, {review.score} of 100",
        "",
        f"About {review.seconds:.0f} seconds aloud; {counted(findings)}.",
        "",
        *quoted,
        "",
    ]
    if findings:
        lines += ["## Remarks", ""]
    for number, f in enumerate(findings, 1):
        lines += [
            f"{number}. **{f.severity.value}** {_safe(f.message)} `{f.rule}`",
            f"   {_safe(f.suggestion)}",
        ]
        if new := mended(review, f):
            lines.append(f"   *Try:* {_safe(new)}")
        lines.append("")
    lines += ["## What carries it", "", "| | level | where it stands | next |", "|---|---|---|---|"]
    lines += [
        f"| {c.name} | {'●' * c.level}{'○' * (5 - c.level)} | {_cell(c.anchor)} | {_cell(c.next_change)} |"
        for c in review.criteria
    ]
    if review.not_checked:
        lines += ["", f"Not checked: {', '.join(n.name for n in review.not_checked)}."]
    return "\n".join(lines) + "\n"


def _marked(text: str, findings: list[Finding]) -> str:
    """Return the answer with the words of findings in bold and the number of the remark behind."""
    parts, at = [], 0
    for number, f in marked(findings):
        words = text[f.start : f.end]
        inner = words.strip()
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        parts += [
            _safe(text[at : f.start]),
            before,
            f"**{_safe(inner)}**" if inner else "",
            f"<sup>{number}</sup>",
            after,
        ]
        at = f.end
    return "".join([*parts, _safe(text[at:])])


def _safe(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", words)


def _cell(words: str) -> str:
    return _safe(words).replace("\n", " ")

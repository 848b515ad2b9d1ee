"""The report as a page of its own: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from html import escape

from everest.review.model import Criterion, Finding, Review
from everest.review.reports import counted, marked, mended

_STYLE = """
:root{color-scheme:light dark;--ink:#22262b;--soft:#5c6570;--paper:#fbfaf7;--card:#fff;--line:#dfdbd2;--error:#b3261e;--warning:#8a5a00;--advice:#1f6391;--good:#2c6e49}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a7adb5;--paper:#16191d;--card:#1f2429;--line:#363d45;--error:#ff8a80;--warning:#f0b95a;--advice:#7cc0ef;--good:#7fcf9f}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 Georgia,'Times New Roman',serif}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.25rem 0 .75rem}
.soft{color:var(--soft);margin:.25rem 0}
.answer{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem;white-space:pre-wrap;margin:1.25rem 0}
mark{background:none;color:inherit;text-decoration:underline wavy 2px;text-underline-offset:4px}
mark a{color:inherit;text-decoration:none}mark sup{font:600 .68em system-ui,sans-serif;margin-left:.1em}
.error{--tone:var(--error)}.warning{--tone:var(--warning)}.advice{--tone:var(--advice)}
mark{text-decoration-color:var(--tone)}mark sup{color:var(--tone)}
ol{padding:0;list-style:none;margin:0}
li{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:10px;padding:.9rem 1.1rem;margin:.75rem 0;break-inside:avoid}
li p{margin:.3rem 0}li .kind{font:600 .82rem system-ui,sans-serif;color:var(--tone)}
.try{border-left:3px solid var(--good);padding-left:.8rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}td,th{text-align:left;vertical-align:top;padding:.5rem .6rem .5rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;white-space:nowrap}.dots{color:var(--good);letter-spacing:.12em;white-space:nowrap}
@media(max-width:34rem){td,th{display:block;border:0;padding:.1rem 0}tr{display:block;border-bottom:1px solid var(--line);padding:.6rem 0}}
"""


def html(review: Review, findings: list[Finding]) -> str:
    """Return the report as an HTML page."""
    title = f"Review: {review.verdict.value}, {review.score} of 100"
    remarks = "".join(_remark(review, f, n) for n, f in enumerate(findings, 1))
    rows = "".join(_row(c) for c in review.criteria)
    waiting = (
        f'<p class="soft">Not checked: {escape(", ".join(n.name for n in review.not_checked))}.</p>'
        if review.not_checked
        else ""
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
        f'<h1>{escape(title)}</h1><p class="soft">About {review.seconds:.0f} seconds aloud; {counted(findings)}.</p>'
        f'<div class="answer">{_marked(review.text, findings)}</div>'
        f"{f'<h2>Remarks</h2><ol>{remarks}</ol>' if remarks else ''}"
        f"<h2>What carries it</h2><table><tbody>{rows}</tbody></table>{waiting}</main></body></html>\n"
    )


def _marked(text: str, findings: list[Finding]) -> str:
    parts, at = [], 0
    for number, f in marked(findings):
        parts.append(escape(text[at : f.start]))
        parts.append(
            f'<mark class="{f.severity.value}"><a href="#r{number}" title="{escape(f.message)}">{escape(text[f.start : f.end])}<sup>{number}</sup></a></mark>'
        )
        at = f.end
    return "".join([*parts, escape(text[at:])])


def _remark(review: Review, finding: Finding, number: int) -> str:
    new = mended(review, finding)
    shown = f'<p class="try">{escape(new)}</p>' if new else ""
    return (
        f'<li id="r{number}" class="{finding.severity.value}"><p class="kind">{number} · {finding.severity.value} · {escape(finding.name.replace("-", " "))}'
        f" ({finding.rule})</p><p>{escape(finding.message)}</p><p>{escape(finding.suggestion)}</p>{shown}</li>"
    )


def _row(criterion: Criterion) -> str:
    dots = "●" * criterion.level + "○" * (5 - criterion.level)
    return (
        f'<tr><th scope="row">{escape(criterion.name)}</th><td class="dots" aria-label="{criterion.level} of 5">{dots}</td>'
        f"<td>{escape(criterion.anchor)}{f'<br><span class=soft>{escape(criterion.next_change)}</span>' if criterion.next_change else ''}</td></tr>"
    )

"""The review for programs; its shape is a promise."""

from __future__ import annotations

from typing import Any

from everest.review.model import Quotation, Review


def to_json(review: Review) -> dict[str, Any]:
    """Return the review as plain data; offsets count code points."""
    return {
        "verdict": review.verdict.value,
        "score": review.score,
        "situation": review.situation.value if review.situation else None,
        "findings": [
            {
                "rule": f.rule, "name": f.name, "severity": f.severity.value, "start": f.start, "end": f.end,
                "quote": f.quote, "message": f.message, "suggestion": f.suggestion, "replacement": f.replacement, "key": f.key,
            }
            for f in review.findings
        ],
        "criteria": [
            {"name": c.name, "level": c.level, "evidence": [_quotation(q) for q in c.evidence],
             "anchor": c.anchor, "next_change": c.next_change}
            for c in review.criteria
        ],
        "horizon_years": review.horizon_years,
        "seconds": review.seconds,
        "not_checked": [{"rule": n.rule, "name": n.name, "missing": list(n.missing)} for n in review.not_checked],
        "sinking": [{"start": s.start, "end": s.end} for s in review.sinking],
    }  # fmt: skip


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {"start": quotation.start, "end": quotation.end, "quote": quotation.quote}

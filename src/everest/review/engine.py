"""Reviews an answer: rules, learned heads, criteria, score and verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from everest.errors import BadInput
from everest.evidence import Span
from everest.review import criteria, heads, situations
from everest.review.model import Finding, NotChecked, Review, Severity, Verdict
from everest.review.reading import Reading
from everest.review.rule import Hit, Rule
from everest.review.rulebook import rules

if TYPE_CHECKING:
    from everest.candidate.model import Candidate
    from everest.opening.model import Opening
    from everest.question.model import Question

READY_FROM = 50
"""Score from which an answer without errors is fit to say; set on the training answers."""


def review(
    text: str,
    *,
    question: str | Question | None = None,
    opening: Opening | None = None,
    candidate: Candidate | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    dismissed: Sequence[str] = (),
) -> Review:
    """Say what an experienced interviewer would hear in ``text``.

    ``select`` and ``ignore`` take codes, names or beginnings of codes. ``dismissed`` takes the ``key`` of findings
    that the person knows to be wrong: the same rule is not raised on the same words again.

    Raises:
        BadInput: if ``text`` is empty, or ``select`` or ``ignore`` names no rule.
    """
    if not text.strip():
        raise BadInput("There is no answer to review.", todo="Write one first, even a rough one.")
    asked = question if question is None or isinstance(question, str) else question.text
    variant = getattr(question, "variant", None)
    reading = Reading(text, asked, variant, opening, candidate)
    chosen = _chosen(tuple(select), tuple(ignore))
    heard = heads.listen(reading)
    findings, waiting = _found(reading, chosen, heard, frozenset(" ".join(key.split()) for key in dismissed))
    weights = {rule.code: rule.page.weight for rule in rules()}
    chance = _chance(findings, weights, heard.sinks)
    score = max(0, min(100, round(100 * (1 - chance))))
    return Review(
        text=text,
        verdict=_verdict(score, findings),
        score=score,
        situation=situations.recognize(reading, heard.situation),
        findings=findings,
        criteria=criteria.levels(reading, findings),
        horizon_years=max((span.years for span in reading.horizons if span.kind != "for"), default=None),
        seconds=round(reading.seconds, 1),
        not_checked=waiting,
        sinking=_sinking(findings, heard),
    )


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    for wanted in (*select, *ignore):
        if not any(_named(rule, wanted) for rule in rules()):
            raise BadInput(
                f"No rule is called “{wanted}”.", todo="See `everest rules` for all codes and names."
            )
    return tuple(
        rule
        for rule in rules()
        if (not select or any(_named(rule, name) for name in select))
        and not any(_named(rule, name) for name in ignore)
    )


def _named(rule: Rule, wanted: str) -> bool:
    return rule.name == wanted.lower() or rule.code.startswith(wanted.upper())


def _found(
    reading: Reading, chosen: tuple[Rule, ...], heard: heads.Heard, dismissed: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[NotChecked, ...]]:
    findings: list[Finding] = []
    waiting: list[NotChecked] = []
    for rule in chosen:
        remarks = list(rule.check(reading))
        findings.extend(r for r in remarks if isinstance(r, Finding))
        waiting.extend(r for r in remarks if isinstance(r, NotChecked))
        meant = heard.flaws.get(rule.page.flaw)
        if meant and not remarks and meant.is_heard and not rule.acquits(reading, meant.span):
            severity = rule.severity
            if severity is Severity.ERROR and not meant.is_sure:
                severity = Severity.WARNING
            findings.append(rule.finding(reading, Hit(meant.span.start, meant.span.end, severity=severity)))
    findings.sort(key=lambda f: (f.start, f.end, f.rule))
    return tuple(f for f in findings if f.key not in dismissed), tuple(waiting)


def _chance(findings: tuple[Finding, ...], weights: dict[str, float], sinks: float) -> float:
    """Return the chance that the answer sinks: noisy-or of the heads' reading and the rules' weights."""
    stays = 1.0
    for code in {finding.rule for finding in findings}:
        heaviest = max(_ORDER[f.severity] for f in findings if f.rule == code)
        stays *= 1 - weights[code] * heaviest
    return 1 - math.pow(stays, 0.6) * (1 - sinks)


_ORDER = {Severity.ERROR: 1.0, Severity.WARNING: 0.45, Severity.ADVICE: 0.3}


def _verdict(score: int, findings: tuple[Finding, ...]) -> Verdict:
    if any(f.severity is Severity.ERROR for f in findings) or score < 35:
        return Verdict.AVOID
    mends = [f for f in findings if f.severity is Severity.WARNING]
    return Verdict.READY if score >= READY_FROM and not mends else Verdict.REVISE


def _sinking(findings: tuple[Finding, ...], heard: heads.Heard) -> tuple[Span, ...]:
    spans = [Span(f.start, f.end) for f in findings if f.severity is Severity.ERROR]
    if not spans and heard.sinks > 0.5 and heard.worst:
        spans.append(heard.worst)
    return tuple(spans)

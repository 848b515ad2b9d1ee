"""Reviews an answer: rules, learned heads, criteria, score and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from everest.errors import BadInput
from everest.evidence import Span
from everest.review import criteria, heads, score, situations
from everest.review.model import Finding, NotChecked, Review, Severity, Verdict
from everest.review.reading import Reading
from everest.review.rule import Hit, Rule
from everest.review.rulebook import rules

if TYPE_CHECKING:
    from everest.candidate.model import Candidate
    from everest.opening.model import Opening
    from everest.question.model import Question

READY_FROM = 50
"""Score from which an answer without errors is fit to say: more likely to carry than to sink."""


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
    found, waiting = by_rules(reading, chosen, heard)
    away = frozenset(" ".join(key.split()) for key in dismissed)
    kept = _kept(found, away)
    chance = score.chance(heard.odds, kept, criteria.levels(reading, kept), reading.words)
    heads_too = _by_heads(reading, chosen, heard, found, sinks=chance > score.EVEN)
    findings = _kept(_telling((*found, *heads_too)), away)
    points = score.points(chance, findings)
    return Review(
        text=text,
        verdict=_verdict(points, findings),
        score=points,
        situation=situations.recognize(reading, heard.hints),
        findings=findings,
        criteria=criteria.levels(reading, findings),
        horizon_years=max((span.years for span in reading.horizons if span.kind != "for"), default=None),
        seconds=round(reading.seconds, 1),
        not_checked=waiting,
        sinking=_sinking(findings, heard, points),
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


def by_rules(
    reading: Reading, chosen: tuple[Rule, ...], heard: heads.Heard
) -> tuple[tuple[Finding, ...], tuple[NotChecked, ...]]:
    """Return what the rules find, as far as the whole answer bears it out, and what they cannot check.

    A rule is not asked where the ear denies a flaw that does not sink: whatever it found would be let pass.
    """
    asked = (
        rule
        for rule in chosen
        if rule.page.needs
        or rule.severity is Severity.ERROR
        or not heard.denies(rule.page.flaw)
        or _is_settled(rule, reading)
    )
    remarks = [(rule, remark) for rule in asked for remark in rule.check(reading)]
    found = (
        _weighed(rule, remark, reading, heard) for rule, remark in remarks if isinstance(remark, Finding)
    )
    return (
        _telling(tuple(finding for finding in found if finding)),
        tuple(remark for _, remark in remarks if isinstance(remark, NotChecked)),
    )


def _weighed(rule: Rule, finding: Finding, reading: Reading, heard: heads.Heard) -> Finding | None:
    """Return a finding, less severe if the ear doubts it, None if it hears something else.

    An error stays where all sinks and the ear does not deny it, or where the ear is sure of it when it hears the sentence
    alone: one blunt sentence in a long good answer is easily drowned.
    """
    meant = heard.flaws.get(rule.page.flaw)
    if meant is None or meant.chance >= heads.FIRM or _is_settled(rule, reading):
        return finding
    if finding.severity is Severity.ERROR:
        if (heard.sinks and not meant.is_denied) or _is_sure_alone(reading, finding.start, rule.page.flaw):
            return finding
        finding = replace(finding, severity=Severity.WARNING)
    return None if meant.is_denied else finding


def _is_sure_alone(reading: Reading, at: int, flaw: str) -> bool:
    sentence = reading.sentence_at(at)
    alone = heads.listen(Reading(reading.text[sentence.start : sentence.end]))
    return flaw in alone.flaws and alone.flaws[flaw].is_sure


def _is_settled(rule: Rule, reading: Reading) -> bool:
    """Tell whether the rule judges alone, by the opening or the candidate given."""
    return any(reading.given(thing) is not None for thing in rule.page.settled_by)


def _by_heads(
    reading: Reading, chosen: tuple[Rule, ...], heard: heads.Heard, found: tuple[Finding, ...], *, sinks: bool
) -> Iterator[Finding]:
    """Yield what the learned heads hear where a rule's own words found nothing.

    In an answer that ``sinks`` and in which nothing else was named, that is at least the likeliest flaw.
    """
    silent = {finding.rule for finding in found}
    named = {rule.page.flaw for rule in chosen if rule.code in silent} & heard.flaws.keys()
    named |= {flaw for flaw, meant in heard.flaws.items() if meant.is_heard}
    likeliest = heard.likeliest() if sinks and not named else None
    for rule in chosen:
        meant = heard.flaws.get(rule.page.flaw)
        if not meant or not (meant.is_heard or rule.page.flaw == likeliest):
            continue
        if rule.code in silent or (meant.span.end > meant.span.start and rule.acquits(reading, meant.span)):
            continue
        if any(reading.given(need) is None for need in rule.page.needs):
            continue
        if _is_settled(rule, reading):
            continue
        severity = rule.severity
        if severity is Severity.ERROR and not meant.is_sure:
            severity = Severity.WARNING
        yield rule.finding(reading, Hit(meant.span.start, meant.span.end, severity=severity))


def _telling(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leave out what another finding already says: who is leaving need not be told that nothing says they stay."""
    told = {finding.name for finding in findings}
    told |= {rule.page.level for rule in rules() if rule.name in told}
    said = {rule.code for rule in rules() if not told.isdisjoint(rule.page.unless_found)}
    return tuple(finding for finding in findings if finding.rule not in said)


def _kept(findings: tuple[Finding, ...], dismissed: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings in reading order, without those sent away."""
    ordered = sorted(findings, key=lambda f: (f.start, f.end, f.rule))
    return tuple(finding for finding in ordered if finding.key not in dismissed)


def _verdict(points: int, findings: tuple[Finding, ...]) -> Verdict:
    if any(f.severity is Severity.ERROR for f in findings) or points < score.AVOID_BELOW:
        return Verdict.AVOID
    mends = [f for f in findings if f.severity is Severity.WARNING]
    return Verdict.READY if points >= READY_FROM and not mends else Verdict.REVISE


def _sinking(findings: tuple[Finding, ...], heard: heads.Heard, points: int) -> tuple[Span, ...]:
    spans = [Span(f.start, f.end) for f in findings if f.severity is Severity.ERROR]
    if not spans and points < score.AVOID_BELOW and heard.worst:
        spans.append(heard.worst)
    return tuple(spans)

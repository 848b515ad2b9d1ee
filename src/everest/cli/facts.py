"""What was read, as JSON data and as a person reads it on a terminal."""

from __future__ import annotations

from calendar import month_abbr
from dataclasses import asdict
from enum import Enum
from typing import Any

from rich.console import Console

from everest.candidate.corrections.facts import Sheet, Shown
from everest.candidate.model import Candidate, Month
from everest.evidence import SURE, Fact, Notice
from everest.opening.model import Opening

_console = Console(highlight=False, soft_wrap=True)


def as_data(thing: Candidate | Opening) -> dict[str, Any]:
    """Turn what was read into JSON data; every fact keeps its quote, start, end and source."""
    plain: dict[str, Any] = _plain(asdict(thing))
    return plain


def draw_candidate(candidate: Candidate) -> None:
    """Print what a résumé says."""
    _line("Name", candidate.name)
    _line("Headline", candidate.headline)
    _line("Summary", candidate.summary)
    for position in candidate.positions:
        names = ", ".join(fact.value for fact in (position.title, position.employer) if fact) or "?"
        when = _when(position.start, position.end, current=position.is_current) or "no dates read"
        place = f", {position.place.value}" if position.place else ""
        parts = (position.title, position.employer)
        _print(f"[bold]Position[/] {_safe(names)} [dim]({_safe(when + place)})[/]{_doubt(*parts)}")
        for bullet in position.bullets:
            _print(f"    - {_safe(bullet.value)}")
    for study in candidate.education:
        names = ", ".join(
            fact.value for fact in (study.degree, study.field_of_study, study.institution) if fact
        )
        when = _when(study.start, study.end)
        told = f" [dim]({_safe(when)})[/]" if when else ""
        _print(f"[bold]Education[/] {_safe(names)}{told}{_doubt(study.degree, study.institution)}")
    for label, facts in (
        ("Certificates", candidate.certificates),
        ("Skills", candidate.skills),
        ("Languages", candidate.languages),
        ("Projects", candidate.projects),
    ):
        if facts:
            _print(f"[bold]{label}[/] {_safe(', '.join(fact.value for fact in facts))}")
    trend = f", {candidate.trend}" if candidate.trend else ""
    _print(
        f"[bold]Experience[/] {candidate.years:.1f} years, {candidate.rank.name.lower().replace('_', ' ')}{trend}"
    )
    _notices(candidate.notices)


def _when(start: Month | None, end: Month | None, *, current: bool = False) -> str:
    """Say a stretch of time: "Dec 2013 – Dec 2014", "2019 – present"."""
    said = [f"{month_abbr[m.month]} {m.year}" if m.month else str(m.year) for m in (start, end) if m]
    return " – ".join(dict.fromkeys([*said, *(["present"] if current else [])]))


def _doubt(*facts: Fact | None) -> str:
    return " [yellow](please check)[/]" if any(fact and fact.confidence < SURE for fact in facts) else ""


def draw_opening(opening: Opening) -> None:
    """Print what a posting says."""
    for label, fact in (
        ("Title", opening.title),
        ("Employer", opening.employer),
        ("Place", opening.place),
        ("Pay", opening.pay),
    ):
        _line(label, fact)
    if opening.key_functions:
        _print(f"[bold]Key functions[/] {_safe('; '.join(item.name for item in opening.key_functions))}")
    for task in sorted(opening.tasks, key=lambda item: -item.weight):
        _print(f"[bold]Task[/]  {_safe(task.text)}")
    for item in opening.requirements:
        _print(f"[bold]{'Must' if item.must else 'Nice'}[/]  {_safe(item.text)} [dim]({item.kind.value})[/]")
    for statement in (*opening.company.culture, *opening.company.short_term, *opening.company.long_term):
        _print(
            f"[bold]Company[/] {_safe(statement.text)} [dim]({statement.kind.value.replace('_', '-')}, {_safe(statement.evidence.source)})[/]"
        )
    for lookup in opening.company.research:
        _print(f"[bold]Look up[/] {_safe(lookup.question)} [dim]{_safe(lookup.where)}[/]")
    _notices(opening.notices)


def draw_sheet(sheet: Sheet) -> None:
    """Print every fact with its name, what is doubtful, and the corrections."""
    for fact in sheet.all():
        if fact.value or fact.asks:
            _print(
                f"[dim]{_safe(fact.ref):<24}[/] {_safe(fact.value) or '[dim]not read[/]'}{_remarked(fact)}"
            )
    for done in sheet.outcomes:
        made = done.correction
        words = " → ".join(part for part in (made.was, made.value) if part)
        _print(f"[bold]correction {made.number}[/] {made.act.value}: {_safe(words)} [dim]({done.state})[/]")


def _remarked(fact: Shown) -> str:
    was = f" [dim](read as “{_safe(fact.was)}”)[/]" if fact.was else ""
    return was + (f" [yellow]{_safe(fact.asks)}[/]" if fact.asks else "")


def _line(label: str, fact: Fact | None) -> None:
    if fact:
        _print(f"[bold]{label}[/] {_safe(fact.value)}{_doubt(fact)}")


def _notices(notices: tuple[Notice, ...]) -> None:
    for notice in notices:
        _print(f"[yellow]note[/] {_safe(notice.text)} {_safe(notice.todo)}")


def _print(text: str) -> None:
    _console.print(text)


def _safe(text: str) -> str:
    from rich.markup import escape

    return escape("".join(c for c in text if c.isprintable() or c in "\n\t"))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name.lower() if isinstance(value.value, int) else value.value
    if isinstance(value, dict):
        flat = {key: _plain(item) for key, item in value.items()}
        if {"value", "evidence", "confidence"} == set(flat):
            return {"value": flat["value"], **flat["evidence"], "confidence": flat["confidence"]}
        return flat
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value

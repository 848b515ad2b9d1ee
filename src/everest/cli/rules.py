"""`everest rules`: every rule of the reviewer, or one explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from everest.cli import inputs
from everest.errors import NotFound

if TYPE_CHECKING:
    from everest.review.page import Case
    from everest.review.rule import Rule


@click.group(invoke_without_command=True)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(context: click.Context, format_: str) -> None:
    """List the rules; `everest rules explain CODE` tells one in full."""
    if context.invoked_subcommand:
        return
    from everest.review import rules

    rows = [
        {"rule": rule.code, "name": rule.name, "severity": rule.severity.value, "title": rule.title}
        for rule in rules()
    ]
    if format_ == "json":
        inputs.emit(rows)
        return
    for row in rows:
        click.echo(f"{row['rule']}  {row['name']:<24} {row['severity']:<8} {row['title']}")


@command.command()
@click.argument("code")
def explain(code: str) -> None:
    """Tell what CODE (or its name) looks for, why an interviewer minds, and how to mend it, with examples."""
    from everest.review import rules

    rule = next((rule for rule in rules() if code.lower() in {rule.code.lower(), rule.name}), None)
    if rule is None:
        raise NotFound("There is no such rule.", where=code, todo="`everest rules` lists them.")
    click.echo("\n".join(_told(rule)))


def _told(rule: Rule) -> list[str]:
    """Return the page of a rule, for a terminal."""
    lines = [
        _heading(f"{rule.code} {rule.name}") + f" ({rule.severity.value}, since {rule.page.since})",
        rule.title, "", _heading("Why an interviewer minds"), *_folded(rule.why), "", _heading("How to mend it"),
        *_folded(rule.mend),
    ]  # fmt: skip
    if rule.page.flagged:
        lines += ["", _heading("Flagged")]
    for case in rule.page.flagged:
        lines += [*_folded(_underlined(case), "- "), *(_folded(case.mended, "  → ") if case.mended else ())]
    if rule.page.left_alone:
        lines += ["", _heading("Left alone")]
    for case in rule.page.left_alone:
        lines += [*_folded(case.text, "- "), *_folded(f"({case.reason})", "  ")]
    if rule.page.needs:
        lines += ["", f"Needs: {', '.join(rule.page.needs)}."]
    return lines


def _heading(words: str) -> str:
    return click.style(words, bold=True)


def _underlined(case: Case) -> str:
    """Return a case with the words that are flagged between marks."""
    text = case.text
    for start, end in sorted(case.spans, reverse=True):
        if end > start:
            text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


def _folded(words: str, bullet: str = "") -> list[str]:
    from textwrap import wrap

    return wrap(
        " ".join(words.split()), 92, initial_indent=f"  {bullet}", subsequent_indent="  " + " " * len(bullet)
    )

"""`everest rules`: every rule of the reviewer, or one explained."""

from __future__ import annotations

import click

from everest.cli import inputs
from everest.errors import NotFound


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
        click.echo(f"{row['rule']}  {row['name']:<22} {row['severity']:<8} {row['title']}")


@command.command()
@click.argument("code")
def explain(code: str) -> None:
    """Tell what CODE (or its name) looks for, why an interviewer minds, and how to mend it, with examples."""
    from everest.review import rules

    rule = next((rule for rule in rules() if code.lower() in {rule.code.lower(), rule.name}), None)
    if rule is None:
        raise NotFound("There is no such rule.", where=code, todo="`everest rules` lists them.")
    click.echo(
        f"{rule.code} {rule.name} ({rule.severity.value})\n{rule.title}\n\nWhy an interviewer minds\n{rule.why}\n\nHow to mend it\n{rule.mend}\n"
    )
    click.echo("Flagged")
    for case in rule.page.flagged:
        click.echo(f"  - {case.text}" + (f"\n    → {case.mended}" if case.mended else ""))
    click.echo("\nLeft alone")
    for case in rule.page.left_alone:
        click.echo(f"  - {case.text}\n    ({case.reason})")

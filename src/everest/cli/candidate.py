"""`everest candidate`: everything that was read out of a résumé."""

from __future__ import annotations

import click

from everest.cli import facts, inputs


@click.command()
@click.argument("file")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(file: str, format_: str) -> None:
    """Read the résumé FILE (- for standard input) and show what was found, each fact with its quotation."""
    from everest.candidate import read_resume

    candidate = read_resume(inputs.document(file) or b"")
    if format_ == "json":
        inputs.emit(facts.as_data(candidate))
    else:
        facts.draw_candidate(candidate)

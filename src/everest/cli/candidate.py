"""`everest candidate`: everything that was read out of a résumé."""

from __future__ import annotations

import click

from everest.cli import facts, inputs


@click.command()
@click.argument("file")
@click.option("--corrections", help="Corrections to work in, as `everest correct --export` writes them.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(file: str, corrections: str | None, format_: str) -> None:
    """Read the résumé FILE (- for standard input) and show what was found, each fact with its quotation."""
    from everest.candidate import read_resume

    candidate = read_resume(inputs.document(file) or b"")
    if corrections:
        from everest.candidate.corrections import read_corrections, with_corrections

        source = inputs.document(corrections)
        given = read_corrections(source.decode() if isinstance(source, bytes) else source or "")
        candidate = with_corrections(candidate, given)
    if format_ == "json":
        inputs.emit(facts.as_data(candidate))
    else:
        facts.draw_candidate(candidate)

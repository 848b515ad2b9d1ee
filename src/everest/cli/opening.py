"""`everest opening`: everything that was read out of a posting and what is known of the company."""

from __future__ import annotations

import click

from everest.cli import facts, inputs


@click.command()
@click.argument("file")
@click.option("--company", multiple=True, help="A file with the company’s own words; may be given again.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(file: str, company: tuple[str, ...], format_: str) -> None:
    """Read the posting FILE (- for standard input) and show what was found, each fact with its quotation."""
    from everest.documents import read_document
    from everest.opening import read_company, read_posting, with_company

    opening = read_posting(inputs.document(file) or b"")
    name = opening.employer.value if opening.employer else ""
    said = read_document(opening.text, name="posting", media_type="text/plain")
    opening = with_company(opening, read_company([*inputs.company_sources(company), said], name=name))
    if format_ == "json":
        inputs.emit(facts.as_data(opening))
    else:
        facts.draw_opening(opening)

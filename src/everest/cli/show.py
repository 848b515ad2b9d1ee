"""`everest show`: a saved preparation on the terminal, or in any format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command()
@click.argument("id_", metavar="ID")
@inputs.data_dir
@click.option(
    "--format", "format_", type=click.Choice(["md", "html", "json"]), default="md", show_default=True
)
@click.option("--sheet", is_flag=True, help="Only the one-page sheet.")
def command(id_: str, data_dir: Path | None, format_: str, sheet: bool) -> None:
    """Print the preparation ID; the beginning of the id is enough."""
    from everest.preparation import Extent, render

    content = render(
        saved.store(data_dir).get(id_), format_, Extent.SHEET if sheet else Extent.WHOLE
    ).decode()
    if format_ == "md" and sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(content))
    else:
        click.echo(content)

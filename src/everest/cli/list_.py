"""`everest list`: what is saved."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command(name="list")
@inputs.data_dir
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(data_dir: Path | None, format_: str) -> None:
    """List the saved preparations, the last touched first."""
    entries = saved.store(data_dir).entries()
    if format_ == "json":
        inputs.emit(
            [
                {
                    "id": e.id,
                    "title": e.title,
                    "created": e.created.isoformat(),
                    "updated": e.updated.isoformat(),
                }
                for e in entries
            ]
        )
        return
    for entry in entries:
        click.echo(f"{entry.id}  {entry.updated:%Y-%m-%d %H:%M}  {entry.title}")
    if not entries:
        click.echo("Nothing is saved yet. Begin with: everest prepare --example")

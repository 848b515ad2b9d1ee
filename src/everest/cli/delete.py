"""`everest delete`: all of it, files too."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@inputs.data_dir
def command(id_: str, yes: bool, data_dir: Path | None) -> None:
    """Delete the preparation ID with its documents, versions and takes. This cannot be undone."""
    store = saved.store(data_dir)
    preparation = store.get(id_)
    if not yes:
        click.confirm(f"Delete “{preparation.title}” and everything kept with it?", abort=True)
    store.delete(preparation.id)
    click.echo(f"Deleted “{preparation.title}”.")

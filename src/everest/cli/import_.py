"""`everest import`: bring in an exported file."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command(name="import")
@click.argument("file")
@inputs.data_dir
def command(file: str, data_dir: Path | None) -> None:
    """Bring in FILE. Nothing saved is overwritten."""
    from everest.preparation import import_file

    given = inputs.document(file)
    content = given.read_bytes() if isinstance(given, Path) else given or b""
    preparation = import_file(saved.store(data_dir), content, where=file)
    click.echo(f"{preparation.id}  {preparation.title}")

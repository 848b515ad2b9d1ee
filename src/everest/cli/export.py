"""`everest export`: one portable file with everything."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@inputs.data_dir
def command(id_: str, file: Path | None, data_dir: Path | None) -> None:
    """Write the preparation ID, its documents, versions and takes to FILE (default: ID.everest)."""
    from everest.preparation import export_file

    store = saved.store(data_dir)
    target = file or Path(f"{store.get(id_).id}.everest")
    saved.write(target, export_file(store, id_))
    click.echo(f"Written to {target}.")

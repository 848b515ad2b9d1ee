"""`everest open`: a saved preparation in the web app."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs, saved


@click.command(name="open")
@click.argument("id_", metavar="ID")
@inputs.data_dir
def command(id_: str, data_dir: Path | None) -> None:
    """Open the preparation ID in the web app."""
    from everest.web import serve

    preparation = saved.store(data_dir).get(id_)
    serve(data_dir=data_dir, path=f"/p/{preparation.id}")

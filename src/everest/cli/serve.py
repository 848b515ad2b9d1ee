"""`everest serve`: the web app on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from everest.cli import inputs


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; any but a loopback one asks for a password.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port; the next free one is taken if it is in use.",
)
@click.option("--open/--no-open", "open_", default=True, help="Open the browser where there is one.")
@inputs.data_dir
def command(host: str, port: int, open_: bool, data_dir: Path | None) -> None:
    """Start the web app and print its address. Stop it with Ctrl-C."""
    from everest.web import serve

    serve(host=host, port=port, open_browser=open_, data_dir=data_dir)

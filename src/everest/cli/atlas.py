"""`everest atlas`: what the atlas of occupations holds, and how to bring in a newer release."""

from __future__ import annotations

import click

from everest.cli import inputs
from everest.errors import NotAllowed


@click.group()
def command() -> None:
    """See or update the atlas of occupations."""


@command.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def info(format_: str) -> None:
    """Tell the release, what it holds, and whose data it is."""
    from everest.occupations import atlas

    facts = atlas().info()
    if format_ == "json":
        inputs.emit(facts)
        return
    for name, value in facts.items():
        click.echo(f"{name.replace('_', ' ')}: {value}")


@command.command()
@click.argument("source")
@click.option("--yes", is_flag=True, help="Fetch from the address without asking.")
@click.option("--sha256", help="The checksum that the zip must have, if you know it.")
def update(source: str, yes: bool, sha256: str | None) -> None:
    """Build the atlas anew from the official text release at SOURCE, a zip file or its address.

    The atlas in use is kept until the new one is good.
    """
    from everest.occupations import update_atlas

    permission = None
    if source.startswith(("http://", "https://")):
        from urllib.parse import urlsplit

        from everest.network import Permission

        host = urlsplit(source).hostname or ""
        if not yes and not click.confirm(
            f"This fetches a file from {host}. Nothing of yours is sent. Go on?"
        ):
            raise NotAllowed("Nothing was fetched.", where=source)
        permission = Permission(hosts=(host,), private=True)  # typed here: a mirror of one's own will do
    facts = update_atlas(source, progress=_tell, permission=permission, sha256=sha256)
    click.echo(f"Updated. Checksum (SHA-256) {facts['sha256']}")


def _tell(what: str, done: int, of: int) -> None:
    share = f" {100 * done // of} %" if of else ""
    click.echo(f"\r{what}{share}   ", err=True, nl=done >= of > 0)

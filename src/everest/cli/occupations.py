"""`everest occupations`: find occupations by a job title, or by what a person brings and wants."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from everest.cli import inputs
from everest.errors import BadInput
from everest.occupations.model import OccupationMatch

_format = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="json", show_default=True
)
_limit = click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)


@click.group()
def command() -> None:
    """Find occupations in the atlas."""


@command.command()
@click.argument("text", required=False)
@inputs.batch
@_limit
@_format
def title(text: str | None, batch: str | None, limit: int, format_: str) -> None:
    """Rank the occupations that a job title may mean."""
    from everest.occupations import find_title

    _answer(text, batch, format_, lambda words: find_title(words, limit=limit))


@command.command()
@click.argument("text", required=False)
@inputs.batch
@_limit
@_format
def match(text: str | None, batch: str | None, limit: int, format_: str) -> None:
    """Rank the occupations that fit what a person says of themselves."""
    from everest.occupations import match_person

    _answer(text, batch, format_, lambda words: match_person(words, limit=limit))


def _answer(
    text: str | None, batch: str | None, format_: str, find: Callable[[str], tuple[OccupationMatch, ...]]
) -> None:
    if batch:
        inputs.run_batch(batch, lambda item: _data(find(item["text"])))
        return
    if not text:
        raise BadInput("There is no text.", todo="Write it in quotes after the command.")
    found = _data(find(text))
    if format_ == "json":
        inputs.emit(found)
        return
    for item in found:
        click.echo(f"{item['score']:.2f}  {item['code']}  {item['title']}")
        for reason in item["why"]:
            click.echo(f"      {reason}")


def _data(matches: tuple[OccupationMatch, ...]) -> list[dict[str, Any]]:
    return [
        {
            "code": m.code,
            "title": m.title,
            "score": round(m.score, 4),
            "why": list(m.why),
            "against": list(m.against),
        }
        for m in matches
    ]

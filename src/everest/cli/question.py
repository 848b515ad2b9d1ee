"""`everest question`: does this ask about aspirations, what must an answer cover, and why do they ask?"""

from __future__ import annotations

from typing import Any

import click

from everest.cli import inputs
from everest.errors import BadInput


@click.command()
@click.argument("text", required=False)
@inputs.batch
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="json", show_default=True)
def command(text: str | None, batch: str | None, format_: str) -> None:
    """Tell whether TEXT asks about career aspirations, and why interviewers ask."""
    if batch:
        inputs.run_batch(batch, lambda item: _keyed(item, _data(item["text"])))
        return
    if not text:
        raise BadInput(
            "There is no question.",
            todo='Write it in quotes: everest question "Where do you see yourself in five years?"',
        )
    data = _data(text)
    if format_ == "json":
        inputs.emit(data)
    else:
        click.echo(data["why"])
        for ask in data["asks"]:
            click.echo(f"  - {ask}")


def _data(text: str) -> dict[str, Any]:
    from everest.question import recognize

    question = recognize(text)
    return {
        "about_aspirations": question.about_aspirations,
        "variant": question.variant,
        "asks": list(question.asks),
        "why": question.why,
        "confidence": round(question.confidence, 3),
    }


def _keyed(item: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    return {"id": item["id"], **data} if "id" in item else data

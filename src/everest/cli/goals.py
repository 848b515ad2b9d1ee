"""`everest goals`: is a statement a goal or an aspiration?"""

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
    """Tell whether TEXT is a goal (near, finishable) or an aspiration (a long-term direction)."""
    if batch:
        inputs.run_batch(
            batch, lambda item: ({"id": item["id"]} if "id" in item else {}) | _data(item["text"])
        )
        return
    if not text:
        raise BadInput(
            "There is no statement.", todo='Write it in quotes: everest goals "Pass the bar exam in July"'
        )
    data = _data(text)
    inputs.emit(data) if format_ == "json" else click.echo(f"{data['label']}: {data['why']}")


def _data(text: str) -> dict[str, Any]:
    from everest.aspiration import classify

    statement = classify(text)
    return {"label": statement.label.value, "horizon_years": statement.horizon_years, "why": statement.why}

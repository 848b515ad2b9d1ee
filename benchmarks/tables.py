"""Runs the measurements of one kind and prints them as a table."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

Row = tuple[str, str, str]
"""What was measured, what came out, what it should be."""


def main(kind: str) -> None:
    """Run all programs of a kind, or those named on the command line."""
    names = sorted(path.stem for path in Path(__file__).parent.glob(f"{kind}_*.py"))
    wanted = [name for name in names if not sys.argv[1:] or name.removeprefix(f"{kind}_") in sys.argv[1:]]
    for name in wanted:
        began = time.perf_counter()
        rows = import_module(f"benchmarks.{name}").run()
        draw(name, rows, time.perf_counter() - began)


def draw(name: str, rows: list[Row], seconds: float) -> None:
    """Print one table."""
    table = Table(title=f"{name} ({seconds:.0f} s)", title_justify="left")
    for column in ("measure", "value", "goal"):
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    Console(width=140).print(table)

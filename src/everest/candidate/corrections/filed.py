"""Corrections as JSON data and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from everest.candidate.corrections.facts import Sheet
from everest.candidate.corrections.model import Correction
from everest.errors import BadInput

LARGEST = 2_000_000
"""Bytes of a file of corrections."""


def to_data(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """Turn corrections into plain JSON data; what is empty is left out."""
    return [{name: value for name, value in asdict(made).items() if value} for made in corrections]


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Turn a sheet of facts into plain JSON data: each fact by name, and what became of each correction."""
    return {
        "facts": [
            {"ref": fact.ref, "label": fact.label, "value": fact.value, "asks": fact.asks, "was": fact.was}
            for fact in sheet.all()
            if fact.value or fact.asks
        ],
        "corrections": [
            {**to_data([done.correction])[0], "ref": done.ref, "state": done.state} for done in sheet.outcomes
        ],
    }


def read_corrections(source: Path | str | list[Any]) -> tuple[Correction, ...]:
    """Read corrections from a JSON file, from JSON text, or from plain data.

    Raises:
        BadInput: if these are no corrections; the sentence names the entry.
    """
    from pydantic import TypeAdapter, ValidationError

    given = source if isinstance(source, list) else _parsed(source)
    try:
        read = TypeAdapter(tuple[Correction, ...]).validate_python(given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _bad(f"Entry {place} of the corrections cannot be read ({first['msg']}).") from error
    taken = {made.number for made in read if made.number}
    free = (number for number in range(1, 2 * len(read) + 2) if number not in taken)
    return tuple(made if made.number else replace(made, number=next(free)) for made in read)


def _parsed(source: Path | str) -> Any:
    try:
        if isinstance(source, Path) and source.stat().st_size > LARGEST:
            raise _bad("This file is too large for corrections.")
        return json.loads(source.read_text("utf-8") if isinstance(source, Path) else source)
    except (OSError, ValueError, RecursionError) as error:
        raise _bad("These corrections cannot be read.") from error


def _bad(what: str) -> BadInput:
    return BadInput(what, where="corrections", todo="Give a file that `everest correct --export` wrote.")

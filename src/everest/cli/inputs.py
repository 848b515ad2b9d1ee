"""What commands share about their inputs: files, standard input, batches, the data folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import click

from everest.errors import BadInput, EverestError

data_dir = click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder where preparations are kept (default: this system's data folder, or EVEREST_DATA_DIR).",
)
batch = click.option(
    "--batch",
    metavar="FILE.jsonl",
    help="Read objects with “text”, one a line; write one JSON line for each.",
)


def document(value: str | None) -> Path | bytes | None:
    """Return the file a person named; ``-`` is standard input.

    Raises:
        BadInput: if there is no such file.
    """
    if value is None:
        return None
    if value == "-":
        return sys.stdin.buffer.read()
    path = Path(value)
    if not path.is_file():
        raise BadInput(
            "There is no such file.", where=value, todo="Check the name, or give - to read standard input."
        )
    return path


def text(value: str | None) -> str:
    """Return the words of a file, or of standard input for ``-`` or nothing."""
    from everest.documents import read_document

    if value in (None, "-"):
        if sys.stdin.isatty():
            click.echo("Type or paste the text, then press Ctrl-D on an empty line.", err=True)
        content = sys.stdin.buffer.read()
        return read_document(content, name="standard input", media_type="text/plain").text
    return read_document(document(value) or b"", name=str(value)).text


def run_batch(place: str, answer: Callable[[dict[str, Any]], dict[str, Any] | list[dict[str, Any]]]) -> None:
    """Answer a file of JSON lines one by one, in order, as a stream; a bad line gets a line that says so."""
    for number, line in enumerate(_lines(place), 1):
        if line.strip():
            emit(_answered(line, number, answer), indent=None)


def emit(value: object, *, indent: int | None = 2) -> None:
    """Print JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def _answered(line: str, number: int, answer: Callable[[dict[str, Any]], Any]) -> Any:
    try:
        item = json.loads(line)
    except ValueError:
        return {"error": f"Line {number} is not JSON."}
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        return {"error": f"Line {number} has no “text”."}
    try:
        return answer(item)
    except EverestError as error:
        return ({"id": item["id"]} if "id" in item else {}) | {"error": str(error)}


def _lines(place: str) -> Iterator[str]:
    if place == "-":
        yield from sys.stdin
        return
    try:
        file: IO[str] = Path(place).open(encoding="utf-8-sig")  # noqa: SIM115 - closed by the with below
    except OSError as error:
        raise BadInput("This file cannot be opened.", where=place, todo="Check its name.") from error
    with file:
        try:
            yield from file
        except UnicodeDecodeError as error:
            raise BadInput(
                "This file is not UTF-8 text.", where=place, todo="Save it as UTF-8 JSON lines."
            ) from error


def company_sources(given: tuple[str, ...]) -> list[Path | str]:
    """Return company sources: files as paths, everything else as pasted text.

    Raises:
        BadInput: if a name that looks like a file is none.
    """
    sources: list[Path | str] = []
    for value in given:
        path = Path(value) if len(value) < 250 and "\n" not in value else None
        if path is not None and path.is_file():
            sources.append(path)
        elif path is not None and path.suffix and " " not in value:
            raise BadInput(
                "There is no such file.", where=value, todo="Check the name, or paste the text in quotes."
            )
        else:
            sources.append(value)
    return sources

"""What commands share about their inputs: files, standard input, batches, the data folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
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
    metavar="FILE.jsonl|FOLDER",
    help="Read objects with “text”, one a line, or a folder of .txt and .md files; write one JSON line for each.",
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


Answer = Callable[[dict[str, Any]], dict[str, Any] | list[dict[str, Any]]]


def run_batch(place: str, answer: Answer, *, jobs: int = 1) -> None:
    """Answer JSON lines, or the text files of a folder, in order; a bad line gets a line that says so.

    With ``jobs`` above 1, so many processes share the work; ``answer`` must then be a function or object that
    can be sent to them. Standard input is always answered line by line, as it comes.
    """
    lines = ((number, line) for number, line in enumerate(_lines(place), 1) if line.strip())
    if jobs == 1 or place == "-":
        for number, line in lines:
            click.echo(_dumped(answer, [(number, line)])[0])
        return
    for done in _shared(lines, answer, jobs):
        click.echo("\n".join(done))


_PORTION = 64
"""Lines handed to a process at a time."""


def _shared(lines: Iterator[tuple[int, str]], answer: Answer, jobs: int) -> Iterator[list[str]]:
    """Yield the answers in order, with a few portions under way per process and never the whole file in memory."""
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    first = tuple(islice(lines, _PORTION))
    if len(first) < _PORTION:
        yield from ([one] for one in _dumped(answer, first))
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[str]]] = deque([pool.submit(_dumped, answer, first)])
        for portion in iter(lambda: tuple(islice(lines, _PORTION)), ()):
            waiting.append(pool.submit(_dumped, answer, portion))
            if len(waiting) > 4 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _dumped(answer: Answer, portion: Sequence[tuple[int, str]]) -> list[str]:
    return [json.dumps(_answered(line, number, answer), ensure_ascii=False) for number, line in portion]


def emit(value: object, *, indent: int | None = 2) -> None:
    """Print JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def _answered(line: str, number: int, answer: Callable[[dict[str, Any]], Any]) -> Any:
    try:
        item = json.loads(line)
    except ValueError:
        return {"error": f"Line {number} is not JSON."}
    if isinstance(item, dict) and item.get("error") == "not UTF-8":
        return {"id": item["id"], "error": "This file is not UTF-8 text."}
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
    if Path(place).is_dir():
        yield from _files(Path(place))
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


def _files(folder: Path) -> Iterator[str]:
    """Yield the text files of a folder, by name, as JSON lines; the name is the id."""
    found = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".txt", ".md"})
    if not found:
        raise BadInput(
            "There is no .txt or .md file in this folder.", where=str(folder), todo="One answer a file."
        )
    for path in found:
        try:
            yield json.dumps({"id": path.name, "text": path.read_text("utf-8-sig")})
        except UnicodeDecodeError:
            yield json.dumps({"id": path.name, "error": "not UTF-8"})


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

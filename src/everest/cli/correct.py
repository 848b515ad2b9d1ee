"""`everest correct`: put right what was read of a saved preparation's résumé, one fact at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from everest.cli import facts, inputs, saved
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.candidate.corrections import Correction
    from everest.candidate.model import Candidate
    from everest.preparation import Preparation


@click.command()
@click.argument("id_", metavar="ID")
@inputs.data_dir
@click.option("--change", metavar="FACT=WORDS", multiple=True, help="Say what a fact really is.")
@click.option("--remove", metavar="FACT", multiple=True, help="Take out what is not so.")
@click.option("--confirm", metavar="FACT", multiple=True, help="Say that a doubtful fact is right.")
@click.option(
    "--add",
    metavar="KIND=WORDS",
    multiple=True,
    help="Add what is missing: skill=Excel, or position=Planner|Northwind Rail|2019 to now, or position.0=what you did there.",
)
@click.option("--undo", metavar="NUMBER", type=int, multiple=True, help="Take a correction back.")
@click.option("--file", "file", help="Take the corrections of this file instead of those so far.")
@click.option(
    "--export", type=click.Path(path_type=Path, dir_okay=False), help="Write the corrections to a file."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(id_: str, data_dir: Path | None, export: Path | None, format_: str, **given: Any) -> None:
    """Correct what was read of the résumé of the preparation ID; without options, list every fact by name."""
    from everest.candidate.corrections import fact_sheet, sheet_data, to_data
    from everest.preparation import as_read, with_corrections

    store = saved.store(data_dir)
    made = store.get(id_)
    wanted = _wanted(made, given)
    if wanted != made.corrections:
        made = with_corrections(made, wanted)
        store.save(made)
    if export:
        import json

        saved.write(
            export, (json.dumps(to_data(made.corrections), ensure_ascii=False, indent=2) + "\n").encode()
        )
    sheet = fact_sheet(as_read(made), made.corrections)
    if format_ == "json":
        inputs.emit(sheet_data(sheet))
    else:
        facts.draw_sheet(sheet)


def _wanted(made: Preparation, given: dict[str, Any]) -> tuple[Correction, ...]:
    from everest.candidate import corrections as correcting
    from everest.preparation import as_read

    read = as_read(made)
    wanted = made.corrections
    if given["file"]:
        source = inputs.document(given["file"])
        wanted = correcting.read_corrections(source.decode() if isinstance(source, bytes) else source or "")
    for number in given["undo"]:
        wanted = correcting.undo(wanted, number)
    for ref, words in map(_pair, given["change"]):
        wanted = correcting.change(read, wanted, ref, words)
    for ref in given["remove"]:
        wanted = correcting.remove(read, wanted, ref)
    for ref in given["confirm"]:
        wanted = correcting.confirm(read, wanted, ref)
    for kind, words in map(_pair, given["add"]):
        wanted = _added(read, wanted, kind, words)
    return wanted


def _added(read: Candidate, wanted: tuple[Correction, ...], kind: str, words: str) -> tuple[Correction, ...]:
    from everest.candidate.corrections import PARTS, Subject, add

    if kind.startswith("position."):
        return add(read, wanted, Subject.BULLET, words, within=kind)
    try:
        subject = Subject(kind)
    except ValueError:
        names = ", ".join(known.value for known in Subject if known is not Subject.BULLET)
        raise BadInput("There is no such kind of fact.", where=kind[:60], todo=f"Use {names}.") from None
    first, *rest = [part.strip() for part in words.split("|")] if subject in PARTS else [words]
    parts = dict(zip(PARTS.get(subject, ())[1:], rest, strict=False))
    return add(read, wanted, subject, first, parts=parts)


def _pair(text: str) -> tuple[str, str]:
    name, mark, words = text.partition("=")
    if not mark:
        raise BadInput("There is no = in this.", where=text[:60], todo="Write it as NAME=WORDS.")
    return name.strip(), words.strip()

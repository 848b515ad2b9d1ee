"""`everest prepare`: the whole method on a résumé and a posting."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from everest.cli import inputs, saved
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.preparation import Preparation, StoredFile
    from everest.preparation.pipeline import Progress

_FORMATS = ("md", "html", "pdf", "docx", "json")


@click.command()
@click.option(
    "--resume", help="Your résumé: PDF, DOCX, ODT, HTML, TXT, Markdown, JSON Resume; - for standard input."
)
@click.option("--posting", help="The posting: a file, or - for standard input.")
@click.option("--company", multiple=True, help="The company’s own words: a file or text; may be given again.")
@click.option("--reflection", help="What you say of yourself, as YAML (see docs/reflection.md).")
@click.option("--question", help="The question as you expect it to be asked.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the sheet (default: here)."
)
@click.option(
    "--format", "formats", default="md", show_default=True, help="One or more of md,html,pdf,docx,json."
)
@click.option("--example", is_flag=True, help="Run on the fictional sample that ships with Everest.")
@inputs.data_dir
def command(formats: str, out: Path | None, data_dir: Path | None, example: bool, **given: Any) -> None:
    """Read, reflect, link, compose and review; save it, and write the one-page sheet."""
    chosen = _formats(formats)
    if not example and not (given["resume"] and given["posting"]):
        given = _asked(given)
    with _progress() as progress:
        preparation, files = _example(progress) if example else _prepared(given, progress)
    saved.store(data_dir).save(preparation, files)
    written = _written(preparation, chosen, out or Path())
    if not sys.stdout.isatty() and not out:
        from everest.preparation import Extent, render

        if chosen in (["json"], ["md"]):
            click.echo(render(preparation, chosen[0], Extent.WHOLE).decode())
    _closing(preparation, written)


def _formats(text: str) -> list[str]:
    chosen = [part.strip().lower() for part in text.split(",") if part.strip()]
    wrong = [part for part in chosen if part not in _FORMATS]
    if wrong or not chosen:
        raise BadInput(f"There is no format “{', '.join(wrong)}”.", todo=f"Choose from {','.join(_FORMATS)}.")
    return chosen


def _prepared(given: dict[str, Any], progress: Progress) -> tuple[Preparation, tuple[StoredFile, ...]]:
    from everest.preparation import StoredFile, prepare

    if given["resume"] == given["posting"] == "-":
        raise BadInput(
            "Only one of résumé and posting can come from standard input.", todo="Give the other as a file."
        )
    resume, posting = _source(given["resume"]), _source(given["posting"])
    company = inputs.company_sources(given["company"])
    reflection = given["reflection"]
    if isinstance(reflection, str):
        found = inputs.document(reflection)
        reflection = found.decode("utf-8", "replace") if isinstance(found, bytes) else found
    made = prepare(resume, posting, company, reflection, given["question"], progress=progress)
    files = [
        _kept("resume", resume),
        _kept("posting", posting),
        *(_kept("company", item) for item in company),
    ]
    if isinstance(reflection, Path):
        files.append(_kept("reflection", reflection))
    return made, tuple(StoredFile(*file) for file in files)


def _source(value: Any) -> Path | bytes | str:
    if isinstance(value, str) and ("\n" in value or len(value) > 250):
        return value
    return inputs.document(value) or b""


def _kept(role: str, source: Path | bytes | str) -> tuple[str, str, bytes]:
    if isinstance(source, Path):
        return role, source.name, source.read_bytes()
    return role, "pasted text", source if isinstance(source, bytes) else source.encode()


def _example(progress: Progress) -> tuple[Preparation, tuple[StoredFile, ...]]:
    from everest.preparation import StoredFile, example
    from everest.preparation.sample import FOLDER

    names = (
        ("resume", "resume.md"),
        ("posting", "posting.txt"),
        ("company", "company.txt"),
        ("reflection", "reflection.yaml"),
    )
    return example(progress=progress), tuple(StoredFile(*_kept(role, FOLDER / name)) for role, name in names)


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    if not sys.stdin.isatty():
        raise BadInput(
            "A résumé and a posting are needed.",
            todo="Give both with --resume and --posting, or try --example.",
        )
    from everest.cli.asking import ask

    return ask(given)


@contextmanager
def _progress() -> Iterator[Progress]:
    if not sys.stderr.isatty():
        yield lambda _what, _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(
        TextColumn("{task.description:<36}"), BarColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, description=what, completed=share)


def _written(preparation: Preparation, formats: list[str], out: Path) -> list[Path]:
    from everest.preparation import Extent, render

    if not sys.stdout.isatty() and out == Path() and formats in (["md"], ["json"]):
        return []
    paths = []
    for format_ in formats:
        if format_ != "json":
            paths.append(out / f"sheet.{format_}")
            saved.write(paths[-1], render(preparation, format_, Extent.SHEET))
        paths.append(out / f"preparation.{format_}")
        saved.write(paths[-1], render(preparation, format_, Extent.WHOLE))
    return paths


def _closing(preparation: Preparation, written: list[Path]) -> None:
    from everest.cli.closing import draw

    draw(preparation, written)

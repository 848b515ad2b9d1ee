"""Asks for what is missing, one good question at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


def ask(given: dict[str, Any]) -> dict[str, Any]:
    """Ask for the résumé, the posting, the company and the wording of the question, where not given."""
    click.echo("Let us get you ready. Each question can be skipped with Enter, except the first two.\n")
    answers = dict(given)
    if not answers["resume"]:
        answers["resume"] = _file("Where is your résumé? (a PDF, Word or text file)")
    if not answers["posting"]:
        answers["posting"] = _file(
            "Where is the posting? (a file; or save the page as HTML and name it here)"
        )
    if not answers["company"]:
        said = click.prompt(
            "What do you know of the company’s plans? (a file, a sentence, or Enter)",
            default="",
            show_default=False,
        )
        answers["company"] = (said,) if said else ()
    if not answers["reflection"]:
        answers["reflection"] = _reflection()
    if not answers["question"]:
        answers["question"] = (
            click.prompt("How do you expect them to ask? (or Enter)", default="", show_default=False) or None
        )
    return answers


def _file(question: str) -> str:
    while True:
        name = str(click.prompt(question)).strip().strip("'\"")
        path = Path(name).expanduser()
        if path.is_file():
            return str(path)
        click.echo(f"There is no file at {name}. Drag it into this window, or type its whole path.")


def _reflection() -> dict[str, Any] | None:
    aspiration = click.prompt(
        "In one sentence: what would you like to be doing in five years? (or Enter)",
        default="",
        show_default=False,
    )
    strength = click.prompt("What do people come to you for? (or Enter)", default="", show_default=False)
    proof = (
        click.prompt("When did that last help? One sentence. (or Enter)", default="", show_default=False)
        if strength
        else ""
    )
    said: dict[str, Any] = {}
    if aspiration:
        said["aspiration"] = aspiration
    if strength:
        said["strengths"] = [{"name": strength, "proof": proof}]
    return said or None

"""`everest speech`: what was said in a recording, and how."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from everest.cli import inputs
from everest.errors import BadInput


@click.command()
@click.argument("file", required=False)
@click.option(
    "--expect", multiple=True, metavar="FILE", help="A text of what may be said, such as the answer."
)
@click.option("--engine", default="", help="Which engine listens; the first that is ready if left out.")
@click.option("--target", default=60, show_default=True, help="Planned length in seconds.")
@click.option("--fetch-model", is_flag=True, help="Fetch the more exact engine's model (about 150 MB) first.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    file: str | None, expect: tuple[str, ...], engine: str, target: int, fetch_model: bool, as_json: bool
) -> None:
    """Write down what is said in FILE (WAV, MP3, M4A, WebM) and tell how it was said."""
    from everest.rehearsal import deliver, hear, places, read_audio

    if fetch_model:
        _fetch()
        if file is None:
            return
    if file is None:
        raise BadInput("There is no recording.", todo="Give a file: everest speech answer.wav")
    source = inputs.document(file)
    audio = read_audio(source or b"", name=file)
    texts = [inputs.text(name) for name in expect]
    heard = hear(audio, texts, engine=engine, told=progress())
    how = deliver(heard, target_seconds=target, audio=audio)
    if as_json:
        from pydantic import TypeAdapter

        data = {
            "transcript": TypeAdapter(type(heard)).dump_python(heard, mode="json"),
            "delivery": TypeAdapter(type(how)).dump_python(how, mode="json"),
        }
        click.echo(json.dumps(data, ensure_ascii=False))
        return
    click.echo(f"\n{heard.text}\n")
    click.echo(f"Heard by {heard.engine}. Correct it where it is wrong; it guesses.\n")
    for band in how.bands:
        click.echo(f"  {band.name:<16} {band.value:>6g} {band.unit:<16} {band.says}")
    for line in places(heard, how):
        click.echo(f"  {line}")


def progress() -> Callable[[str, float], None] | None:
    """Return a teller of progress for a person at a terminal, nothing for a script."""
    if not sys.stderr.isatty():
        return None

    def told(what: str, share: float) -> None:
        click.echo(f"\r{what} … {share:4.0%}", err=True, nl=share >= 1)

    return told


def _fetch() -> None:
    from urllib.parse import urlsplit

    from everest.network import Permission
    from everest.rehearsal.hearing import whisper

    click.echo(
        f"Fetching about {whisper.SIZE // 1_000_000} MB from {urlsplit(whisper.SOURCE).netloc}.", err=True
    )
    permission = Permission(("huggingface.co", "hf.co"))
    folder: Path = whisper.fetch_model(permission, told=progress())
    click.echo(f"The model is in {folder}.")

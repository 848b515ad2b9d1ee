"""`everest rehearse`: a mock interview at the terminal, typed or from recordings."""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from everest.cli import inputs, saved
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.assistant import Settings
    from everest.preparation import Preparation
    from everest.rehearsal import Interview, Take, Transcript


@click.command()
@click.argument("id_", metavar="ID", required=False)
@click.option("--mode", type=click.Choice(["warm_up", "real", "stress"]), default="real", show_default=True)
@click.option(
    "--tone",
    type=click.Choice(["friendly", "brisk", "panel", "skeptical"]),
    default="friendly",
    show_default=True,
)
@click.option("--audio", multiple=True, metavar="FILE", help="Recordings of your answers, one for each turn.")
@click.option("--answer", "typed_", multiple=True, metavar="TEXT", help="Answers as text, one for each turn.")
@click.option("--question", default="", help="The first question, if you know it.")
@click.option(
    "--target", default=60, show_default=True, help="Planned length of the first answer, in seconds."
)
@click.option("--seed", type=int, default=None, help="The same seed asks the same.")
@click.option(
    "--voice", is_flag=True, help="Speak the questions too, with espeak-ng or piper where they are installed."
)
@click.option(
    "--assistant",
    is_flag=True,
    help="Let the language model you set up word the follow-ups; each is checked.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.data_dir
def command(id_: str | None, data_dir: Path | None, as_json: bool, **options: Any) -> None:
    """Be interviewed. With ID, for that preparation: your points are looked for, and the take is kept.

    In stress mode type line by line, an empty line ends your answer: the interviewer may break in between.
    In the other modes answers may be piped in, a line of three dashes between two turns.
    """
    from everest.rehearsal import Mode, Tone, begin

    store = saved.store(data_dir) if id_ else None
    made = store.get(id_) if store and id_ else None
    seed = options["seed"] if options["seed"] is not None else random.randrange(10_000)  # noqa: S311 - a choice of words
    model = _model() if options["assistant"] else None
    interview = begin(
        mode=Mode(options["mode"]),
        tone=Tone(options["tone"]),
        seed=seed,
        opening=made.opening if made else None,
        question=options["question"],
        assisted=model is not None,
    )
    live = sys.stdin.isatty()
    given = _given(options) or ([] if live or options["mode"] == "stress" else _piped(sys.stdin.read()))
    room = _Room(made, given, live, options["target"], as_json, options["voice"], model)
    take, review = _held(interview, room)
    if store and made:
        from everest.preparation import Take as Stored
        from everest.rehearsal import to_json

        store.save_take(made.id, Stored(take.id, take.made, to_json(take)))
    if as_json:
        from everest.rehearsal import to_data

        click.echo(json.dumps(to_data(take), ensure_ascii=False))
    else:
        _tell(take, review)


@dataclass(slots=True)
class _Room:
    """What one interview at the terminal goes on."""

    made: Preparation | None
    given: list[tuple[str, str]]
    live: bool
    target: int
    quiet: bool
    voice: bool
    model: Settings | None


def _model() -> Settings:
    from everest.assistant import settings_from_environment
    from everest.rehearsal import disclosure

    settings = settings_from_environment()
    if settings is None:
        raise BadInput(
            "No language model is set up.",
            todo="Set EVEREST_ASSISTANT_PROVIDER and EVEREST_ASSISTANT_MODEL, or leave --assistant out.",
        )
    click.echo(disclosure(settings), err=True)
    return settings


def _given(options: dict[str, Any]) -> list[tuple[str, str]]:
    return [("audio", name) for name in options["audio"]] + [("text", words) for words in options["typed_"]]


def _piped(text: str) -> list[tuple[str, str]]:
    """Take piped answers apart; nothing piped is one empty answer, so that nobody waits for more."""
    turns = re.split(r"^\s*-{3,}\s*$", text, flags=re.MULTILINE)
    return [("text", turn.strip()) for turn in turns if turn.strip()] or [("text", "")]


def _held(interview: Interview, room: _Room) -> tuple[Take, Any]:
    """Go through the turns; the take is of the first answer, with all turns beside it."""
    from everest.rehearsal import answer, make_take, points_of, worded
    from everest.review import review

    made = room.made
    opening, candidate = (made.opening, made.candidate) if made else (None, None)
    first: tuple[Transcript, Any, Any] | None = None
    while interview.asked:
        _ask(interview, room)
        if first is not None and not (room.given or room.live or interview.mode == "stress"):
            break
        interview, said, audio = _answered(interview, room)
        if not said.text.strip():
            break
        found = review(said.text, question=interview.turns[-1].asks, opening=opening, candidate=candidate)
        first = first or (said, audio, found)
        interview = answer(interview, said.text, review=found, opening=opening)
        if room.model is not None:
            interview = worded(interview, room.model, opening=opening)
    if first is None:
        raise BadInput("Nothing was said.", todo="Type an answer, or give --answer or --audio.")
    take = make_take(
        first[0],
        question=interview.turns[0].asks,
        mode=interview.mode,
        points=points_of(made.answers[min(1, len(made.answers) - 1)]) if made and made.answers else (),
        opening=opening,
        candidate=candidate,
        audio=first[1],
        target_seconds=room.target,
        turns=interview.turns,
        broke_in=interview.turns[0].broke_in,
    )
    return take, first[2]


def _ask(interview: Interview, room: _Room) -> None:
    asked = interview.asked
    if asked is None or room.quiet:
        return
    click.echo(f"\n  {asked.asks}" + (f"\n  (Hint: {asked.hint})" if asked.hint else ""))
    if asked.note:
        click.echo(f"  ({asked.note})")
    click.echo("")
    _speak(asked.asks, room)


def _speak(words: str, room: _Room) -> None:
    """Speak where a voice is wanted and there is one; what is spoken stands on the screen already."""
    from everest.rehearsal import speak

    if room.voice and not room.quiet and not speak(words):
        room.voice = False
        click.echo("  (No voice, or nothing to play it with, was found; read along.)\n", err=True)


def _answered(interview: Interview, room: _Room) -> tuple[Interview, Transcript, Any]:
    from everest.rehearsal import hear, read_audio, typed

    given = room.given.pop(0) if room.given else None
    if given and given[0] == "audio":
        from everest.cli.speech import progress

        made = room.made
        audio = read_audio(inputs.document(given[1]) or b"", name=given[1])
        texts = [made.own_answer, *(a.text for a in made.answers), made.opening.text] if made else []
        heard = hear(audio, texts, told=progress())
        if not room.quiet:
            click.echo(f"  Heard: {heard.text.strip() or 'no words'}\n")
        return interview, heard, audio
    if given:
        return interview, typed(given[1]), None
    if interview.mode == "stress":
        interview, said = _listened(interview, sys.stdin, room)
        return interview, typed(said), None
    return interview, typed(click.prompt("You", prompt_suffix=": ")), None


def _listened(interview: Interview, lines: Iterable[str], room: _Room) -> tuple[Interview, str]:
    """Take an answer line by line, up to an empty line; the interviewer may break in between two."""
    from everest.rehearsal import break_in

    said = ""
    for line in lines:
        if not line.strip():
            if said:
                break
            continue
        said = f"{said} {line.strip()}".strip()
        moved = break_in(interview, said)
        broken = moved.turns[-1].broke_in
        if moved is not interview and broken is not None:
            if not room.quiet:
                click.echo(f"\n  {broken.asks}\n")
            _speak(broken.asks, room)
            interview = moved
    return interview, said


def _tell(take: Take, review: Any) -> None:
    from everest.rehearsal import aftermath, closing, improved

    click.echo(f"\n  {closing(review)}\n")
    if take.content.score is not None:
        click.echo(f"Your first answer: {take.content.score} of 100.")
    after = aftermath(take)
    if take.broke_in and after:
        click.echo(f"  broken into: “{take.broke_in.asks}” You said {after.words} words after that.")
    for point in take.content.points:
        click.echo(f"  {'heard ' if point.heard else 'missed'}  {point.point}")
    for band in take.delivery.bands:
        click.echo(f"  {band.name:<16} {band.value:>6g} {band.unit:<16} {band.says}")
    for finding in review.findings[:5] if review else ():
        click.echo(f"  {finding.severity.value}: {finding.message}")
    click.echo(f"\n{improved([take])}")

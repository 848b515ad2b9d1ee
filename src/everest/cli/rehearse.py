"""`everest rehearse`: a mock interview at the terminal, typed or from recordings."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from everest.cli import inputs, saved
from everest.errors import BadInput

if TYPE_CHECKING:
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
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.data_dir
def command(id_: str | None, data_dir: Path | None, as_json: bool, **options: Any) -> None:
    """Be interviewed. With ID, for that preparation: your points are looked for, and the take is kept."""
    from everest.rehearsal import Mode, Tone, begin

    store = saved.store(data_dir) if id_ else None
    made = store.get(id_) if store and id_ else None
    seed = options["seed"] if options["seed"] is not None else random.randrange(10_000)  # noqa: S311 - a choice of words
    interview = begin(
        mode=Mode(options["mode"]),
        tone=Tone(options["tone"]),
        seed=seed,
        opening=made.opening if made else None,
        question=options["question"],
    )
    take, interview, review = _held(interview, made, _given(options), options["target"], quiet=as_json)
    if store and made:
        from everest.preparation import Take as Stored
        from everest.rehearsal import to_json

        store.save_take(made.id, Stored(take.id, take.made, to_json(take)))
    if as_json:
        from everest.rehearsal import to_data

        click.echo(json.dumps(to_data(take), ensure_ascii=False))
    else:
        _tell(take, review)


def _given(options: dict[str, Any]) -> list[tuple[str, str]]:
    return [("audio", name) for name in options["audio"]] + [("text", words) for words in options["typed_"]]


def _held(
    interview: Interview, made: Preparation | None, given: list[tuple[str, str]], target: int, *, quiet: bool
) -> tuple[Take, Interview, Any]:
    """Go through the turns; the take is of the first answer, with all turns beside it."""
    from everest.rehearsal import answer, make_take, points_of
    from everest.review import review

    first: Transcript | None = None
    first_audio = None
    first_review = None
    opening, candidate = (made.opening, made.candidate) if made else (None, None)
    while interview.asked:
        asked = interview.asked
        if not quiet:
            click.echo(f"\n  {asked.asks}" + (f"\n  (Hint: {asked.hint})" if asked.hint else "") + "\n")
        if not given and first is not None and not sys.stdin.isatty():
            break
        said, audio = _said(given.pop(0) if given else None, made)
        found = review(said.text, question=asked.asks, opening=opening, candidate=candidate)
        if first is None:
            first, first_audio, first_review = said, audio, found
        interview = answer(interview, said.text, review=found, opening=opening)
    if first is None:
        raise BadInput("Nothing was said.", todo="Type an answer, or give --answer or --audio.")
    points = points_of(made.answers[min(1, len(made.answers) - 1)]) if made and made.answers else ()
    take = make_take(
        first,
        question=interview.turns[0].asks,
        mode=interview.mode,
        points=points,
        opening=opening,
        candidate=candidate,
        audio=first_audio,
        target_seconds=target,
        turns=interview.turns,
    )
    return take, interview, first_review


def _said(given: tuple[str, str] | None, made: Preparation | None) -> tuple[Transcript, Any]:
    from everest.rehearsal import hear, read_audio, typed

    if given and given[0] == "audio":
        from everest.cli.speech import progress

        audio = read_audio(inputs.document(given[1]) or b"", name=given[1])
        texts = [made.own_answer, *(a.text for a in made.answers), made.opening.text] if made else []
        return hear(audio, texts, told=progress()), audio
    if given:
        return typed(given[1]), None
    if sys.stdin.isatty():
        return typed(click.prompt("You", prompt_suffix=": ")), None
    return typed(sys.stdin.read()), None


def _tell(take: Take, review: Any) -> None:
    from everest.rehearsal import closing, improved

    click.echo(f"\n  {closing(review)}\n")
    if take.content.score is not None:
        click.echo(f"Your first answer: {take.content.score} of 100.")
    for point in take.content.points:
        click.echo(f"  {'heard ' if point.heard else 'missed'}  {point.point}")
    for band in take.delivery.bands:
        click.echo(f"  {band.name:<16} {band.value:>6g} {band.unit:<16} {band.says}")
    for finding in review.findings[:5] if review else ():
        click.echo(f"  {finding.severity.value}: {finding.message}")
    click.echo(f"\n{improved([take])}")

"""`everest reflect`: a guided conversation, one question at a time, that can be left and taken up again."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from everest.cli import heard, prompting, saved, strengths
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.candidate.conversation import Conversation, Prompt


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=Path("reflection.json"))
@click.option("--short", is_flag=True, help="The four-minute form.")
def command(file: Path, short: bool) -> None:
    """Ask about strengths, likes and values, and keep the answers in FILE.

    Enter alone skips a question; “stuck” shows other ways in; Ctrl-C stops, and the next run goes on from there. Give
    FILE to `everest prepare --reflection`.
    """
    conversation = _begun(file, short=short)
    click.echo(f"About {round(conversation.minutes_left()) or 1} minutes. Everything stays in {file}.\n")
    keep = partial(_keep, file)
    conversation = strengths.follow_up(conversation, keep)
    while prompt := conversation.next():
        conversation = _put(conversation, prompt)
        keep(conversation)
        conversation = strengths.follow_up(conversation, keep)
    _close(conversation, file)


def _begun(file: Path, *, short: bool) -> Conversation:
    from everest.candidate.conversation import Conversation

    if not file.exists():
        return Conversation("short" if short else "full")
    try:
        return Conversation.from_data(json.loads(file.read_text(encoding="utf-8"))["conversation"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            "This file is no reflection that was begun here.", where=str(file), todo="Choose another name."
        ) from error


def _put(conversation: Conversation, prompt: Prompt) -> Conversation:
    from everest.candidate import value_cards

    click.echo(click.style(prompt.ask, bold=True))
    if prompt.kind == "cards":
        click.echo("Name up to five, by number or in your own words, with commas:")
        for number, card in enumerate(value_cards(), 1):
            click.echo(f"  {number:>2}. {card.card}")
    elif prompt.kind in {"list", "strengths"}:
        click.echo("Several? Put a semicolon between them.")
    while True:
        said = prompting.line()
        if said.lower() == "stuck" and prompt.stuck:
            click.echo("\n".join(f"  - {line}" for line in prompt.stuck))
            continue
        if not said:
            return conversation.skip(prompt.id)
        try:
            return conversation.say(prompt.id, _value(prompt.kind, said))
        except BadInput as error:
            click.echo(str(error))


def _value(kind: str, said: str) -> Any:
    parts = [
        part.strip() for part in said.split(";" if kind in {"list", "strengths"} else ",") if part.strip()
    ]
    if kind == "cards":
        return {"must_have": [_card(part) for part in parts]}
    if kind == "yes_no":
        return said.lower()[:1] in {"y", "1", "t"}
    return parts if kind in {"list", "strengths"} else said


def _card(said: str) -> str:
    """Return the name of a card said by its number or words; other words stay the person's own."""
    from everest.candidate import value_cards

    cards = value_cards()
    if said.isdigit() and 1 <= int(said) <= len(cards):
        return cards[int(said) - 1].name
    return next((card.name for card in cards if said.lower() in {card.name, card.card.lower()}), said)


def _keep(file: Path, conversation: Conversation) -> None:
    saved.write(
        file, json.dumps({"conversation": conversation.to_data()}, ensure_ascii=False, indent=2).encode()
    )


def _close(conversation: Conversation, file: Path) -> None:
    from everest.candidate import mentor_questions, plot, remarks
    from everest.cli import plot_text

    conversation = heard.settle(conversation, partial(_keep, file))
    reflection = conversation.reflection()
    if reflection.aspiration is None:
        conversation = _chosen(conversation)
        _keep(file, conversation)
        reflection = conversation.reflection()
    if points := plot(reflection):
        click.echo(
            click.style("\nWhat you are good at, and what you enjoy\n", bold=True) + plot_text.draw(points)
        )
    for remark in remarks(reflection):
        click.echo(f"\n{remark.text}")
    click.echo("\nFive questions to take to a mentor:")
    for question in mentor_questions(reflection):
        click.echo(f"  - {question}")
    click.echo(f"\nKept in {file}. Use it: everest prepare --reflection {file} --resume … --posting …")


def _chosen(conversation: Conversation) -> Conversation:
    """Propose three aspirations; one may be taken, changed or left."""
    from everest.aspiration import propose_aspirations
    from everest.candidate import with_reflection
    from everest.candidate.model import Candidate

    proposed = propose_aspirations(with_reflection(Candidate(), conversation.reflection()))
    click.echo("\nThree sentences that your answers point to. None is yours until you say so:")
    for number, aspiration in enumerate(proposed, 1):
        click.echo(f"  {number}. {aspiration.text}")
    click.echo("A number takes one, your own words replace them, Enter leaves it open.")
    said = prompting.line_or_end()
    if not said:
        return conversation
    taken = proposed[int(said) - 1].text if said in {"1", "2", "3"} and int(said) <= len(proposed) else said
    return conversation.say("aspiration", taken)

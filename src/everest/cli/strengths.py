"""Asking about each strength told: by what name, how strong, how much enjoyed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from everest.cli import prompting

if TYPE_CHECKING:
    from everest.candidate.conversation import Conversation, FollowUp
    from everest.candidate.model import Strength

_NO = {"no", "not me", "that's not me", "that’s not me"}


def follow_up(conversation: Conversation, keep: Callable[[Conversation], None]) -> Conversation:
    """Ask what is open about the strengths, and keep every answer at once."""
    while (asked := conversation.next_about_strengths()) is not None:
        strength = conversation.reflection().strengths[asked.number]
        put = _name if asked.part == "name" else _level
        conversation = put(conversation, asked, strength)
        keep(conversation)
    return conversation


def _name(conversation: Conversation, asked: FollowUp, strength: Strength) -> Conversation:
    """Say what is heard in a story, and let it be kept, changed or struck."""
    from everest.candidate.reflection_stories import LONGEST_NAME, brief

    click.echo(f"\n“{brief(strength.proof)}”")
    names = _heard(conversation, strength)
    while True:
        said = prompting.line()
        if said.lower() in _NO and names:
            return conversation.strike(names[0])
        if said.isdigit() and 1 <= int(said) <= len(names):
            said = names[int(said) - 1]
        if said.isdigit() or len(said.split()) > LONGEST_NAME:
            click.echo("A name of a few words, please; Enter goes on.")
            continue
        name = said or (names[0] if names else "")
        told = {"name": name, "proof": strength.proof} if name else {}
        return conversation.tell_strength(asked.number, **told)


def _heard(conversation: Conversation, strength: Strength) -> list[str]:
    """Show the strengths heard in a story, each with its words, the one it is called by first; return their names."""
    from everest.candidate.reflection_heard import hear
    from everest.candidate.reflection_stories import brief

    heard = [item for item in hear(strength.proof, conversation.not_me) if item.sort == "strength"]
    heard.sort(key=lambda item: item.name != strength.name)
    for number, item in enumerate(heard, 1):
        words = strength.proof[item.spans[0].start : item.spans[0].end]
        click.echo(f"  {number}. I hear: {item.name}, in “{brief(words)}”")
    if not heard:
        click.echo("  I hear no strength in it that I know by name. What would you call it? Enter leaves it.")
        return []
    others = " A number takes another." if len(heard) > 1 else ""
    click.echo(f"Enter calls it “{heard[0].name}”.{others} Your own words name it, “no” strikes the first.")
    return [item.name for item in heard]


def _level(conversation: Conversation, asked: FollowUp, strength: Strength) -> Conversation:
    named = f"“{strength.name}”" if strength.is_named else f"what you tell in “{strength.name}”"
    question = "How good are you at" if asked.part == "strength" else "And how much do you enjoy"
    click.echo(f"{question} {named}? 1 to 5; Enter leaves it open.")
    while True:
        said = prompting.line()
        if said in {"", "1", "2", "3", "4", "5"}:
            return conversation.tell_strength(asked.number, **{asked.part: int(said) if said else None})
        click.echo("A number from 1 (hardly) to 5 (very), please; Enter leaves it open.")

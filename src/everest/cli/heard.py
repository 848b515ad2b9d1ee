"""At the end of a reflection: what was heard in the person's words, to be struck or taken up by number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from everest.cli import prompting
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.candidate.conversation import Conversation, Pile
    from everest.candidate.reflection_heard import HeardIn

_SAID = re.compile(r"(?:(?P<pile>must|nice)\s+)?(?P<numbers>\d+(?:[\s,]+\d+)*)", re.IGNORECASE)
_PILES: dict[str, Pile] = {"must": "must_have", "nice": "nice_to_have"}
_HOW = (
    "Numbers strike what is not you (“2 5”); it then counts nowhere.\n"
    "“must 3” makes a value a must-have, “nice 3” nice to have. Enter goes on."
)


def settle(conversation: Conversation, keep: Callable[[Conversation], None]) -> Conversation:
    """Show what was heard until the person goes on; what they say to it is kept at once."""
    from everest.candidate import heard_in

    while heard := heard_in(conversation.reflection()):
        _show(heard)
        changed = None
        while changed is None:
            said = prompting.line_or_end()
            if not said:
                return conversation
            changed = _changed(conversation, heard, said)
        conversation = changed
        keep(conversation)
    return conversation


def _show(heard: Sequence[HeardIn]) -> None:
    from everest.candidate.conversation import called
    from everest.candidate.reflection_heard import TITLES
    from everest.candidate.reflection_stories import brief

    click.echo(click.style("\nWhat I heard in your words", bold=True))
    title = ""
    for number, item in enumerate(heard, 1):
        if TITLES[item.sort] != title:
            title = TITLES[item.sort]
            click.echo(f"  {title}")
        quote = item.quotes[0]
        more = f", and {len(item.quotes) - 1} more" if len(item.quotes) > 1 else ""
        words = brief(quote.quote)
        click.echo(f"  {number:>3}. {item.label}: “{words}” ({called(quote.source)}{more})")
    click.echo(_HOW)


def _changed(conversation: Conversation, heard: Sequence[HeardIn], said: str) -> Conversation | None:
    """Return the conversation with what was said done; None, with a line that says why, where it can't be."""
    match = _SAID.fullmatch(said)
    numbers = [int(number) for number in re.findall(r"\d+", said)] if match else []
    if match is None or not all(1 <= number <= len(heard) for number in numbers):
        click.echo(f"Numbers from 1 to {len(heard)}, please, such as “2” or “must 2”; Enter goes on.")
        return None
    chosen = [heard[number - 1] for number in numbers]
    if match["pile"] and any(item.sort != "value" for item in chosen):
        click.echo("Only what is a value can be a must-have or nice to have.")
        return None
    try:
        for item in chosen:
            if match["pile"]:
                conversation = conversation.take_value(item.label, _PILES[match["pile"].lower()])
            else:
                conversation = conversation.strike(item.label)
    except BadInput as trouble:
        click.echo(str(trouble))
        return None
    return conversation

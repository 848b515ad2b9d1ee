"""One line typed by a person, or read from what is piped in."""

from __future__ import annotations

import sys

import click


def line() -> str:
    """Return the next line typed, without spaces around it; empty for Enter alone."""
    return str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()


def line_or_end() -> str:
    """Return the next line typed; where input is piped and over, that is Enter.

    It is for what may be left out at the end, so that fewer lines than questions still bring the whole result.
    """
    try:
        return line()
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        return ""

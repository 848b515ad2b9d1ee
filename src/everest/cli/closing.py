"""What a person sees when a preparation is done: the answer, and where the rest is."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import click

from everest.preparation import Preparation


def draw(preparation: Preparation, written: list[Path]) -> None:
    """Tell, on the error stream, what was made; standard output stays for programs."""
    lines = [f"\n{preparation.title}"]
    if preparation.answers:
        answer = preparation.answers[min(1, len(preparation.answers) - 1)]
        lines += [f"\nYour answer, about {round(answer.seconds)} seconds aloud:\n", fill(answer.text, 88), ""]
        lines += [fill(f"Why it works: {answer.why_it_works}", 88), ""]
    for notice in preparation.notices[:5]:
        lines.append(fill(f"Please check: {notice.text} {notice.todo}", 88))
    lines += [f"Wrote {path}" for path in written]
    lines.append(f"Saved as {preparation.id}. See all of it: everest show {preparation.id[:6]}")
    click.echo("\n".join(lines), err=True)

"""Say why an occupation was found for a person, for and against, with the figures of that occupation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from everest.occupations.atlas import Atlas
from everest.occupations.ladder import ZONE_PREPARATION, experience_asked
from everest.occupations.likelihood import words_in

SCALES = {"styles": "im", "skills": "im", "knowledge": "im", "values": "ex"}
_SPEAKS, _AGAINST = 0.6, -0.6
_LONG_WAY, _CLEAR_LOSS, _MOST_WORDS = 4.5, -3.0, 3
_FOR = (
    "{said}: {name} counts {own} here; in the middle of all work it is {usual}.",
    "{said}: here {name} is rated {own}, against {usual} in most work.",
    "{said} would be of use: {name} stands at {own}, where the middle is {usual}.",
)
_LESS = (
    "{said}: {name} counts only {own} here; in the middle of all work it is {usual}.",
    "{said} would find less room: {name} is rated {own}, against {usual} in most work.",
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing the person said, what it asks of work, and how strongly each occupation answers it.

    ``scores`` are standard deviations; ``needs`` are (domain, name) of the atlas; ``denied`` if it is not wanted.
    """

    said: str
    about: str
    scores: Any
    drains: bool = False
    needs: tuple[tuple[str, str], ...] = ()
    denied: bool = False


def reasons(
    source: Atlas, number: int, voices: Sequence[Voice], text: str
) -> tuple[list[str], list[str]]:  # fmt: skip
    """Return the sentences for and against, strongest first."""
    why: list[str] = []
    against: list[str] = []
    told: set[tuple[str, str]] = set()
    for voice in sorted(voices, key=lambda one: -abs(float(one.scores[number]))):
        strength = float(voice.scores[number])
        if strength > _SPEAKS and not voice.drains:
            why.append(_said(source, number, voice, _FOR, len(why), told))
        elif strength < _AGAINST:
            against.append(_said(source, number, voice, _LESS, len(against), told))
    shared = words_in(source, number, text)[:_MOST_WORDS]
    if shared:
        quoted = " and ".join(f"“{word}”" for word in shared)
        why.insert(
            min(1, len(why)),
            f"Your {quoted} {'are words' if len(shared) > 1 else 'is a word'} of this work's own tasks or titles.",
        )
    return why, [*against, *_hurdles(source, number)]  # fmt: skip


def _said(
    source: Atlas, number: int, voice: Voice, forms: Sequence[str], turn: int, told: set[tuple[str, str]]
) -> str:
    """Put one voice into words, by the element that shows it best and was not used before."""
    unwanted = voice.drains or voice.denied
    best = None
    for need in voice.needs:
        own, usual, top = _figures(source, number, *need)
        gap = (own - usual) * (1 if (forms is _FOR and not unwanted) or (forms is _LESS and unwanted) else -1)
        if own and gap > 0 and (best is None or (need not in told, gap) > best[:2]):
            best = (need not in told, gap, need, own, usual, top)
    quoted = f"“{voice.said}”"
    if best is None:
        if unwanted and forms is _LESS:
            return f"{quoted} is what you would rather not do, and this work asks for it."
        return (
            f"{quoted} is used in this work." if forms is _FOR else f"{quoted} is hardly used in this work."
        )
    _, _, need, own, usual, top = best
    told.add(need)
    name, shown = need[1].lower(), f"{own:.1f} of {top}"
    if unwanted and forms is _LESS:
        return f"{quoted} tires you, and {name} counts {shown} here; in the middle of all work it is {usual:.1f}."
    if unwanted:
        return f"{quoted} you would be spared: {name} counts {shown} here, against {usual:.1f} in most work."
    return forms[turn % len(forms)].format(said=quoted, name=name, own=shown, usual=f"{usual:.1f}")


@lru_cache(maxsize=4096)
def _figures(source: Atlas, number: int, domain: str, name: str) -> tuple[float, float, int]:
    """Return the occupation's rating, the middle of all, and the top of the scale."""
    import numpy as np

    column = source.array(f"{domain}_{SCALES[domain]}")[:, source.scale(domain).index(name)] / 30
    known = column[column > 0]
    return float(column[number]), float(np.median(known)), 7 if domain == "values" else 5


def _hurdles(source: Atlas, number: int) -> list[str]:
    """What stands in the way of anybody: a long way in, much schooling, work that shrinks."""
    found = []
    asked = experience_asked(source, number) or 0.0
    if asked >= _LONG_WAY:
        found.append(
            f"The way in is long: people in it say it asks for about {asked:.0f} years of related experience."
        )
    elif source.zone(number) == max(zone for zone in ZONE_PREPARATION if zone):
        found.append("It asks for over four years of preparation (O*NET job zone 5).")
    growth = source.pay(number, 6)
    if growth is not None and growth <= _CLEAR_LOSS:
        found.append(f"Jobs in it should shrink by {abs(growth):.1f}% in ten years (BLS 2024-2034).")
    return found

"""A slot: words that may enter a sentence, with the evidence they come from."""

from __future__ import annotations

from dataclasses import dataclass

from everest.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that can be said.

    ``key`` names the thing said, so that it is not said twice; ``own`` marks the person's own words;
    ``names`` are the employers and posts it mentions, each of which is mentioned once.
    """

    text: str
    grounds: tuple[Evidence, ...]
    key: str
    own: bool = False
    names: tuple[str, ...] = ()

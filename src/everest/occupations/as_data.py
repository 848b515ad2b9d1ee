"""What the atlas answers, as data for JSON: the command line and the HTTP API give the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from everest.occupations.model import OccupationMatch, Realism


def matches_data(matches: Iterable[OccupationMatch]) -> list[dict[str, Any]]:
    """Return matches as data, best first."""
    return [
        {
            "code": m.code,
            "title": m.title,
            "score": round(m.score, 4),
            "why": list(m.why),
            "against": list(m.against),
            "general": m.general,
        }
        for m in matches
    ]


def realism_data(found: Realism) -> dict[str, Any]:
    """Return a judgment on an aim as data; ``reach`` is "within reach", "stretch" or "not in that time"."""
    return asdict(found) | {"reach": found.reach.name.lower().replace("_", " ")}


def strengths(letters: str) -> dict[str, float]:
    """Return how strong each interest is by letters of RIASEC, strongest first ("SIA"), 0..1; {} for none."""
    return {letter: 1 - n / 6 for n, letter in enumerate(letters.replace(",", "").replace(" ", ""))}

"""A short profile of interests on the six RIASEC scales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from everest.errors import BadInput

HIGHEST = 4
"""Answers run from 0 (dislike) to 4 (enjoy)."""
_CLEAR = 0.15
_LEAST_ANSWERED = 0.8


@dataclass(frozen=True, slots=True)
class Item:
    """One activity; ``key`` is scale letter and number, such as "R1"."""

    key: str
    text: str
    scale: str


@dataclass(frozen=True, slots=True)
class InterestProfile:
    """Scores 0..1 a scale, the scales from strongest to weakest, and what that does and does not say."""

    scores: dict[str, float]
    order: tuple[str, ...]
    explanation: tuple[str, ...]
    note: str


def interest_items(length: Literal[30, 60] = 30) -> tuple[Item, ...]:
    """Return the activities to answer, the six scales taking turns. Raises ``BadInput`` for another length."""
    if length not in (30, 60):
        raise BadInput(f"There is no profile of {length} items.", todo="Choose 30 or 60.")
    scales: dict[str, Any] = _content()["scales"]
    return tuple(
        Item(f"{scale[0]}{turn + 1}", content["items"][turn], scale)
        for turn in range(length // len(scales))
        for scale, content in scales.items()
    )


def score_interests(answers: Mapping[str, int]) -> InterestProfile:
    """Score answers by item key. Each scale needs at least four of its first five items, or eight of ten.

    Raises ``BadInput`` for an unknown item, an answer outside 0 to 4, or a scale with too few answers.
    """
    known = {item.key: item for item in interest_items(60)}
    by_scale: dict[str, list[int]] = {scale: [] for scale in _content()["scales"]}
    for key, answer in answers.items():
        if key not in known:
            raise BadInput(f"There is no item “{key}”.", todo="Items are R1 to C10.")
        if not 0 <= answer <= HIGHEST:
            raise BadInput(f"The answer {answer} to {key} is outside 0 to {HIGHEST}.")
        by_scale[known[key].scale].append(answer)
    needed = _LEAST_ANSWERED * (5 if len(answers) <= 30 else 10)
    missing = [scale for scale, given in by_scale.items() if len(given) < needed]
    if missing:
        raise BadInput(
            f"Too few answers for {', '.join(missing)}.", todo="Answer a few more of these activities."
        )
    scores = {scale: sum(given) / len(given) / HIGHEST for scale, given in by_scale.items()}
    order = tuple(sorted(scores, key=lambda scale: -scores[scale]))
    return InterestProfile(scores, order, _explained(scores, order), " ".join(_content()["note"].split()))


def _explained(scores: dict[str, float], order: tuple[str, ...]) -> tuple[str, ...]:
    scales = _content()["scales"]
    if scores[order[0]] - scores[order[-1]] < _CLEAR:
        return ("Your answers are about the same on all six scales, so they favor no kind of work.",)
    said = [
        f"{scale} ({scores[scale]:.0%} of the highest score): {scales[scale]['meaning']}."
        for scale in order[:3]
    ]
    if scores[order[0]] - scores[order[1]] < _CLEAR / 3:
        said.append(f"{order[0]} and {order[1]} are so close that either could come first.")
    said.append(f"You enjoy least: {scales[order[-1]]['meaning']}.")
    return tuple(said)


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    import yaml

    raw: dict[str, Any] = yaml.safe_load((files("everest.content") / "interests.yaml").read_text("utf-8"))
    return raw

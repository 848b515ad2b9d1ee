"""What changed from take to take, against one's own takes only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everest.rehearsal.model import Take


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over the takes, oldest first; None where a take does not show it. ``better`` is up, down or neither."""

    name: str
    unit: str
    values: tuple[float | None, ...]
    better: str = ""


def series(takes: Sequence[Take]) -> tuple[Series, ...]:
    """Return score, points heard, pace and fillers over the takes, oldest first."""
    ordered = sorted(takes, key=lambda take: take.made)
    return (
        Series("score", "of 100", tuple(_number(take.content.score) for take in ordered), "up"),
        Series("points heard", "points", tuple(_points(take) for take in ordered), "up"),
        Series("pace", "words a minute", tuple(take.delivery.words_a_minute for take in ordered)),
        Series("fillers", "a minute", tuple(_band(take, "fillers") for take in ordered), "down"),
        Series("length", "seconds", tuple(_band(take, "length") for take in ordered)),
    )


def improved(takes: Sequence[Take]) -> str:
    """Say in a sentence what is better in the last take than in the one before, and what to look at next."""
    ordered = sorted(takes, key=lambda take: take.made)
    if not ordered:
        return "Nothing is recorded yet. The first take is only for you."
    if len(ordered) == 1:
        return f"A first take. {_next(ordered[-1])}"
    gains = [
        _gain(one.name, one.values[-2], one.values[-1])
        for one in series(ordered)
        if one.better and _is_better(one)
    ]
    better = f"Better than last time: {', '.join(gains)}." if gains else "About as last time."
    return f"{better} {_next(ordered[-1])}"


def progress_svg(one: Series) -> str:
    """Draw one figure over the takes; colors come from the page's own style."""
    known = [(n, value) for n, value in enumerate(one.values) if value is not None]
    told = ", ".join(f"take {n + 1}: {value:g}" for n, value in known) or "no figures yet"
    low = min((value for _, value in known), default=0.0)
    high = max((value for _, value in known), default=1.0)
    span = (high - low) or 1.0
    width, height, count = 320, 120, max(2, len(one.values))
    spots = [
        (24 + n * (width - 48) / (count - 1), height - 30 - (value - low) / span * (height - 62), value)
        for n, value in known
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in spots)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" class="dot"/><text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{value:g}</text>'
        for x, y, value in spots
    )
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{one.name}, {one.unit}: {told}">'
        f'<polyline points="{line}" class="line" fill="none"/>{dots}'
        f'<text x="24" y="{height - 6}">{one.name}, {one.unit}</text></svg>'
    )


def _next(take: Take) -> str:
    missed = [point.point for point in take.content.points if not point.heard]
    if missed:
        return f"Next time, bring in: {missed[0]}"
    outside = [band for band in take.delivery.bands if not band.inside]
    if outside:
        return outside[0].says
    return "Every point was heard. Say it once more without looking."


def _gain(name: str, before: float | None, now: float | None) -> str:
    return f"{name} {before:g} to {now:g}" if before is not None and now is not None else name


def _is_better(one: Series) -> bool:
    before, now = one.values[-2], one.values[-1]
    if before is None or now is None or before == now:
        return False
    return now > before if one.better == "up" else now < before


def _band(take: Take, name: str) -> float | None:
    return next((band.value for band in take.delivery.bands if band.name == name), None)


def _points(take: Take) -> float | None:
    return float(take.content.hit) if take.content.points else None


def _number(value: int | None) -> float | None:
    return None if value is None else float(value)

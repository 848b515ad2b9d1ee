"""Draw a route and the interests of occupations as pictures.

The pictures carry no style of their own beyond presentation attributes and classes, so that a page that forbids inline
styles shows them as they are; what they say they also say in a title and a description.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from math import cos, pi, sin
from textwrap import wrap

from everest.errors import BadInput
from everest.occupations.ladder import rank_words
from everest.occupations.model import Occupation, Route, Step
from everest.standing import Rank

_WIDTH, _LEFT, _TOP, _LINE, _AIR = 480, 24, 28, 18, 46
_HEAD_LETTERS, _LETTERS = 42, 54
"""Letters that fit a line of 420 units at 16 and 14 units a letter's height."""
_SCALES = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
_DASHES = ("none", "9 5", "2 5")
_RADIUS, _MIDDLE_X, _MIDDLE_Y = 130, 240, 190
_HIGHEST, _MOST = 7.0, 3


def route_svg(route: Route, *, start: str = "Where you are now") -> str:
    """Return a route as SVG, steps from top to bottom; classes ``route``, ``node``, ``head``, ``years``, ``fact``."""
    parts, y, passed = [], float(_TOP), 0.0
    drawn, height = _place(y, start, ())
    parts.append(drawn)
    for step in route.steps:
        passed += step.years
        below = y + height + _AIR
        parts.append(
            f'<line class="leg" x1="{_LEFT}" y1="{y + 12:g}" x2="{_LEFT}" y2="{below - 12:g}" stroke="currentColor" '
            'stroke-width="2"/>'
            f'<text class="years" x="{_LEFT + 24}" y="{below - 24:g}" font-size="14" font-style="italic" '
            f'fill="currentColor">about {_years(step.years)}</text>'
        )
        y = below
        drawn, height = _place(y, _heading(step), _details(step, passed))
        parts.append(drawn)
    told = "; ".join(f"{_heading(step)} after about {_years(step.years)}" for step in route.steps)
    return _svg("route", _WIDTH, y + height + 16, route.summary, f"From {start.lower()}: {told}.", parts)


def radar_svg(occupations: Sequence[Occupation]) -> str:
    """Return the six interests of one to three occupations as SVG; classes ``radar``, ``axis``, ``series-0`` and on.

    Lines differ by dashes as well as by class. Raises ``BadInput`` for none, more than three, or one without interests.
    """
    if not 1 <= len(occupations) <= _MOST:
        raise BadInput(f"There are {len(occupations)} occupations to draw.", todo="Choose one to three.")
    for one in occupations:
        if not one.interests:
            raise BadInput(f"O*NET gives no interests for {one.title}.", todo="Choose another occupation.")
    parts = [_web(), *(_shape(one, n) for n, one in enumerate(occupations))]
    y = _MIDDLE_Y + _RADIUS + 56.0
    for n, one in enumerate(occupations):
        lines = wrap(one.title, 48)
        parts.append(_legend(lines, n, y))
        y += _LINE * len(lines) + 8
    title = f"Interests: {', '.join(one.title for one in occupations)}"
    told = " ".join(f"{one.title}: {_in_words(one)}." for one in occupations)
    return _svg("radar", 2 * _MIDDLE_X, y, title, f"On a scale from 1 to 7. {told}", parts)


def _svg(kind: str, width: float, height: float, title: str, told: str, parts: list[str]) -> str:
    key = f"{kind}-{sha256((title + told).encode()).hexdigest()[:8]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" font-family="sans-serif">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(told)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _years(years: float) -> str:
    return f"{years:g} year" if years == 1 else f"{years:g} years"


def _heading(step: Step) -> str:
    return step.title if step.rank == Rank.INDIVIDUAL else f"{step.title}: {rank_words(step.rank)}"


def _details(step: Step, passed: float) -> tuple[str, ...]:
    facts = [f"{_years(round(passed, 1))} from now"]
    if step.median_pay is not None:
        facts.append(f"median pay ${step.median_pay:,} a year")
    if step.growth_percent is not None:
        facts.append(f"jobs {step.growth_percent:+g}% over ten years")
    said = [", ".join(facts)]
    if step.learn:
        said.append(f"Learn: {', '.join(step.learn)}")
    if step.certificates:
        said.append(f"Earn: {'; '.join(step.certificates)}")
    return tuple(said)


def _place(y: float, heading: str, details: tuple[str, ...]) -> tuple[str, float]:
    """Return a stop of the route and how much room its words take below its middle."""
    heads = wrap(heading, _HEAD_LETTERS) or [""]
    facts = [line for detail in details for line in wrap(detail, _LETTERS)]
    drawn = [
        f'<circle class="node" cx="{_LEFT}" cy="{y:g}" r="8" fill="none" stroke="currentColor" stroke-width="2"/>'
    ]
    for n, (line, kind, size) in enumerate(
        [(h, "head", 16) for h in heads] + [(f, "fact", 14) for f in facts]
    ):
        weight = ' font-weight="600"' if kind == "head" else ""
        drawn.append(
            f'<text class="{kind}" x="{_LEFT + 24}" y="{y + 5 + _LINE * n:g}" font-size="{size}"{weight} '
            f'fill="currentColor">{escape(line)}</text>'
        )
    return "".join(drawn), _LINE * (len(heads) + len(facts))


def _point(place: int, value: float) -> tuple[float, float]:
    angle = 2 * pi * place / len(_SCALES) - pi / 2
    reach = _RADIUS * max(0.0, min(value, _HIGHEST)) / _HIGHEST
    return round(_MIDDLE_X + reach * cos(angle), 1), round(_MIDDLE_Y + reach * sin(angle), 1)


def _joined(values: Sequence[float]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in itertools.starmap(_point, enumerate(values)))


def _web() -> str:
    rings = "".join(
        f'<polygon class="axis" points="{_joined([ring] * 6)}" fill="none" stroke="currentColor" stroke-opacity="0.25"/>'
        for ring in (_HIGHEST / 2, _HIGHEST)
    )
    names = []
    for place, name in enumerate(_SCALES):
        x, y = _point(place, _HIGHEST)
        anchor = "middle" if place in (0, 3) else "start" if place < 3 else "end"
        away = (0, -10) if place == 0 else (0, 22) if place == 3 else (8 if place < 3 else -8, 5)
        names.append(
            f'<text class="label" x="{x + away[0]:g}" y="{y + away[1]:g}" font-size="14" text-anchor="{anchor}" '
            f'fill="currentColor">{name}</text>'
        )
    return rings + "".join(names)


def _shape(one: Occupation, number: int) -> str:
    figures = {rated.name: rated.importance for rated in one.interests}
    return (
        f'<polygon class="series series-{number}" points="{_joined([figures.get(name, 0.0) for name in _SCALES])}" '
        f'fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="{_DASHES[number]}"/>'
    )


def _legend(lines: list[str], number: int, y: float) -> str:
    words = "".join(
        f'<text class="label" x="76" y="{y + 5 + _LINE * n:g}" font-size="14" fill="currentColor">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<line class="series series-{number}" x1="24" y1="{y:g}" x2="64" y2="{y:g}" stroke="currentColor" '
        f'stroke-width="2.5" stroke-dasharray="{_DASHES[number]}"/>{words}'
    )


def _in_words(one: Occupation) -> str:
    return ", ".join(f"{rated.name.lower()} {rated.importance:.1f}" for rated in one.interests)

"""Draw a route as a picture."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from everest.occupations.ladder import rank_words
from everest.occupations.model import Rank, Route, Step

_WIDTH, _LEFT, _STEP, _TOP = 640, 36, 104, 56


def route_svg(route: Route, *, start: str = "Where you are now") -> str:
    """Return a route as SVG, steps from top to bottom; readable without color, with a text alternative."""
    height = _TOP + _STEP * len(route.steps) + 48
    parts = [_place(_TOP, start, ())]
    passed = 0.0
    for number, step in enumerate(route.steps, 1):
        passed += step.years
        y = _TOP + number * _STEP
        parts.append(
            f'<line x1="{_LEFT}" y1="{y - _STEP + 12}" x2="{_LEFT}" y2="{y - 12}" stroke="currentColor" stroke-width="2"/>'
            f'<text x="{_LEFT + 24}" y="{y - _STEP / 2 + 4}" class="years">about {step.years:g} years</text>'
        )
        parts.append(_place(y, _heading(step), _details(step, passed)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(route.summary, quote=True)}"><title>{escape(route.summary)}</title>'
        "<style>text{font:14px sans-serif;fill:currentColor}.head{font-weight:600;font-size:16px}.years{font-style:italic}</style>"
        f"{''.join(parts)}</svg>"
    )


def _heading(step: Step) -> str:
    return step.title if step.rank == Rank.INDIVIDUAL else f"{step.title}: {rank_words(step.rank)}"


def _details(step: Step, passed: float) -> tuple[str, ...]:
    facts = [f"{passed:g} years from now"]
    if step.median_pay is not None:
        facts.append(f"median pay ${step.median_pay:,} a year")
    if step.growth_percent is not None:
        facts.append(f"jobs {step.growth_percent:+g}% over ten years")
    learn = wrap(f"Learn: {', '.join(step.learn)}", 84)[:2] if step.learn else []
    return (", ".join(facts), *learn)


def _place(y: float, heading: str, details: tuple[str, ...]) -> str:
    lines = "".join(
        f'<text x="{_LEFT + 24}" y="{y + 23 + 16 * n}">{escape(line)}</text>'
        for n, line in enumerate(details[:3])
    )
    return (
        f'<circle cx="{_LEFT}" cy="{y}" r="8" fill="none" stroke="currentColor" stroke-width="2"/>'
        f'<text x="{_LEFT + 24}" y="{y + 5}" class="head">{escape(heading)}</text>{lines}'
    )

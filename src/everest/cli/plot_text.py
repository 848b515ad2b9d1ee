"""The plot of strengths by enjoyment as a small picture of text."""

from __future__ import annotations

from collections.abc import Sequence

from everest.candidate.reflection_insight import HIGH, PlotPoint

_LEVELS = (1, 2, 3, 4, 5)


def draw(points: Sequence[PlotPoint]) -> str:
    """Draw strengths by their number: to the right the stronger, upward the more enjoyed. The top right is marked."""
    cells = {
        (s, e): ",".join(str(n) for n, point in enumerate(points, 1) if _at(point) == (s, e))
        for s in _LEVELS
        for e in _LEVELS
    }
    width = max(4, *(len(cell) + 2 for cell in cells.values()))
    lines = ["  how much you enjoy it"]
    for enjoyment in reversed(_LEVELS):
        high = enjoyment > HIGH
        row = "".join(
            (":" if high and strength - 1 < HIGH < strength else " ")
            + cells[strength, enjoyment].center(width)
            for strength in _LEVELS
        )
        lines.append(f"  {enjoyment} |{row}".rstrip())
        if high and enjoyment - 1 < HIGH:
            left = " " * ((width + 1) * sum(level < HIGH for level in _LEVELS))
            lines.append(f"    |{left}:{'.' * (2 * width + 1)} look here")
    lines.append("    +" + "-" * (5 * (width + 1)))
    lines.append(
        "     "
        + "".join(" " + str(level).center(width) for level in _LEVELS)[: 5 * (width + 1)]
        + " how good"
    )
    return "\n".join([*lines, *(_named(number, point) for number, point in enumerate(points, 1))])


def _at(point: PlotPoint) -> tuple[int, int]:
    return round(point.strength), round(point.enjoyment)


def _named(number: int, point: PlotPoint) -> str:
    notes = [
        *(["look here"] if point.place_to_look else []),
        *([] if point.placed_by_person else ["partly a guess, as you left it open"]),
    ]
    return f"  {number}. {point.name}" + (f" ({'; '.join(notes)})" if notes else "")

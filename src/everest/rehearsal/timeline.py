"""One take along time: the words with what happened at each, and a drawing of loudness, pitch and pace.

The drawing carries classes, no colors: the page it stands on has those. It shows curves and marks places; it judges
nothing. Everything it shows can be read in ``told`` as well.

    |~~~~ loudness ~~~|▒ pause ▒|~~~~~~~|        ● a filler, where it was said
    |___-- pitch --___|▒       ▒|__--___|
    |─── words a minute, over the easy range ───|
    0         10         20         30   seconds
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from everest.rehearsal.delivery import LONG_PAUSE, PACE, WINDOW
from everest.rehearsal.model import CURVE_STEP, Delivery, Take, Transcript

WIDTH, LEFT, RIGHT = 720, 16, 704
LOUD = (38, 98)
PITCH = (152, 200)
WORDS = (240, 290)
"""Lanes of the drawing, top and bottom."""
AXIS = 312
SHOWN_PAUSE = 0.7
"""Silences from this many seconds on are shown; shorter ones belong to the rhythm of speaking."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a timed take with its kinds ("filler", "hedge", "comment") and the pause before it, in seconds."""

    text: str
    start: float
    end: float
    doubt: float = 0.0
    kinds: tuple[str, ...] = ()
    pause: float = 0.0


def words_said(take: Take) -> tuple[Said, ...]:
    """Return the words with their times; none where the text was corrected and no longer lines up with the sound."""
    heard, text = take.transcript, take.transcript.text
    if not heard.timed or len(text.split()) != len(heard.words):
        return ()
    marks = [(habit.start, habit.end, habit.kind) for habit in take.delivery.habits]
    marks += [(comment.start, comment.end, "comment") for comment in take.comments]
    said, last = [], 0.0
    for place, word in zip(re.finditer(r"\S+", text), heard.words, strict=True):
        at, end = place.span()
        kinds = tuple(dict.fromkeys(kind for a, b, kind in marks if a < end and at < b))
        silent = sum(
            pause.seconds
            for pause in heard.pauses
            if pause.seconds >= SHOWN_PAUSE and last <= (pause.start + pause.end) / 2 < word.start
        )
        said.append(Said(place.group(), word.start, word.end, word.doubt, kinds, round(silent, 1)))
        last = word.start
    return tuple(said)


def told(take: Take) -> tuple[str, ...]:
    """Say in words what the drawing shows."""
    lines = list(places(take.transcript, take.delivery))
    if take.broke_in and take.broke_in.seconds is not None:
        lines.append(f"The interviewer broke in at {_clock(take.broke_in.seconds)}.")
    return tuple(lines)


def places(heard: Transcript, how: Delivery) -> Iterator[str]:
    """Say where the pace changed, where the pauses and fillers were, and the range of the pitch."""
    if how.pace_over_time and heard.words:
        first = heard.words[0].start
        slow, fast = min(how.pace_over_time, key=lambda p: p[1]), max(how.pace_over_time, key=lambda p: p[1])
        yield (
            f"Pace: slowest from {_clock(first + slow[0])}, {slow[1]:.0f} words a minute; "
            f"fastest from {_clock(first + fast[0])}, {fast[1]:.0f}."
        )
    shown = [pause for pause in how.pauses if pause.seconds >= SHOWN_PAUSE]
    if shown:
        yield f"Pauses: {', '.join(f'{pause.seconds:.1f} s at {_clock(pause.start)}' for pause in shown)}."
    for kind in ("filler", "false start", "hedge"):
        spots = [f"“{h.words}” at {_clock(h.at)}" for h in how.habits if h.kind == kind and h.at is not None]
        if spots:
            yield f"{kind.capitalize()}s: {', '.join(spots)}."
    voiced = sorted(value for value in how.pitch if value)
    if len(voiced) >= 8:
        low, high = voiced[len(voiced) // 20], voiced[-1 - len(voiced) // 20]
        yield f"Pitch mostly between {low:.0f} and {high:.0f} hertz."


def timeline_svg(take: Take) -> str:
    """Draw a timed take; "" for typed practice, which has no times."""
    length = take.transcript.seconds
    if not take.transcript.timed or length <= 0:
        return ""
    label = escape(" ".join(told(take)) or "Loudness, pitch and pace over time.", quote=True)
    parts = [
        *_silences(take, length),
        *_loudness(take.delivery.loudness, length),
        *_pitch(take.delivery.pitch, length),
        *_pace(take, length),
        *_habits(take, length),
        *_interruption(take, length),
        *_axis(length),
    ]
    return (
        f'<svg class="timeline-drawn" viewBox="0 0 {WIDTH} {AXIS + 24}" role="img" aria-label="{label}" '
        f'data-seconds="{length:g}" data-left="{LEFT}" data-right="{RIGHT}">{"".join(parts)}'
        f'<line class="playhead" data-playhead="" x1="{LEFT}" x2="{LEFT}" y1="32" y2="{AXIS}"/></svg>'
    )


def _silences(take: Take, length: float) -> Iterator[str]:
    for pause in take.delivery.pauses:
        if pause.seconds < SHOWN_PAUSE:
            continue
        a, b = _x(pause.start, length), _x(pause.end, length)
        kind = "pause long" if pause.seconds >= LONG_PAUSE else "pause"
        yield (
            f'<rect class="{kind}" x="{a:.1f}" y="{LOUD[0]}" width="{max(2.0, b - a):.1f}" height="{AXIS - LOUD[0]}" rx="2">'
            f"<title>A pause of {pause.seconds:.1f} seconds at {_clock(pause.start)}</title></rect>"
        )
        if b - a > 34:
            yield f'<text class="small" x="{(a + b) / 2:.1f}" y="{LOUD[1] - 4}" text-anchor="middle">{pause.seconds:.1f} s</text>'


def _loudness(levels: Sequence[float], length: float) -> Iterator[str]:
    if not levels:
        return
    low, high = sorted(levels)[len(levels) // 20], max(levels)
    spots = [
        (_x((n + 0.5) * CURVE_STEP, length), _y(level, max(low, high - 50), high, LOUD))
        for n, level in enumerate(levels)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    yield f'<polygon class="loud" points="{spots[0][0]:.1f},{LOUD[1]} {path} {spots[-1][0]:.1f},{LOUD[1]}"/>'
    yield f'<text x="{LEFT}" y="{LOUD[0] - 14}">Loudness</text>'


def _pitch(values: Sequence[float], length: float) -> Iterator[str]:
    voiced = sorted(value for value in values if value)
    if len(voiced) < 8:
        return
    low, high = voiced[len(voiced) // 20], voiced[-1 - len(voiced) // 20]
    run: list[str] = []
    for n, value in enumerate([*values, 0.0]):
        if value:
            y = _y(math.log(value), math.log(low), math.log(high * 1.001), PITCH)
            run.append(f"{_x(n * CURVE_STEP + 0.02, length):.1f},{y:.1f}")
            continue
        if len(run) == 1:
            x, y_only = run[0].split(",")
            yield f'<circle class="pitch-dot" cx="{x}" cy="{y_only}" r="1.4"/>'
        elif run:
            yield f'<polyline class="pitch" points="{" ".join(run)}"/>'
        run = []
    yield f'<text x="{LEFT}" y="{PITCH[0] - 14}">Pitch, {low:.0f} to {high:.0f} Hz</text>'


def _pace(take: Take, length: float) -> Iterator[str]:
    points = take.delivery.pace_over_time
    if not points or not take.transcript.words:
        return
    first, last = take.transcript.words[0].start, take.transcript.words[-1].end
    low, high = min(90.0, *(pace for _, pace in points)), max(200.0, *(pace for _, pace in points))
    top, bottom = _y(PACE[1], low, high, WORDS), _y(PACE[0], low, high, WORDS)
    yield f'<rect class="easy" x="{LEFT}" y="{top:.1f}" width="{RIGHT - LEFT}" height="{bottom - top:.1f}"/>'
    spots = []
    for begun, pace in points:
        middle = first + begun + min(WINDOW, last - first - begun) / 2
        spots.append((_x(middle, length), _y(pace, low, high, WORDS), pace))
    ends = [
        (_x(first, length), spots[0][1]),
        *((x, y) for x, y, _ in spots),
        (_x(last, length), spots[-1][1]),
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in ends)
    yield f'<polyline class="pace" points="{path}"/>'
    for n, (x, y, pace) in enumerate(spots):
        if n % max(1, len(spots) // 6) == 0:
            yield f'<circle class="pace-dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
            yield f'<text class="small" x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{pace:.0f}</text>'
    yield f'<text x="{LEFT}" y="{WORDS[0] - 14}">Words a minute; shaded: {PACE[0]:.0f} to {PACE[1]:.0f}</text>'


def _habits(take: Take, length: float) -> Iterator[str]:
    for habit in take.delivery.habits:
        if habit.at is None:
            continue
        kind = habit.kind.replace(" ", "-")
        yield (
            f'<circle class="habit {kind}" cx="{_x(habit.at, length):.1f}" cy="{LOUD[1] + 13}" r="5">'
            f"<title>{escape(habit.kind.capitalize())}: “{escape(habit.words)}” at {_clock(habit.at)}</title></circle>"
        )


def _interruption(take: Take, length: float) -> Iterator[str]:
    broken = take.broke_in
    if broken and broken.seconds is not None:
        x = _x(broken.seconds, length)
        yield (
            f'<line class="broke-in" x1="{x:.1f}" x2="{x:.1f}" y1="24" y2="{AXIS}">'
            f"<title>The interviewer broke in at {_clock(broken.seconds)}: {escape(broken.asks)}</title></line>"
        )
        side = "end" if x > WIDTH * 0.8 else "start"
        yield f'<text class="small" x="{x + (-5 if side == "end" else 5):.1f}" y="{LOUD[0] - 14}" text-anchor="{side}">broke in</text>'


def _axis(length: float) -> Iterator[str]:
    step = next((step for step in (2, 5, 10, 15, 30, 60, 120) if length / step <= 9), 300)
    yield f'<line class="axis" x1="{LEFT}" x2="{RIGHT}" y1="{AXIS}" y2="{AXIS}"/>'
    for n in range(int(length // step) + 1):
        x = _x(n * step, length)
        yield f'<text class="small" x="{x:.1f}" y="{AXIS + 17}" text-anchor="{"start" if n == 0 else "middle"}">{_clock(n * step)}</text>'


def _x(seconds: float, length: float) -> float:
    return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, seconds / length))


def _y(value: float, low: float, high: float, lane: tuple[int, int]) -> float:
    share = min(1.0, max(0.0, (value - low) / ((high - low) or 1.0)))
    return lane[1] - share * (lane[1] - lane[0])


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"

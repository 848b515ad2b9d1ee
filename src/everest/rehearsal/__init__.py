"""The mock interview: interviewer, hearing, delivery, progress, schedule."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.rehearsal.asking import disclosure, follow_up, worded
    from everest.rehearsal.audio import Audio, read_audio, silences
    from everest.rehearsal.coach import to_html, with_comments
    from everest.rehearsal.content import hold_against, points_of
    from everest.rehearsal.delivery import deliver
    from everest.rehearsal.hearing import engines, hear, typed
    from everest.rehearsal.interrupting import aftermath, break_in, breaks_at
    from everest.rehearsal.interviewer import Interview, answer, begin, closing, wordings
    from everest.rehearsal.model import Mode, Take, Tone, Transcript, Turn
    from everest.rehearsal.progress import improved, progress_svg, series
    from everest.rehearsal.schedule import plan, reminders
    from everest.rehearsal.takes import corrected, from_json, make_take, to_data, to_json
    from everest.rehearsal.timeline import places, timeline_svg, told, words_said
    from everest.rehearsal.voice import speak, spoken, voices

_WHERE = {
    **dict.fromkeys(("disclosure", "follow_up", "worded"), "asking"),
    **dict.fromkeys(("Audio", "read_audio", "silences"), "audio"),
    **dict.fromkeys(("to_html", "with_comments"), "coach"),
    **dict.fromkeys(("hold_against", "points_of"), "content"),
    "deliver": "delivery",
    **dict.fromkeys(("engines", "hear", "typed"), "hearing"),
    **dict.fromkeys(("aftermath", "break_in", "breaks_at"), "interrupting"),
    **dict.fromkeys(("Interview", "answer", "begin", "closing", "wordings"), "interviewer"),
    **dict.fromkeys(("Mode", "Take", "Tone", "Transcript", "Turn"), "model"),
    **dict.fromkeys(("improved", "progress_svg", "series"), "progress"),
    **dict.fromkeys(("plan", "reminders"), "schedule"),
    **dict.fromkeys(("corrected", "from_json", "make_take", "to_data", "to_json"), "takes"),
    **dict.fromkeys(("places", "timeline_svg", "told", "words_said"), "timeline"),
    **dict.fromkeys(("speak", "spoken", "voices"), "voice"),
}

__all__ = [
    "Audio",
    "Interview",
    "Mode",
    "Take",
    "Tone",
    "Transcript",
    "Turn",
    "aftermath",
    "answer",
    "begin",
    "break_in",
    "breaks_at",
    "closing",
    "corrected",
    "deliver",
    "disclosure",
    "engines",
    "follow_up",
    "from_json",
    "hear",
    "hold_against",
    "improved",
    "make_take",
    "places",
    "plan",
    "points_of",
    "progress_svg",
    "read_audio",
    "reminders",
    "series",
    "silences",
    "speak",
    "spoken",
    "timeline_svg",
    "to_data",
    "to_html",
    "to_json",
    "told",
    "typed",
    "voices",
    "with_comments",
    "worded",
    "wordings",
    "words_said",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that importing the room stays quick."""
    if name in _WHERE:
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

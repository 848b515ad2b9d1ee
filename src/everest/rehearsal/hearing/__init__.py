"""Speech to text behind one interface, offline. Which engine heard what, and how sure it was, is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from everest.errors import BadInput
from everest.rehearsal.audio import Audio, is_spoken, loudness_curve, pitch_curve, silences
from everest.rehearsal.model import Transcript, Word

__all__ = ["Engine", "engines", "hear", "transcript_of", "typed"]

BROWSER = "your browser"
"""Named as the engine where the browser wrote the words down, on this machine."""

Told = Callable[[str, float], None]
"""Called with what is being done, in plain words, and the share done, 0..1."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to turn speech into text. ``ready`` says that it can be used now; ``note`` what it needs otherwise."""

    name: str
    ready: bool
    note: str


def engines() -> tuple[Engine, ...]:
    """List the engines, the most exact first."""
    from everest.rehearsal.hearing import pocket, whisper

    return (whisper.status(), Engine(pocket.NAME, True, "Built in. It hears best what was prepared."))


def hear(
    audio: Audio, texts: Sequence[str] = (), *, engine: str = "", told: Told | None = None, said: str = ""
) -> Transcript:
    """Turn a recording into text with word times.

    ``texts`` are what the person may say (the answer prepared, the posting, the résumé); the embedded engine builds a
    language model of them for this attempt. ``engine`` is a name of ``engines()``; the first that is ready if empty.
    ``said`` are the words where they are known already, as written down by the browser: then only their times are
    sought, and hesitations between them; where they do not fit the sound, an engine listens after all.

    Raises:
        BadInput: if there is no such engine, or nothing can be heard.
        OfflineError: if the engine's model is not on this machine.
    """
    from everest.rehearsal.hearing import pocket, whisper

    chosen = engine or next(one.name for one in engines() if one.ready)
    if not is_spoken(audio):
        raise BadInput(
            "Nobody can be heard in this recording.",
            todo="Check the microphone and the level, and record it again.",
        )
    placed = pocket.place(audio, said) if said.strip() else ()
    if placed:
        return transcript_of(audio, placed, BROWSER)
    if chosen == pocket.NAME:
        words = pocket.hear(audio, texts, told)
    elif chosen == whisper.NAME:
        words = whisper.hear(audio, texts, told)
    else:
        names = ", ".join(one.name for one in engines())
        raise BadInput(f"There is no engine “{chosen}”.", todo=f"Choose one of {names}.")
    return transcript_of(audio, words, chosen)


def transcript_of(audio: Audio, words: Sequence[Word], engine: str) -> Transcript:
    """Put words heard and the silences of the recording together."""
    text = " ".join(word.text for word in words)
    return Transcript(
        text,
        tuple(words),
        silences(audio),
        round(audio.seconds, 2),
        engine,
        timed=True,
        loudness=loudness_curve(audio),
        pitch=pitch_curve(audio),
    )


def typed(text: str) -> Transcript:
    """Return typed practice as a transcript: it has words, no times."""
    return Transcript(text.strip(), tuple(Word(word, 0.0, 0.0) for word in text.split()))

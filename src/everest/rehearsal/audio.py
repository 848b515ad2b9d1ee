"""Reads sound in the forms browsers and phones write it, with PyAV; and finds the silences in it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import UnreadableDocument
from everest.rehearsal.model import CURVE_STEP, Pause

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
"""Samples a second after reading."""
LONGEST = 900.0
LARGEST = 60_000_000
"""Bounds on one recording: seconds, bytes."""
FRAME = 0.01
"""Length of a frame for loudness, in seconds."""
SHORTEST_PAUSE = 0.3
"""Silences below this many seconds are part of speaking: stops in words and breaths between phrases."""


@dataclass(frozen=True, slots=True)
class Audio:
    """Sound in one channel, 16,000 samples a second, each -1..1."""

    samples: NDArray[np.float32]

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.samples) / RATE

    def pcm(self) -> bytes:
        """Return it as 16-bit little-endian samples."""
        import numpy as np

        return (np.clip(self.samples, -1, 1) * 32767).astype("<i2").tobytes()


def read_audio(source: Path | bytes, *, name: str = "") -> Audio:
    """Read a recording: WebM, Ogg, WAV, MP3, M4A and whatever else the library knows.

    Raises:
        UnreadableDocument: if it is no sound, holds none, or is larger than 60 MB or longer than 15 minutes.
    """
    where = name or (source.name if isinstance(source, Path) else "the recording")
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise UnreadableDocument(
            "This recording cannot be opened.", where=where, todo="Check the name."
        ) from error
    if len(content) > LARGEST:
        raise UnreadableDocument(
            "This recording is larger than 60 MB.",
            where=where,
            todo="Record in a compressed form, or a shorter take.",
        )
    return Audio(_samples(content, where))


def silences(audio: Audio) -> tuple[Pause, ...]:
    """Find the pauses between the first and the last sound, each at least ``SHORTEST_PAUSE`` long.

    A frame is silent when it is not louder than a threshold between this recording's own noise floor (10th percentile
    of frame levels) and its speech level (95th percentile), both in decibels; 40 % of the way up.
    """
    import numpy as np

    levels = loudness(audio)
    if not len(levels):
        return ()
    floor, speech = np.percentile(levels, 10), np.percentile(levels, 95)
    if speech - floor < 6:
        return ()
    loud = _joined(levels > floor + 0.4 * (speech - floor))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    gaps = zip(ends[:-1], starts[1:], strict=True)
    return tuple(
        Pause(round(float(a) * FRAME, 2), round(float(b) * FRAME, 2))
        for a, b in gaps
        if (b - a) * FRAME >= SHORTEST_PAUSE
    )


def is_spoken(audio: Audio) -> bool:
    """Tell whether anything can be heard: levels above -50 decibels, rising and falling by 6 or more."""
    import numpy as np

    levels = loudness(audio)
    if not len(levels):
        return False
    floor, speech = np.percentile(levels, 10), np.percentile(levels, 95)
    return bool(speech > -50 and speech - floor >= 6)


def loudness(audio: Audio) -> NDArray[np.float64]:
    """Return the level of each frame in decibels below full scale, -90 at the least."""
    import numpy as np

    size = int(RATE * FRAME)
    count = len(audio.samples) // size
    frames = audio.samples[: count * size].reshape(count, size).astype(np.float64)
    power = np.maximum((frames**2).mean(axis=1), 1e-9)
    level: NDArray[np.float64] = 10 * np.log10(np.convolve(power, np.ones(3) / 3, mode="same") + 1e-9)
    return level


def loudness_curve(audio: Audio) -> tuple[float, ...]:
    """Return the mean level every ``CURVE_STEP`` seconds, in decibels below full scale."""
    levels, size = loudness(audio), round(CURVE_STEP / FRAME)
    return tuple(round(float(levels[n : n + size].mean()), 1) for n in range(0, len(levels) - size + 1, size))


def pitch_curve(audio: Audio) -> tuple[float, ...]:
    """Return the pitch every ``CURVE_STEP`` seconds in hertz, 0 without voice; a lone leap, often an octave, is taken out."""
    raw = pitch(audio, step=CURVE_STEP)
    kept = []
    for n, value in enumerate(raw):
        near = [other for other in raw[max(0, n - 2) : n + 3] if other]
        middle = sorted(near)[len(near) // 2] if near else 0.0
        kept.append(value if value and 0.7 < value / middle < 1.4 else 0.0)
    return tuple(kept)


def pitch(audio: Audio, *, step: float = 0.1) -> tuple[float, ...]:
    """Return the pitch in hertz every ``step`` seconds by autocorrelation, 0 where there is no voice (75..400 Hz)."""
    import numpy as np

    size, found = int(RATE * 0.04), []
    for start in range(0, max(0, len(audio.samples) - size), int(RATE * step)):
        frame = audio.samples[start : start + size].astype(np.float64)
        frame = frame - frame.mean()
        spectrum = np.fft.rfft(frame, 2 * size)
        alike = np.fft.irfft(np.abs(spectrum) ** 2)[:size]
        low, high = RATE // 400, RATE // 75
        best = low + int(alike[low:high].argmax())
        voiced = alike[0] > 1e-4 * size and alike[best] > 0.45 * alike[0]
        found.append(round(RATE / best, 1) if voiced else 0.0)
    return tuple(found)


def _joined(loud: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Take out clicks of up to 30 ms: a pause is not ended by one."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    kept = loud.copy()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start <= 3:
            kept[start:end] = False
    return kept


def _samples(content: bytes, where: str) -> NDArray[np.float32]:
    import av
    import numpy as np

    av.logging.set_level(av.logging.PANIC)
    pieces: list[NDArray[Any]] = []
    seconds = 0.0
    try:
        with av.open(io.BytesIO(content), mode="r") as box:
            if not box.streams.audio:
                raise UnreadableDocument(
                    "There is no sound in this file.", where=where, todo="Choose a recording."
                )
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            for frame in box.decode(audio=0):
                for part in resampler.resample(frame):
                    pieces.append(part.to_ndarray().reshape(-1))
                    seconds += len(pieces[-1]) / RATE
                if seconds > LONGEST:
                    raise UnreadableDocument(
                        "This recording is longer than 15 minutes.", where=where, todo="Cut it to one answer."
                    )
            pieces += [part.to_ndarray().reshape(-1) for part in resampler.resample(None)]
    except (av.FFmpegError, ValueError, MemoryError) as error:
        raise UnreadableDocument(
            "This is not a recording Everest can read.", where=where, todo="Save it as WAV, MP3, M4A or WebM."
        ) from error
    if not pieces or seconds < 0.2:
        raise UnreadableDocument("There is no sound in this file.", where=where, todo="Record it again.")
    return np.concatenate(pieces).astype(np.float32) / 32768.0

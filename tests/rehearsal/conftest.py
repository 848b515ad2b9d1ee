"""Sound made here: tones with silences, and speech where espeak-ng is installed."""

from __future__ import annotations

import io
import wave

import numpy as np

RATE = 16_000


def wav(samples: np.ndarray, rate: int = RATE) -> bytes:
    """Return samples -1..1 as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return out.getvalue()


def bursts(spans: list[tuple[float, float]], seconds: float, noise: float = 0.003) -> np.ndarray:
    """Return a buzz at 140 Hz, swelling like syllables, during the spans, over noise."""
    at = np.arange(int(seconds * RATE)) / RATE
    voice = np.sign(np.sin(2 * np.pi * 140 * at)) * (0.25 + 0.1 * np.sin(2 * np.pi * 4 * at))
    on = np.zeros_like(at)
    for start, end in spans:
        on[(at >= start) & (at < end)] = 1
    return voice * on + np.random.default_rng(1).normal(0, noise, len(at))

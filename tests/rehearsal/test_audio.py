"""Recordings as browsers and phones make them, and files that are none."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from tests.rehearsal.conftest import RATE, bursts, wav

from everest.errors import UnreadableDocument
from everest.rehearsal.audio import Audio, loudness, pitch, read_audio, silences

TALK = [(0.5, 2.0), (2.8, 4.4), (5.6, 8.0)]


def encoded(samples: np.ndarray, container: str, codec: str, rate: int) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=container) as box:
        stream = box.add_stream(codec, rate=rate, layout="mono")
        frame = av.AudioFrame.from_ndarray((samples * 32767).astype(np.int16).reshape(1, -1), "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        resampler = av.AudioResampler(stream.format, "mono", rate, stream.frame_size or 1024)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            box.mux(stream.encode(part))
        box.mux(stream.encode(None))
    return out.getvalue()


@pytest.mark.parametrize(
    ("container", "codec", "rate"),
    [
        ("webm", "libopus", 48_000),
        ("ogg", "libopus", 48_000),
        ("mp3", "libmp3lame", 44_100),
        ("mp4", "aac", 44_100),
    ],
)
def test_what_browsers_and_phones_record_is_read(container: str, codec: str, rate: int) -> None:
    audio = read_audio(encoded(bursts(TALK, 8.5), container, codec, rate))
    assert audio.seconds == pytest.approx(8.5, abs=0.2)
    assert len(silences(audio)) == 2


def test_pauses_are_found_to_a_tenth_of_a_second() -> None:
    found = silences(read_audio(wav(bursts(TALK, 8.5))))
    wanted = [(2.0, 2.8), (4.4, 5.6)]
    assert len(found) == 2
    for pause, (start, end) in zip(found, wanted, strict=True):
        assert pause.start == pytest.approx(start, abs=0.1)
        assert pause.end == pytest.approx(end, abs=0.1)


@pytest.mark.parametrize("noise", [0.0005, 0.01, 0.03])
def test_pauses_are_found_in_noise(noise: float) -> None:
    assert len(silences(read_audio(wav(bursts(TALK, 8.5, noise))))) == 2


def test_a_click_does_not_end_a_pause() -> None:
    samples = bursts(TALK, 8.5)
    samples[int(5.0 * RATE) : int(5.01 * RATE)] = 0.5
    assert len(silences(read_audio(wav(samples)))) == 2


def test_silence_alone_has_no_pauses() -> None:
    assert silences(Audio(np.zeros(RATE * 3, dtype=np.float32))) == ()


def test_pitch_and_loudness_follow_the_voice() -> None:
    audio = read_audio(wav(bursts([(1.0, 3.0)], 4.0)))
    voiced = [hertz for hertz in pitch(audio) if hertz]
    assert np.median(voiced) == pytest.approx(140, rel=0.05)
    levels = loudness(audio)
    assert levels[150] > levels[20] + 20


@pytest.mark.parametrize(
    "content", [b"", b"not sound at all", b"RIFF\x00\x00\x00\x00WAVEfmt ", b"\x1aE\xdf\xa3" + b"\x00" * 50]
)
def test_what_is_no_recording_is_told_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"recording|sound"):
        read_audio(content, name="answer.webm")


def test_a_long_recording_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="15 minutes"):
        read_audio(wav(np.zeros(8000 * 910), 8000))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_audio(tmp_path / "gone.wav")

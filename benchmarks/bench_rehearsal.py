"""How fast the rehearsal hears and counts, on a minute of synthesized speech; the engine without its own model beside it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from everest.rehearsal import deliver, hear, hold_against, read_audio, silences
from everest.rehearsal.audio import pitch

DATA = Path(__file__).parent / "data" / "spoken" / "answers.yaml"


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    if shutil.which("espeak-ng") is None:
        return [("rehearsal", "not measured: espeak-ng is not installed", "")]
    entries = yaml.safe_load(DATA.read_text("utf-8"))
    text = " ".join(entry["prepared"] for entry in entries)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "said.wav"
        subprocess.run(["espeak-ng", "-v", "en-us+klatt4", "-s", "140", "-w", str(target), text], check=True)
        content = target.read_bytes()
    rows = []
    audio, spent = _timed(lambda: read_audio(content))
    rows.append((f"decode {audio.seconds:.0f} s of speech", f"{spent:.2f} s", ""))
    heard, spent = _timed(lambda: hear(audio, [text], engine="pocketsphinx"))
    rows.append(
        ("listen with a model of its own, first time", f"{spent / audio.seconds:.2f} x real time", "below 1")
    )
    _, spent = _timed(lambda: hear(audio, [text], engine="pocketsphinx"))
    rows.append(
        ("listen with a model of its own, again", f"{spent / audio.seconds:.2f} x real time", "below 1")
    )
    _, spent = _timed(lambda: hear(audio, [], engine="pocketsphinx"))
    rows.append(("pocketsphinx with its general model", f"{spent / audio.seconds:.2f} x real time", "peer"))
    for name, work in (("pauses", lambda: silences(audio)), ("pitch", lambda: pitch(audio))):
        rows.append((name, f"{_timed(work)[1] * 1000:.0f} ms", ""))
    rows.append(("delivery", f"{_timed(lambda: deliver(heard))[1] * 1000:.1f} ms", ""))
    points = [point for entry in entries for point in entry["points"]]
    rows.append(
        (f"{len(points)} points", f"{_timed(lambda: hold_against(heard.text, points))[1] * 1000:.0f} ms", "")
    )
    return rows


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:<50} {value:>20}  {goal}")

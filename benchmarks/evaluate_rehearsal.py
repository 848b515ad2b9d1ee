"""How well the rehearsal hears: words, points, pauses, fillers, pace; on speech synthesized here with espeak-ng.

72 utterances: six answers of our own, as prepared and in other words, in three voices, with and without noise. Synthesized
voices are harder for an engine taught by people; the figures compare, they do not promise.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
import yaml

from everest.rehearsal import deliver, hear, hold_against, read_audio
from everest.rehearsal.audio import RATE, Audio, silences
from everest.rehearsal.hearing.language_model import words_of

DATA = Path(__file__).parent / "data" / "spoken" / "answers.yaml"
VOICES = (("en-us+klatt4", 140), ("en-us+f3", 155), ("en-us+klatt2", 130))
GAPS = (0.5, 0.8, 1.4, 2.3)
FILLERS = {"um", "uh", "er", "mm"}


@dataclass(frozen=True)
class Utterance:
    """A text, its sound, and what was planned."""

    text: str
    audio: Audio
    entry: dict[str, Any]
    other: bool


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    if shutil.which("espeak-ng") is None:
        return [("rehearsal", "not measured: espeak-ng is not installed", "")]
    entries = yaml.safe_load(DATA.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        spoken = list(_utterances(entries, Path(folder)))
        rows = [("utterances", str(len(spoken)), "at least 60")]
        rows += _words(spoken)
        rows += _pauses(entries, Path(folder))
        rows += _fillers(entries, Path(folder))
    return rows


def _words(spoken: list[Utterance]) -> list[tuple[str, str, str]]:
    errors: dict[tuple[str, bool], list[float]] = {}
    right: dict[str, list[bool]] = {"own model": [], "general model": [], "typed": []}
    pace = []
    for one in spoken:
        typed = hold_against(one.text, one.entry["points"])
        right["typed"] += _agree(one, typed)
        for name, texts in (("own model", [one.entry["prepared"]]), ("general model", [])):
            heard = hear(one.audio, texts, engine="pocketsphinx")
            said = [word for word in heard.text.split() if word not in FILLERS]
            errors.setdefault((name, one.other), []).append(word_errors(words_of(one.text), said))
            right[name] += _agree(one, hold_against(heard.text, one.entry["points"]))
            if name == "own model" and not one.other and heard.words:
                told = deliver(heard).words_a_minute or 0.0
                length = len(_trimmed(one.audio.samples)) / RATE
                pace.append(abs(told / (len(words_of(one.text)) / length * 60) - 1))
    rows = []
    for (name, other), values in sorted(errors.items()):
        said = "in other words" if other else "as prepared"
        rows.append((f"word error rate, {said}, {name}", f"{mean(values):.3f}", ""))
    rows += [(f"points heard rightly, {name}", f"{mean(values):.3f}", "") for name, values in right.items()]
    return [*rows, ("pace, median error", f"{median(pace):.1%}", "5 %")]


def _agree(one: Utterance, content: Any) -> list[bool]:
    missing = set(one.entry["left_out"]) if one.other else set()
    return [point.heard == (n not in missing) for n, point in enumerate(content.points)]


def _pauses(entries: list[dict[str, Any]], folder: Path) -> list[tuple[str, str, str]]:
    """Join sentences with known gaps and look for them."""
    found = wanted = matched = 0
    off = []
    for number, entry in enumerate(entries):
        for noise in (0.0, 0.004):
            parts = [_trimmed(_speak(text, *VOICES[number % 3], folder)) for text in entry["points"] * 2]
            samples, truth = [parts[0]], []
            at = len(parts[0]) / RATE
            for n, part in enumerate(parts[1:]):
                gap = GAPS[(n + number) % len(GAPS)]
                truth.append((at, at + gap))
                samples += [np.zeros(int(gap * RATE), np.float32), part]
                at += gap + len(part) / RATE
            seen = silences(Audio(_noisy(np.concatenate(samples), noise)))
            pairs = [
                (p, t) for t in truth for p in seen if abs(p.start - t[0]) < 0.25 and abs(p.end - t[1]) < 0.25
            ]
            off += [max(abs(p.start - t[0]), abs(p.end - t[1])) for p, t in pairs]
            found, wanted, matched = found + len(seen), wanted + len(truth), matched + len(pairs)
    score = 2 * matched / (found + wanted)
    within = mean(value <= 0.1 for value in off)
    return [("pauses, F1", f"{score:.3f}", "0.95"), ("pauses within 100 ms", f"{within:.0%}", "100%")]


def _fillers(entries: list[dict[str, Any]], folder: Path) -> list[tuple[str, str, str]]:
    found = wanted = matched = 0
    for entry in entries:
        for voice, speed in VOICES:
            first, second, third = entry["prepared"].split(". ")[:3]
            text = f"{first}, um, {second[0].lower()}{second[1:]}, uh, {third}"
            heard = hear(
                Audio(_speak(text, voice, speed, folder)), [entry["prepared"]], engine="pocketsphinx"
            )
            seen = sum(word.text in FILLERS for word in heard.words)
            found, wanted, matched = found + seen, wanted + 2, matched + min(seen, 2)
    return [("fillers counted, F1", f"{2 * matched / max(1, found + wanted):.3f}", "")]


def word_errors(wanted: list[str], heard: list[str]) -> float:
    """Return substitutions, insertions and deletions over the words wanted (Levenshtein)."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(wanted, heard) / max(1, len(wanted))


def _utterances(entries: list[dict[str, Any]], folder: Path) -> Iterator[Utterance]:
    for entry in entries:
        for other in (False, True):
            text = entry["other" if other else "prepared"]
            for voice, speed in VOICES:
                samples = _speak(text, voice, speed, folder)
                for noise in (0.0, 0.004):
                    yield Utterance(text, Audio(_noisy(samples, noise)), entry, other)


def _speak(text: str, voice: str, speed: int, folder: Path) -> Any:
    target = folder / "said.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-w", str(target), text], check=True)
    return read_audio(target).samples


def _trimmed(samples: Any) -> Any:
    loud = np.flatnonzero(np.abs(samples) > 0.02)
    return samples[loud[0] : loud[-1] + 1]


def _noisy(samples: Any, level: float) -> Any:
    return (samples + np.random.default_rng(3).normal(0, level or 1e-5, len(samples))).astype(np.float32)


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:<50} {value:>12}  {goal}")

"""How well the rehearsal hears: words, points, pauses, fillers, pace; on synthesized speech, and on people reading.

Synthesized here with espeak-ng, 72 utterances: six answers of our own, as prepared and in other words, in three voices,
with and without noise. Such voices are harder for an engine taught by people; the figures compare, they do not promise.

People: the LibriVox recordings that the Debian package pocketsphinx-testdata carries (a chapter of Austen, read by one
volunteer, public domain), from the folder in EVEREST_LIBRIVOX or where the package puts them. It is reading, not
answering, and little of it: five sentences, 25 seconds.
"""

from __future__ import annotations

import os
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
from everest.rehearsal.hearing import pocket
from everest.rehearsal.hearing.language_model import words_of

DATA = Path(__file__).parent / "data" / "spoken" / "answers.yaml"
VOICES = (("en-us+klatt4", 140), ("en-us+f3", 155), ("en-us+klatt2", 130))
GAPS = (0.5, 0.8, 1.4, 2.3)
FILLERS = {"um", "uh", "er", "mm"}
LIBRIVOX = Path("/usr/share/pocketsphinx/test/data/librivox")
NEAR = 0.15
"""Seconds by which a filler may be off its place."""


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
        return [("rehearsal", "NOT MEASURED: espeak-ng is not installed", ""), *_people()]
    entries = yaml.safe_load(DATA.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        spoken = list(_utterances(entries, Path(folder)))
        rows = [("utterances", str(len(spoken)), "at least 60")]
        rows += _words(spoken)
        rows += _pauses(entries, Path(folder))
        rows += _fillers(entries, Path(folder))
        rows += _in_passing(entries, Path(folder))
    return [*rows, *_people()]


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
    """Put an "um" or "uh" between sentences, after and before a short gap, and look for it at its place."""
    chance = np.random.default_rng(5)
    rows = []
    spoken = [
        _hesitating(entry, n, voice, chance, folder) for n, entry in enumerate(entries) for voice in VOICES
    ]
    plain = [Audio(_speak(entry["other"], *voice, folder)) for entry in entries for voice in VOICES]
    for name, prepared in (("own model", True), ("general model", False)):
        found = wanted = matched = 0
        for audio, truth, text in [*spoken, *((audio, [], "") for audio in plain)]:
            heard = hear(audio, [text] if prepared and text else [], engine="pocketsphinx")
            seen = [word for word in heard.words if word.text in FILLERS]
            hits = [any(w.start < end + NEAR and w.end > start - NEAR for w in seen) for start, end in truth]
            found, wanted, matched = found + len(seen), wanted + len(truth), matched + sum(hits)
        rows.append(
            (f"um and uh at their place, F1, {name}", f"{2 * matched / max(1, found + wanted):.3f}", "")
        )
    return rows


def _hesitating(
    entry: dict[str, Any], number: int, voice: tuple[str, int], chance: np.random.Generator, folder: Path
) -> tuple[Audio, list[tuple[float, float]], str]:
    parts: list[Any] = []
    truth = []
    for n, sentence in enumerate(entry["prepared"].split(". ")[:3]):
        if n:
            filler = _trimmed(_speak(("um", "uh")[(n + number) % 2], *voice, folder))
            before, after = (np.zeros(int(chance.uniform(0.06, 0.3) * RATE), np.float32) for _ in range(2))
            at = (sum(map(len, parts)) + len(before)) / RATE
            truth.append((at, at + len(filler) / RATE))
            parts += [before, filler, after]
        parts.append(_trimmed(_speak(sentence, *voice, folder)))
    return Audio(_noisy(np.concatenate(parts), 0.0)), truth, entry["prepared"]


def _in_passing(entries: list[dict[str, Any]], folder: Path) -> list[tuple[str, str, str]]:
    """Say "like" and "you know" in passing, once each, and count them; then the same without."""
    counted = {"like": 0, "you know": 0}
    false = total = 0
    for entry in entries:
        for voice in VOICES:
            first, second, third = entry["prepared"].split(". ")[:3]
            words = first.split()
            text = f"{' '.join(words[:4])}, like, {' '.join(words[4:])}. {second}, you know, and {third[0].lower()}{third[1:]}"
            said, plain = (
                [
                    habit.words
                    for habit in deliver(
                        hear(Audio(_speak(words, *voice, folder)), [entry["prepared"]], engine="pocketsphinx")
                    ).habits
                ]
                for words in (text, entry["prepared"])
            )
            total += 1
            for phrase in counted:
                counted[phrase] += min(1, said.count(phrase))
                false += plain.count(phrase) + max(0, said.count(phrase) - 1)
    rows = [(f"“{phrase}” in passing, found", f"{n} of {total}", "") for phrase, n in counted.items()]
    return [*rows, ("“like” and “you know”, false alarms", str(false), "0")]


def _people() -> list[tuple[str, str, str]]:
    """Measure on people reading aloud, where the recordings are on this machine."""
    folder = Path(os.environ.get("EVEREST_LIBRIVOX", LIBRIVOX))
    if not (folder / "transcription").is_file():
        return [("people reading", "NOT MEASURED: install pocketsphinx-testdata or set EVEREST_LIBRIVOX", "")]
    read = []
    for line in (folder / "transcription").read_text("utf-8").splitlines():
        text, name = line.removeprefix("<s> ").split(" </s> (")
        read.append((text, read_audio(folder / f"{name.rstrip(')')}.wav")))
    prepared = [text for text, _ in read]
    rows = [("people reading, utterances", str(len(read)), "")]
    for name, texts in (("own model", prepared), ("general model", [])):
        wrong = total = fillers = 0
        pace = []
        for text, audio in read:
            heard = hear(audio, texts, engine="pocketsphinx")
            wanted = [word.replace("mister", "mr") for word in text.split()]
            said = [word.text.replace("mister", "mr") for word in heard.words if word.text not in FILLERS]
            wrong, total = wrong + round(word_errors(wanted, said) * len(wanted)), total + len(wanted)
            fillers += len(heard.words) - len(said)
            placed = pocket.place(audio, text)
            true = len(wanted) / (placed[-1].end - placed[0].start) * 60
            pace.append(abs((deliver(heard).words_a_minute or 0.0) / true - 1))
        rows.append((f"people reading, word error rate, {name}", f"{wrong / total:.3f}", ""))
        rows.append((f"people reading, pace, median error, {name}", f"{median(pace):.1%}", "5 %"))
        rows.append((f"people reading, fillers heard that are none, {name}", str(fillers), "0"))
    return [*rows, *_people_pausing([audio for _, audio in read])]


def _people_pausing(read: list[Audio]) -> list[tuple[str, str, str]]:
    """Join the recordings, cut to the speech by its level, with gaps of their own room's noise between."""
    found = wanted = matched = 0
    off = []
    for turn in range(len(read)):
        parts, truth, at = [], [], 0.0
        for n, audio in enumerate(read[turn:] + read[:turn]):
            loud = np.flatnonzero(np.abs(audio.samples) > 0.03)
            speech, room = audio.samples[loud[0] : loud[-1] + 1], audio.samples[: max(1600, loud[0] - 800)]
            if n:
                gap = GAPS[(n + turn) % len(GAPS)]
                parts.append(np.resize(room, int(gap * RATE)))
                truth.append((at, at + gap))
                at += gap
            parts.append(speech)
            at += len(speech) / RATE
        seen = silences(Audio(np.concatenate(parts)))
        pairs = [(p, t) for t in truth for p in seen if p.start < t[1] and t[0] < p.end]
        off += [max(abs(p.start - t[0]), abs(p.end - t[1])) for p, t in pairs]
        found, wanted, matched = found + len(seen), wanted + len(truth), matched + len(pairs)
    score = 2 * matched / max(1, found + wanted)
    within = mean(value <= 0.1 for value in off) if off else 0.0
    return [
        ("people reading, pauses put in, F1", f"{score:.3f}", "0.95"),
        ("people reading, pauses within 100 ms", f"{within:.0%}", "100%"),
    ]


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

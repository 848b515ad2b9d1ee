"""Speaks the interviewer's words with a program of this machine: piper where it has a voice file, else espeak-ng.

Nothing is sent anywhere. Programs are called with lists of arguments, never through a shell, and the words go in by
standard input, so that no word can be taken for an option.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from everest.errors import BadInput

MOST = 400
"""Characters spoken at once; the interviewer's longest sentence has a third of that."""
PATIENCE = 20.0
"""Seconds a program may take."""
PIPER_MODEL = "EVEREST_PIPER_MODEL"
"""Names the voice file (.onnx) that piper speaks with."""
PLAYERS = (
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that speaks, where it lies, and its voice file if it needs one."""

    name: str
    program: str
    model: str = ""


def voices(environment: Mapping[str, str] | None = None) -> tuple[Voice, ...]:
    """List the voices of this machine, the most natural first; empty where there is none."""
    values = os.environ if environment is None else environment
    found = []
    piper, model = shutil.which("piper"), values.get(PIPER_MODEL, "")
    if piper and model and Path(model).is_file():
        found.append(Voice("piper", piper, model))
    espeak = shutil.which("espeak-ng")
    if espeak:
        found.append(Voice("espeak-ng", espeak))
    return tuple(found)


def spoken(text: str, voice: Voice | None = None) -> bytes:
    """Return the words spoken, as a WAV file.

    Raises:
        BadInput: if there is nothing to say, more than 400 characters, no voice, or the voice fails.
    """
    words = _plain(text)
    if not words:
        raise BadInput("There is nothing to say.", todo="Give some words.")
    if len(words) > MOST:
        raise BadInput(f"That is more than {MOST} characters.", todo="Give one question at a time.")
    chosen = voice or next(iter(voices()), None)
    if chosen is None:
        raise BadInput(
            "This machine has no voice Everest can use.", todo="Install espeak-ng, or read the question."
        )
    return _made(words, chosen)


def speak(text: str) -> bool:
    """Say the words through the loudspeaker; False where there is no voice or no player, and the words must be read."""
    player = next((line for line in PLAYERS if shutil.which(line[0])), None)
    if player is None or not voices():
        return False
    try:
        sound = spoken(text[:MOST])
    except BadInput:
        return False
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "said.wav"
        target.write_bytes(sound)
        try:
            done = subprocess.run(
                [*player, str(target)], check=False, capture_output=True, timeout=3 * PATIENCE
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0


@lru_cache(maxsize=64)
def _made(words: str, voice: Voice) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "said.wav"
        if voice.name == "piper":
            command = [voice.program, "--model", voice.model, "--output_file", str(target)]
        else:
            command = [voice.program, "-v", "en-us", "-s", "155", "-w", str(target), "--stdin"]
        try:
            subprocess.run(command, input=words.encode(), check=True, capture_output=True, timeout=PATIENCE)
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise BadInput(f"The voice {voice.name} failed.", todo="Read the question instead.") from error


def _plain(text: str) -> str:
    """Take out what a speech program could take for a command: brackets, angle brackets, control characters."""
    return re.sub(r"\s+", " ", re.sub(r"[\[\]<>{}|\\\x00-\x1f\x7f]+", " ", text)).strip()

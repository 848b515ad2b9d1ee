"""The interviewer's voice: programs of this machine, and nothing that could be taken for a command."""

from __future__ import annotations

import shutil
import stat
import sys
from pathlib import Path

import pytest

from everest.errors import BadInput
from everest.rehearsal import read_audio, spoken, voices
from everest.rehearsal.voice import MOST, PIPER_MODEL, Voice, speak

FAKE = f"""#!{sys.executable}
import json, sys, pathlib
arguments = sys.argv[1:]
target = arguments[arguments.index("--output_file" if "--output_file" in arguments else "-w") + 1]
pathlib.Path(target).write_bytes(b"RIFF" + json.dumps([arguments[:-1], sys.stdin.read()]).encode())
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "speaker"
    path.write_text(FAKE)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize("name", ["espeak-ng", "piper"])
def test_words_go_in_by_standard_input_and_never_as_arguments(program: Path, name: str) -> None:
    words = '--help; $(touch it) "why" `us`?'
    made = spoken(words, Voice(name, str(program), "voice.onnx"))
    assert made.startswith(b"RIFF") and b"touch it" in made
    arguments = made[4:].decode().partition("]")[0]
    assert "touch" not in arguments and "help" not in arguments


def test_speech_markup_is_taken_out(program: Path) -> None:
    made = spoken("Why <break time='9s'/> [[h@l'oU]] us\x00?", Voice("espeak-ng", str(program)))
    assert not set(b"<>") & set(made) and b"[[h" not in made


@pytest.mark.parametrize(("words", "told"), [("  [] ", "nothing to say"), ("why " * MOST, "more than 400")])
def test_only_a_question_is_spoken(words: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        spoken(words, Voice("espeak-ng", "/nowhere"))


def test_a_voice_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="espeak-ng failed"):
        spoken("Why this job?", Voice("espeak-ng", str(tmp_path / "gone")))


def test_piper_comes_first_where_it_has_a_voice_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert [voice.name for voice in voices({})] == ["espeak-ng"]
    model = tmp_path / "amy.onnx"
    model.touch()
    assert [voice.name for voice in voices({PIPER_MODEL: str(model)})] == ["piper", "espeak-ng"]
    assert [voice.name for voice in voices({PIPER_MODEL: str(tmp_path / "none")})] == ["espeak-ng"]


def test_without_a_voice_the_words_must_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert voices() == () and not speak("Why this job?")
    with pytest.raises(BadInput, match="no voice"):
        spoken("Why this job?")


@pytest.mark.speech
def test_a_question_can_be_heard() -> None:
    sound = read_audio(spoken("Where do you see yourself in five years?"))
    assert 1.0 < sound.seconds < 6.0

"""A take along time: the words with what happened at each, and the drawing with the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from tests.rehearsal.conftest import RATE, bursts, wav

from everest.rehearsal import (
    Take,
    corrected,
    make_take,
    read_audio,
    timeline_svg,
    to_html,
    told,
    typed,
    words_said,
)
from everest.rehearsal.audio import loudness_curve, pitch_curve
from everest.rehearsal.hearing import transcript_of
from everest.rehearsal.model import CURVE_STEP, Interruption, Pause, Transcript, Word

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
QUESTION = "What are your career aspirations?"


def spoken(pauses: tuple[Pause, ...] = (Pause(2.0, 4.5),)) -> Take:
    text = "I want um to plan maybe trains"
    starts = (0.5, 0.8, 1.2, 1.6, 4.6, 5.0, 5.4)
    words = tuple(Word(word, at, at + 0.3) for word, at in zip(text.split(), starts, strict=True))
    levels = (-60.0, -20.0, -18.0, -22.0) * 6
    heard = Transcript(
        text, words, pauses, 6.0, "test", timed=True, loudness=levels, pitch=(0.0, 110.0, 120.0, 118.0) * 6
    )
    return make_take(heard, question=QUESTION, now=NOW)


def test_each_word_carries_its_kind_and_the_pause_before_it() -> None:
    said = words_said(spoken())
    assert [(word.text, word.kinds, word.pause) for word in said] == [
        ("I", (), 0.0),
        ("want", (), 0.0),
        ("um", ("filler",), 0.0),
        ("to", (), 0.0),
        ("plan", (), 2.5),
        ("maybe", ("hedge",), 0.0),
        ("trains", (), 0.0),
    ]


def test_words_corrected_to_another_number_carry_no_times() -> None:
    assert len(words_said(corrected(spoken(), "I want um to plan maybe buses"))) == 7
    assert words_said(corrected(spoken(), "I want to plan")) == ()


def test_a_corrected_take_keeps_its_curves() -> None:
    assert corrected(spoken(), "I want to plan").delivery.loudness == spoken().delivery.loudness != ()


def test_the_drawing_marks_pauses_and_fillers_where_they_were() -> None:
    root = ET.fromstring(timeline_svg(spoken()))
    classes = [node.get("class", "") for node in root.iter()]
    assert classes.count("pause long") == 1 and classes.count("loud") == 1
    pause = next(node for node in root if node.get("class") == "pause long")
    left, right = float(root.get("data-left", "")), float(root.get("data-right", ""))
    assert float(pause.get("x", "")) == pytest.approx(left + (right - left) * 2.0 / 6.0, abs=0.1)
    filler = next(node for node in root if node.get("class") == "habit filler")
    assert float(filler.get("cx", "")) == pytest.approx(left + (right - left) * 1.2 / 6.0, abs=0.1)
    assert filler[0].text == "Filler: “um” at 0:01"


def test_the_drawing_can_be_read_without_seeing_it() -> None:
    lines = " ".join(told(spoken()))
    assert "Pauses: 2.5 s at 0:02." in lines and "Fillers: “um” at 0:01." in lines and "hertz" in lines
    assert ET.fromstring(timeline_svg(spoken())).get("aria-label") == lines


def test_what_was_said_cannot_break_the_drawing() -> None:
    take = spoken()
    odd = replace(take.delivery.habits[0], words='<script>"&')
    take = replace(take, delivery=replace(take.delivery, habits=(odd,)))
    assert "<script>" not in timeline_svg(take)
    ET.fromstring(timeline_svg(take))


def test_typed_practice_has_no_drawing() -> None:
    take = make_take(typed("I want to plan trains."), question=QUESTION, now=NOW)
    assert timeline_svg(take) == "" and words_said(take) == () and told(take) == ()


def test_curves_follow_the_sound() -> None:
    audio = read_audio(wav(bursts([(1.0, 3.0)], 4.0)))
    levels, tones = loudness_curve(audio), pitch_curve(audio)
    at = [n * CURVE_STEP for n in range(len(levels))]
    loud = [level for second, level in zip(at, levels, strict=True) if 1.25 <= second < 2.75]
    quiet = [level for second, level in zip(at, levels, strict=True) if second < 0.75]
    assert min(loud) > max(quiet) + 20
    voiced = [tone for n, tone in enumerate(tones) if 1.25 <= n * CURVE_STEP < 2.7]
    assert all(tone == pytest.approx(140, rel=0.03) for tone in voiced)
    assert not any(tones[:3])


def test_a_leap_of_an_octave_in_one_place_is_no_pitch() -> None:
    at = np.arange(2 * RATE) / RATE
    tone = 0.3 * np.sin(2 * np.pi * np.where((at > 1.0) & (at < 1.05), 280, 140) * at)
    assert all(value == pytest.approx(140, rel=0.1) for value in pitch_curve(read_audio(wav(tone))) if value)


def test_a_recording_brings_its_curves_with_it() -> None:
    audio = read_audio(wav(bursts([(0.5, 2.0)], 3.0)))
    heard = transcript_of(audio, [Word("hello", 0.5, 2.0)], "test")
    assert len(heard.loudness) == 12 and len(heard.pitch) >= 11


def test_words_corrected_with_a_recording_are_placed_anew() -> None:
    placed = [Word(word, float(n), n + 0.5) for n, word in enumerate("I want to plan trains".split())]
    mended = corrected(spoken(), "I want to plan trains", words=placed)
    assert [word.start for word in words_said(mended)] == [0.0, 1.0, 2.0, 3.0, 4.0]
    other = corrected(spoken(), "I want to plan", words=placed)
    assert words_said(other) == ()


def test_the_coach_sees_the_drawing_and_the_interruption() -> None:
    take = replace(spoken(), broke_in=Interruption("Stop <there>.", "So.", 0, 3.0))
    page = to_html(take).decode()
    assert timeline_svg(take) in page and "broke in" in timeline_svg(take)
    assert "Stop &lt;there&gt;." in page and "<there>" not in page

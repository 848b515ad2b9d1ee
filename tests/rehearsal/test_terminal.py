"""The mock interview at the terminal: typed line by line, broken into, spoken, with a model asking."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.assistant.server import address, serving

from everest.cli.rehearse import command
from everest.errors import BadInput
from everest.rehearsal import voice

STRESS = ("--mode", "stress", "--seed", "3")
LINES = "I want to make an impact in\nall of public transport here.\nTrains that run on time.\n\nI did so last year.\n\n"


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(command, arguments, input=given, catch_exceptions=False)


def test_the_interviewer_breaks_in_between_two_lines() -> None:
    told = run(*STRESS, given=LINES).output
    assert told.index("make an impact”") < told.index("broken into:")
    assert "You said 5 words after that." in told


def test_the_same_seed_breaks_in_alike_and_the_take_says_where() -> None:
    takes = [json.loads(run(*STRESS, "--json", given=LINES).output) for _ in range(2)]
    assert takes[0]["broke_in"] == takes[1]["broke_in"]
    said = takes[0]["transcript"]["text"]
    assert said[: takes[0]["broke_in"]["after"]].endswith("public transport here.")
    assert takes[0]["broke_in"]["seconds"] is None
    assert [turn["said"] for turn in takes[0]["turns"][:2]] == [said, "I did so last year."]


def test_a_calm_interview_takes_an_answer_whole() -> None:
    take = json.loads(run("--seed", "3", "--json", given=LINES).output)
    assert take["broke_in"] is None
    assert "I did so last year." in take["transcript"]["text"]


def test_an_interruption_is_not_asked_again_as_a_follow_up() -> None:
    take = json.loads(run(*STRESS, "--json", given=LINES).output)
    assert take["broke_in"]["kind"] == "vague"
    assert "vague" not in [turn["kind"] for turn in take["turns"]]


def test_silence_is_told() -> None:
    for mode in ("real", "stress"):
        with pytest.raises(BadInput, match="Nothing was said"):
            run("--mode", mode, given="\n\n")


def test_questions_are_spoken_where_there_is_a_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(voice, "speak", lambda words: said.append(words) or True)
    told = run(*STRESS, "--voice", given=LINES)
    assert len(said) >= 3 and all(words in told.output for words in said)
    assert any("make an impact" in words for words in said)


def test_without_a_voice_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda _: False)
    told = run(
        "--seed", "3", "--voice", "--answer", "I plan trains.", "--answer", "I do.", "--answer", "Yes."
    )
    assert told.output.count("read along") == 1 and told.exit_code == 0


def test_a_model_asks_and_what_is_sent_is_said_before(monkeypatch: pytest.MonkeyPatch) -> None:
    question = "Which coaches did you reroute first?"
    with serving([question]) as server:
        monkeypatch.setenv("EVEREST_ASSISTANT_PROVIDER", "openai")
        monkeypatch.setenv("EVEREST_ASSISTANT_MODEL", "m")
        monkeypatch.setenv("EVEREST_ASSISTANT_URL", address(server, "openai"))
        monkeypatch.setenv("EVEREST_ASSISTANT_KEY", "x")
        answers = [part for words in ("I rerouted twelve coaches.",) * 3 for part in ("--answer", words)]
        told = run("--seed", "3", "--assistant", *answers)
    assert question in told.output and "will receive what you say" in told.output
    assert told.output.index("will receive") < told.output.index(question)


def test_a_model_nobody_set_up_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("EVEREST_ASSISTANT_PROVIDER", raising=False)
    with pytest.raises(BadInput, match="No language model is set up"):
        run("--assistant", "--answer", "I plan.", "--data-dir", str(tmp_path))


@pytest.mark.speech
def test_a_recording_is_told_with_its_places(say: Callable[..., Path]) -> None:
    from everest.cli.speech import command as speech

    words = "I want to plan trains that people can rely on. I trained five new dispatchers last year. "
    told = CliRunner().invoke(speech, [str(say(words * 2))])
    assert told.exit_code == 0 and "words a minute" in told.output
    assert "Pace: slowest from 0:0" in told.output and "hertz" in told.output


def test_piped_turns_are_taken_apart_at_dashes() -> None:
    said = "I want to lead a ward team within five years.\n---\nI would start with the night handover.\n"
    result = run("--seed", "3", "--json", given=said)
    take = json.loads(result.output)
    assert take["transcript"]["text"] == "I want to lead a ward team within five years."
    assert [turn["said"] for turn in take["turns"]][:2] == [
        "I want to lead a ward team within five years.",
        "I would start with the night handover.",
    ]

"""`everest reflect` says what it hears, takes a no, and draws where to look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from everest.candidate import reflection_heard
from everest.candidate.reflection_insight import PlotPoint
from everest.cli import plot_text, prompting
from everest.cli.reflect import command

STORY = "I stayed calm when the pump failed, in a cool voice, and put the schedule straight."
UNHEARD = "I once sat in the sun by the harbor until the last boat of the season had gone."
REST = ["teaching children to read", "1, 2", "I want good pay", "a course by May"]


@pytest.fixture(autouse=True)
def _listed_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hear by the list of words alone, so that what is heard stays the same when the head has learned more."""
    monkeypatch.setattr("everest.candidate.self_head.available", lambda: False)
    reflection_heard._understood.cache_clear()
    yield
    reflection_heard._understood.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "me.json"


def reflect(file: Path, *lines: str) -> Result:
    given = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(command, [str(file), "--short"], input=given, catch_exceptions=False)


def kept(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["conversation"]
    return data


def test_a_story_is_named_by_what_is_heard_unless_the_person_says_otherwise(file: Path) -> None:
    done = reflect(file, f"{STORY}; {STORY}", "2", "5", "4", "keeping going", "", "", *REST)
    names = [strength["name"] for strength in kept(file)["said"]["strengths"]]
    assert names == ["putting things in order", "keeping going"]
    assert all(strength["proof"] == STORY for strength in kept(file)["said"]["strengths"])
    assert "I hear: staying calm, in “calm”" in done.output


def test_no_strikes_what_was_heard_and_the_next_name_is_offered(file: Path) -> None:
    done = reflect(file, STORY, "no", "", "3", "3", *REST)
    assert "Enter calls it “putting things in order”" in done.output
    assert kept(file)["not_me"] == ["staying calm"]
    assert kept(file)["said"]["strengths"][0]["name"] == "putting things in order"


def test_a_story_in_which_nothing_is_heard_may_stay_without_a_name(file: Path) -> None:
    done = reflect(file, UNHEARD, "", "4", "5", *REST, "", "")
    assert "What would you call it?" in done.output
    assert kept(file)["said"]["strengths"] == [{"name": UNHEARD, "strength": 4, "enjoyment": 5}]
    assert f"{UNHEARD}”" not in done.output.split("What I heard")[1]
    assert "What would you call what I did there?" in done.output


def test_levels_are_from_1_to_5_or_left_open_and_anything_else_is_asked_again(file: Path) -> None:
    done = reflect(file, "baking", "6", "much", "-1", "5", "", *REST)
    assert done.output.count("A number from 1 (hardly) to 5 (very), please") == 3
    assert kept(file)["said"]["strengths"] == [{"name": "baking", "strength": 5, "enjoyment": None}]


def test_stopping_in_the_middle_of_a_strength_goes_on_right_there(file: Path) -> None:
    first = reflect(file, f"{STORY}; baking", "", "5")
    assert first.exit_code == 1
    second = reflect(file, "4", "", "", *REST)
    assert second.output.split("\n\n")[1].startswith("And how much do you enjoy “staying calm”?")
    assert kept(file)["said"]["strengths"] == [
        {"name": "staying calm", "proof": STORY, "strength": 5, "enjoyment": 4},
        {"name": "baking", "strength": None, "enjoyment": None},
    ]


def test_what_was_heard_is_shown_with_its_words_and_struck_by_number(file: Path) -> None:
    heard = reflect(file, "baking", "", "", *REST).output.split("What I heard in your words")[1]
    assert "1. teaching and explaining: “teaching” (what you enjoy)" in heard
    done = reflect(file, "9", "what?", "1, 3", "", "")
    assert done.output.count("Numbers from 1 to ") == 2
    assert kept(file)["not_me"][0] == "teaching and explaining"
    assert "teaching and explaining" not in done.output.rsplit("What I heard", maxsplit=1)[1]


def test_a_heard_value_becomes_a_must_have(file: Path) -> None:
    reflect(file, "baking", "", "", *REST)
    done = reflect(file, "must 1", "must 2")
    assert "can be a must-have or nice to have" in done.output
    assert kept(file)["said"]["must_have"]["must_have"] == ["autonomy", "stability", "pay"]


def test_a_sixth_must_have_is_refused_with_what_to_do(file: Path) -> None:
    done = reflect(file, "baking", "", "", REST[0], "1, 2, 3, 4, 5", *REST[2:], "must 2")
    assert "More than five must-haves" in done.output
    assert len(kept(file)["said"]["must_have"]["must_have"]) == 5


def test_input_that_ends_before_the_last_questions_still_brings_the_whole(file: Path) -> None:
    done = reflect(file, "baking", "", "", *REST)
    assert done.exit_code == 0
    assert "Five questions to take to a mentor" in done.output


def test_stopping_at_the_last_questions_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    from click import Abort

    class Terminal:
        def isatty(self) -> bool:
            return True

    def stopped() -> str:
        raise Abort

    monkeypatch.setattr("everest.cli.prompting.line", stopped)
    monkeypatch.setattr("everest.cli.prompting.sys.stdin", Terminal())
    with pytest.raises(Abort):
        prompting.line_or_end()


def test_the_plot_is_drawn_with_its_top_right_marked() -> None:
    points = [
        PlotPoint("leading", 5, 5, place_to_look=True, placed_by_person=True),
        PlotPoint("listening", 5, 5, place_to_look=True, placed_by_person=True),
        PlotPoint("baking", 2, 1, place_to_look=False, placed_by_person=False),
    ]
    assert plot_text.draw(points).splitlines() == [
        "  how much you enjoy it",
        "  5 |                  :       1,2",
        "  4 |                  :",
        "    |                  :........... look here",
        "  3 |",
        "  2 |",
        "  1 |         3",
        "    +------------------------------",
        "        1     2     3     4     5   how good",
        "  1. leading (look here)",
        "  2. listening (look here)",
        "  3. baking (partly a guess, as you left it open)",
    ]

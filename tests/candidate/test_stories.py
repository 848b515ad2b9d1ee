"""A strength told as a story is the proof of it, and has a short name that is never a paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everest.answer.person import spoken_strength, told
from everest.candidate import mentor_questions, plot, read_reflection, remarks
from everest.candidate.model import Strength
from everest.candidate.reflection_stories import LONGEST_NAME, brief, is_story, short_name

pytestmark = pytest.mark.usefixtures("listed_words")
CLINIC = (
    "At the clinic I rewrote the recall list and the no-shows fell by a third. "
    "People come to me when the schedule has blown up."
)
UNHEARD = "I once sat in the sun by the harbor until the last boat of the season had come in and gone again."
REST = {"enjoys": ["baking"], "must_have": ["helping"], "goals": ["a course by May"]}


def strength(given: object) -> Strength:
    return read_reflection({"strengths": [given]}).strengths[0]


@pytest.mark.parametrize(
    "words",
    [
        CLINIC,
        "I trained 14 new graduates and none of them left",
        "Our kitchen flooded on a Saturday and nobody knew the shutoff",
        "Rewrote the recall list so that fewer patients stayed away",
        "People trust me",
        "My boss sends me the hard cases",
        "To keep going. I never quit, whatever the others said about it.",
    ],
)
def test_what_is_told_is_a_story_whatever_it_begins_with(words: str) -> None:
    assert is_story(words)


@pytest.mark.parametrize(
    "words",
    [
        "staying calm",
        "calm under pressure when everyone else in the room is shouting",
        "explaining things I know well",
        "good with people who scare me",
        "in charge of a team of twelve",
        "a trained eye for what customers need",
        "Motivated, organized person with an eye for detail",
        "US tax law basics",
    ],
)
def test_the_name_of_a_strength_is_no_story(words: str) -> None:
    assert not is_story(words)
    assert (strength(words).name, strength(words).proof) == (words, "")


def test_a_story_is_the_proof_and_is_named_by_what_is_heard_in_it() -> None:
    read = strength(CLINIC)
    assert read.proof == read.evidence.quote == CLINIC
    assert read.name == "putting things in order"
    assert read.name_from == "heard"


def test_a_story_in_which_nothing_is_heard_is_called_by_its_first_words() -> None:
    read = strength(UNHEARD)
    assert read.name_from == "story"
    assert read.name == "I once sat in the sun …"
    assert read.proof == UNHEARD


def test_two_stories_of_which_the_same_is_heard_are_named_apart_where_they_can_be() -> None:
    both = "I stayed calm and put the schedule in order."
    read = read_reflection({"strengths": [CLINIC, both, CLINIC]}).strengths
    assert [s.name for s in read] == [
        "putting things in order",
        "staying calm",
        "putting things in order",
    ]


def test_a_paragraph_in_place_of_a_name_is_told_too_but_a_sentence_beside_a_proof_stays() -> None:
    read = strength({"name": UNHEARD, "proof": "It was worth it.", "strength": 4})
    assert (read.name, read.strength) == ("I once sat in the sun …", 4)
    assert read.proof == f"{UNHEARD} It was worth it."
    assert strength({"name": "People trust me", "proof": "I kept the keys."}).name == "People trust me"


def test_what_is_told_has_a_story() -> None:
    for told_of in (CLINIC, UNHEARD):
        assert not any("no story" in remark.text for remark in remarks(read_reflection({"strengths": [told_of]})))  # fmt: skip
    assert any("no story" in remark.text for remark in remarks(read_reflection({"strengths": ["baking"]})))


def test_no_remark_and_no_question_quotes_a_paragraph() -> None:
    page = {
        **REST,
        "strengths": [{"name": UNHEARD, "strength": 5, "enjoyment": 1}],
        "aspiration": f"I want to lead people. {UNHEARD} {UNHEARD}",
        "drains": [f"managing people who say: {UNHEARD}"],
        "untrue": [f"{UNHEARD} {UNHEARD}"],
    }
    reflection = read_reflection(page)
    said = [*(r.text for r in remarks(reflection)), *(r.question for r in remarks(reflection)), *mentor_questions(reflection)]  # fmt: skip
    assert len(said) > 6
    assert [text for text in said if len(text.split()) > 55] == []
    assert [text for text in said if UNHEARD in text] == []


def test_a_story_without_a_name_is_asked_about_as_a_story() -> None:
    reflection = read_reflection({**REST, "strengths": [UNHEARD]})
    asked = mentor_questions(reflection)
    assert any("What would you call what I did there?" in question for question in asked)
    assert plot(reflection)[0].is_named is False


def test_only_a_name_is_spoken_as_something_one_brings() -> None:
    assert spoken_strength(strength(UNHEARD)) is None
    assert spoken_strength(strength({"name": "People trust me", "proof": "I kept the keys."})) is None
    assert spoken_strength(strength("care with detail")) == "care with detail"
    assert spoken_strength(strength("building plans that hold")) == "building plans that hold"


def test_a_story_is_said_with_where_it_happened() -> None:
    assert told(strength(CLINIC)) == CLINIC.split(". ", maxsplit=1)[0]
    assert told(replace(strength(CLINIC), proof="The boat came. I left.")) == ""


@pytest.mark.parametrize("text", [CLINIC, UNHEARD, "a", "", "word " * 40, "One, two, three, four, five."])
def test_short_words_are_short_and_stand_in_the_text(text: str) -> None:
    for short, most in ((short_name(text), 8), (brief(text), 14)):
        words = short.removesuffix(" …")
        assert len(words.split()) <= most <= LONGEST_NAME + 2
        assert " ".join(text.split()).startswith(words)
        assert words.split()[-1:] != ["the"]

"""Reading a reflection, hearing people's own words, the guided conversation, and what a reflection shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everest.candidate.conversation import Conversation, prompts
from everest.candidate.reflection import read_reflection
from everest.candidate.reflection_insight import mentor_questions, plot, remarks
from everest.candidate.reflection_understanding import understand, value_cards, work_values
from everest.errors import BadInput, EverestError, NotFound

PAGE = """
aspiration: I want to run my own bakery one day
strengths:
  - {name: staying calm, proof: I kept the kitchen going when the oven failed, strength: 5, enjoyment: 4}
  - {name: inventory, strength: 4, enjoyment: 1}
enjoys: [shaping bread before dawn]
must_have: [stability]
lifestyle: [I pick up my son at three]
"""


def test_every_fact_quotes_the_text_it_points_into():
    read = read_reflection(PAGE)
    for evidence in [s.evidence for s in read.strengths] + [
        f.evidence for f in (*read.enjoys, read.aspiration)
    ]:
        text = read.answers[evidence.source.removeprefix("reflection:")]
        assert text[evidence.start : evidence.end] == evidence.quote


def test_lifestyle_stays_out_of_what_was_answered():
    read = read_reflection(PAGE)
    assert read.lifestyle == ("I pick up my son at three",)
    assert not any("son" in text for text in read.answers.values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hobby: chess", "hobby"),
        ("must_have: [a, b, c, d, e, f]", "five"),
        ("strengths: [{name: x, strength: 9}]", "1 to 5"),
        ("strengths: [{proof: x}]", "no name"),
        ("- a list", "no fields"),
        ("enjoys: {a: b}", "list of sentences"),
        ("a: &a [1]\nb: *a", "not YAML"),
        ("wants_to_stay: maybe", "yes or no"),
        ("x: [", "not YAML"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(text, said):
    with pytest.raises(BadInput, match=said):
        read_reflection(text)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read_reflection(tmp_path / "none.yaml")


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_crashes_the_reader(text):
    try:
        read_reflection(text)
    except EverestError as error:
        assert str(error)


def test_strengths_values_and_interests_are_heard_with_their_words():
    text = "I stay calm when it gets busy, and I love learning new things."
    heard = {item.name: [text[s.start : s.end] for s in item.spans] for item in understand(text)}
    assert heard["staying calm"] == ["I stay calm when it gets busy"]
    assert "learning" in heard


def test_what_is_denied_is_not_heard():
    assert not any(item.name == "persuading" for item in understand("I don't like selling to people."))


def test_value_cards_map_to_work_values_where_one_corresponds():
    assert work_values(["autonomy", "balance"]) == ("Independence",)
    assert len(value_cards()) >= 10


def test_the_short_form_takes_four_minutes_and_the_full_ten_to_fifteen():
    assert sum(prompt.minutes for prompt in prompts("short")) <= 4
    assert 10 <= sum(prompt.minutes for prompt in prompts("full")) <= 15
    assert all(prompt.stuck for prompt in prompts("full"))


def test_a_conversation_can_be_skipped_kept_and_taken_up_again():
    state = Conversation("short").skip("strengths").say("aspiration", "I want to run a bakery")
    again = Conversation.from_data(state.to_data())
    assert again == state
    assert again.next().id == "enjoys"
    assert again.back().next().id == "strengths"
    assert again.reflection().aspiration.value == "I want to run a bakery"


def test_a_conversation_is_never_changed_in_place():
    start = Conversation("short")
    start.say("enjoys", ["baking"])
    assert start.said == {}


def test_an_unknown_question_and_a_sixth_must_have_are_refused():
    with pytest.raises(NotFound):
        Conversation().say("shoe_size", "44")
    with pytest.raises(BadInput, match="five"):
        Conversation().say("must_have", list("abcdef"))


def test_the_top_right_of_the_plot_is_the_place_to_look():
    points = {point.name: point.place_to_look for point in plot(read_reflection(PAGE))}
    assert points == {"staying calm": True, "inventory": False}


def test_a_contradiction_is_pointed_out_and_asked_about():
    found = remarks(read_reflection(PAGE))
    assert any("uncertain years" in remark.text for remark in found)
    assert any("“inventory”" in remark.text and "enjoy" in remark.text for remark in found)


def test_five_different_questions_for_a_mentor():
    for page in (PAGE, "enjoys: [baking]"):
        assert len(set(mentor_questions(read_reflection(page)))) == 5


def test_a_story_told_in_place_of_a_strength_is_its_proof():
    story = "I trained 14 new graduates and none of them left"
    told, named = read_reflection({"strengths": [story, "staying calm"]}).strengths
    assert (told.name, told.proof, told.evidence.quote) == ("teaching and explaining", story, story)
    assert (named.name, named.proof) == ("staying calm", "")

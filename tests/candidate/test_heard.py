"""People see what was heard, in their own words, and can say no: then it counts nowhere."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from everest.candidate import Conversation, heard_in, plot, read_reflection, remarks
from everest.candidate.reflection import _FIELDS
from everest.candidate.reflection_heard import known_label
from everest.errors import BadInput, NotFound

pytestmark = pytest.mark.usefixtures("listed_words")
STORY = "I stayed calm when the pump failed, in a cool voice, and put the schedule straight."
PAGE = {
    "strengths": [STORY, {"name": "care with numbers", "proof": "I proofread the budget line by line."}],
    "enjoys": ["teaching children to read", "research into old maps"],
    "drains": ["calming people down"],
    "must_have": ["autonomy"],
    "lifestyle": ["a steady hand at home; my kids need stability"],
    "goals": ["a course in persuading"],
    "answers": {"fulfills": "Freedom, learning new things, and good pay."},
    "aspiration": "I want to make a difference",
}


def labels(page: dict[str, object], sort: str = "") -> list[str]:
    return [item.label for item in heard_in(read_reflection(page)) if sort in ("", item.sort)]


def test_what_is_heard_stands_with_its_words_and_their_field() -> None:
    reflection = read_reflection(PAGE)
    heard = {item.label: item for item in heard_in(reflection)}
    assert [(q.quote, q.source) for q in heard["staying calm"].quotes] == [("calm", "reflection:strengths")]
    assert [q.source for q in heard["Helping people"].quotes] == ["reflection:aspiration"]
    for item in heard.values():
        for quote in item.quotes:
            text = reflection.answers[quote.source.removeprefix("reflection:")]
            assert text[quote.start : quote.end] == quote.quote


def test_strengths_come_before_values_and_interests() -> None:
    sorts = [item.sort for item in heard_in(read_reflection(PAGE))]
    assert sorts == sorted(sorts, key=("strength", "value", "interest").index)
    assert set(sorts) == {"strength", "value", "interest"}


def test_limits_and_what_wears_one_out_are_never_read() -> None:
    page = {**PAGE, "answers": {"lifestyle": "My family comes first.", "limits": "No overtime."}}
    reflection = read_reflection(page)
    quotes = [quote for item in heard_in(reflection) for quote in item.quotes]
    assert {quote.source for quote in quotes} <= {
        f"reflection:{f}" for f in ("strengths", "enjoys", "aspiration")
    }
    assert not {"A secure job", "persuading", "Time for life outside work"} & set(labels(page))


def test_what_the_person_placed_is_no_news() -> None:
    assert "Deciding for myself how I work" not in labels(PAGE)
    for pile in ("nice_to_have", "not_important"):
        assert "Learning new things" not in labels({**PAGE, pile: ["learning"]})
        assert "Learning new things" not in labels({**PAGE, pile: ["Learning new things"]})
    assert "working with numbers" not in labels(PAGE)
    assert {"Social", "Investigative"} <= set(labels(PAGE, "interest"))
    assert labels({**PAGE, "interests": {"Realistic": 5}}, "interest") == []


def test_a_name_heard_in_a_story_is_news() -> None:
    assert "staying calm" in labels(PAGE)
    assert "staying calm" not in labels({**PAGE, "strengths": [{"name": "staying calm", "proof": STORY}]})


def test_what_is_not_me_is_no_name_no_interest_and_no_news() -> None:
    page = {**PAGE, "not_me": ["staying calm", "Social"]}
    reflection = read_reflection(page)
    assert reflection.strengths[0].name == "putting things in order"
    assert "Social" in read_reflection(PAGE).interests
    assert "Social" not in reflection.interests
    assert not {"staying calm", "Social"} & set(labels(page))


def test_what_is_not_me_moves_no_strength_on_the_plot() -> None:
    page = {"strengths": [{"name": "quiet hands", "proof": STORY}], "enjoys": ["staying calm in a storm"]}
    assert plot(read_reflection(page))[0].enjoyment == 4.0
    assert plot(read_reflection({**page, "not_me": ["staying calm"]}))[0].enjoyment == 3.0


def test_what_is_not_me_contradicts_nothing() -> None:
    page = {"must_have": ["a steady life"], "aspiration": "I want to open my own bakery"}
    assert any("uncertain years" in remark.text for remark in remarks(read_reflection(page)))
    struck = read_reflection({**page, "not_me": ["A secure job"]})
    assert not any("uncertain years" in remark.text for remark in remarks(struck))


def test_what_the_person_gave_counts_though_it_was_struck_where_it_was_heard() -> None:
    page = {**PAGE, "interests": {"Social": 6}, "not_me": ["Social", "leading"], "must_have": ["leading"]}
    reflection = read_reflection(page)
    assert reflection.interests == {"Social": 6.0}
    assert reflection.must_have == ("leading",)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("LISTENING", "listening"),
        ("good pay", "Good pay"),
        ("pay", "Good pay"),
        ("leading", "leading"),
        ("Leading others", "Leading others"),
        ("social", "Social"),
        ("humility", None),
    ],
)
def test_a_label_names_one_thing(said: str, label: str | None) -> None:
    assert known_label(said) == label


def test_an_unknown_label_is_refused_with_what_to_do() -> None:
    with pytest.raises(BadInput, match=r"humility.*as they are shown"):
        read_reflection({"not_me": ["humility"]})


def test_the_schema_names_every_field_and_no_other() -> None:
    schema = json.loads((files("everest.content") / "reflection.schema.json").read_text("utf-8"))
    assert set(schema["properties"]) == set(_FIELDS)


def test_what_was_struck_is_kept_and_can_be_taken_back() -> None:
    told = Conversation("short").say("strengths", [STORY])
    struck = told.strike("staying calm").strike("Staying calm")
    assert struck.not_me == ("staying calm",)
    assert told.not_me == ()
    again = Conversation.from_data(struck.to_data())
    assert again == struck
    assert again.reflection().strengths[0].name == "putting things in order"
    assert again.take_back("staying calm").reflection().strengths[0].name == "staying calm"
    with pytest.raises(NotFound):
        told.strike("humility")


def test_a_reflection_kept_before_there_was_anything_to_strike_is_taken_up() -> None:
    data = {"form": "short", "said": {"strengths": [STORY]}, "skipped": [], "not_me": ["a name of old"]}
    assert Conversation.from_data(data).not_me == ()
    del data["not_me"]
    assert Conversation.from_data(data).said == {"strengths": [STORY]}
    with pytest.raises(BadInput):
        Conversation.from_data({**data, "not_me": "Social"})


def test_what_a_file_says_comes_back_from_the_conversation_the_same() -> None:
    page = {**PAGE, "not_me": ["staying calm"], "interests": {"Realistic": 5}}
    reflection = read_reflection(page)
    again = Conversation.of(reflection).reflection()
    assert again.not_me == ("staying calm",)
    assert (again.interests, again.interests_placed) == ({"Realistic": 5.0}, True)
    assert again.strengths == reflection.strengths
    assert Conversation.of(again).take_back("staying calm").reflection().strengths[0].name == "staying calm"


def test_a_heard_value_is_taken_to_a_pile_and_off_the_others() -> None:
    told = Conversation().say("must_have", {"not_important": ["pay"], "must_have": ["Helping people"]})
    taken = told.take_value("Good pay", "must_have").take_value("Helping people", "nice_to_have")
    reflection = taken.reflection()
    assert (reflection.must_have, reflection.nice_to_have, reflection.not_important) == (
        ("pay",),
        ("helping",),
        (),
    )
    with pytest.raises(NotFound):
        told.take_value("listening", "must_have")


def test_a_sixth_must_have_is_refused_and_nothing_changes() -> None:
    told = Conversation().say("must_have", ["autonomy", "pay", "place", "balance", "variety"])
    with pytest.raises(BadInput, match="five"):
        told.take_value("Helping people", "must_have")
    assert len(told.take_value("Good pay", "must_have").reflection().must_have) == 5


def test_a_strength_is_placed_without_losing_its_story() -> None:
    told = Conversation().say("strengths", [STORY, "baking"]).tell_strength(0, strength=5, enjoyment=None)
    first, second = told.reflection().strengths
    assert (first.name, first.proof, first.strength, first.enjoyment) == ("staying calm", STORY, 5, None)
    assert second.name == "baking"

"""A reflection given another way, as from a file, can be taken up as a conversation."""

from __future__ import annotations

from everest.candidate import Conversation, read_reflection

GIVEN = {
    "strengths": [{"name": "calm under pressure", "proof": "I rerouted twelve coaches.", "strength": 5}],
    "enjoys": ["explaining a plan"],
    "drains": ["paperwork twice"],
    "must_have": ["helping"],
    "goals": ["learn timetabling software"],
    "aspiration": "I want to plan public transport that people can rely on.",
    "wants_to_stay": True,
}


def test_what_was_said_in_a_file_is_said_in_the_conversation_and_comes_back_the_same() -> None:
    reflection = read_reflection(GIVEN)
    conversation = Conversation.of(reflection)
    assert conversation.said["strengths"][0]["proof"] == "I rerouted twelve coaches."
    again = conversation.reflection()
    for name in ("strengths", "must_have", "wants_to_stay"):
        assert getattr(again, name) == getattr(reflection, name), name
    for name in ("enjoys", "drains", "goals"):
        assert [fact.value for fact in getattr(again, name)] == [
            fact.value for fact in getattr(reflection, name)
        ]
    assert again.aspiration is not None and again.aspiration.value == GIVEN["aspiration"]


def test_nothing_said_is_nothing_to_take_up() -> None:
    assert not Conversation.of(read_reflection({})).said

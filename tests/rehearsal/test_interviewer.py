"""The interviewer: changing words, and follow-ups on what was actually said."""

from __future__ import annotations

import pytest

from everest.errors import BadInput
from everest.preparation import example
from everest.question import recognize
from everest.rehearsal import Mode, Tone, answer, begin, closing, wordings
from everest.review import review

OPENING = example().opening
GOOD = (
    "I want to plan public transport people rely on, and as route planner at Northwind Rail I'd learn that from the "
    "weekly timetables. Last winter I rerouted twelve coaches. My first step is to learn your software."
)


def test_the_question_comes_in_many_wordings_all_of_them_about_aspirations() -> None:
    assert len(set(wordings())) >= 40
    missed = [
        words for words in wordings() if not recognize(words.replace("{role}", "planner")).about_aspirations
    ]
    assert len(missed) <= len(wordings()) * 0.2, missed


def test_the_same_seed_asks_the_same() -> None:
    asked = {begin(seed=seed, tone=Tone.BRISK).turns[0].asks for seed in range(20)}
    assert len(asked) > 5
    assert begin(seed=7, opening=OPENING) == begin(seed=7, opening=OPENING)


@pytest.mark.parametrize(
    ("said", "kind", "phrase"),
    [
        ("I hope to make an impact with the route planner team and learn first.", "vague", "make an impact"),
        ("I'm a natural leader and want to learn route planning first.", "no_proof", "natural leader"),
        ("I want to grow and learn new things first of all.", "no_link", ""),
        ("As a route planner I'd help open the Aldermoor line, and learn first.", "plan", "Aldermoor"),
        ("I want to be a route planner who makes timetables for Northwind Rail.", "no_step", ""),
        (GOOD, "deeper", ""),
    ],
)
def test_follow_ups_take_up_what_was_said(said: str, kind: str, phrase: str) -> None:
    moved = answer(begin(seed=1, opening=OPENING), said, opening=OPENING)
    assert moved.asked is not None
    assert moved.asked.kind == kind
    if moved.asked.kind in {"vague", "plan"}:
        assert phrase in moved.asked.asks


def test_a_rank_too_soon_is_taken_up_from_the_review() -> None:
    said = "In two years I want to be the CEO of this company."
    moved = answer(begin(opening=OPENING), said, review=review(said, opening=OPENING), opening=OPENING)
    assert moved.asked is not None and moved.asked.kind == "rank"


@pytest.mark.parametrize(("mode", "turns"), [(Mode.WARM_UP, 2), (Mode.REAL, 3), (Mode.STRESS, 4)])
def test_an_interview_ends_after_two_to_four_turns(mode: Mode, turns: int) -> None:
    interview = begin(mode=mode, seed=2, opening=OPENING)
    while interview.asked:
        assert bool(interview.asked.hint) == (mode is Mode.WARM_UP)
        interview = answer(interview, GOOD, opening=OPENING)
    assert len(interview.turns) == turns
    assert len({turn.asks for turn in interview.turns}) == turns
    with pytest.raises(BadInput, match="over"):
        answer(interview, GOOD)


def test_nothing_said_is_told() -> None:
    with pytest.raises(BadInput, match="Nothing was said"):
        answer(begin(), "  ")


def test_the_closing_follows_the_verdict() -> None:
    assert closing(review("I want your job.")) != closing(review(GOOD))


def test_no_placeholder_is_ever_spoken() -> None:
    for seed in range(12):
        for mode in Mode:
            interview = begin(seed=seed, mode=mode, tone=list(Tone)[seed % 4], opening=OPENING)
            for said in ("I want to make an impact.", "I'm a team player.", "The Aldermoor line.", "Yes."):
                if interview.asked is None:
                    break
                assert "{" not in interview.asked.asks
                interview = answer(interview, said, opening=OPENING)

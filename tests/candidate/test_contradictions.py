"""What does not agree is pointed out kindly, with a question that would clear it up; what agrees is left alone."""

from __future__ import annotations

import pytest

from everest.candidate import mentor_questions, read_reflection, remarks

WHOLE = "\nenjoys: [baking]\nstrengths: [{name: patience, proof: I taught my brother to bake.}]\ngoals: [a course]\n"


def said(page: str) -> list[str]:
    return [remark.text for remark in remarks(read_reflection(page + WHOLE))]


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("aspiration: I want to become a bank teller\nmust_have: [autonomy]", "For Tellers, O*NET puts independence at 3.7 of 7"),
        ("aspiration: I want to run my own bakery\nmust_have: [stability]", "uncertain years"),
        ("aspiration: I want to run my own restaurant\nmust_have: [balance]", "long hours"),
        ("aspiration: I want to work abroad as an engineer\nmust_have: [place]", "leads away"),
        ("aspiration: I want to lead a team\nmust_have: [pay]\nanswers: {managing: 'No, never again.'}", "Asked whether you would like to lead"),
        ("aspiration: I want to lead a ward\nmust_have: [pay]\ndrains: [conflict between people]", "“conflict between people” wears you out"),
        ("aspiration: I want to head the lab\nmust_have: [pay]\nanswers: {company_of_others: I work best alone.}", "best work alone"),
        ("aspiration: I want to be a hotel chef\nmust_have: [pay]\nlifestyle: [home every evening for Zoe]", "limit on your hours"),
        ("aspiration: I want to become a director\nmust_have: [pay]\nuntrue: [that I want to become a director]", "never said for you"),
    ],
)  # fmt: skip
def test_what_pulls_two_ways_is_said(page: str, about: str) -> None:
    assert any(about in text for text in said(page)), said(page)


@pytest.mark.parametrize(
    "page",
    [
        "aspiration: I want to become a registered nurse who teaches\nmust_have: [autonomy, helping]",
        "aspiration: I want to lead a ward\nmust_have: [leading]\nanswers: {managing: 'Yes, I would like to bring people on.'}",
        "aspiration: I want to get very good at baking bread\nmust_have: [mastery]\nlifestyle: [home every evening]",
        "aspiration: I want to lead a team\nmust_have: [helping]\nuntrue: [that I want to become a director]",
    ],
)  # fmt: skip
def test_what_agrees_is_left_alone(page: str) -> None:
    assert said(page) == []


def test_limits_are_never_repeated_in_a_remark_or_a_question() -> None:
    page = (
        "aspiration: I want to be a hotel chef\nlifestyle: [home every evening for Zoe and her dialysis]"
        + WHOLE
    )
    reflection = read_reflection(page)
    words = " ".join([*(r.text + r.question for r in remarks(reflection)), *mentor_questions(reflection)])
    assert "Zoe" not in words
    assert "dialysis" not in words


def test_mentor_questions_come_from_the_persons_own_contradictions_first() -> None:
    page = "aspiration: I want to run my own restaurant\nmust_have: [balance, stability]" + WHOLE
    asked = mentor_questions(read_reflection(page))
    assert len(asked) == len(set(asked)) == 5
    assert "uncertain years" in asked[0]
    assert "home on time" in asked[1]
    assert any("patience" in question for question in asked)

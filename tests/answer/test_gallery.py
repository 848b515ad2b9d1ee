"""The worked examples: five situations, eight occupations each, grounded, ready to say, and not alike."""

from __future__ import annotations

from collections import Counter

import pytest

from everest.answer import Claim, Posted, check_grounds, gallery
from everest.answer.composing import WORDS_A_MINUTE
from everest.answer.trimming import words_of
from everest.review import review
from everest.standing import Situation

QUESTION = "What are your career aspirations?"
ALL = pytest.mark.parametrize("example", gallery(), ids=lambda e: f"{e.situation}-{e.occupation}")


def test_five_situations_with_eight_occupations_each():
    assert Counter(example.situation for example in gallery()) == dict.fromkeys(Situation, 8)
    assert all(
        len({e.occupation for e in gallery() if e.situation is situation}) == 8 for situation in Situation
    )


@ALL
def test_every_example_is_ready_to_say(example):
    judged = review(example.answer, question=QUESTION)
    assert judged.verdict == "ready", judged.findings


@ALL
def test_an_example_holds_no_fact_that_its_person_or_job_does_not_give(example):
    found = check_grounds(example.answer, [example.person, example.occupation, Posted(example.job)])
    assert [item.quote for item in found if item.kind is not Claim.TITLE] == []


@ALL
def test_an_example_is_said_in_thirty_to_fifty_seconds(example):
    assert 28 <= len(words_of(example.answer)) * 60 / WORDS_A_MINUTE <= 50


@ALL
def test_why_it_works_says_more_than_a_line(example):
    assert 2 <= example.why_it_works.count(".") <= 4


def test_no_two_examples_open_alike():
    openings = [" ".join(example.answer.split()[:4]) for example in gallery()]
    assert max(Counter(openings).values()) <= 2

"""The score is one documented function: what speaks against an answer lowers it, what carries it raises it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

import everest.review.score as scored
from everest.review import review, rules
from everest.review.model import Criterion, Finding, Severity

GOOD = (
    "I have taught the evening welding course for three years, and I would like to run your training bay one day. "
    "First I want to learn your robots on the night line, then pass the inspector's exam next spring."
)


def finding(name: str, severity: Severity) -> Finding:
    return Finding("X", name, severity, 0, 1, "I", "No.")


def test_every_weight_speaks_in_its_own_direction():
    weights = json.loads((Path(scored.__file__).parent / "data" / "score.json").read_text("utf-8"))
    numbers = [
        *weights["heads"],
        *weights["rules"].values(),
        *weights["criteria"].values(),
        weights["brevity"],
    ]
    assert min(numbers) >= 0
    assert sum(number > 0 for number in numbers) > 20


def test_every_rule_has_a_weight():
    weights = json.loads((Path(scored.__file__).parent / "data" / "score.json").read_text("utf-8"))
    assert set(weights["rules"]) == {rule.name for rule in rules()}


@pytest.mark.parametrize("name", ["money-first", "leaving", "own-business", "criticizes-employer"])
def test_an_error_weighs_more_than_a_warning_and_a_warning_more_than_nothing(name: str):
    chances = [
        scored.chance((0,) * 5, found, (), 60)
        for found in ((), (finding(name, Severity.WARNING),), (finding(name, Severity.ERROR),))
    ]
    assert chances == sorted(set(chances))


def test_the_same_rule_twice_counts_once():
    one = finding("leaving", Severity.ERROR)
    assert scored.shares((one, one)) == {"leaving": 1.0}


@pytest.mark.parametrize("name", [criterion.name for criterion in review("I want to plan routes.").criteria])
def test_a_higher_level_raises_the_score(name):
    low, high = Criterion(name, 1, ""), Criterion(name, 5, "")
    assert scored.chance((0,) * 5, (), (high,), 60) < scored.chance((0,) * 5, (), (low,), 60)


def test_brevity_ends_where_an_answer_has_room():
    assert scored.brevity(scored.SHORT) == scored.brevity(200) == 0
    assert scored.brevity(3) > scored.brevity(10) > 0


def test_a_sinking_sentence_lowers_a_good_answer():
    worse = GOOD + " Honestly, though, I am mostly here for the money."
    assert review(worse).score < review(GOOD).score - 20


def test_dismissing_a_finding_raises_the_score():
    text = GOOD + " I would leave for a better offer after a year."
    found = review(text)
    keys = [f.key for f in found.findings if f.severity is Severity.ERROR]
    assert keys
    assert review(text, dismissed=keys).score > found.score


def test_the_score_falls_with_the_chance_and_never_jumps():
    scores = [scored.points(n / 200, ()) for n in range(201)]
    assert scores == sorted(scores, reverse=True)
    assert (scores[0], scores[100], scores[200]) == (100, 50, 0)
    assert max(a - b for a, b in itertools.pairwise(scores[1:])) <= 3


def test_one_chance_in_a_hundred_is_not_yet_a_perfect_answer():
    assert 88 <= scored.points(0.01, ()) <= 93


@pytest.mark.parametrize("chance", [0.0, 0.01, 0.2, 0.5, 0.7])
def test_an_error_keeps_the_score_below_what_may_be_said(chance: float):
    wrong = (finding("leaving", Severity.ERROR),)
    assert scored.points(chance, wrong) < scored.AVOID_BELOW
    assert scored.points(chance, wrong) <= scored.points(chance, ())


def test_an_answer_with_more_to_say_stays_below_ninety():
    advice = (finding("room-for-more", Severity.ADVICE),)
    assert scored.points(0.0, ()) == 100
    assert scored.points(0.0, advice) == scored.FINISHED_FROM - 1
    unmoved = [chance / 100 for chance in range(10, 101)]
    assert [scored.points(c, advice) for c in unmoved] == [scored.points(c, ()) for c in unmoved]

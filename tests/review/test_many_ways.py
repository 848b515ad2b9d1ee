"""One thing can be said in many ways, and the same words can mean another thing."""

from pathlib import Path

import pytest
import yaml

from everest.review.model import Finding, Severity
from everest.review.reading import Reading
from everest.review.rulebook import rules

WAYS = Path(__file__).parent / "ways"
SAID = yaml.safe_load((WAYS / "said.yaml").read_text("utf-8"))
CONTEXT = yaml.safe_load((WAYS / "context.yaml").read_text("utf-8"))
BY_NAME = {rule.name: rule for rule in rules()}
WHOLE = {"too-short", "too-long", "question-not-answered"}
"""These judge a whole answer, not a line."""


def heard(text):
    """Return what the pages hear by themselves, without the learned heads."""
    reading = Reading(text)
    found = [f for rule in rules() if rule.name not in WHOLE for f in rule.check(reading)]
    return [f for f in found if isinstance(f, Finding)]


@pytest.mark.parametrize(("name", "line"), [(n, line) for n, lines in SAID.items() for line in lines])
def test_many_ways_of_saying_it_are_heard(name, line):
    assert name in {f.name for f in heard(line)}


@pytest.mark.parametrize(
    ("name", "line"), [(n, line) for n, lines in CONTEXT.items() if n != "silent" for line in lines]
)
def test_it_is_heard_behind_other_words(name, line):
    assert name in {f.name for f in heard(line)}


@pytest.mark.parametrize("line", CONTEXT["silent"])
def test_the_same_words_with_another_meaning_are_left_alone(line):
    assert not [f for f in heard(line) if f.severity is not Severity.ADVICE]


def test_each_rule_is_tried_in_six_ways_and_each_line_once():
    assert all(len(lines) >= 6 for lines in SAID.values())
    lines = [line for group in (*SAID.values(), *CONTEXT.values()) for line in group]
    assert len(lines) == len(set(lines))

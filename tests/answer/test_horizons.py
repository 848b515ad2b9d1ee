"""How far one looks ahead is a wish; how long something took is a claim."""

from __future__ import annotations

import pytest

from everest.answer import check_grounds


@pytest.mark.parametrize(
    "text",
    [
        "In two years I see myself leading a small team.",
        "Over the next five years I want to learn the whole line.",
        "Within three years, I'd like to plan the timetables.",
    ],
)
def test_a_horizon_needs_no_grounds(text: str) -> None:
    assert check_grounds(text, ["I drove buses."]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In two years I tripled the sales.",
        "I led it for seven years.",
        "I want to use my 12 years of welding.",
    ],
)
def test_a_time_that_was_spent_still_does(text: str) -> None:
    assert check_grounds(text, ["I drove buses."])

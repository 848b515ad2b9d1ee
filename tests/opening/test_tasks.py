"""Tasks are taken apart into acts, and add up to key functions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everest.opening import read_posting
from everest.opening.acts import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hire, train and schedule servers", [(("hire", "train", "schedule"), "servers")]),
        ("Negotiate subcontracts and approve change orders", [(("negotiate",), "subcontracts"), (("approve",), "change orders")]),
        ("Analyzes budget requests and recommends changes.", [(("analyze",), "budget requests"), (("recommend",), "changes")]),
        ("You'll draw blood, run lab tests and label tubes", [(("draw",), "blood"), (("run",), "lab tests"), (("label",), "tubes")]),
        ("The paralegal manages discovery", [(("manage",), "discovery")]),
        ("WELD STRUCTURAL STEEL FROM PRINTS", [(("weld",), "structural steel from prints")]),
        ("Exchange information with the care team", [(("exchange",), "information with the care team")]),
        ("Lead sales and support teams", [(("lead",), "sales and support teams")]),
        ("Forecast cost and schedule each month", [(("forecast",), "cost and schedule each month")]),
        ("Keeping packs sterile is also your responsibility.", [(("keep",), "packs sterile")]),
        ("Pleasant surroundings", [((), "Pleasant surroundings")]),
    ],
)  # fmt: skip
def test_a_task_is_taken_apart(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert [(act.verbs, act.thing) for act in acts(text)] == expected


@given(st.text(max_size=200))
def test_any_text_gives_acts(text: str) -> None:
    assert len(acts(text)) >= 1


def test_many_tasks_add_up_to_five_functions_that_hold_them_all() -> None:
    told = ["Plan weekly routes", "Plan the night routes", "Train new drivers", "Coach drivers on fuel use", "Answer customer calls", "Settle customer complaints", "Report costs", "Check trucks each morning"]  # fmt: skip
    opening = read_posting(
        "Dispatcher\nNorthwind Freight - Reno, NV\n\nResponsibilities\n" + "\n".join(f"- {t}" for t in told)
    )
    functions = opening.key_functions
    assert 3 <= len(functions) <= 5
    assert sorted(n for function in functions for n in function.tasks) == list(range(len(told)))
    assert all(
        function.name.split()[0].endswith("ing") and len(function.name.split()) <= 10
        for function in functions
    )
    together = {n: function.tasks for function in functions for n in function.tasks}
    assert 1 in together[0]
    assert 3 in together[2]


def test_one_sentence_of_tasks_still_gives_functions() -> None:
    opening = read_posting(
        "Line Cook\nRosa's Kitchen, Tampa\n\nDuties:\nWork grill and fry station, prep vegetables and clean the line."
    )
    assert [function.name for function in opening.key_functions] == [
        "working grill and fry station",
        "prepping vegetables",
        "cleaning the line",
    ]

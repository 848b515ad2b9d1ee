"""Culture, plans, facts, news and fluff are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from everest.opening import read_company
from everest.opening.model import StatementKind
from everest.opening.plans import kinds_of

TODAY = date(2026, 11, 2)


def kind(sentence: str) -> StatementKind | None:
    return kinds_of([sentence], TODAY.year)[0][0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We will open two depots in 2027.", StatementKind.SHORT_TERM),
        ("The new billing system goes live next spring.", StatementKind.SHORT_TERM),
        ("By 2040 we want all of our kilns to burn hydrogen.", StatementKind.LONG_TERM),
        ("Our mission is to make repair cheaper than replacement.", StatementKind.LONG_TERM),
        ("Nobody here is blamed for asking a question twice.", StatementKind.CULTURE),
        ("We value honesty over polish.", StatementKind.CULTURE),
        ("The company was founded in 1931 and has 400 employees.", None),
        ("In May the company bought its rival Pell & Sons.", None),
        ("We are a leading provider of innovative solutions.", None),
        ("You will plan weekly routes and brief drivers.", None),
    ],
)
def test_a_sentence_is_what_it_is(sentence: str, expected: StatementKind | None) -> None:
    assert kind(sentence) is expected


def test_the_same_year_is_a_plan_before_and_history_after() -> None:
    sentence = "In 2027 we will open a plant in Fargo."
    assert kinds_of([sentence], 2026)[0][0] is StatementKind.SHORT_TERM
    assert kinds_of([sentence], 2020)[0][0] is StatementKind.LONG_TERM


def test_a_value_is_told_from_a_way_of_working() -> None:
    company = read_company(
        [
            "Honesty comes first, even when it costs us a sale. On Fridays everyone answers customer calls, the president too."
        ],
        today=TODAY,
    )
    assert [
        (item.text.split()[0], item.is_value) for item in sorted(company.culture, key=lambda item: item.text)
    ] == [("Honesty", True), ("On", False)]


def test_quotations_stand_where_they_say() -> None:
    text = "About us.\nWe plan to hire forty  nurses\nnext year. By 2035 we want a clinic in every county."
    company = read_company([text], today=TODAY)
    for item in (*company.short_term, *company.long_term):
        place = item.evidence
        assert company.texts[place.source][place.start : place.end] == place.quote


def test_nothing_said_leaves_questions_to_research() -> None:
    assert len(read_company(["Hello there."], today=TODAY).research) == 3
    assert read_company([], today=TODAY).culture == ()


def test_what_a_company_does_today_is_no_plan():
    today = "We carry commuters across the Larkhaven estuary, 2.1 million crossings a year."
    assert kinds_of([today], 2026)[0][0] not in {StatementKind.SHORT_TERM, StatementKind.LONG_TERM}
    assert (
        kinds_of(["We dream of a railway that is as quiet as a bicycle."], 2026)[0][0]
        is StatementKind.LONG_TERM
    )

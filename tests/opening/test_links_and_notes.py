"""Goals are tied to the work, questions rest on what was read, and the notes fit on a page."""

from __future__ import annotations

from datetime import date

import pytest

from everest.opening import (
    goal_links,
    notes_sheet,
    questions_to_ask,
    read_company,
    read_posting,
    with_company,
)
from everest.opening.model import Company, Opening

POSTING = """Route Planner
Northwind Rail - Duluth, MN

What you will do
- Plan weekly routes for 90 trains
- Train new dispatchers
- Report delays to the board

What you need
- Two years in dispatch
- Excel
- Calm

We promote from within, and there is a clear path to lead a team.
"""
ABOUT = """Nobody plans a railway alone, so crews and planners eat together on Mondays.
We will open two depots in 2027, and each will plan its own routes.
By 2040 we want every train on our lines to run without diesel.
"""


@pytest.fixture(scope="module")
def opening() -> Opening:
    return with_company(read_posting(POSTING), read_company([ABOUT], today=date(2026, 11, 2)))


def test_a_goal_finds_the_task_that_serves_it(opening: Opening) -> None:
    links = goal_links(opening, ["teach and coach new dispatchers", "become a better route planner"])
    assert [opening.tasks[link.task].verb for link in links if link.task is not None][:2] == ["train", "plan"]
    assert all(0 <= link.strength <= 1 for link in links)


def test_a_goal_that_nothing_speaks_to_gets_no_link(opening: Opening) -> None:
    assert goal_links(opening, ["open a bakery in Lisbon", " "]) == ()
    assert goal_links(Opening(), ["lead a team"]) == ()


def test_questions_rest_on_what_was_read(opening: Opening) -> None:
    asks = questions_to_ask(opening)
    assert 4 <= len(asks) <= 6
    assert any("opening two depots" in ask.text for ask in asks)
    assert any("without diesel" in ask.text for ask in asks)
    assert all(ask.text.endswith("?") for ask in asks)
    for ask in asks:
        if ask.evidence and ask.evidence.source == "posting":
            assert opening.text[ask.evidence.start : ask.evidence.end] == ask.evidence.quote


def test_with_nothing_known_the_questions_ask_for_what_is_missing() -> None:
    asks = questions_to_ask(Opening())
    assert len(asks) >= 4
    assert all(ask.evidence is None for ask in asks)


def test_the_sheet_tells_what_is_known_with_its_source(opening: Opening) -> None:
    sheet = notes_sheet(opening.company, opening=opening)
    assert "# Notes on Northwind Rail" in sheet
    assert "We will open two depots in 2027" in sheet
    assert "pasted text 1" in sheet
    assert "Questions worth asking" in sheet
    assert len(sheet.split()) < 450


def test_the_sheet_tells_what_is_missing() -> None:
    sheet = notes_sheet(Company(research=read_company([]).research))
    assert sheet.count("Nothing was found yet.") == 3
    assert "______" in sheet


def test_a_page_puts_no_markup_into_the_sheet() -> None:
    company = read_company(
        ["We plan to open <img src=x> [a depot](http://x.example) `now` next year in two towns."],
        today=date(2026, 11, 2),
    )
    sheet = notes_sheet(company)
    assert "<img" not in sheet.replace("\\<img", "")
    assert "[a depot]" not in sheet

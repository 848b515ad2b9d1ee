"""A skill is read only where the words name one."""

from __future__ import annotations

import pytest

from everest.opening import read_posting
from everest.opening.skills import is_shouted, skills_in
from everest.opening.wanted import wanted_skills


def names(text: str) -> list[str]:
    return [name for name, _, _ in skills_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "MAKE AN IMPACT EVERY DAY",
        "Make an impact on the ward",
        "Exchange information with the care team",
        "Experience with cloud platforms",
        "Cloud architecture at a large scale",
        "Word of mouth brings us most guests",
        "Clear office hours and a friendly office",
        "You shape the vision of the team and meet its world",
        "ABILITY TO EXCEL UNDER PRESSURE",
        "Contribute to reports and keep the calendar",
        "React calmly when plans change",
    ],
)
def test_an_everyday_word_is_no_product(text: str) -> None:
    assert [
        name
        for name in names(text)
        if name.split()[0]
        in {"Oracle", "Microsoft", "IMPACT", "Autodesk", "Adobe", "React", "Shape", "Vision", "Google"}
    ] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Microsoft Exchange administration", "Microsoft Exchange"),
        ("Experience with Google Cloud", "Google Cloud"),
        ("Good knowledge of Excel", "Microsoft Excel"),
        ("python and sql daily", "Python"),
        ("STRONG SQL AND DATA ANALYSIS", "SQL"),
        ("React and TypeScript", "React"),
    ],
)
def test_a_tool_named_as_one_is_read(text: str, name: str) -> None:
    assert name in names(text)


def test_offsets_point_at_the_words() -> None:
    text = "Use Figma, Excel and Google Analytics"
    assert [text[start:end] for _, start, end in skills_in(text)] == ["Figma", "Excel", "Google Analytics"]


def test_a_posting_names_no_skill_it_does_not_want() -> None:
    opening = read_posting(
        "Ward Clerk\nBrightwater Hospital - Duluth, MN\n\nRequirements\n- Exchange of information with families\n- Know cloud storage"
    )
    assert [item.skills for item in opening.requirements] == [(), ()]


def test_shouting_is_heard() -> None:
    assert is_shouted("LINE COOK NEEDED NOW")
    assert not is_shouted("Line cook for RN unit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Procore and Microsoft Project", ["Microsoft Project", "Procore"]),
        ("Two years of payroll or bookkeeping experience", ["Payroll", "Bookkeeping"]),
        ("Current Minnesota RN license", []),
        ("You're at least 21", []),
        ("Fluent Spanish", ["Spanish"]),
        ("Experience in wound healing", ["wound healing"]),
        ("Five or more years", []),
    ],
)
def test_a_requirement_names_its_skills_in_its_own_words_where_the_atlas_has_none(
    text: str, expected: list[str]
) -> None:
    assert list(wanted_skills(text)) == expected

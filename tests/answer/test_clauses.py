"""Bullets and posting lines become clauses that can be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everest.answer.clauses import own_clause, posting_clause, resume_clause


@pytest.mark.parametrize(
    ("line", "gerund"),
    [
        ("Manage relationships with our key accounts", "managing relationships with your key accounts"),
        ("You will train new hygienists and review charts for quality.", "training new hygienists and reviewing charts for quality"),
        ("Design, build and test internal tools", "designing, building and testing internal tools"),
        ("Observe children and record their progress", "observing children and recording their progress"),
        ("Entering prescriptions and insurance information", "entering prescriptions and insurance information"),
        ("Partner with operations to forecast costs and explain variances", "partnering with operations to forecast costs and explain variances"),
        ("Keep a small caseload of your own", "keeping a small caseload of my own"),
        ("Responsible for managing the front desk", "managing the front desk"),
        ("As a team lead you will coach a team of eight agents", "coaching a team of eight agents"),
    ],
)  # fmt: skip
def test_a_posting_line_becomes_a_gerund_clause(line, gerund):
    clause = posting_clause(line)
    assert clause is not None
    assert clause.gerund == gerund


@pytest.mark.parametrize(
    ("bullet", "past"),
    [
        (
            "• Cut the month-end close from nine days to five",
            "cut the month-end close from nine days to five",
        ),
        ("Managing the email newsletter (40k subscribers)", "managed the email newsletter"),
        (
            "Own the content calendar and brief freelance writers",
            "owned the content calendar and briefed freelance writers",
        ),
        ("Led a kitchen of 18 and kept food cost at 28%", "led a kitchen of 18 and kept food cost at 28%"),
        ("I have also trained two cashiers.", "trained two cashiers"),
        (
            "Oversaw 12 branches with $640 million in deposits",
            "oversaw 12 branches with $640 million in deposits",
        ),
        (
            "Lead a crew of 12 on the night shift; picking errors down 40%",
            "led a crew of 12 on the night shift, with picking errors down 40%",
        ),
        (  # a result that does not fit whole is not said at all
            "Run paid social with a $140,000 yearly budget; cost per order down 22%",
            "ran paid social with a $140,000 yearly budget",
        ),
    ],
)
def test_a_bullet_becomes_what_the_person_did(bullet, past):
    clause = resume_clause(bullet)
    assert clause is not None
    assert clause.past == past


@pytest.mark.parametrize(
    ("aim", "gerund"),
    [
        ("take on a larger crew and bring up the people who follow me", "taking on a larger crew and bringing up the people who follow me"),
        ("learn the trade and pass it on to others", "learning the trade and passing it on to others"),
        ("run a ward and teach the new nurses, and write the handover guide", "running a ward and teaching the new nurses and writing the handover guide"),
    ],
)  # fmt: skip
def test_each_verb_of_an_aim_takes_the_form_of_the_first(aim, gerund):
    clause = own_clause(f"I want to {aim}")
    assert clause is not None
    assert clause.gerund == gerund


@pytest.mark.parametrize(
    "line", ["Perfect attendance in 2024", "Customer service", "www.example.com", "Mentor for 4 students", ""]
)
def test_a_line_that_names_no_act_gives_none(line):
    assert resume_clause(line) is None


def test_a_long_line_is_cut_where_a_phrase_ends():
    clause = posting_clause(
        "Coordinate the planning and delivery of regional training programs across twelve sites in collaboration with local managers, vendors and partners"
    )
    assert clause is not None
    assert len(clause.base.split()) <= 14
    assert clause.base.split()[-1] not in {"in", "with", "of", "and", "the", "across"}


def test_the_persons_own_words_stay_whole():
    clause = own_clause("My goal is to help whole schools teach math in a way children aren't afraid of")
    assert clause is not None
    assert clause.base == "help whole schools teach math in a way children aren't afraid of"


@given(st.text(max_size=200))
def test_any_text_gives_a_clause_or_none(text):
    for reader in (posting_clause, resume_clause, own_clause):
        clause = reader(text)
        assert clause is None or clause.base


@pytest.mark.parametrize(
    ("line", "doing"),
    [
        ("Order produce and keep waste low", "ordering produce and keeping waste low"),
        ("Help train new planners as the team grows", "helping to train new planners as the team grows"),
        ("Test soil and plan rotation", "testing soil and planning rotation"),
        ("Plan planting and harvest for 500 acres", "planning planting and harvest for 500 acres"),
    ],
)
def test_every_act_of_a_line_takes_the_form_of_the_sentence(line, doing):
    clause = posting_clause(line)
    assert clause is not None
    assert clause.gerund == doing


def test_what_is_no_act_is_not_made_one():
    assert resume_clause("MIG and TIG welding of aluminum hulls") is None
    assert resume_clause("Perfect attendance in 2024", verb="perfect") is None


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        (
            "Treat 9 patients a day; recall rate up from 61% to 84%",
            "treated 9 patients a day, with the recall rate up from 61% to 84%",
        ),
        ("Ran the night desk; complaints down 30%", "ran the night desk, with complaints down 30%"),
        ("Answered phones; filed letters", "answered phones"),
    ],
)
def test_a_result_after_a_semicolon_is_kept(bullet, said):
    assert resume_clause(bullet).past == said

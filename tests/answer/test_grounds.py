"""Facts nobody said are found; facts somebody said are not."""

from __future__ import annotations

import pytest

from everest.answer import Claim, Posted, Wished, check_grounds
from everest.answer.quantities import quantities_in

EVIDENCE = (
    "Registered Nurse, Fallbrook General Hospital. Precepted 11 new graduates. Reduced missed checks by 40%. BSN, 2018.",
    "Charge Nurse at Harborview Medical. We plan to open a second cardiac unit in spring 2027. ACLS certification required.",
    "I want to lead a unit within five years.",
)


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("I precepted 12 new graduates.", Claim.NUMBER, "12 new graduates"),
        ("I led a team of thirty.", Claim.NUMBER, "thirty"),
        ("At Mercy Hospital, I learned a lot.", Claim.NAME, "Mercy"),
        ("Over time I'd like to become a surgeon and a director of care.", Claim.TITLE, "a director"),
        ("I hold a master's in care.", Claim.CERTIFICATE, "master's"),
        ("I read that you plan to hire across Ohio.", Claim.NAME, "Ohio"),
        (
            "You're launching a telehealth service, and I'd like to help.",
            Claim.PLAN,
            "launching a telehealth service",
        ),
        ("I want to be a senior nurse.", Claim.TITLE, "senior nurse"),
    ],
)
def test_a_fact_from_nowhere_is_found(text, kind, quote):
    found = check_grounds(text, EVIDENCE)
    assert [(item.kind, item.quote) for item in found] == [(kind, quote)]
    assert text[found[0].start : found[0].end] == quote


@pytest.mark.parametrize(
    "text",
    [
        "I precepted eleven new graduates at Fallbrook General Hospital.",
        "I cut missed checks by 40%, and I'd finish my ACLS certification.",
        "You plan to open a second cardiac unit in spring 2027, and I'd like to help.",
        "In five years, I'd like to lead a unit as a charge nurse.",
        "That's why I'm here. Teaching is one thing I enjoy.",
    ],
)
def test_a_fact_somebody_said_is_left_alone(text):
    assert check_grounds(text, EVIDENCE) == ()


MARKED = (
    (
        "Data analyst at Larkfield Energy, 2021 - Present. Cut report errors by 40%. Trained 12 people. Worked there for four years. "
        "Handled a budget of $3 million. Skills: Excel. Associate degree."
    ),
    Wished("I want to pass the CPA exam and hold a CPA license within three years."),
    Posted(
        "Reporting Manager at Corbel Foods. 5 years of experience in SQL. Lead a team of seven. MBA preferred. "
        "We run 140 stores and plan to open a second plant in 2027. Project certification required."
    ),
)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("I have 5 years in SQL.", "5 years"),
        ("I've worked in SQL for four years.", "SQL"),
        ("With five years behind me, I lead well.", "five years"),
        ("I led a team of seven.", "seven"),
        ("At Corbel Foods, I trained 12 people.", "Corbel"),
        ("I was a manager there.", "a manager"),
        ("I hold an MBA.", "MBA"),
        ("I have my certification.", "certification"),
        ("I already hold a CPA license.", "CPA"),
        ("You run a team of 12 people.", "12 people"),
        ("Your four years of growth impressed me.", "four years"),
        ("You use Excel in 140 stores.", "Excel"),
        ("While I led a team of seven, I learned a lot.", "seven"),
        ("I handled a budget of 3 million people.", "3 million people"),
        ("I cut errors by 40 people.", "40 people"),
        ("I saved $40.", "$40"),
        ("I worked there for four months.", "four months"),
        ("I trained 12%.", "12%"),
    ],
)
def test_what_i_did_rests_on_my_papers_and_what_they_plan_on_theirs(text, quote):
    found = check_grounds(text, MARKED)
    assert quote in [item.quote for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "I have 4 years at Larkfield Energy, and I want to lead a team of seven.",
        "I'd like to pass the CPA exam and join Corbel Foods.",
        "I trained twelve people and cut errors by 40 percent.",
        "You run 140 stores, and I handled three million dollars.",
        "I read that you plan to open a second plant in 2027, and I'd like to help with SQL.",
        "If I can keep growing like that at Corbel Foods, I'd want to stay.",
        "While I'm at Corbel Foods, I'd put my full effort into the work.",
        "Over the next three years, I want to earn a CPA license.",
        "Your posting asks for someone to lead a team of seven, and I'd like to do that well.",
    ],
)
def test_a_wish_may_rest_on_the_posting(text):
    assert check_grounds(text, MARKED) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4 years", "four years", True),
        ("two years", "24 months", True),
        ("$3 million", "$3M", True),
        ("$3,000,000", "three million dollars", True),
        ("40%", "40 percent", True),
        ("cut it in half", "cut by 50%", True),
        ("12 people", "a dozen people", True),
        ("12 people", "twelve new dispatchers", True),
        ("12 people", "12 trucks", False),
        ("a 12-person team", "12 people", True),
        ("3 million people", "$3 million", False),
        ("7 days", "one week", False),
        ("5+ years", "five years", True),
        ("by a third", "fell by a third", True),
    ],
)
def test_numbers_are_compared_with_what_they_count(one, other, same):
    said, known = quantities_in(one), quantities_in(other)
    assert any(a.fits(b) for a in said for b in known) == same

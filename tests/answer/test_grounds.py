"""Facts nobody said are found; facts somebody said are not."""

from __future__ import annotations

import pytest

from everest.answer import Claim, check_grounds

EVIDENCE = (
    "Registered Nurse, Fallbrook General Hospital. Precepted 11 new graduates. Reduced missed checks by 40%. BSN, 2018.",
    "Charge Nurse at Harborview Medical. We plan to open a second cardiac unit in spring 2027. ACLS certification required.",
    "I want to lead a unit within five years.",
)


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("I precepted 12 new graduates.", Claim.NUMBER, "12"),
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

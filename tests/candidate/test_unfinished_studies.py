"""Studies under way, as students write them."""

from __future__ import annotations

import pytest

from everest.answer import talking_points
from everest.candidate import read_resume
from everest.opening import read_posting

HEAD = "Ana Moreno\n\nEXPERIENCE\nKennel Attendant, Prairie Paws, 2019 - 2021\n* Fed 40 dogs a day\n\nEDUCATION\n"


@pytest.mark.parametrize(
    ("line", "degree", "school"),
    [
        (
            "Associate of Applied Science, Veterinary Technology, Montana Valley College, in progress, expected May 2041",
            "Associate of Applied Science",
            "Montana Valley College",
        ),
        (
            "B.S. in Biology, Cedar State University, expected 2041",
            "B.S. in Biology",
            "Cedar State University",
        ),
        (
            "Cedar State University, Bachelor of Arts, anticipated graduation June 2041",
            "Bachelor of Arts",
            "Cedar State University",
        ),
    ],
)
def test_a_course_under_way_is_read(line: str, degree: str, school: str) -> None:
    study = read_resume(HEAD + line).education[0]
    assert study.degree and study.degree.value == degree
    assert study.institution and study.institution.value == school
    assert study.end and study.end.year == 2041
    assert study.field_of_study is None or "expected" not in study.field_of_study.value


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("Degree in veterinary technology, or close to finishing", None),
        (
            "Associate degree in veterinary technology",
            "I'm finishing my Associate of Applied Science in 2041",
        ),
    ],
)
def test_an_unfinished_degree_is_told_as_what_it_is(wanted: str, said: str | None) -> None:
    candidate = read_resume(
        HEAD
        + "Associate of Applied Science, Veterinary Technology, Montana Valley College, expected May 2041"
    )
    opening = read_posting(
        f"Veterinary Technician\nBitterroot Hospital\n\nWhat you'll do\n- Monitor anesthesia\n\nYou bring\n- {wanted}\n"
    )
    said_of_gaps = [gap.say for gap in talking_points(candidate, opening)[1]]
    assert not any("don't have that degree" in words for words in said_of_gaps)
    assert any(said in words for words in said_of_gaps) if said else not said_of_gaps

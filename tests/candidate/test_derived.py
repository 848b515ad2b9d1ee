"""What follows from the facts: occupation, years, rank, trend and achievements, for people as they are."""

from __future__ import annotations

from datetime import date

import pytest

from everest.candidate import read_resume
from everest.candidate.model import Candidate
from everest.standing import Rank

TODAY = date(2026, 1, 15)


def read(*jobs: str) -> Candidate:
    return read_resume("Ada Brill\n\nEXPERIENCE\n" + "\n".join(jobs) + "\n", today=TODAY)


def test_a_nurse_who_was_promoted_in_her_ward() -> None:
    nurse = read(
        "Charge Nurse, Alder Creek Hospital, Mar 2021 - Present\n- Led a shift of nine nurses",
        "Registered Nurse, Alder Creek Hospital, Jun 2017 - Feb 2021\n- Trained 14 new graduates",
        "Nursing Assistant, Maple Row Care Home, Sep 2014 - May 2017\n- Helped 22 residents with daily living",
    )
    assert [job.occupation for job in nurse.positions] == ["29-1141.00", "29-1141.00", "31-1131.00"]
    assert nurse.years == pytest.approx(11.4, abs=0.1)
    assert nurse.years_by_field["29"] == pytest.approx(8.7, abs=0.1)
    assert nurse.years_by_field["31"] == pytest.approx(2.75, abs=0.01)
    assert nurse.rank is Rank.MANAGER
    assert nurse.trend == "rising"


def test_two_jobs_at_once_count_once() -> None:
    both = read(
        "Bookkeeper, Tolland Paper Company, Jan 2020 - Dec 2023\n- Closed the books each month",
        "Accounting Clerk, Hale Dairy, Jan 2022 - Dec 2025\n- Matched 400 invoices a week",
    )
    assert both.years == pytest.approx(6.0, abs=0.01)
    assert both.years_by_field == {"43": pytest.approx(6.0, abs=0.01)}


def test_a_gap_between_jobs_is_not_experience() -> None:
    back = read(
        "Cook, Bistro Marchetti, Jan 2024 - Dec 2025\n- Ran the grill station",
        "Cook, Harbor Grill, Jan 2014 - Dec 2015\n- Cooked for 200 guests",
    )
    assert back.years == pytest.approx(4.0, abs=0.01)


def test_a_change_of_field_keeps_the_years_of_each() -> None:
    changer = read(
        "Junior Software Developer, Larkfield Systems, Jan 2024 - Present\n- Built the booking page",
        "Science Teacher, Orchard Park Middle School, Aug 2014 - Dec 2023\n- Taught 300 students",
    )
    assert [(job.occupation or "")[:5] for job in changer.positions] == ["15-12", "25-20"]
    assert changer.years_by_field["15"] == pytest.approx(2.1, abs=0.1)
    assert changer.years_by_field["25"] == pytest.approx(9.4, abs=0.1)
    assert changer.trend != "rising"


def test_one_job_or_none_has_no_trend() -> None:
    assert read("Welder, Gulf Iron Works, 2017 - present\n- Welded hulls all year").trend == ""
    assert read_resume("Ada Brill\n\nSKILLS\nWelding\n", today=TODAY).years == 0


@pytest.mark.parametrize(
    ("bullet", "verb", "thing", "number"),
    [
        ("Cut late discharges by 18% with a bedside checklist", "cut", "late discharges", "18%"),
        ("Successfully negotiated a $4.2 million contract", "negotiate", "a $4.2 million contract", "$4.2 million"),
        ("Reduced scrap from 4.1% to 2.7%", "reduce", "scrap from 4.1% to 2.7%", "from 4.1% to 2.7%"),
        ("I built the billing page for 1,200 shops", "build", "the billing page for 1,200 shops", "1,200"),
        ("In 2019, won the regional sales award", "win", "the regional sales award", None),
        ("Worked on SAP S/4HANA for 3 clients", "work", "on SAP S/4HANA for 3 clients", "3"),
        ("Co-wrote two papers (Nature, 2021)", "co-write", "two papers", None),
        ("Rebuilt the wireless network of two sites", "rebuild", "the wireless network of two sites", None),
    ],
)  # fmt: skip
def test_an_achievement_has_a_verb_an_object_and_its_number(
    bullet: str, verb: str, thing: str, number: str | None
) -> None:
    (made,) = read(f"Planner, Vela Foods, 2017 - present\n- {bullet}").achievements
    assert (made.verb, made.object, made.number) == (verb, thing, number)
    assert made.evidence.quote == bullet


@pytest.mark.parametrize(
    "bullet",
    ["Responsible for the night shift", "Duties included filing and typing", "Member of the safety council", "Team of 12 in two halls",
     "Was promoted to shift lead after eight months", "Experience with Excel and SAP"],
)  # fmt: skip
def test_duties_and_memberships_are_no_achievements(bullet: str) -> None:
    assert read(f"Planner, Vela Foods, 2017 - present\n- {bullet}").achievements == ()

"""A résumé that lost its line breaks is read by its headings, dates and bullets; what is a guess is said to be one."""

from __future__ import annotations

from datetime import date

import pytest

from everest.candidate import read_resume
from everest.candidate.model import Candidate, Month
from everest.evidence import SURE

TODAY = date(2026, 1, 15)
NURSE = (
    "Renata Voskuil renata.voskuil@example.com 555 014 2231 Dayton, OH Professional Summary Registered nurse with a calm hand. "
    "Work Experience Charge Nurse, Alder Creek Hospital, Dayton, OH Mar 2021 - Present • Led a shift of nine nurses • Cut late "
    "discharges by 18% Registered Nurse, Maple Row Clinic, Xenia, OH Jun 2017 - Feb 2021 • Trained 14 new graduates Education "
    "Bachelor of Science in Nursing, Wright Valley University, 2017 Skills Wound care, Triage, IV therapy"
)
COOK = (
    "Dario Whitcombe Line Cook dario.w@example.com WORK EXPERIENCE Sous Chef Copper Kettle Bistro 2019 - Present * Run the pass on two "
    "nights a week * Cut food waste by a fifth Line Cook Harbor Street Grill 2015 - 2019 * Held the grill station through 200 covers "
    "EDUCATION Diploma in Culinary Arts Lakeshore Community College 2015 SKILLS Knife work * Menu costing * Food safety"
)
BOARD = (
    "Skills: Excel Education Details \nJune 2010 to April 2014 B.Com Accounts Nashik, Maharashtra Godavari College of Commerce\n"
    "Accounts Executive \n\nAccounts Executive - Meher Textiles Pvt Ltd\nSkill Details \nTALLY- Exprience - 48 months\n"
    "GST- Exprience - Less than 1 year monthsCompany Details \ncompany - Meher Textiles Pvt Ltd\ndescription - Keeps the books of two "
    "mills.\ncompany - Suraj Traders\ndescription - Designation: Accounts Assistant\nDuration: June 2014 to March 2016"
)


def read(text: str) -> Candidate:
    return read_resume(text, today=TODAY)


def jobs(candidate: Candidate) -> list[tuple[str, str]]:
    return [
        (job.title.value if job.title else "", job.employer.value if job.employer else "")
        for job in candidate.positions
    ]


def test_jobs_studies_and_skills_are_found_in_one_line() -> None:
    nurse = read(NURSE)
    assert jobs(nurse) == [
        ("Charge Nurse", "Alder Creek Hospital"),
        ("Registered Nurse", "Maple Row Clinic"),
    ]
    assert nurse.positions[0].is_current
    assert nurse.positions[1].end == Month(2021, 2)
    assert [bullet.value for bullet in nurse.positions[0].bullets] == [
        "Led a shift of nine nurses",
        "Cut late discharges by 18%",
    ]
    assert nurse.education[0].institution is not None
    assert nurse.education[0].institution.value == "Wright Valley University"
    assert [skill.value for skill in nurse.skills] == ["Wound care", "Triage", "IV therapy"]
    assert nurse.name is not None
    assert nurse.name.value == "Renata Voskuil"


@pytest.mark.parametrize("text", [NURSE, COOK, BOARD])
def test_every_fact_still_stands_where_it_says(text: str) -> None:
    candidate = read(text)
    facts = [*candidate.skills, *(bullet for job in candidate.positions for bullet in job.bullets)]
    facts += [
        fact
        for job in candidate.positions
        for fact in (job.title, job.employer, job.place, job.dates)
        if fact
    ]
    assert facts
    for fact in facts:
        quote = fact.evidence
        assert candidate.text[quote.start : quote.end] == quote.quote


def test_title_and_employer_with_nothing_between_them_are_asked_about() -> None:
    cook = read(COOK)
    assert jobs(cook) == [("Sous Chef", "Copper Kettle Bistro"), ("Line Cook", "Harbor Street Grill")]
    assert all(job.title and job.title.confidence < SURE for job in cook.positions)
    assert all(job.employer and job.employer.confidence < SURE for job in cook.positions)
    assert cook.name is not None
    assert cook.name.confidence < SURE
    assert any("line breaks" in notice.text for notice in cook.notices)


def test_jobs_behind_labels_are_read_and_no_title_is_made_up() -> None:
    clerk = read(BOARD)
    assert jobs(clerk) == [
        ("Accounts Executive", "Meher Textiles Pvt Ltd"),
        ("Accounts Assistant", "Suraj Traders"),
    ]
    assert clerk.positions[0].start is None
    assert clerk.positions[1].start == Month(2014, 6)
    assert [skill.value for skill in clerk.skills] == ["Excel", "TALLY", "GST"]
    study = clerk.education[0]
    assert (study.degree and study.degree.value, study.institution and study.institution.value) == (
        "B.Com Accounts",
        "Godavari College of Commerce",
    )


def test_a_job_whose_title_is_not_said_has_none() -> None:
    text = BOARD.replace("Designation: Accounts Assistant", "Kept the cash book and the petty cash.")
    assert jobs(read(text))[1] == ("", "Suraj Traders")


def test_words_like_headings_in_a_sentence_break_nothing() -> None:
    text = (
        "Ada Brill\nSummary\nI teach people to write a Work History that can be read, and I have given Education Coordinators and Skills "
        "Trainers a week each on how to ask about Experience without asking about age, in nine cities between 2015 and 2019.\n"
        "Experience\nTrainer, Plain Words Ltd, 2015 - 2019\n- Taught 900 people"
    )
    candidate = read(text)
    assert jobs(candidate) == [("Trainer", "Plain Words Ltd")]
    assert candidate.summary is not None
    assert candidate.summary.value.endswith("between 2015 and 2019.")


def test_a_resume_with_its_lines_is_left_as_it_is() -> None:
    candidate = read(
        "Ada Brill\nExperience\nTrainer, Plain Words Ltd, 2015 - 2019\n- Taught 900 people\nSkills\nTact"
    )
    assert not any("line breaks" in notice.text for notice in candidate.notices)

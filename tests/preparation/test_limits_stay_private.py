"""What life sets as a limit is kept for the person alone: no answer, talking point or sheet holds a word of it."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from everest.preparation.model import Preparation
from everest.preparation.pipeline import prepare
from everest.preparation.sheet import render

RESUME = """Marisol Tegner
Experience
Charge Nurse, Alder Creek Hospital, Mar 2021 - Present
- Cut late discharges by 18% with a bedside checklist
- Trained 14 new graduates
Registered Nurse, Alder Creek Hospital, Jun 2017 - Feb 2021
- Started the fall-prevention rounds now used on three units
Education
Bachelor of Science in Nursing, Wright Valley University, 2017
Skills
Triage, Patient education, Team leadership
"""
POSTING = """Nurse Manager
Riverbend Medical Center, Dayton, OH
You will:
- Lead a unit of 40 nurses
- Teach new graduates and keep them
- Reduce falls and late discharges
Requirements
- BSN and five years on a surgical unit
"""
SECRETS = ("dialysis", "Tuesday", "Quillfeather", "custody", "asthma")
REFLECTION = {
    "aspiration": "I want to lead a unit where new nurses stay because they are taught well.",
    "strengths": [{"name": "teaching under pressure", "proof": "I trained 14 graduates and none of them left."}],
    "enjoys": ["teaching new nurses"],
    "must_have": ["helping"],
    "lifestyle": ["my son's dialysis on Tuesday", "custody every second week in Quillfeather", "no night shift because of asthma"],
}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Preparation:
    return prepare(RESUME, POSTING, reflection=REFLECTION)


def test_the_answers_hold_no_word_of_the_limits(made: Preparation) -> None:
    parts = (
        *made.answers,
        *made.reviews,
        *made.talking_points,
        *made.gaps,
        *made.follow_ups,
        made.aspiration,
    )
    written = " ".join([*(str(asdict(part)) for part in parts), *made.practice])
    assert "teach" in written
    assert [word for word in SECRETS if word in written] == []


@pytest.mark.parametrize("kind", ["md", "html"])
def test_the_sheet_holds_no_word_of_the_limits(made: Preparation, kind: str) -> None:
    sheet = render(made, kind).decode("utf-8")
    assert "nurses" in sheet
    assert [word for word in SECRETS if word in sheet] == []


def test_the_person_still_sees_them(made: Preparation) -> None:
    assert made.candidate.reflection.lifestyle == tuple(REFLECTION["lifestyle"])

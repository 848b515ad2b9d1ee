"""Birth date, gender, nationality, family and faith stand in many a résumé and are never read into the candidate."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from everest.candidate import read_resume

EUROPEAN = """CURRICULUM VITAE
Giulia Ferraro
Via Roma 12, 10121 Torino, Italy
Date of birth: 14/02/1991
Place of birth: Cuneo
Nationality: Italian
Gender: Female
Marital status: married, two children
Religion: Catholic

WORK EXPERIENCE
03/2019 – present
Quality Engineer
Officine Valdo S.p.A., Torino, Italy
- Cut scrap from 4.1% to 2.7%

EDUCATION AND TRAINING
2016
Master of Science in Mechanical Engineering
Politecnico di Torino

PERSONAL SKILLS
Mother tongue: Italian
SPC, FMEA, CAD
"""
INDIAN = """RESUME
Sandeep Kulkarni
Email: sandeep.k@example.com

PROFESSIONAL EXPERIENCE
Organization: Kaveri Castings Pvt. Ltd.
Designation: Maintenance Engineer
Duration: June 2016 to till date

EDUCATIONAL QUALIFICATION
B.E. (Mechanical)\tPune University\t2014\t68%

TECHNICAL SKILLS
AutoCAD, PLC

PERSONAL DETAILS
Father's Name: Ramesh Kulkarni
Date of Birth: 12th March 1992
Gender: Male
Marital Status: Single
Nationality: Indian
Religion: Hindu
Languages Known: English, Hindi
Passport No: Z1234567
"""
GERMAN = """Lebenslauf
Hannes Behrend
Geburtsdatum: 03.07.1987
Staatsangehörigkeit: deutsch
Familienstand: verheiratet

Experience
Toolmaker, Lenz Werkzeugbau GmbH, 01/2015 – present
Education
Date of birth: 03.07.1987
Apprenticeship as toolmaker, Technische Schule Jena, 2007
Skills
Milling, Grinding
Born 1987 | Married | 2 children
"""


def found(text: str) -> str:
    """Return everything that was read, but the text it was read from and the quotations of whole heads."""
    read: dict[str, Any] = asdict(read_resume(text, today=date(2026, 1, 15)))
    del read["text"]
    return json.dumps(read, default=str, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "private"),
    [
        (EUROPEAN, ["14/02/1991", "1991", "Cuneo", "Female", "married", "children", "Catholic", "Nationality"]),
        (INDIAN, ["Ramesh", "1992", "Male", "Single", "Indian", 'Hindu"', "Z1234567"]),
        (GERMAN, ["1987", "deutsch", "verheiratet", "Married", "children"]),
    ],
)  # fmt: skip
def test_who_somebody_is_is_not_read(text: str, private: list[str]) -> None:
    read = found(text)
    assert [word for word in private if word in read] == []


def test_what_they_have_done_is_read_all_the_same() -> None:
    giulia = read_resume(EUROPEAN, today=date(2026, 1, 15))
    assert [(job.title and job.title.value) for job in giulia.positions] == ["Quality Engineer"]
    assert [skill.value for skill in giulia.skills] == ["SPC", "FMEA", "CAD"]
    assert [language.value for language in giulia.languages] == ["Italian"]
    sandeep = read_resume(INDIAN, today=date(2026, 1, 15))
    assert [language.value for language in sandeep.languages] == ["English", "Hindi"]
    assert sandeep.education[0].degree is not None
    assert sandeep.education[0].degree.value == "B.E. (Mechanical)"


@pytest.mark.parametrize(
    "head",
    ["Passport Officer, Ministry of Travel", "Gender Studies Lecturer, Calden College", "Race Director, Marathon Society", "Pan-European Sales Manager, Vela Foods"],
)  # fmt: skip
def test_titles_that_hold_such_words_are_read(head: str) -> None:
    title = head.split(",", maxsplit=1)[0]
    (job,) = read_resume(f"Ada Brill\n\nEXPERIENCE\n{head}, 2015 - 2019\n- Met 900 people\n").positions
    assert job.title is not None
    assert job.title.value == title

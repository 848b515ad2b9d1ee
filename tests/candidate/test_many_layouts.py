"""Heads of jobs and studies as people and common tools set them: houses with several jobs, fields, towns, sentences."""

from __future__ import annotations

import pytest

from everest.candidate import read_resume

JOBS = {
    "a house with its dates above several jobs": (
        "North Loop Financial, Minneapolis, MN\n2012 – Present\nVice President, Operations (2020 – Present)\n- Leads\nOperations Manager (2012 – 2020)",
        [("Vice President, Operations", "North Loop Financial"), ("Operations Manager", "North Loop Financial")],
    ),
    "a house without dates above several jobs, no bullets": (
        "Spotless Cleaning Services\nCleaning Supervisor\tJan 2018 - Current\nManaged eight cleaners\nCleaner\t2014 - 2017\nCleaned offices at night",
        [("Cleaning Supervisor", "Spotless Cleaning Services"), ("Cleaner", "Spotless Cleaning Services")],
    ),
    "a field behind the title": (
        "Palouse Community Hospital, Pullman, WA\t2015 – 2019\nStaff Nurse, Medical-Surgical\n• Cared for six patients",
        [("Staff Nurse, Medical-Surgical", "Palouse Community Hospital")],
    ),
    "a town without a state behind the employer": (
        "Harbourlight, Bristol — Senior Developer\nMarch 2021 - PRESENT\nRewrote the checkout.",
        [("Senior Developer", "Harbourlight")],
    ),
    "told in a sentence": (
        "Currently working as Senior Engineer with Sahyadri Infotech Pvt. Ltd., Pune from July 2019 to till date.",
        [("Senior Engineer", "Sahyadri Infotech Pvt. Ltd.")],
    ),
    "an employer behind @ and where one sits": (
        "Account Executive, Mid-Market @ Brightpath (Remote)\nJan '22 - Present\n* Closed $1.2M",
        [("Account Executive, Mid-Market", "Brightpath")],
    ),
    "partners of a firm": (
        "HOLLINS, MARSH & TREVINO LLP\tRichmond, VA\nSenior Associate\t2020 – Present\nFirst chair in two trials.",
        [("Senior Associate", "HOLLINS, MARSH & TREVINO LLP")],
    ),
    "a department and its university": (
        "Assistant Professor, Department of Marine Biology, Penobscot University, 2020–present",
        [("Assistant Professor", "Department of Marine Biology, Penobscot University")],
    ),
    "technologies beneath a job": (
        "Lead Developer | Shandon Tickets | Feb 2021 – Present\nTechnologies: Rails, React\n• Led\nDeveloper | Lee Software | 2016 – 2021",
        [("Lead Developer", "Shandon Tickets"), ("Developer", "Lee Software")],
    ),
    "an unknown heading behind the jobs": (
        "CLERK, HALE LTD\n2019 – 2021\n\nADMISSIONS\nVirginia, 2016",
        [("CLERK", "HALE LTD")],
    ),
}  # fmt: skip
STUDIES = {
    "a town behind the school": ("2013–2015 MSc Physics, University of Calden, Ghent.", [("MSc Physics", "University of Calden", 2015)]),
    "honours": ("Juris Doctor, cum laude\tMay 2016\nCalden School of Law", [("Juris Doctor", "Calden School of Law", 2016)]),
    "a mark": ("BSc Geography (2:1), University of Calden, 2012", [("BSc Geography", "University of Calden", 2012)]),
    "certificates among degrees": (
        "Bachelor of Arts, Calden College, 2015\nCardiac Life Support, Heart Association, 2020",
        [("Bachelor of Arts", "Calden College", 2015)],
    ),
    "not finished": (
        "Calden University, Dallas, TX\nB.S. in Nursing (in progress, expected May 2027)",
        [("B.S. in Nursing", "Calden University", 2027)],
    ),
    "subjects": ("Calden College, 2008 – 2010\nA-levels: Maths (A), Physics (B)", [("A-levels", "Calden College", 2010)]),
    "told in a sentence": ("I took a Master of Law at Calden University in 2015.", [("Master of Law", "Calden University", 2015)]),
}  # fmt: skip


@pytest.mark.parametrize("name", JOBS)
def test_jobs_are_read_in_many_layouts(name: str) -> None:
    text, want = JOBS[name]
    jobs = read_resume(f"Ada Brill\n\nEDUCATION\nBA, Alder College, 2010\n\nEXPERIENCE\n{text}\n").positions
    assert [(job.title and job.title.value, job.employer and job.employer.value) for job in jobs] == want


@pytest.mark.parametrize("name", STUDIES)
def test_studies_are_read_in_many_layouts(name: str) -> None:
    text, want = STUDIES[name]
    found = read_resume(f"Ada Brill\n\nEDUCATION\n{text}\n").education
    assert [
        (one.degree and one.degree.value, one.institution and one.institution.value, one.end and one.end.year)
        for one in found
    ] == want


def test_jobs_and_studies_without_any_heading_are_told_apart() -> None:
    candidate = read_resume(
        "Ada Brill\nHotel supervisor\n\nHousekeeper, Oglethorpe Hotel, May 2014 to March 2019\nSixteen rooms a day.\n\n"
        "Diploma, Chatham County High School, 2011\n"
    )
    assert [job.employer and job.employer.value for job in candidate.positions] == ["Oglethorpe Hotel"]
    assert [one.degree and one.degree.value for one in candidate.education] == ["Diploma"]


def test_headings_in_german_are_known() -> None:
    candidate = read_resume(
        "Annegret Sielaff\n\nBerufserfahrung\nseit 04/2020\tLeiterin Controlling\n\tHansen Technik GmbH, Göttingen\n\n"
        "Ausbildung\n10/2011 – 07/2013\tMaster of Science Informatik\n\tUniversität Harzburg\n\nKenntnisse\nSAP, Excel\n"
    )
    assert [job.employer and job.employer.value for job in candidate.positions] == ["Hansen Technik GmbH"]
    assert [one.institution and one.institution.value for one in candidate.education] == [
        "Universität Harzburg"
    ]
    assert [skill.value for skill in candidate.skills] == ["SAP", "Excel"]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        (
            "I am proficient in ArcGIS and Excel, and have good knowledge of maps.",
            ["ArcGIS", "Excel", "maps"],
        ),
        ("Languages: Java, SQL\nTools: Spark, dbt", ["Java", "SQL", "Spark", "dbt"]),
        ("Languages Python, Scala\nTools Spark, dbt", ["Python", "Scala", "Spark", "dbt"]),
        ("Shift planning – Crane operation – Navis", ["Shift planning", "Crane operation", "Navis"]),
    ],
)
def test_skills_are_read_out_of_sentences_and_rows(text: str, skills: list[str]) -> None:
    assert [skill.value for skill in read_resume(f"Ada Brill\n\nSKILLS\n{text}\n").skills] == skills

"""Names in the heads of jobs and studies, in the ways they are set apart."""

from __future__ import annotations

import pytest

from everest.candidate import read_resume


def first_job(head: str) -> tuple[str, str]:
    (job,) = read_resume(f"Ada Brill\n\nEXPERIENCE\n{head}\n- Taught 900 people to read maps\n").positions
    return (job.title.value if job.title else "", job.employer.value if job.employer else "")


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        ("SOUS CHEF AT THE COPPER HERON, 2019 - 2021", "SOUS CHEF", "THE COPPER HERON"),
        ("Team Lead\nat Brightwell Software, 2019 - 2021", "Team Lead", "Brightwell Software"),
        ("2019 - 2021 Tax Manager. Brandreth & Cole LLP, Leicester, UK.", "Tax Manager", "Brandreth & Cole LLP"),
        ("Granskog Architects\nInterior Designer\n2019 - 2021", "Interior Designer", "Granskog Architects"),
        ("Clerk, Hale Bros. Paper Co., 2019 - 2021", "Clerk", "Hale Bros. Paper Co."),
    ],
)  # fmt: skip
def test_title_and_employer_are_told_apart(head: str, title: str, employer: str) -> None:
    assert first_job(head) == (title, employer)


def test_the_first_row_of_a_table_is_no_job() -> None:
    text = "Ada Brill\n\nEXPERIENCE\nPosition\tCompany\tDates\nTax Manager\tHale LLP\tNov 2020 - Present\nClerk\tDerby Dairy\t2015 - 2017\n"
    jobs = read_resume(text).positions
    assert [(job.title and job.title.value, job.employer and job.employer.value) for job in jobs] == [
        ("Tax Manager", "Hale LLP"),
        ("Clerk", "Derby Dairy"),
    ]


def test_a_high_school_and_its_diploma_are_told_apart() -> None:
    text = "Ada Brill\n\nEDUCATION\nHigh School Diploma\nWashoe Valley High School\n2012 – 2016\n"
    (study,) = read_resume(text).education
    assert (study.degree and study.degree.value) == "High School Diploma"
    assert (study.institution and study.institution.value) == "Washoe Valley High School"

"""A title that stands alone above a full line of employer, place and dates belongs to that job."""

from __future__ import annotations

from everest.candidate import read_resume

PAPER = """Ottilie Farnsworth

WORK EXPERIENCE
HR Generalist
Quarry Stone Manufacturing · Grand Rapids, MI · 2018 – Present
- Filled 90 openings a year and shortened hiring from 48 to 31 days.
HR Coordinator
Lakeshore Credit Union · Holland, MI · 2015 – 2018
- Ran payroll for 210 employees.
Top seller in 2016 and 2017.

EDUCATION
Bachelor of Fine Arts in Visual Communication — Cornerstone College of Art (2014)
"""


def test_every_job_keeps_its_title():
    jobs = [
        (p.title and p.title.value, p.employer and p.employer.value) for p in read_resume(PAPER).positions
    ]
    assert jobs == [
        ("HR Generalist", "Quarry Stone Manufacturing"),
        ("HR Coordinator", "Lakeshore Credit Union"),
    ]


def test_a_year_in_parentheses_ends_a_degree():
    (study,) = read_resume(PAPER).education
    assert study.institution is not None
    assert (study.institution.value, study.end and study.end.year) == ("Cornerstone College of Art", 2014)

"""Two columns are read one after the other, the main one first."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from everest.candidate import read_resume
from everest.documents import read_document
from everest.errors import UnreadableDocument

SIDEBAR = [
    "CONTACT",
    "ana@example.com",
    "555-123-4567",
    "",
    "SKILLS",
    "Excel",
    "SQL",
    "Forecasting",
    "",
    "LANGUAGES",
    "Spanish",
    "English",
]
MAIN = [
    "Ana Torrel", "Demand Planner", "", "EXPERIENCE", "Demand Planner, Orchard Foods", "Mar 2020 - Present",
    "• Cut stockouts by 18% with weekly forecasts", "• Trained three junior planners", "Inventory Clerk, Lakeside Depot",
    "Jun 2017 - Feb 2020", "• Counted and reconciled 4,000 items a month", "", "EDUCATION", "BS Logistics, Lakeside University", "2013 - 2017",
]  # fmt: skip


def drawn(*columns: tuple[int, list[str]], password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=password)
    for x, lines in columns:
        for number, line in enumerate(lines):
            canvas.drawString(x, 780 - 18 * number, line)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("columns", [((40, SIDEBAR), (230, MAIN)), ((40, MAIN), (400, SIDEBAR))])
def test_a_sidebar_does_not_mix_with_the_jobs(columns: tuple[tuple[int, list[str]], ...]) -> None:
    candidate = read_resume(drawn(*columns), name="cv.pdf")
    assert candidate.name is not None
    assert candidate.name.value == "Ana Torrel"
    jobs = [
        (job.title.value, job.employer.value) for job in candidate.positions if job.title and job.employer
    ]
    assert jobs == [("Demand Planner", "Orchard Foods"), ("Inventory Clerk", "Lakeside Depot")]
    assert [skill.value for skill in candidate.skills] == ["Excel", "SQL", "Forecasting"]
    assert [language.value for language in candidate.languages] == ["Spanish", "English"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (drawn((40, MAIN), password="secret"), "locked with a password"),
        (b"%PDF-1.4\n" + b"0" * 20_000_001, "20 MB"),
        (b"%PDF-1.4 broken", "damaged"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(content, name="cv.pdf")


def test_headings_in_the_middle_of_the_page_are_no_column() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    lines = [("c", "EXPERIENCE"), ("l", "Data Analyst (2019 to now)"), ("l", "Meridian Transit"), ("l", "- Built a dashboard"),
             ("l", "Research Assistant (2017 to 2019)"), ("l", "Front Range Institute"), ("c", "EDUCATION"), ("l", "M.S. Statistics"),
             ("l", "Plains University, 2018"), ("c", "SKILLS"), ("l", "SQL, R, Tableau"), ("c", "LANGUAGES"), ("l", "English")]  # fmt: skip
    for number, (where, words) in enumerate(lines):
        at = 780 - 18 * number
        canvas.drawCentredString(297.5, at, words) if where == "c" else canvas.drawString(60, at, words)
    canvas.save()
    text = read_document(buffer.getvalue(), name="cv.pdf").text
    assert text.splitlines()[:2] == ["EXPERIENCE", "Data Analyst (2019 to now)"]
    assert text.index("EDUCATION") < text.index("M.S. Statistics")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Dispatcher, Prairie Line (Mar 2013 -", "Dec 2020)", "Dispatcher, Prairie Line (Mar 2013 - Dec 2020)"),
        ("HELP DESK, NUTMEG, 07/2013", "– 09/2016", "HELP DESK, NUTMEG, 07/2013 – 09/2016"),
        ("Clerk, Cuyahoga, 09.2014 –", "04.2017", "Clerk, Cuyahoga, 09.2014 – 04.2017"),
    ],
)  # fmt: skip
def test_a_date_broken_over_two_lines_is_one(first: str, second: str, whole: str) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, words in enumerate([first, second, "• Routes for 45 trucks in four states, by night"]):
        canvas.drawString(60, 780 - 13 * number, words)
    canvas.save()
    assert whole in read_document(buffer.getvalue(), name="cv.pdf").text.splitlines()


def test_an_employer_above_a_title_is_not_joined_to_it() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica-Bold", 11)
    for number, words in enumerate(["Red Mesa Electric, Tucson, AZ", "Electrician", "May 2018 – Present"]):
        canvas.drawString(60, 780 - 14 * number, words)
    canvas.save()
    assert "Electrician" in read_document(buffer.getvalue(), name="cv.pdf").text.splitlines()

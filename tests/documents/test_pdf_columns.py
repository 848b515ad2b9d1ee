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

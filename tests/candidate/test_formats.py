"""Each format read as a person reads it: LinkedIn's PDF and export, Word with tables and boxes, web pages, JSON."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from everest.candidate import read_resume
from everest.candidate.model import Candidate, Month

TODAY = date(2026, 1, 15)
PROGRAM = [("Program Officer", "Clearwater Health Trust"), ("Project Assistant", "Open Clinics")]


def jobs(candidate: Candidate) -> list[tuple[str, str]]:
    return [
        (job.title.value if job.title else "", job.employer.value if job.employer else "")
        for job in candidate.positions
    ]


def linkedin_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792))
    pages = [
        (
            [(13, "Contact"), (10, "theo@example.com"), (13, "Top Skills"), (10, "Forecasting"), (10, "Team Leadership"),
             (13, "Certifications"), (10, "APICS Certified Planner"), (13, "Honors-Awards"), (10, "Planner of the Year")],
            [(26, "Theo Marlow"), (12, "Supply chain manager"), (12, "Minneapolis, Minnesota"), (16, "Experience"), (12, "North Mill Foods"),
             (10, "6 years 3 months"), (11.5, "Supply Chain Manager"), (10, "October 2021 - Present (4 years 4 months)"),
             (10, "Minneapolis, Minnesota, United States"), (10, "- Lead a team of six planners and two buyers"), (11.5, "Demand Planner"),
             (10, "November 2019 - September 2021 (1 year 11 months)"), (10, "Forecast 1,200 items for 40 stores."), (12, "Lakeside Cold Storage"),
             (11.5, "Inventory Clerk"), (10, "June 2015 - October 2019 (4 years 5 months)"), (10, "Counted 4,000 items a month.")],
        ),
        ([], [(12, "Harbor Bakery"), (11.5, "Forklift Operator"), (10, "May 2013 - May 2015 (2 years 1 month)"), (16, "Education"),
              (12, "Lake Superior College"), (10, "Certificate, Logistics · (2013 - 2014)")]),
    ]  # fmt: skip
    for number, columns in enumerate(pages):
        for x, lines in zip((22, 224), columns, strict=True):
            y = 750.0
            for size, words in lines:
                canvas.setFont("Helvetica", size)
                canvas.drawString(x, y, words)
                y -= 1.6 * size
        canvas.setFont("Helvetica", 9)
        canvas.drawString(380, 20, f"Page {number + 1} of 2")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_linkedin_pdf() -> None:
    theo = read_resume(linkedin_pdf(), name="Profile.pdf", today=TODAY)
    assert jobs(theo) == [
        ("Supply Chain Manager", "North Mill Foods"),
        ("Demand Planner", "North Mill Foods"),
        ("Inventory Clerk", "Lakeside Cold Storage"),
        ("Forklift Operator", "Harbor Bakery"),
    ]
    first = theo.positions[0]
    assert first.place is not None
    assert first.place.value == "Minneapolis, Minnesota, United States"
    assert [bullet.value for bullet in first.bullets] == ["Lead a team of six planners and two buyers"]
    assert [fact.value for fact in theo.certificates] == ["APICS Certified Planner"]
    assert [fact.value for fact in theo.skills] == ["Forecasting", "Team Leadership"]
    assert theo.years == pytest.approx(12.75, abs=0.2)


def linkedin_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "Profile.csv",
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\n"
            'Theo,Marlow,Oak,12 Elm Street,Feb 3,Supply chain manager,"I plan, early."\n',
        )
        archive.writestr(
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\n"
            'North Mill Foods,Planner,"- Lead six planners\n- Cut stockouts by 2%",Duluth,Oct 2021,\n',
        )
        archive.writestr(
            "Education.csv",
            "School Name,Start Date,End Date,Degree Name\nLake College,2013,2014,Certificate\n",
        )
        archive.writestr("messages.csv", "FROM,CONTENT\nAnn,something private\n")
        archive.writestr("Connections.csv", "First Name,Last Name\nSomebody,Else\n")
    return buffer.getvalue()


def test_linkedin_export_and_nothing_private_of_it() -> None:
    theo = read_resume(linkedin_zip(), name="export.zip", today=TODAY)
    assert theo.name is not None
    assert theo.name.value == "Theo Marlow"
    assert jobs(theo) == [("Planner", "North Mill Foods")]
    assert [bullet.value for bullet in theo.positions[0].bullets] == [
        "Lead six planners",
        "Cut stockouts by 2%",
    ]
    assert theo.education[0].end == Month(2014)
    for private in ("Elm Street", "Feb 3", "Oak", "something private", "Somebody"):
        assert private not in theo.text
    quote = theo.name.evidence
    assert theo.text[quote.start : quote.end] == quote.quote


def word(*, boxes: bool) -> bytes:
    import docx
    from lxml import etree

    made = docx.Document()
    buffer = io.BytesIO()
    work = ["Experience", "Program Officer", "Clearwater Health Trust", "Jan 2020 – Present"]
    work += ["Project Assistant", "Open Clinics", "Mar 2016 – Dec 2019"]
    if boxes:
        made.add_paragraph("Nadia Brook")
        for lines in (["Skills", "Budgeting", "SQL"], work, ["Education", "MPH, University of Tarn, 2015"]):
            made.element.body.insert(len(made.element.body) - 1, etree.fromstring(_box(lines)))
    else:
        left, right = made.add_table(rows=1, cols=2).rows[0].cells
        for words in ("Contact", "nadia@example.com", "Skills", "Budgeting", "SQL", "Languages", "Arabic"):
            left.add_paragraph(words).runs[0].bold = words in {"Contact", "Skills", "Languages"}
        for words in ("Nadia Brook", "Program officer for public health and clean water", "Experience"):
            right.add_paragraph(words).runs[0].bold = True
        rows = right.add_table(rows=3, cols=3).rows
        told = [["Position", "Company", "Dates"], [*work[1:4]], [*work[4:]]]
        for row, cells in zip(rows, told, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        right.add_paragraph("Education").runs[0].bold = True
        right.add_paragraph("MPH, University of Tarn, 2015")
    made.save(buffer)
    return buffer.getvalue()


def _box(lines: list[str]) -> str:
    """Return a text box as Word keeps it, once for itself and once for older programs."""
    inner = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in lines)
    open_xml, office = (
        "http://schemas.openxmlformats.org",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    )
    return (
        f'<w:p xmlns:w="{open_xml}/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
        f'xmlns:mc="{open_xml}/markup-compatibility/2006" xmlns:wps="{office}"><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )  # fmt: skip


@pytest.mark.parametrize("boxes", [False, True])
def test_word_with_tables_or_boxes(boxes: bool) -> None:
    nadia = read_resume(word(boxes=boxes), name="cv.docx", today=TODAY)
    assert nadia.name is not None
    assert nadia.name.value == "Nadia Brook"
    assert jobs(nadia) == PROGRAM
    assert [skill.value for skill in nadia.skills] == ["Budgeting", "SQL"]
    assert nadia.education[0].institution is not None
    assert nadia.education[0].institution.value == "University of Tarn"


def test_a_web_page_with_names_and_dates_in_spans_and_a_table() -> None:
    page = """<html><body><nav>Home</nav><h1>Nadia Brook</h1><h2>Experience</h2><table><tr><th>Position</th><th>Company</th><th>Dates</th></tr>
    <tr><td>Program Officer</td><td>Clearwater Health Trust</td><td>Jan 2020 – Present</td></tr></table>
    <article><h3>Project Assistant</h3><div><span>Open Clinics</span><span>Mar 2016 – Dec 2019</span></div><ul><li>Kept files</li></ul></article>
    <h2>Skills</h2><ul><li>Budgeting</li><li><b>S</b>QL</li></ul><script>var x = "Chief Pilot, Air Nowhere, 2001 - 2004"</script></body></html>"""
    nadia = read_resume(page.encode(), name="cv.html", today=TODAY)
    assert jobs(nadia) == PROGRAM
    assert [skill.value for skill in nadia.skills] == ["Budgeting", "SQL"]


def test_json_resume_keeps_every_field_it_is_read_for() -> None:
    data = {
        "basics": {"name": "Nadia Brook", "label": "Program officer", "summary": "Clean water.", "image": "me.jpg"},
        "work": [{"name": "Clearwater Health Trust", "position": "Program Officer", "startDate": "2020-01", "summary": "- Ran grants\n- Trained 40 nurses"}],
        "volunteer": [{"organization": "Open Clinics", "position": "Driver", "startDate": "2016-03-01", "endDate": "2016-05-31"}],
        "education": [{"institution": "University of Tarn", "area": "Public Health", "studyType": "Master", "endDate": "2015"}],
        "skills": [{"name": "Finance", "keywords": ["Budgeting"]}],
        "certificates": [{"name": "PMP"}], "languages": [{"language": "Arabic"}], "projects": [{"name": "Wells"}],
    }  # fmt: skip
    nadia = read_resume(json.dumps(data).encode(), name="resume.json", today=TODAY)
    assert jobs(nadia) == [("Program Officer", "Clearwater Health Trust"), ("Driver", "Open Clinics")]
    assert nadia.positions[0].is_current
    assert [bullet.value for bullet in nadia.positions[0].bullets] == ["Ran grants", "Trained 40 nurses"]
    assert nadia.positions[1].end == Month(2016, 5)
    assert [skill.value for skill in nadia.skills] == ["Finance", "Budgeting"]
    assert [
        fact.value for group in (nadia.certificates, nadia.languages, nadia.projects) for fact in group
    ] == [
        "PMP",
        "Arabic",
        "Wells",
    ]

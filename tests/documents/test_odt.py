"""OpenDocument: tables, text boxes, sections, headers and tracked changes are read as the page shows them."""

from __future__ import annotations

import io
import zipfile

from everest.candidate import read_resume
from everest.documents import read_document

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def odt(body: str, header: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content {NAMES}><office:automatic-styles><style:style style:name="B"><style:text-properties '
            f'fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text>'
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {NAMES}><office:master-styles><style:master-page><style:header>{header}"
            "</style:header></style:master-page></office:master-styles></office:document-styles>",
        )
    return buffer.getvalue()


def row(*cells: str) -> str:
    return (
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        + "</table:table-row>"
    )


def test_a_table_of_jobs_is_read_row_by_row() -> None:
    body = (
        "<text:p>Ada Brill</text:p><text:h>Experience</text:h><table:table><table:table-header-rows>"
        + row("Dates", "Position", "Company")
        + "</table:table-header-rows>"
        + row("2019 - present", "Baker", "Crumb Bakery")
        + row("2015 - 2019", "Apprentice", "Old Mill Ltd")
        + "</table:table>"
    )
    jobs = read_resume(odt(body), name="cv.odt").positions
    assert [(j.title and j.title.value, j.employer and j.employer.value) for j in jobs] == [
        ("Baker", "Crumb Bakery"),
        ("Apprentice", "Old Mill Ltd"),
    ]


def test_a_text_box_is_read_once_and_apart_from_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>Skills</text:p><text:p>Rye, Sourdough</text:p></draw:text-box></draw:frame>"
    text = read_document(odt(f"<text:p>Ada Brill{box}</text:p>"), name="cv.odt").text
    assert text == "Ada Brill\nSkills\nRye, Sourdough"


def test_sections_headers_spaces_and_bold_are_read() -> None:
    body = (
        '<text:section text:name="two columns"><text:p text:style-name="B">Baker</text:p>'
        '<text:p>2019<text:s text:c="3"/>Crumb<text:tab/>Leeds</text:p></text:section>'
    )
    document = read_document(odt(body, "<text:p>Ada Brill</text:p>"), name="cv.odt")
    assert document.text == "Ada Brill\nBaker\n2019   Crumb\tLeeds"
    assert [block.bold for block in document.blocks] == [False, True, False]


def test_what_was_struck_out_and_remarks_are_not_read() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Fired</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Ada<office:annotation><text:p>too short?</text:p>"
        "</office:annotation> Brill</text:p>"
    )
    assert read_document(odt(body), name="cv.odt").text == "Ada Brill"

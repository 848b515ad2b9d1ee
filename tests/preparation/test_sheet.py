"""The sheet says the same in every format, and fits its page."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import docx
import pypdfium2
import pytest

from everest.errors import BadInput
from everest.preparation import FORMATS, Extent, render
from everest.preparation.sheet import pdf as pdf_sheet
from everest.preparation.sheet.page import Page, Paragraph
from tests.preparation.made import SENTENCE, preparation


def plain(format_: str, content: bytes) -> str:
    if format_ == "pdf":
        document = pypdfium2.PdfDocument(content)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return " ".join(text.split())
    if format_ == "docx":
        return " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    return content.decode()


@pytest.mark.parametrize("extent", list(Extent))
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_the_answer_the_question_and_what_comes_next(format_: str, extent: Extent) -> None:
    text = plain(format_, render(preparation(), format_, extent)).replace("’", "'").replace("&#x27;", "'")
    assert SENTENCE in text
    for words in ("Northwind Rail", "What next?", "Why rail?", "Planners usually get there in four years."):
        assert words in text


def test_the_sheet_is_one_page_also_when_much_was_found() -> None:
    made = preparation()
    long = replace(
        made,
        talking_points=made.talking_points * 12,
        follow_ups=made.follow_ups * 12,
        practice=made.practice * 9,
    )
    document = pypdfium2.PdfDocument(render(long, "pdf"))
    assert len(document) == 1
    document.close()


def test_words_of_a_document_are_never_markup() -> None:
    nasty = replace(preparation(), title="<script>alert(1)</script> **bold** #[x] \x00 $a_b")
    assert b"<script>" not in render(nasty, "html")
    assert b"\\*\\*bold\\*\\*" in render(nasty, "md")
    assert "#[x]" in plain("pdf", render(nasty, "pdf"))
    assert "#[x]" in docx.Document(io.BytesIO(render(nasty, "docx"))).paragraphs[0].text


def test_json_holds_everything() -> None:
    data = json.loads(render(preparation(), "json"))
    assert data["answers"][0]["sentences"][0]["grounds"][0]["quote"] == "Plan routes for 40 drivers."


def test_a_format_that_does_not_exist_is_told() -> None:
    with pytest.raises(BadInput, match="md, html, pdf, docx, json"):
        render(preparation(), "odt")


def test_smaller_type_is_tried_only_as_far_as_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[float] = []
    compile_ = pdf_sheet._compile
    monkeypatch.setattr(pdf_sheet, "_compile", lambda page, size: sizes.append(size) or compile_(page, size))
    pdf_sheet.render_page(Page("Title", "", (Paragraph("Short."),), one_page=True))
    assert sizes == [10.0]

"""The page as a Word document, in plain styles that anyone can edit."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from everest.preparation.sheet.page import Block, Heading, Items, Page, Paragraph, Spoken

if TYPE_CHECKING:
    from docx.document import Document

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that XML cannot hold."""


def render_page(page: Page) -> bytes:
    """Return the page as DOCX."""
    import docx

    document = docx.Document()
    document.core_properties.title = _clean(page.title)
    document.core_properties.author = ""
    document.add_heading(_clean(page.title), level=0)
    _soft(document.add_paragraph(), page.subtitle)
    for block in page.blocks:
        _add(document, block)
    _soft(document.add_paragraph(), page.footer)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(text):
            document.add_heading(_clean(text), level=1)
        case Paragraph(text, muted):
            paragraph = document.add_paragraph()
            _soft(paragraph, text) if muted else paragraph.add_run(_clean(text))
        case Items(items, numbered):
            for text, note in items:
                paragraph = document.add_paragraph(
                    _clean(text), style="List Number" if numbered else "List Bullet"
                )
                if note:
                    paragraph.add_run().add_break()
                    _soft(paragraph, note)
        case Spoken(label, sentences, why):
            document.add_paragraph().add_run(_clean(label)).bold = True
            paragraph = document.add_paragraph(style="Intense Quote")
            for text, purpose in sentences:
                paragraph.add_run(_clean(text) + " ")
                if purpose:
                    _soft(paragraph, f"({purpose}) ")
            if why:
                _soft(document.add_paragraph(), f"Why it works: {why}")


def _soft(paragraph: Any, text: str) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_clean(text))
    run.font.size = Pt(9)
    run.font.color.rgb = RGBColor(0x55, 0x64, 0x6F)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)

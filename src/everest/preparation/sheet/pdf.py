"""The page as PDF, set by Typst: A4, and one sheet where the page asks for one."""

from __future__ import annotations

import json
from pathlib import Path

from everest.errors import EverestError
from everest.preparation.sheet.page import Block, Heading, Items, Page, Paragraph, Spoken

_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Font sizes in points, tried in turn until a one-page sheet fits."""
_TEMPLATE = Path(__file__).with_name("page.typ")


def render_page(page: Page) -> bytes:
    """Return the page as PDF.

    Raises:
        EverestError: if the page cannot be set.
    """
    for size in _SIZES if page.one_page else _SIZES[:1]:
        pdf = _compile(page, size)
        if not page.one_page or _pages(pdf) == 1:
            break
    return pdf


def _compile(page: Page, size: float) -> bytes:
    import typst

    data = {
        "title": page.title,
        "subtitle": page.subtitle,
        "footer": page.footer,
        "blocks": [_data(b) for b in page.blocks],
    }
    inputs = {"page": json.dumps(data, ensure_ascii=False), "size": str(size)}
    try:
        pdf = typst.compile(str(_TEMPLATE), sys_inputs=inputs, ignore_system_fonts=True)
    except (RuntimeError, ValueError) as error:
        raise EverestError(
            "The PDF could not be set.", where=page.title, todo="Choose HTML or DOCX instead."
        ) from error
    if not isinstance(pdf, bytes):
        raise EverestError("The PDF could not be set.", where=page.title, todo="Choose HTML or DOCX instead.")
    return pdf


def _pages(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _data(block: Block) -> dict[str, object]:
    match block:
        case Heading(text):
            return {"kind": "heading", "text": text}
        case Paragraph(text, muted):
            return {"kind": "paragraph", "text": text, "muted": muted}
        case Items(items, numbered):
            return {"kind": "items", "items": [list(item) for item in items], "numbered": numbered}
        case Spoken(label, sentences, why):
            return {
                "kind": "spoken",
                "label": label,
                "sentences": [list(line) for line in sentences],
                "why": why,
            }

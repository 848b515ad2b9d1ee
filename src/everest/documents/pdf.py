"""PDF by its text layer: words, their size and weight; columns are read one after the other."""

from __future__ import annotations

import ctypes
import re
import statistics
from typing import TYPE_CHECKING, Any

from everest.documents.columns import Page, lines_in_order, without_running
from everest.documents.model import Block, BlockKind, Document
from everest.documents.plain import clean
from everest.documents.wrapping import Line
from everest.errors import UnreadableDocument
from everest.evidence import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PAGES = 400
_BOLD = re.compile(r"bold|black|heavy|demi|(?:^|[-_])(?:bd|b)$", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
"""The flag of ISO 32000-1, table 123."""
_TWICE = re.compile("-\u00ad?[\u2010\u2011]|[\u2010\u2011]-")
"""A hyphen that is kept twice, once as it looks and once as it was typed."""
_BULLET = re.compile(r"^[\x7f\x95\uf0b7\uf0a7\u2022](?=\s|$)")


def read_pdf(content: bytes, name: str) -> Document:
    """Read the text layer of a PDF, in reading order.

    Raises:
        UnreadableDocument: if it is damaged, locked, or holds pictures only.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = (
            "This PDF is locked with a password." if locked else "This PDF is damaged and cannot be opened."
        )
        todo = "Save a copy without the password." if locked else "Save it anew, or paste the text."
        raise UnreadableDocument(what, where=name, todo=todo) from error
    try:
        return _document(pdf, name)
    finally:
        pdf.close()


def _document(pdf: Any, name: str) -> Document:
    pages, lost = _pages(pdf)
    if not pages:
        raise UnreadableDocument(
            "No page of this PDF can be opened.", where=name, todo="Save it anew, or paste the text."
        )
    without_running(pages)
    notices = [Notice(f"Page {number + 1} is damaged and was left out.", name) for number in lost[:3]]
    if len(pdf) > MAX_PAGES:
        notices.append(Notice(f"Only the first {MAX_PAGES} pages were read.", name))
    if not any(page.lines for page in pages):
        from everest.documents.scans import read_scan

        return read_scan(pdf, name)
    parts: list[str] = []
    blocks, at = [], 0
    usual = statistics.median(line.size for page in pages for line in page.lines)
    for number, page in enumerate(pages):
        for line in lines_in_order(page.lines, page.width):
            kind = (
                BlockKind.HEADING
                if line.size > usual * 1.12 or (line.bold and len(line.text) < 60)
                else BlockKind.PARAGRAPH
            )
            blocks.append(Block(at, at + len(line.text), kind, number, line.x0, line.size, line.bold))
            parts.append(line.text)
            at += len(line.text) + 1
    return Document(name, "application/pdf", "\n".join(parts), tuple(blocks), tuple(notices), len(pdf))


def _pages(pdf: Any) -> tuple[list[Page], list[int]]:
    """Return the pages that can be read, and the numbers of those that cannot."""
    import pypdfium2

    pages, lost = [], []
    for number in range(min(len(pdf), MAX_PAGES)):
        try:
            pages.append(_page(pdf[number]))
        except (pypdfium2.PdfiumError, UnicodeDecodeError, ValueError):
            lost.append(number)
    return pages, lost


def _page(page: Any) -> Page:
    return Page(list(_pieces(page)), page.get_width(), page.get_height())


def _pieces(page: Any) -> Iterator[Line]:
    """Give pdfium's runs of text, each with the size and weight of its font."""
    textpage = page.get_textpage()
    height = page.get_height()
    try:
        for index in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(index)
            raw = clean(textpage.get_text_bounded(left, bottom, right, top))
            text = " ".join(_TWICE.sub("-", _BULLET.sub("•", raw)).split())
            if text:
                size, bold = _font(textpage, left, bottom, top)
                spaced = raw != raw.rstrip()
                yield Line(
                    text,
                    left,
                    right,
                    height - top,
                    height - bottom,
                    size or top - bottom,
                    bold,
                    spaced=spaced,
                )
    finally:
        textpage.close()


def _font(textpage: Any, left: float, bottom: float, top: float) -> tuple[float, bool]:
    """Return the height of the font in points (0 where it is not told) and whether it is bold."""
    import pypdfium2.raw as pdfium

    index = pdfium.FPDFText_GetCharIndexAtPos(textpage, left + 1, (bottom + top) / 2, 4, 4)
    if index < 0:
        return 0.0, False
    box = pdfium.FS_RECTF()
    known = pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box))
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, buffer, 128, ctypes.byref(flags))
    named = _BOLD.search(buffer.value.decode("utf-8", "replace")) is not None
    return (round(box.top - box.bottom, 1) if known else 0.0), named or bool(flags.value & _FORCE_BOLD)

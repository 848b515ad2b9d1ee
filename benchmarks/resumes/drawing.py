"""Draws composed rows as PDF, with columns, running heads, wrapped lines and as many pages as it takes."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.resumes.composing import Page, Row
from benchmarks.resumes.layouts import Layout

WIDTH, HEIGHT, MARGIN = 612.0, 792.0, 54.0
_INDENT, _LEFT = 14.0, 110.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Words at a place, in points from the bottom left."""

    x: float
    y: float
    words: str
    font: str
    size: float
    align: str = "left"


@dataclass(slots=True)
class Sheet:
    """Pages being filled, column by column."""

    pages: list[list[Drawn]] = field(default_factory=lambda: [[]])

    def put(self, page: int, drawn: Drawn) -> None:
        """Add words to a page, making it if need be."""
        while len(self.pages) <= page:
            self.pages.append([])
        self.pages[page].append(drawn)


@dataclass(slots=True)
class Column:
    """A column and how far down it is filled."""

    sheet: Sheet
    layout: Layout
    x0: float
    x1: float
    y: float
    page: int = 0

    def rows(self, rows: tuple[Row, ...]) -> None:
        """Set rows one under the other."""
        indent = _LEFT if any(row.margin for row in rows) else 0.0
        for row in rows:
            self._row(row, indent if row.kind in {"line", "item"} else 0.0)

    def _row(self, row: Row, indent: float) -> None:
        regular, bold = fonts(self.layout.font)
        size, font = self.layout.size, bold if row.bold else regular
        if row.kind == "gap":
            self.y -= size * 0.6
            return
        if row.kind == "name":
            size, font = size * 2, bold
        elif row.kind == "heading":
            size, font = size * (1.0 if self.layout.heading in {"caps", "colon"} else 1.3), bold
        left = self.x0 + indent + (_INDENT if row.kind == "item" else 0)
        room = self.x1 - left - (pdfmetrics.stringWidth(row.right, font, size) + 8 if row.right else 0)
        for number, words in enumerate(simpleSplit(row.text, font, size, max(room, 60))):
            self._step(size)
            if number == 0:
                self._first(row, left, font, size)
            middle = self.layout.centered and row.kind in {"name", "contact", "heading"}
            middle |= self.layout.heading == "centered" and row.kind == "heading"
            at = (self.x0 + self.x1) / 2 if middle else left
            self.sheet.put(self.page, Drawn(at, self.y, words, font, size, "center" if middle else "left"))

    def _first(self, row: Row, left: float, font: str, size: float) -> None:
        if row.kind == "item":
            sign = fonts("sans")[0] if self.layout.bullet not in "•-*–·" else font
            self.sheet.put(self.page, Drawn(left - _INDENT, self.y, self.layout.bullet, sign, size))
        if row.margin:
            self.sheet.put(
                self.page, Drawn(self.x0, self.y, row.margin, fonts(self.layout.font)[0], size * 0.9)
            )
        if row.right:
            self.sheet.put(
                self.page, Drawn(self.x1, self.y, row.right, fonts(self.layout.font)[0], size, "right")
            )

    def _step(self, size: float) -> None:
        self.y -= size * 1.35
        if self.y < MARGIN:
            self.page, self.y = self.page + 1, HEIGHT - MARGIN - size * 1.35


def draw_pdf(page: Page, layout: Layout, name: str) -> bytes:
    """Draw a page of rows as a PDF; the same rows give the same bytes."""
    sheet = Sheet()
    head = Column(sheet, layout, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)
    head.rows(page.head)
    spans = {
        "left": ((210.0, WIDTH - MARGIN), (MARGIN, 190.0)),
        "right": ((MARGIN, 400.0), (420.0, WIDTH - MARGIN)),
        "even": ((MARGIN, 320.0), (345.0, WIDTH - MARGIN)),
    }.get(layout.columns, ((MARGIN, WIDTH - MARGIN), (MARGIN, MARGIN)))
    for rows, (x0, x1) in zip((page.main, page.side), spans, strict=True):
        Column(sheet, layout, x0, x1, head.y).rows(rows)
    return _saved(sheet, layout, name)


def _saved(sheet: Sheet, layout: Layout, name: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    for number, page in enumerate(sheet.pages, 1):
        if layout.running:
            canvas.setFont("Helvetica", 8)
            if layout.order != "linkedin":
                canvas.drawString(MARGIN, HEIGHT - 30, f"{name} - resume")
            canvas.drawRightString(WIDTH - MARGIN, 30, f"Page {number} of {len(sheet.pages)}")
        for drawn in page:
            canvas.setFont(drawn.font, drawn.size)
            draw = {
                "left": canvas.drawString,
                "right": canvas.drawRightString,
                "center": canvas.drawCentredString,
            }
            draw[drawn.align](drawn.x, drawn.y, drawn.words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@functools.cache
def fonts(name: str) -> tuple[str, str]:
    """Return the regular and bold face; "sans" and "serif" are DejaVu where it is installed."""
    if name in {"Helvetica", "Times-Roman"}:
        return name, "Helvetica-Bold" if name == "Helvetica" else "Times-Bold"
    stem = "DejaVuSans" if name == "sans" else "DejaVuSerif"
    folder = Path("/usr/share/fonts/truetype/dejavu")
    try:
        for face in (stem, f"{stem}-Bold"):
            pdfmetrics.registerFont(TTFont(face, str(folder / f"{face}.ttf")))
    except (TTFError, OSError):
        return ("Helvetica", "Helvetica-Bold") if name == "sans" else ("Times-Roman", "Times-Bold")
    return stem, f"{stem}-Bold"

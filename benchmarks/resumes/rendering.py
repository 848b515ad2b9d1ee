"""Draws composed rows as PDF, Word, OpenDocument, HTML or plain text."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import Any

from benchmarks.resumes.composing import Page, Row, compose
from benchmarks.resumes.drawing import draw_pdf
from benchmarks.resumes.layouts import Layout
from benchmarks.resumes.people import Person

FORMATS = ("pdf", "docx", "odt", "html", "txt")


def render(person: Person, layout: Layout, kind: str) -> bytes:
    """Render the résumé of a person as a file of a kind."""
    page = compose(person, layout)
    if kind == "pdf":
        return draw_pdf(page, layout, person.name)
    if kind == "docx":
        return _docx(page, layout, person.name)
    return (
        {"odt": _odt, "html": _html, "txt": _txt}[kind](page, layout).encode()
        if kind != "odt"
        else _odt(page, layout)
    )


def _docx(page: Page, layout: Layout, name: str) -> bytes:
    from docx import Document

    document = Document()
    if layout.running:
        document.sections[0].header.paragraphs[0].text = f"{name} - resume"
        document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    _paragraphs(document, page.head, layout)
    if page.side:
        table = document.add_table(rows=1, cols=2)
        order = (page.side, page.main) if layout.columns == "left" else (page.main, page.side)
        for cell, rows in zip(table.rows[0].cells, order, strict=True):
            _paragraphs(cell, rows, layout)
    else:
        _paragraphs(document, page.main, layout)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(place: Any, rows: tuple[Row, ...], layout: Layout) -> None:
    for row in rows:
        if row.kind == "line" and (row.margin or (row.right and layout.order == "table")):
            cells = place.add_table(1, 2).rows[0].cells
            texts = (row.margin, row.text) if row.margin else (row.text, row.right)
            for cell, text in zip(cells, texts, strict=True):
                cell.paragraphs[0].add_run(text).bold = row.bold
        elif row.kind == "item":
            place.add_paragraph(row.text, style="List Bullet")
        elif row.kind != "gap":
            paragraph = place.add_paragraph()
            text = f"{row.text}\t{row.right}" if row.right else row.text
            run = paragraph.add_run(text)
            run.bold = row.bold or row.kind in {"name", "heading"}
            run.font.small_caps = row.kind == "heading" and layout.heading == "small"
            if row.kind == "heading" and layout.heading in {"title", "ruled"}:
                paragraph.style = "Heading 2"


def _odt(page: Page, layout: Layout) -> bytes:
    body = []
    for row in (*page.head, *page.main, *page.side):
        text = escape(row.text)
        if row.kind == "heading":
            body.append(f'<text:h text:outline-level="2">{text}</text:h>')
        elif row.kind == "item":
            body.append(f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>")
        elif row.kind != "gap":
            before = f"{escape(row.margin)}<text:tab/>" if row.margin else ""
            after = f"<text:tab/>{escape(row.right)}" if row.right else ""
            body.append(f"<text:p>{before}{text}{after}</text:p>")
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{spaces}:office:1.0" xmlns:text="{spaces}:text:1.0">'
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    del layout
    return buffer.getvalue()


def _html(page: Page, layout: Layout) -> str:
    def drawn(rows: tuple[Row, ...]) -> str:
        return "\n".join(_tag(row) for row in rows if row.kind != "gap")

    sides = [f"<main>{drawn(page.main)}</main>", f"<aside>{drawn(page.side)}</aside>" if page.side else ""]
    body = "\n".join(reversed(sides) if layout.columns == "left" else sides)
    return f"<!doctype html><html><head><title>CV</title></head><body><header>{drawn(page.head)}</header>{body}</body></html>"


def _tag(row: Row) -> str:
    text = escape(row.text)
    if row.kind in {"name", "heading"}:
        level = "h1" if row.kind == "name" else "h2"
        return f"<{level}>{text}</{level}>"
    if row.kind == "item":
        return f"<ul><li>{text}</li></ul>"
    words = f"<strong>{text}</strong>" if row.bold else text
    margin = f"<span>{escape(row.margin)}</span> " if row.margin else ""
    right = f" <span>{escape(row.right)}</span>" if row.right else ""
    return f"<p>{margin}{words}{right}</p>"


def _txt(page: Page, layout: Layout) -> str:
    lines = []
    for row in (*page.head, *page.main, *page.side):
        if row.kind == "heading":
            lines += [row.text, "-" * len(row.text)] if layout.heading == "ruled" else [row.text]
        elif row.kind == "item":
            lines.append(f"{layout.bullet} {row.text}")
        else:
            margin = f"{row.margin}    " if row.margin else ""
            lines.append(margin + (f"{row.text:<60}{row.right}" if row.right else row.text))
    return "\n".join(lines) + "\n"

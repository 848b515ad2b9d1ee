"""OpenDocument text."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from everest.documents.model import BlockKind, Document
from everest.documents.office import Part, document_of, row_of, xml_of
from everest.documents.sniffing import ODT

_SPACES = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _TABLE, _DRAW, _STYLE = (
    f"{_SPACES}{name}:1.0}}" for name in ("text", "office", "table", "drawing", "style")
)
_WEIGHT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_UNSEEN = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"}
"""What the page does not show: what was struck out, and remarks."""
_MOST_SPACES = 40


def read_odt(content: bytes, name: str) -> Document:
    """Read paragraphs, headings, lists, tables and text boxes of an OpenDocument text, headers first.

    Raises:
        UnreadableDocument: if the file is damaged or locked.
    """
    root = xml_of(content, "content.xml", name)
    bold = _bold_styles(root)
    body = root.find(f".//{_OFFICE}text")
    parts = [part for header in _headers(content, name) for part in _parts(header, bold)]
    parts += _parts(body if body is not None else root, bold)
    return document_of(parts, name, ODT)


def _headers(content: bytes, name: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "styles.xml" not in archive.namelist():
            return []
    return list(xml_of(content, "styles.xml", name).iter(f"{_STYLE}header"))[:2]


def _bold_styles(root: Any) -> frozenset[str]:
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        if any(properties.get(_WEIGHT) == "bold" for properties in style.iter(f"{_STYLE}text-properties"))
    )


def _parts(root: Any, bold: frozenset[str]) -> list[Part]:
    """Return the paragraphs in reading order; the cells of a row are one line, those of a layout table columns."""
    parts: list[Part] = []
    inside: set[Any] = set()
    kinds = (f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table")
    for node in root.iter(*kinds):
        if node in inside or any(parent.tag in _UNSEEN for parent in node.iterancestors()):
            continue
        if node.tag == f"{_TABLE}table":
            inside.update(node.iter(*kinds))
            for row in _rows(node):
                parts += row_of([_parts(cell, bold) for cell in row.iterchildren(f"{_TABLE}table-cell")])
        elif (text := _words(node)).strip():
            parts.append((text, *_look(node, bold)))
    return parts


def _rows(table: Any) -> list[Any]:
    """Return the rows of a table itself, those of its head among them, not those of tables within."""
    rows = table.iter(f"{_TABLE}table-row")
    return [row for row in rows if next(row.iterancestors(f"{_TABLE}table")) is table]


def _look(node: Any, bold: frozenset[str]) -> tuple[BlockKind, bool]:
    if node.tag == f"{_TEXT}h":
        return BlockKind.HEADING, True
    item = next(node.iterancestors(f"{_TEXT}list-item"), None) is not None
    spans = [child for child in node if child.tag == f"{_TEXT}span"]
    shown = (node.text or "").strip() + "".join((child.tail or "").strip() for child in node)
    strong = bool(spans) and not shown and all(_is_bold(span, bold) for span in spans)
    return BlockKind.ITEM if item else BlockKind.PARAGRAPH, strong or _is_bold(node, bold)


def _is_bold(node: Any, bold: frozenset[str]) -> bool:
    return node.get(f"{_TEXT}style-name") in bold


def _words(node: Any) -> str:
    """Return the words of a paragraph, without those of text boxes in it, which are paragraphs themselves."""
    words = [node.text or ""]
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN or child.tag.startswith(_DRAW):
            words.append(child.tail or "")
            continue
        many = int(count) if (count := child.get(f"{_TEXT}c", "1")).isdigit() else 1
        breaks = {"tab": "\t", "line-break": "\n", "s": " " * min(many, _MOST_SPACES)}
        words += [breaks.get(child.tag.removeprefix(_TEXT), "") or _words(child), child.tail or ""]
    return "".join(words)

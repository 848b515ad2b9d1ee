"""Word text, and what it shares with OpenDocument."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from everest.documents.model import Block, BlockKind, Document
from everest.documents.plain import clean
from everest.documents.sniffing import DOCX, MAX_UNPACKED
from everest.errors import UnreadableDocument

Part = tuple[str, BlockKind, bool]
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_COLUMN = 4
"""Paragraphs; two cells of a row with as many each are columns of the page, the longer one the main one."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(content: bytes, name: str) -> Document:
    """Read paragraphs, tables and text boxes of a Word file, headers first.

    Raises:
        UnreadableDocument: if the file is damaged or locked.
    """
    root = xml_of(content, "word/document.xml", name)
    body = root.find(f"{_W}body")
    parts = [part for header in _headers(content, name) for part in _paragraphs(header)]
    parts += _paragraphs(body if body is not None else root)
    return document_of(parts, name, DOCX)


def _headers(content: bytes, name: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(
            item for item in archive.namelist() if item.startswith("word/header") and item.endswith(".xml")
        )
    return [xml_of(content, item, name) for item in names[:2]]


def _paragraphs(root: Any) -> list[Part]:
    """Return the paragraphs in reading order; the cells of a row are one line, those of a layout table columns."""
    parts: list[Part] = []
    inside: set[Any] = set()
    for node in root.iter(f"{_W}p", f"{_W}tbl"):
        if node in inside or _is_fallback(node):
            continue
        if node.tag == f"{_W}tbl":
            inside.update(node.iter(f"{_W}p", f"{_W}tbl"))
            for row in node.iterchildren(f"{_W}tr"):
                parts += row_of([_paragraphs(cell) for cell in row.iterchildren(f"{_W}tc")])
        elif text := "".join(_runs(node)).strip():
            parts.append((text, *_style(node)))
    return parts


def row_of(cells: list[list[Part]]) -> list[Part]:
    """Return the parts of a table's row: one line where each cell holds one, else cell after cell."""
    cells = [cell for cell in cells if cell]
    if len(cells) > 1 and all(len(cell) == 1 and "\n" not in cell[0][0] for cell in cells):
        return [("\t".join(cell[0][0] for cell in cells), BlockKind.PARAGRAPH, any(c[0][2] for c in cells))]
    if len(cells) == 2 and min(map(len, cells)) >= _COLUMN:
        cells.sort(key=lambda cell: sum(len(text) for text, *_ in cell), reverse=True)
    return [part for cell in cells for part in cell]


def _runs(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{_W}t" and _nearest(node) is paragraph:
            yield node.text or ""
        elif (
            node.tag in {f"{_W}tab", f"{_W}ptab"}
            and _nearest(node) is paragraph
            and node.getparent().tag == f"{_W}r"
        ):
            yield "\t"
        elif node.tag in {f"{_W}br", f"{_W}cr"} and _nearest(node) is paragraph:
            yield "\n"


def _nearest(node: Any) -> Any:
    return next(parent for parent in node.iterancestors(f"{_W}p"))


def _style(paragraph: Any) -> tuple[BlockKind, bool]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    texts = [run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    bold = bool(texts) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in texts)
    if name.startswith(("heading", "title")):
        return BlockKind.HEADING, True
    if "list" in name or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return BlockKind.ITEM, bold
    return BlockKind.PARAGRAPH, bold


def _is_on(flag: Any) -> bool:
    return flag is not None and flag.get(f"{_W}val", "1") not in {"0", "false"}


def _is_fallback(node: Any) -> bool:
    """Tell what Word keeps a second time for older programs."""
    return next(node.iterancestors(_FALLBACK), None) is not None


def xml_of(content: bytes, part: str, name: str) -> Any:
    """Return a part of an office file; no entity is expanded and nothing fetched.

    Raises:
        UnreadableDocument: if the file is damaged or locked.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(part).file_size > MAX_UNPACKED // 2:
                raise UnreadableDocument(  # noqa: TRY301 - the same refusal as below
                    "This file is far larger than a document.", where=name, todo="Paste the text instead."
                )
            return etree.fromstring(archive.read(part), parser)
    except (
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        EOFError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise UnreadableDocument(
            "This file is damaged or locked.", where=name, todo="Save it anew, or paste the text."
        ) from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise UnreadableDocument(
                "This file is damaged.", where=name, todo="Save it anew, or paste the text."
            ) from error
        raise


def document_of(parts: list[Part], name: str, media_type: str) -> Document:
    """Make a document of its parts."""
    texts: list[str] = []
    blocks, at = [], 0
    for raw, kind, bold in parts:
        for line in clean(raw).split("\n"):
            if not line.strip():
                continue
            text = line.strip()
            blocks.append(Block(at, at + len(text), kind, bold=bold))
            texts.append(text)
            at += len(text) + 1
    if not texts:
        raise UnreadableDocument(
            "This document holds no text.", where=name, todo="Choose another, or paste the text."
        )
    return Document(name, media_type, "\n".join(texts), tuple(blocks))

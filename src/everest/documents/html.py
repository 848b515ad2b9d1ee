"""HTML pages: what one can see, and what the page says as data (JSON-LD). Never its markup or scripts."""

from __future__ import annotations

import json
import re
from typing import Any

from everest.documents.model import Block, BlockKind, Document
from everest.documents.plain import clean, decode
from everest.documents.sniffing import HTML
from everest.errors import UnreadableDocument

_HIDDEN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "head",
    "iframe",
    "object",
    "button",
    "select",
    "nav",
    "footer",
)
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "br",
    "ul",
    "ol",
    "table",
    "header",
    "main",
    "dd",
    "dt",
    "dl",
    "blockquote",
    "pre",
    "hr",
    "address",
    "aside",
    "form",
    "figure",
    "figcaption",
    "tbody",
    "body",
}
_CELLS = {"td", "th"}
_INLINE = {"span", "time", "small", "strong", "em", "i", "b", "a"}
_CELL = "\x1f"
"""Sets the cells of a row apart until the row is a line."""
_MARK = re.compile("[\ue000\ue001]")
MAX_DEPTH = 200


def read_html(content: bytes, name: str) -> Document:
    """Read the visible text of a page and the objects of its JSON-LD.

    Raises:
        UnreadableDocument: if there is nothing to read.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(decode(content, name), "lxml")
    data = [
        item
        for script in soup.find_all("script", type="application/ld+json")
        for item in _objects(script.string or "")
    ]
    for node in soup.find_all([*_HIDDEN]):
        node.decompose()
    for node in soup.select("[hidden], [aria-hidden=true]"):
        if not node.decomposed:
            node.decompose()
    lines: list[tuple[str, BlockKind]] = []
    _walk(soup, lines)
    document = _document(lines, name, data)
    if not document.text and not data:
        raise UnreadableDocument(
            "This page shows no text.", where=name, todo="Copy what you see and paste it."
        )
    return document


def text_of_fragment(markup: str) -> str:
    """Return the visible lines of a piece of HTML, items marked with "- "."""
    from bs4 import BeautifulSoup

    lines: list[tuple[str, BlockKind]] = []
    _walk(BeautifulSoup(markup, "lxml"), lines)
    return "\n".join(f"- {text}" if kind is BlockKind.ITEM else text for text, kind in lines)


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    found = value.get("@graph", [value]) if isinstance(value, dict) else value
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _walk(root: Any, lines: list[tuple[str, BlockKind]]) -> None:
    """Collect lines without recursion, so that no page is too deep."""
    from bs4.element import Comment, Declaration, Doctype, NavigableString, ProcessingInstruction

    words: list[str] = []
    kind = BlockKind.PARAGRAPH

    def end() -> None:
        cells = (" ".join(cell.split()) for cell in "".join(words).split(_CELL))
        text = "\t".join(cell for cell in cells if cell)
        if text:
            lines.append((clean(text), kind))
        words.clear()

    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, (Comment, Doctype, Declaration, ProcessingInstruction)):
            continue
        if isinstance(node, NavigableString):
            words.append(_CELL * _stands_apart(node, words) + str(node))
            continue
        if node.name in _CELLS:
            words.append(_CELL)
        if node.name in _BLOCKS:
            end()
            if leaving:
                kind = BlockKind.PARAGRAPH
                continue
            kind = (
                BlockKind.ITEM
                if node.name == "li"
                else BlockKind.HEADING
                if re.fullmatch("h[1-6]", node.name)
                else kind
                if node.name in {"p", "div"} and kind is BlockKind.ITEM
                else BlockKind.PARAGRAPH
            )
        if not leaving:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.contents))
    end()


def _stands_apart(node: Any, words: list[str]) -> bool:
    """Tell whether the words of an inline element touch those of the one before it, which a page's style sets apart."""
    parent = node.parent
    inline = parent is not None and parent.name in _INLINE and parent.previous_sibling is not None
    if (
        not inline
        or parent.contents[0] is not node
        or getattr(parent.previous_sibling, "name", None) not in _INLINE
    ):
        return False
    last = "".join(words[-1:])
    return re.search(r"[a-z\d).]$", last) is not None and re.match(r"[A-Z\d(]", str(node)) is not None


def _document(lines: list[tuple[str, BlockKind]], name: str, data: list[dict[str, Any]]) -> Document:
    blocks, at = [], 0
    for text, kind in lines:
        blocks.append(Block(at, at + len(text), kind))
        at += len(text) + 1
    return Document(name, HTML, "\n".join(text for text, _ in lines), tuple(blocks), data={"json_ld": data})

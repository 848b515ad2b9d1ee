"""Plain text and Markdown: bytes to words, lines to blocks."""

from __future__ import annotations

import re

from everest.documents.markdown import is_strong, unmarked
from everest.documents.mending import mended
from everest.documents.model import Block, BlockKind, Document
from everest.errors import UnreadableDocument

_ITEM = re.compile(r"\s*(?:[-*•▪◦‣·●○–—]|\d{1,2}[.)])\s+\S")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S")
_WIDEST = 40
_GAP = re.compile(r"[^\S\n]{41,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_text(content: bytes, name: str, media_type: str) -> Document:
    """Read text in UTF-8, UTF-16 or Windows-1252, without the marks of Markdown's emphasis, links and code.

    Raises:
        UnreadableDocument: if the bytes are no text in any of them.
    """
    lines = decode(content, name).split("\n")
    strong = frozenset(number for number, line in enumerate(lines) if is_strong(line))
    text = "\n".join(map(unmarked, lines))
    return Document(name, media_type, text, blocks_of(text, strong))


def decode(content: bytes, name: str) -> str:
    """Turn bytes into words with plain line ends, no control characters, and torn letters made whole."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return clean(mended(text))
    raise UnreadableDocument(
        "This file holds no text that can be read.", where=name, todo="Save it as UTF-8 text or PDF."
    )


def clean(text: str) -> str:
    """Make line ends plain, drop what is not for reading, and narrow gaps wider than any column."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\ufeff", "")
    return _GAP.sub(" " * _WIDEST, _CONTROL.sub("", text))


def blocks_of(text: str, strong: frozenset[int] = frozenset()) -> tuple[Block, ...]:
    """Make each line a block; ``strong`` are the numbers of the bold ones."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append(Block(start, at + len(line.rstrip()), _kind(line), bold=number in strong))
        at += len(line) + 1
    return tuple(blocks)


def _kind(line: str) -> BlockKind:
    if _HEADING.match(line):
        return BlockKind.HEADING
    return BlockKind.ITEM if _ITEM.match(line) else BlockKind.PARAGRAPH


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if content[1:2] == b"\x00" and content[3:4] == b"\x00":
        return ("utf-16-le",)
    if content[:1] == b"\x00" and content[2:3] == b"\x00":
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _is_text(text: str) -> bool:
    odd = sum(1 for c in text[:20_000] if (ord(c) < 32 and c not in "\n\r\t\x0c") or c == "\ufffd")
    letters = sum(1 for c in text[:20_000] if c.isalpha() or c.isspace())
    return odd <= len(text[:20_000]) * 0.01 and letters >= len(text[:20_000]) * 0.4

"""What a document looks like once read, whatever its format was."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from everest.evidence import Notice


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph, ``document.text[start:end]``.

    ``size`` is the font size in points where known, ``x0`` the left edge in points, ``page`` counts from 0.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int = 0
    x0: float = 0.0
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text in reading order.

    ``data`` holds what the file says as structure: the object of a JSON résumé, the CSV tables of a
    LinkedIn export (``{"positions": [...]}``), or ``{"json_ld": [...], "microdata": [...]}`` of a page.
    """

    name: str
    media_type: str
    text: str
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()
    pages: int = 1
    data: dict[str, Any] = field(default_factory=dict)

"""Files of any kind become one text with offsets, and blocks that remember their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from everest.documents.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from everest.documents.reading import read_document

__all__ = ["Block", "BlockKind", "Document", "read_document"]


def __getattr__(name: str) -> Any:
    """Load the readers when the first document is read."""
    if name == "read_document":
        from everest.documents.reading import read_document

        return read_document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""The one-page sheet and the whole preparation on paper: Markdown, HTML, PDF, DOCX, JSON."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.preparation.model import Preparation
    from everest.preparation.sheet.page import Page

FORMATS = ("md", "html", "pdf", "docx", "json")


class Extent(StrEnum):
    """How much is printed: one page for the day itself, or everything that was worked out."""

    SHEET = "sheet"
    WHOLE = "preparation"


def render(preparation: Preparation, format_: str = "md", extent: Extent = Extent.SHEET) -> bytes:
    """Return the sheet, or the whole preparation, as a file's bytes. ``json`` always holds everything.

    Raises:
        BadInput: if the format is none of ``FORMATS``.
    """
    if format_ not in FORMATS:
        raise BadInput(f"There is no format “{format_}”.", todo=f"Choose one of {', '.join(FORMATS)}.")
    if format_ == "json":
        from everest.preparation.codec import to_json

        return to_json(preparation).encode()
    return _renderer(format_)(page_of(preparation, extent))


def page_of(preparation: Preparation, extent: Extent = Extent.SHEET) -> Page:
    """Lay out the sheet, or the whole preparation, block by block, before it takes a format."""
    from everest.preparation.sheet import pages

    return pages.sheet(preparation) if extent is Extent.SHEET else pages.whole(preparation)


def _renderer(format_: str) -> Callable[..., bytes]:
    if format_ == "md":
        from everest.preparation.sheet.markdown import render_page
    elif format_ == "html":
        from everest.preparation.sheet.html import render_page
    elif format_ == "pdf":
        from everest.preparation.sheet.pdf import render_page
    else:
        from everest.preparation.sheet.docx import render_page
    return render_page

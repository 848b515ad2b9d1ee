"""The one way in: a file, bytes or pasted words become a document."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from everest.documents import plain, sniffing
from everest.documents.model import Document
from everest.errors import UnreadableDocument

_READERS = {
    sniffing.PDF: ("pdf", "read_pdf"),
    sniffing.DOCX: ("office", "read_docx"),
    sniffing.ODT: ("odt", "read_odt"),
    sniffing.HTML: ("html", "read_html"),
    sniffing.JSON: ("structured", "read_json"),
    sniffing.ZIP: ("structured", "read_export"),
}
"""Who reads what; each is imported when such a file comes, so that a short text is read at once."""


def read_document(source: Path | bytes | str, *, name: str = "", media_type: str | None = None) -> Document:
    """Read a document of any kind. A ``str`` is pasted text, a ``Path`` a file; ``media_type`` overrides sniffing.

    Raises:
        UnreadableDocument: if the file cannot be found or read; the sentence says what to do.
    """
    if isinstance(source, str):
        media_type = media_type or _pasted(source)
        source = source.encode("utf-8", "replace")
    if isinstance(source, Path):
        name = name or source.name
        source = _bytes(source)
    name = name or "pasted text"
    sniffed = sniffing.sniff(source, name)
    kind = media_type or sniffed
    if kind in _READERS:
        module, read = _READERS[kind]
        document: Document = getattr(import_module(f"everest.documents.{module}"), read)(source, name)
        return document
    return plain.read_text(source, name, kind)


def _pasted(text: str) -> str:
    head = text[:500].lstrip().lower()
    return sniffing.HTML if head.startswith(("<!doctype html", "<html")) else sniffing.TEXT


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > sniffing.MAX_BYTES:
            size = path.stat().st_size / 1e6
            raise UnreadableDocument(
                f"This file is {size:.0f} MB; the most that is read is 20 MB.",
                where=path.name,
                todo="Save a smaller copy without pictures, or paste the text.",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            "This file cannot be opened.",
            where=str(path),
            todo="Check its name and that it is yours to read.",
        ) from error

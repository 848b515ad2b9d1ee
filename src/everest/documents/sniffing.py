"""Tells what a file is from its first bytes and, only then, its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from everest.errors import UnreadableDocument

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ZIP = "application/zip"
HTML = "text/html"
JSON = "application/json"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

MAX_BYTES = 20_000_000
MAX_UNPACKED = 120_000_000
"""Bounds in bytes: a file as it comes, and what an archive may unpack to."""

_FORMATS = "a PDF, Word, OpenDocument, HTML, Markdown, text or JSON Resume file"
_KINDS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a 7z archive"),
)


def sniff(content: bytes, name: str) -> str:
    """Return the media type.

    Raises:
        UnreadableDocument: if the file is empty, too big, or of a kind that cannot be read.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableDocument("This file is empty.", where=name, todo="Choose another, or paste the text.")
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(
            f"This file is {len(content) / 1e6:.0f} MB; the most that is read is 20 MB.",
            where=name,
            todo="Save a smaller copy without pictures, or paste the text.",
        )
    if b"%PDF-" in content[:1024]:
        return PDF
    if content[:4] == b"PK\x03\x04":
        return _archive(content, name)
    for start, kind in _KINDS:
        if content.startswith(start):
            raise UnreadableDocument(f"This is {kind}.", where=name, todo=f"Save it as {_FORMATS}.")
    return _text_kind(content, name)


def _archive(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            items = archive.infolist()
            names = {item.filename for item in items}
            if sum(item.file_size for item in items) > MAX_UNPACKED or len(items) > 5_000:
                raise UnreadableDocument(
                    "This file unpacks to far more than a document holds.", where=name, todo="Save it anew."
                )
            if "word/document.xml" in names:
                return DOCX
            if "content.xml" in names:
                return ODT
            if any(item.lower().endswith(".csv") for item in names):
                return ZIP
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableDocument(
            "This file is damaged.", where=name, todo="Save it anew, or paste the text."
        ) from error
    raise UnreadableDocument("This archive holds no document.", where=name, todo=f"Choose {_FORMATS}.")


def _text_kind(content: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        suffix in {".html", ".htm", ".xhtml", ".mhtml"}
        or head.startswith((b"<!doctype html", b"<html"))
        or b"<body" in head
    ):
        return HTML
    if suffix == ".json" or (head[:1] == b"{" and b'"basics"' in content):
        return JSON
    return MARKDOWN if suffix in {".md", ".markdown"} else TEXT

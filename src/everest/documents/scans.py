"""Pages that are pictures: read by tesseract where it is installed, told plainly where it is not."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import Any

from everest.documents.model import Document
from everest.documents.plain import blocks_of, clean
from everest.errors import UnreadableDocument
from everest.evidence import Notice

MAX_PAGES = 10
SECONDS = 60


def read_scan(pdf: Any, name: str) -> Document:
    """Read a scanned PDF by character recognition.

    Raises:
        UnreadableDocument: if tesseract is not installed or finds no words.
    """
    program = shutil.which("tesseract")
    if not program:
        raise UnreadableDocument(
            "This PDF holds pictures of pages, not text.",
            where=name,
            todo="Save it from the program it was written in, install tesseract to have it read, or paste the text.",
        )
    text = "\n".join(_page(program, pdf[number], name) for number in range(min(len(pdf), MAX_PAGES)))
    if len(text.split()) < 5:
        raise UnreadableDocument(
            "No words could be read in this PDF.", where=name, todo="Paste the text instead."
        )
    notice = Notice("This is a scan; its words were recognized by tesseract.", name, todo="Check every fact.")
    return Document(name, "application/pdf", text, blocks_of(text), (notice,), len(pdf))


def _page(program: str, page: Any, name: str) -> str:
    picture = io.BytesIO()
    page.render(scale=200 / 72).to_pil().save(picture, format="PNG")
    try:
        done = subprocess.run(
            [program, "-", "-", "--psm", "1"],
            input=picture.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(
            "Recognizing this scan takes too long.", where=name, todo="Paste the text instead."
        ) from error
    return clean(done.stdout.decode("utf-8", "replace"))

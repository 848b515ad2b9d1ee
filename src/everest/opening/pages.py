"""Saved web pages: the posting they state as data (schema.org, in JSON-LD or microdata), and their main text."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from everest.documents import Document, read_document, sniffing
from everest.documents.html import text_of_fragment

_WORDY = (
    "description",
    "responsibilities",
    "qualifications",
    "skills",
    "experienceRequirements",
    "jobBenefits",
)
_MOST_NESTED = 12
_FEWEST_WORDS = 25


def markup_of(source: Path | bytes | str, name: str = "") -> str | None:
    """Return the markup of a source that is a web page; None for any other.

    Raises:
        UnreadableDocument: if the bytes are no text.
    """
    from everest.documents.plain import decode

    if isinstance(source, Path):
        if source.suffix.lower() not in {".html", ".htm", ".xhtml", ""} or not source.is_file():
            return None
        name, source = source.name, source.read_bytes()[: sniffing.MAX_BYTES]
    if isinstance(source, str):
        head = source[:500].lstrip().lower()
        return source if head.startswith(("<!doctype html", "<html")) else None
    return decode(source, name) if sniffing.sniff(source, name) == sniffing.HTML else None


def job_posting(markup: str) -> dict[str, Any]:
    """Return the schema.org JobPosting that a page states; {} where it states none."""
    from bs4 import BeautifulSoup

    if "JobPosting" not in markup:
        return {}
    soup: Any = BeautifulSoup(markup, "lxml")
    for script in soup.find_all("script", type=re.compile("ld\\+json", re.IGNORECASE)):
        try:
            value = json.loads(script.string or "", strict=False)
        except (ValueError, RecursionError):
            continue
        if found := _within(value):
            return found
    node = soup.find(attrs={"itemtype": re.compile(r"schema\.org/JobPosting", re.IGNORECASE)})
    return _microdata(node) if node is not None else {}


def posting_text(posted: dict[str, Any], title: str | None, employer: str | None, place: str | None) -> str:
    """Write a stated posting as the lines that a person would have read."""
    body = [text_of_fragment(_unescaped(str(posted.get(key) or ""))) for key in _WORDY]
    seen: list[str] = []
    for part in body:
        if part.strip() and not any(part.strip() in other for other in seen):
            seen.append(part.strip())
    return "\n".join([*(part.strip() for part in (title, employer, place) if part), *seen])


def main_text(markup: str, name: str) -> tuple[Document, str | None]:
    """Return the main text of a page without menus and footers, and the date it gives itself.

    Where too little is found, the whole visible text is taken.

    Raises:
        UnreadableDocument: if the page shows no text at all.
    """
    import trafilatura

    found = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=True)
    text = str(getattr(found, "text", "") or "")
    date = getattr(found, "date", None)
    if len(text.split()) >= _FEWEST_WORDS:
        return read_document(text, name=name, media_type=sniffing.TEXT), date
    return read_document(markup.encode("utf-8", "replace"), name=name, media_type=sniffing.HTML), date


def _within(value: Any, depth: int = 0) -> dict[str, Any]:
    """Find the JobPosting in a JSON-LD value, however it is wrapped."""
    if depth > _MOST_NESTED:
        return {}
    if isinstance(value, dict):
        if "JobPosting" in str(value.get("@type", "")):
            return value
        value = [item for item in value.values() if isinstance(item, (dict, list))]
    if isinstance(value, list):
        for item in value:
            if found := _within(item, depth + 1):
                return found
    return {}


def _unescaped(markup: str) -> str:
    return html.unescape(markup) if re.search(r"&lt;/?\w+", markup) else markup


def _microdata(node: Any, depth: int = 0) -> dict[str, Any]:
    """Read an item's properties; an item within an item becomes an object within an object."""
    found: dict[str, Any] = {}
    for child in node.find_all(attrs={"itemprop": True}):
        owner = child.find_parent(attrs={"itemscope": True})
        if owner is not node:
            continue
        if child.has_attr("itemscope") and depth < _MOST_NESTED:
            value: Any = _microdata(child, depth + 1) or child.get_text(" ", strip=True)
        elif child.name == "meta":
            value = child.get("content", "")
        elif any(word in child["itemprop"] for word in _WORDY):
            value = child.decode_contents()
        else:
            value = child.get_text(" ", strip=True)
        for key in child["itemprop"].split():
            found.setdefault(key, value)
    return found

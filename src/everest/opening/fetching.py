"""Reads a posting or a company's pages from addresses that a person gives, and only with a person's leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from everest.documents import sniffing
from everest.errors import EverestError, UnreadableDocument
from everest.evidence import Notice
from everest.network import Page, Permission, fetch
from everest.opening.company import read_company
from everest.opening.model import Company, Opening
from everest.opening.posting import read_posting

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_FEWEST_WORDS = 40


def fetch_posting(url: str, permission: Permission) -> Opening:
    """Fetch one page and read the posting on it.

    Raises:
        BadInput: if the address is none.
        NotAllowed: if it is not permitted, private, or the site's robots.txt says no.
        OfflineError: if it cannot be reached in time.
        UnreadableDocument: if what came is no posting that can be read.
    """
    page = fetch(url, permission)
    opening = read_posting(page.content, name=name_of(page))
    if len(opening.text.split()) >= _FEWEST_WORDS:
        return opening
    notice = Notice(
        "This page shows little text to programs; it may want you to log in first.",
        "posting",
        todo="Open it yourself, copy the posting and paste it.",
    )
    return replace(opening, notices=(*opening.notices, notice))


def fetch_company(urls: Sequence[str], permission: Permission, *, name: str = "") -> Company:
    """Fetch the pages a person named (about, careers, news, investors) and read what the company says of itself.

    A page that does not come is a notice; the others are read all the same.

    Raises:
        EverestError: if none of the pages comes; the trouble with the first is told.
    """
    contents: list[tuple[str, bytes]] = []
    notices: list[Notice] = []
    first: EverestError | None = None
    for url in urls:
        try:
            page = fetch(url, permission)
            contents.append((name_of(page), page.content))
        except EverestError as error:
            first = first or error
            notices.append(Notice(f"{url} was not read. {error}", "company", todo="Paste its text."))
    if first is not None and not contents:
        raise first
    if not contents:
        raise UnreadableDocument(
            "No address was given.", where="company", todo="Give one that begins with https://."
        )
    company = read_company(contents, name=name)
    return replace(company, notices=(*company.notices, *notices))


def name_of(page: Page) -> str:
    """Name a page by its host and path, with the ending of its kind."""
    parts = urlsplit(page.url)
    name = f"{parts.hostname or ''}{parts.path}".rstrip("/")
    ending = _ENDINGS.get(page.media_type, "")
    if page.media_type == "" and page.content[:5] == b"%PDF-":
        ending = ".pdf"
    known = sniffing.sniff(page.content, name) if not ending else ""
    ending = ending or (".html" if known == sniffing.HTML else "")
    return name if name.endswith(ending) else name + ending

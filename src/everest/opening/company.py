"""Reads what a company says of itself: its culture, its plans for this year and next, its plans for the long run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from everest.documents import Document, read_document
from everest.evidence import Evidence, Fact, Notice
from everest.language.sentences import split
from everest.opening.model import Company, CompanyStatement, Opening, ResearchItem, StatementKind
from everest.opening.pages import main_text, markup_of
from everest.opening.plans import clause_of, kinds_of

_DATE = re.compile(
    r"\b(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},?\s+)?(?:20\d\d)?|\b20\d\d-\d\d-\d\d\b"
)
_STOPS = re.compile(
    r"\b(?:cookies?|all rights reserved|forward-looking|subscribe|newsletter|equal opportunity|ignore (?:all|any|previous))\b"
    r"|^(?:what|who|why|how|where)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
"""What is no statement of the company's: law, the page's own words, and headings such as "What we look for"."""
_RESEARCH = {
    StatementKind.CULTURE: (
        "How do they work together, and what do they praise?",
        "Their “about” and “careers” pages; what employees say; ask the recruiter.",
    ),
    StatementKind.SHORT_TERM: (
        "What are they launching, opening or changing this year and next?",
        "Their news page, recent interviews, other postings of theirs.",
    ),
    StatementKind.LONG_TERM: (
        "Where do they want to be in five to ten years?",
        "The annual report, the strategy or investor page, the chief executive’s letter.",
    ),
}


def read_company(
    sources: Sequence[Path | str | Document | tuple[str, bytes]], *, name: str = "", today: date | None = None
) -> Company:
    """Read pages, files and pasted text. ``today`` decides which years are ahead.

    A ``str`` is pasted text, never an address; a pair is a name and the bytes of a file. Of a web page the main text is
    read, without menus and footers. Plans are told from history and from boilerplate.

    Raises:
        UnreadableDocument: if a file cannot be read at all.
    """
    year = (today or datetime.now(UTC).date()).year
    texts: dict[str, str] = {}
    found: list[CompanyStatement] = []
    notices: list[Notice] = []
    for number, source in enumerate(sources):
        document, said = _document(source)
        label = _label(document, source, number)
        texts[label] = document.text
        notices += document.notices
        found += _statements(document.text, label, year, said)
    kinds = {kind: _best(found, kind) for kind in StatementKind}
    return Company(
        name=_named(name, texts),
        culture=kinds[StatementKind.CULTURE],
        short_term=kinds[StatementKind.SHORT_TERM],
        long_term=kinds[StatementKind.LONG_TERM],
        research=tuple(ResearchItem(kind, *_RESEARCH[kind]) for kind in StatementKind if not kinds[kind]),
        texts=texts,
        notices=tuple(notices),
    )


def with_company(opening: Opening, company: Company) -> Opening:
    """Put what is known of the company beside the opening."""
    return replace(opening, company=company)


def _document(source: Path | str | Document | tuple[str, bytes]) -> tuple[Document, str | None]:
    """Read one source, and the date that it gives itself where it does."""
    if isinstance(source, Document):
        return source, None
    name, content = source if isinstance(source, tuple) else ("", source)
    if isinstance(content, Path):
        name = content.name
    markup = markup_of(content, name)
    return main_text(markup, name) if markup else (read_document(content, name=name), None)


def _label(document: Document, source: object, number: int) -> str:
    pasted = not isinstance(source, (Path, Document, tuple))
    if document.name == "posting":
        return "posting"
    return f"company:{number + 1}" if pasted or not document.name else f"company:{document.name}"


def _statements(text: str, label: str, year: int, said: str | None = None) -> list[CompanyStatement]:
    spans = [span for span in split(text) if 4 <= len(text[span.start : span.end].split()) <= 60]
    sentences = [" ".join(text[span.start : span.end].split()) for span in spans]
    found = []
    for span, words, (kind, sure, letter) in zip(spans, sentences, kinds_of(sentences, year), strict=True):
        if kind is None or _STOPS.search(words):
            continue
        when = _DATE.search(words)
        date_said = when[0].strip() if when else said
        evidence = Evidence.of(text, span.start, span.end, label)
        found.append(
            CompanyStatement(kind, words, evidence, sure, date_said, clause_of(words), is_value=letter == "V")
        )
    return found


def _best(found: list[CompanyStatement], kind: StatementKind) -> tuple[CompanyStatement, ...]:
    kept: dict[str, CompanyStatement] = {}
    for statement in sorted((item for item in found if item.kind is kind), key=lambda item: -item.confidence):
        kept.setdefault(re.sub(r"\W", "", statement.text.lower()), statement)
    return tuple(kept.values())[:12]


def _named(name: str, texts: dict[str, str]) -> Fact | None:
    for label, text in texts.items():
        at = text.find(name) if name else -1
        if at >= 0:
            return Fact(name, Evidence.of(text, at, at + len(name), label))
    return None

"""Reads a posting into an opening: what one will do, what one must bring, what it adds up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from everest.documents import Document, read_document
from everest.evidence import Evidence, Fact, Notice
from everest.opening.header import Header, read_header
from everest.opening.lines import Line, Role, read_lines
from everest.opening.model import Opening
from everest.opening.pages import job_posting, markup_of, posting_text
from everest.opening.requirements import requirement
from everest.opening.tasks import key_functions, tasks

SOURCE = "posting"
_PAY = re.compile(
    r"(?:[$€£]\s?\d[\d,.]*\s?k?(?:\s*(?:-|–|—|to)\s*[$€£]?\s?\d[\d,.]*\s?k?)?(?:\s*(?:per|an?|/)\s*(?:hour|hr|year|annum|month|week|day))?)",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:career path|clear path|path (?:to|from)|grow with|room to grow|opportunit(?:y|ies) (?:to|for) (?:grow|lead|advance|develop|learn)\w*|advancement|promot(?:e|ion) (?:from )?within|training days|paid training|tuition|mentor(?:ing|ship) program|lead a team|take on more|development plan|as the team grows|professional development|leadership (?:track|program))\b",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"\b(?:we (?:value|believe|care|keep|share|talk|listen|respect|celebrate|put)|our values|nobody|inclusive|respect|integrity|curiosity|collaborat\w+ culture|diversity|customer[- ]first|safety first|transparen\w+|plainly|together)\b",
    re.IGNORECASE,
)


_FEWEST_WORDS = 25
_HEAD = 160
"""Characters; so near to the beginning a line may belong to the head."""


def read_posting(source: Path | bytes | str | Document, *, name: str = "") -> Opening:
    """Read a posting. Offsets point into ``Opening.text``.

    Raises:
        UnreadableDocument: if the file cannot be read at all.
    """
    markup = None if isinstance(source, Document) else markup_of(source, name)
    document = source if isinstance(source, Document) else read_document(source, name=name)
    posted = job_posting(markup) if markup else _job_posting(document)
    if posted:
        document = _with_description(document, posted)
    text = document.text
    lines = read_lines(document)
    header = read_header(document, SOURCE)
    made = tasks([line for line in lines if line.role is Role.TASK and not _names_both(line, header)], SOURCE)
    title = _stated(text, posted.get("title")) or header.title
    notices = [*document.notices]
    if not made:
        notices.append(
            Notice(
                "No tasks could be read in this posting.",
                SOURCE,
                todo="Paste the part that says what one will do.",
            )
        )
    return Opening(
        title=title,
        employer=_stated(text, _name_of(posted.get("hiringOrganization"))) or header.employer,
        place=_stated(text, _place_of(posted.get("jobLocation"))) or header.place,
        rank=_rank(title),
        occupation=_occupation(title),
        tasks=made,
        requirements=tuple(
            requirement(line, SOURCE) for line in lines if line.role in {Role.MUST, Role.NICE}
        ),
        key_functions=key_functions(made),
        values=tuple(_facts(_matching(lines, _VALUES, {Role.ABOUT, Role.OFFER, Role.OTHER}))),
        growth_hints=tuple(_facts(_matching(lines, _GROWTH, set(Role)))),
        pay=_pay(text),
        text=text,
        notices=tuple(notices),
    )


def _names_both(line: Line, header: Header) -> bool:
    """Tell whether a line is one of the head, with the employer and the place in it, however much it reads like a task."""
    named = [fact.evidence.start for fact in (header.employer, header.place) if fact]
    return len(named) == 2 and line.start < _HEAD and all(line.start <= at < line.end for at in named)


def _job_posting(document: Document) -> dict[str, Any]:
    items = document.data.get("json_ld", []) if isinstance(document.data, dict) else []
    return next((item for item in items if "JobPosting" in str(item.get("@type", ""))), {})


def _with_description(document: Document, posted: dict[str, Any]) -> Document:
    """Make the text of a page that states its posting as data: that posting, and nothing around it."""
    title = posted.get("title")
    text = posting_text(
        posted,
        title if isinstance(title, str) else None,
        _name_of(posted.get("hiringOrganization")),
        _place_of(posted.get("jobLocation")),
    )
    if len(text.split()) < _FEWEST_WORDS:
        text = f"{text}\n{document.text}"
    read = read_document(text, name=document.name, media_type="text/plain")
    return Document(
        document.name, document.media_type, read.text, read.blocks, document.notices, 1, document.data
    )


def _name_of(value: Any) -> str | None:
    found = value.get("name") if isinstance(value, dict) else value
    return found if isinstance(found, str) else None


def _place_of(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    address = first.get("address") if isinstance(first, dict) else None
    if isinstance(address, str) or isinstance(first, str):
        return address if isinstance(address, str) else first
    parts = (
        [address.get(key) for key in ("addressLocality", "addressRegion", "addressCountry")]
        if isinstance(address, dict)
        else []
    )
    return ", ".join(part for part in parts if isinstance(part, str)) or None


def _stated(text: str, value: object) -> Fact | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    at = text.find(words) if words else -1
    return Fact(words, Evidence.of(text, at, at + len(words), SOURCE)) if at >= 0 else None


def _rank(title: Fact | None) -> Any:
    from everest.occupations import read_rank

    return read_rank(title.value if title else "")


def _occupation(title: Fact | None) -> str | None:
    from everest.occupations import find_title

    found = find_title(title.value, limit=1) if title else ()
    return found[0].code if found else None


def _pay(text: str) -> Fact | None:
    match = next((m for m in _PAY.finditer(text) if len(re.sub(r"\D", "", m[0])) >= 2), None)
    return (
        Fact(
            match[0].strip(),
            Evidence.of(text, match.start(), match.start() + len(match[0].strip()), SOURCE),
            0.8,
        )
        if match
        else None
    )


def _matching(lines: Iterable[Line], pattern: re.Pattern[str], roles: set[Role]) -> list[Line]:
    return [line for line in lines if line.role in roles and pattern.search(line.text)]


def _facts(lines: Iterable[Line]) -> Iterable[Fact]:
    return (Fact(line.text, Evidence(line.text, line.start, line.end, SOURCE), 0.8) for line in lines)

"""Reads a posting into an opening: what one will do, what one must bring, what it adds up to."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from everest.documents import Document, read_document
from everest.evidence import Evidence, Fact, Notice
from everest.opening.lines import Line, Role, read_lines
from everest.opening.model import Opening
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
_TITLE_LABEL = re.compile(
    r"^\s*(?:job title|title|position|role|vacancy|job)\s*[:\-–]\s*(?P<title>[^\n]{3,80})",
    re.IGNORECASE | re.MULTILINE,
)
_EMPLOYER_LABEL = re.compile(
    r"^\s*(?:company|employer|organi[sz]ation|client)\s*[:\-–]\s*(?P<name>[^\n]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE_LABEL = re.compile(
    r"^\s*(?:location|place|where|city|office)\s*[:\-–]\s*(?P<place>[^\n]{2,80})",
    re.IGNORECASE | re.MULTILINE,
)
_HIRING = re.compile(
    r"(?:^|\b)(?P<name>(?:[A-Z][\w&’'.-]*\s?){1,4}?)\s*(?:is|are)\s+(?:looking for|hiring|seeking|searching for|recruiting)\s+(?:an?|our next|new|some)?\s*(?P<title>[^.,;\n]{3,60}?)(?=\s+(?:to|who|for|in|at|with|on)\b|[.,;\n]|$)"
)
_WANTED = re.compile(
    r"^(?:we(?:'|’)?(?:re| are)\s+(?:looking for|hiring|seeking)|wanted|now hiring|hiring|join us as|seeking)[:\s]+(?:an?\s+)?(?P<title>[^.,;:!\n]{3,60}?)(?=\s+(?:to|who|for|in|at|with|on)\b|[.,;:!\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_AT = re.compile(
    r"\b(?:at|join|about|with|why)\s+(?P<name>[A-Z][\w&’'-]*(?:\s(?:of|and|&|the|for)?\s?[A-Z][\w&’'-]*){0,3})"
)
_RUNS = re.compile(
    r"^(?P<name>[A-Z][\w&’'-]*(?:\s(?:&\s)?[A-Z][\w&’'-]*){0,3})\s+(?:is|runs|has been|was founded|builds|makes|serves|provides|operates|helps|designs|delivers)\b",
    re.MULTILINE,
)
_NO_NAME = {
    "you",
    "us",
    "we",
    "our",
    "the",
    "this",
    "it",
    "who",
    "what",
    "job",
    "role",
    "team",
    "about",
    "google it",
    "least",
    "company",
    "work",
    "apply",
    "a",
    "in",
    "no",
    "all",
    "there",
    "experience",
}


def read_posting(source: Path | bytes | str | Document, *, name: str = "") -> Opening:
    """Read a posting. Offsets point into ``Opening.text``.

    Raises:
        UnreadableDocument: if the file cannot be read at all.
    """
    document = source if isinstance(source, Document) else read_document(source, name=name)
    posted = _job_posting(document)
    if posted:
        document = _with_description(document, posted)
    text = document.text
    lines = read_lines(document)
    made = tasks([line for line in lines if line.role is Role.TASK], SOURCE)
    title = _stated(text, posted.get("title")) or _title(document, lines)
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
        employer=_stated(text, _name_of(posted.get("hiringOrganization"))) or _employer(text, title),
        place=_stated(text, _place_of(posted.get("jobLocation")))
        or _labelled(_PLACE_LABEL, text, "place")
        or _place(document, title),
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


def _job_posting(document: Document) -> dict[str, Any]:
    items = document.data.get("json_ld", []) if isinstance(document.data, dict) else []
    return next((item for item in items if "JobPosting" in str(item.get("@type", ""))), {})


def _with_description(document: Document, posted: dict[str, Any]) -> Document:
    """Make the text of a page that states its posting as data: that posting, and nothing around it."""
    from everest.documents.html import text_of_fragment

    about = (
        posted.get("title"),
        _name_of(posted.get("hiringOrganization")),
        _place_of(posted.get("jobLocation")),
    )
    body = "\n".join(
        text_of_fragment(str(posted.get(key) or ""))
        for key in ("description", "responsibilities", "qualifications", "skills")
    )
    text = "\n".join([*(str(part).strip() for part in about if part), body.strip()])
    if len(body.split()) < 20:
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
    if isinstance(address, str):
        return address
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


def _title(document: Document, lines: tuple[Line, ...]) -> Fact | None:
    text = document.text
    labelled = _labelled(_TITLE_LABEL, text, "title")
    if labelled:
        return labelled
    for block in document.blocks[:4]:
        line = re.sub(
            r"\s*(?:needed|wanted|required|opening|position)?\s*!*$",
            "",
            text[block.start : block.end].strip("*# "),
            flags=re.IGNORECASE,
        )
        line = re.split(r"!+|\s(?:needed|wanted)\b", line)[0].strip()
        line = re.sub(
            r"^(?:we(?:'|’)?(?:re| are) hiring|now hiring|hiring|wanted|help wanted|job opening)\s*[:!-]*\s*(?:an?\s+)?",
            "",
            line,
            flags=re.IGNORECASE,
        )
        part = re.split(r"\s+[|–—-]\s+|,\s(?=[A-Z])|\s+\(|\sat\s(?=[A-Z])", line)[0].strip()
        if 1 <= len(part.split()) <= 7 and not part.endswith((".", ":")) and _is_title(part):
            whole = (
                line
                if len(line.split()) <= 7
                and "|" not in line
                and " at " not in line
                and " - " not in line
                and " – " not in line
                else part
            )
            at = text.index(whole, block.start)
            shown = string.capwords(whole) if whole.isupper() and len(whole) > 4 else whole
            return Fact(shown, Evidence.of(text, at, at + len(whole), SOURCE), 0.9)
    for pattern in (_WANTED, _HIRING):
        match = pattern.search(text)
        if match and _is_title(match["title"]):
            return Fact(match["title"].strip(), Evidence.of(text, *match.span("title"), SOURCE), 0.7)
    del lines
    return None


def _is_title(words: str) -> bool:
    from everest.occupations import find_title

    found = find_title(words, limit=1)
    return (
        bool(found)
        and found[0].score >= 0.45
        and not re.match(r"(?:about|we|our|why|join|what|who|the company)\b", words, re.IGNORECASE)
    )


def _employer(text: str, title: Fact | None) -> Fact | None:
    labelled = _labelled(_EMPLOYER_LABEL, text, "name")
    if labelled:
        return labelled
    if title:
        line_end = text.find("\n", title.evidence.end)
        rest = text[title.evidence.end : line_end if line_end >= 0 else len(text)]
        near = re.match(r"\s*(?:at|[-–—|@])\s*(?P<name>[A-Z][^|,–—\n(]{1,50}?)\s*(?:[|,–—(]|\s-\s|$)", rest)
        if near:
            start = title.evidence.end + near.start("name")
            return Fact(
                near["name"].strip(), Evidence.of(text, start, start + len(near["name"].strip()), SOURCE), 0.8
            )
        second = re.match(
            r"\n+(?P<name>[A-Z][\w&’'. -]{1,40}?)(?:\s[-–—|·,(]\s?[^\n]*)?(?=\n)", text[title.evidence.end :]
        )
        if second and not re.search(
            r"[.!:]$|^(?:About|We|Our|What|You|Location|Full|Part|Remote)\b", second["name"]
        ):
            start = title.evidence.end + second.start("name")
            return Fact(
                second["name"].strip(),
                Evidence.of(text, start, start + len(second["name"].strip()), SOURCE),
                0.7,
            )
    for pattern in (_RUNS, _HIRING, _AT):
        for match in pattern.finditer(text):
            found = match["name"].strip()
            if found.lower() not in _NO_NAME and found.split()[0].lower() not in _NO_NAME and len(found) > 2:
                start = match.start("name")
                return Fact(found, Evidence.of(text, start, start + len(found), SOURCE), 0.6)
    return None


def _place(document: Document, title: Fact | None) -> Fact | None:
    head = document.text[:400]
    if title and title.evidence.end < 200:
        line = head.find("\n", title.evidence.end)
        skip = line if line >= 0 and "," in head[title.evidence.start : line] else title.evidence.end
        head = " " * skip + head[skip:]
    match = re.search(
        r"(?P<place>[A-Z][a-zA-Z.’']+(?: [A-Z][a-zA-Z.’']+){0,2},?\s(?:[A-Z]{2}\b|United (?:Kingdom|States)|(?<=, )[A-Z][a-z]+)(?:,\s[A-Z][a-z]+(?: [A-Z][a-z]+)?)?)|(?P<way>\b(?:remote|hybrid|on[- ]site)\b)|[-–—]\s(?P<town>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?=\()",
        head,
    )
    return (
        Fact(
            match[match.lastgroup or 0].strip(),
            Evidence.of(document.text, *match.span(match.lastgroup or 0), SOURCE),
            0.6,
        )
        if match
        else None
    )


def _labelled(pattern: re.Pattern[str], text: str, group: str) -> Fact | None:
    match = pattern.search(text)
    if not match or not match[group].strip():
        return None
    words = match[group].strip()
    start = match.start(group) + match[group].index(words)
    return Fact(words, Evidence.of(text, start, start + len(words), SOURCE), 0.95)


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

"""Cuts a résumé into its sections by their headings, in whatever words they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.documents.model import Block, BlockKind, Document

_NAMES: dict[str, str] = {
    "experience": r"(?:(?:professional|work|employment|relevant|career|related|clinical|teaching|industry|field|other|additional|previous|prior|key|on campus|leadership|internship|military|volunteer)\s+)*(?:experience|employment|history|work history|positions held|internships?|involvement|roles)(?:\s+(?:history|summary|details|and involvement))?|career(?: history)?|employment(?: record)?|where i(?:'|’)?ve worked|jobs?|company details|volunteering|volunteer work",
    "education": r"(?:academic\s+)?(?:education(?:al)?(?: details| background| history| and training| & training)?|academics?|academic (?:background|qualifications?)|qualifications?|studies|schooling|academic history|degrees?)",
    "skills": r"(?:(?:technical|core|key|professional|computer|relevant|it|soft|hard|other|additional|main|clinical|special)\s+)*(?:skills?|competenc(?:ies|e)|expertise|technologies|tools|proficienc(?:ies|y)|strengths|toolbox|tech stack|capabilities)(?:\s*(?:&|and)\s*[a-z ]+|\s+(?:details|summary|set))?|what i work with|areas of expertise",
    "certificates": r"(?:licenses?|licen[cs]ure|certifications?|certificates?|credentials|training|courses?|professional development)(?:\s*(?:&|and|,|/)\s*(?:licenses?|certifications?|certificates?|training|courses?|credentials))*",
    "languages": r"languages?(?: skills)?",
    "projects": r"(?:(?:personal|selected|key|side|academic|open[- ]source|notable)\s+)?projects?",
    "summary": r"(?:(?:professional|executive|career|personal)\s+)?(?:summary|profile|objective|statement|overview|highlights?)(?: of qualifications)?|about(?: me)?|objective|bio",
    "other": r"(?:awards?|honou?rs?|achievements?|accomplishments?|publications?|references?|interests?|hobbies|hobbies (?:&|and) interests|activities|affiliations|memberships?|patents|presentations|personal (?:details|information|data)|contact(?: (?:info|information|details|me))?|declaration|social|links|additional information|extracurricular(?: activities)?|honou?rs\s*[/&]\s*awards|awards\s*(?:&|and|/)\s*honou?rs|find me online|speaking)",
}
_HEADINGS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMES.items()}
_BULLET = re.compile(r"^\s*(?:[-*•▪◦‣·●○–—➢✓■§]|\uf0b7|\d{1,2}[.)])\s+")
_MARKS = re.compile(r"^[#\s*_•▪|:=~-]+|[\s*_:|=~-]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the résumé: its words without bullet or Markdown marks, and where they stand."""

    text: str
    start: int
    end: int
    is_bullet: bool = False
    is_heading: bool = False
    size: float = 0.0
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading. The head of the page is the section ``top``."""

    name: str
    lines: tuple[Line, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Cut the document into sections, in order."""
    found: list[tuple[str, list[Line]]] = [("top", [])]
    for block in document.blocks:
        line = _line(document.text, block)
        if not line.text:
            continue
        name, rest = _heading(line)
        if name:
            found.append((name, [rest] if rest else []))
        else:
            found[-1][1].append(line)
    return tuple(Section(name, tuple(lines)) for name, lines in found)


def _line(text: str, block: Block) -> Line:
    raw = text[block.start : block.end]
    lead = _BULLET.match(raw)
    start = block.start + (lead.end() if lead else 0)
    words = raw[lead.end() :] if lead else raw
    marks = re.match(r"[#\s]*(?:\*\*|__)?\s*", words)
    start += marks.end() if marks else 0
    words = words[marks.end() :] if marks else words
    end = start + len(re.sub(r"(?:\*\*|__|\s)+$", "", words))
    heading = block.kind is BlockKind.HEADING or raw.lstrip().startswith("#")
    return Line(
        text[start:end], start, end, bool(lead) or block.kind is BlockKind.ITEM, heading, block.size, raw
    )


def _heading(line: Line) -> tuple[str | None, Line | None]:
    """Return the section a line opens, and what of the line already belongs to it ("Skills: Excel, SQL")."""
    plain = _MARKS.sub("", line.text)
    if len(plain) <= 48:
        spaced = re.sub(r"\b(?:\w ){3,}\w\b", lambda m: m[0].replace(" ", ""), plain)
        for name, pattern in _HEADINGS.items():
            if pattern.fullmatch(spaced.strip()) and not line.is_bullet:
                return name, None
    before, colon, after = line.text.partition(":")
    if colon and after.strip() and not line.is_bullet and len(before) < 30:
        for name in ("skills", "languages", "certificates", "summary"):
            if _HEADINGS[name].fullmatch(before.strip()):
                start = line.start + len(before) + 1 + len(after) - len(after.lstrip())
                return name, Line(after.strip(), start, start + len(after.strip()))
    return None, None

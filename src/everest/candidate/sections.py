"""Cuts a résumé into its sections by their headings, in whatever words they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.candidate.dates import find_periods
from everest.candidate.headings import Type, loose_section_of, named_section, section_of, type_of_headings
from everest.candidate.titles import DEGREE, EMPLOYER, SCHOOL, TITLE
from everest.candidate.tongues import are_tongues
from everest.documents.model import Block, BlockKind, Document

_LABEL = re.compile(r"[A-Z][^,:.]{2,30}:\s*\S")
_PERSONAL = re.compile(
    r"(?:date (?:and place )?of birth|birth ?date|d\.?o\.?b\b|born(?: on| in)?\b|place of birth|age\b|sex\b|gender\b|nationality|citizenship|"
    r"marital status|civil status|family status|married\b|single\b(?= *$)|children\b|religion|caste\b|ethnicity|race\b|father'?s? ?name|"
    r"mother'?s? name|spouse|husband'?s? name|passport|pan(?: no| card)\b|pan(?=:)|aadhaa?r|national id|social security|blood group|height\b|weight\b|photo(?:graph)?\b|"
    r"geburtsdatum|staatsangehörigkeit|familienstand|konfession|nationalité|date de naissance|situation familiale|fecha de nacimiento|"
    r"nacionalidad|estado civil|data di nascita|nazionalità|stato civile)"
    r"(?:'s name| no\.?| number| status)?\s*(?:[:|(–—-]|\t|$|\d)",
    re.IGNORECASE,
)
"""Birth, sex, origin, family, faith and papers: no part of what somebody can do."""
_COLUMN = re.compile(
    r"(?:job )?(?:title|position|role|designation|company|employer|organi[sz]ation|dates?|period|duration|years?|from|to|location|place|city|"
    r"degree|qualification|course|institution|institute|school|university|college|board|board/university|subject|field|grade|marks|percentage|"
    r"year of passing|sr\.? ?no|no|skill|level|language|certificate|issued by|issuer|responsibilities|details)",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"(?:key |main |core )?(?:technolog(?:y|ies)|tools|tech(?:nology)? stack|software|skills)(?: used)?",
    re.IGNORECASE,
)
"""What a job was done with, named beneath it: no section of its own."""
_ANOTHER_COLUMN = 60.0
"""Points; lines that begin further apart stand in two columns."""
_BULLET = re.compile(r"^\s*(?:(?:[-*+•▪◦‣·●○–—➢✓■§ØñÞ]|\uf0b7|\d{1,2}[.)])\s+|[-•▪●‣](?=[A-Za-z]))")


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
    bold: bool = False
    page: int = 0
    x0: float = 0.0

    @property
    def type(self) -> Type:
        """How the line is set."""
        return round(self.size), self.bold, self.is_heading, self.text.isupper()


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading. The head of the page is the section ``top``."""

    name: str
    lines: tuple[Line, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Cut the document into sections, in order."""
    lines = [
        line
        for block in document.blocks
        if re.search(r"[^\W_]", (line := _line(document.text, block)).text) and not _is_left_out(line.text)
    ]
    known = type_of_headings(line.type for line in lines if not line.is_bullet and section_of(line.text))
    found: list[tuple[str, list[Line]]] = [("top", [])]
    around = ""
    before = lines[0] if lines else None
    for number, line in enumerate(lines):
        name, rest = _heading(
            line, known, found[-1][0], document.text[before.end : line.start] if before else ""
        )
        if (
            name is None
            and len(found) > 1
            and _is_unknown_heading(lines, number, known, document.text, found[-1][0])
        ):
            name = "other"
        if name:
            around = around or found[-1][0] if rest else ""
            found.append((name, [rest] if rest else []))
        elif around and (_LABEL.match(line.text) or not re.search(r"[,;&/]$", found[-1][1][-1].text)):
            found.append((around, [line]))
            around = ""
        elif before is not None and line.page > before.page and abs(line.x0 - before.x0) > _ANOTHER_COLUMN:
            found.append((_left_off(found, line), [line]))
        else:
            found[-1][1].append(line)
        before = line
    return tuple(Section(name, tuple(lines)) for name, lines in found)


def _left_off(found: list[tuple[str, list[Line]]], line: Line) -> str:
    """Return the section that a new page takes up again: the last one in the same column."""
    for name, held in reversed(found):
        if held and abs(held[-1].x0 - line.x0) < _ANOTHER_COLUMN:
            return name
    return found[-1][0]


def _is_left_out(words: str) -> bool:
    """Tell what is never read: the names of columns, and who somebody is rather than what they have done."""
    return _is_table_head(words) or _PERSONAL.match(words) is not None


def _is_table_head(words: str) -> bool:
    """Tell the first row of a table, which names its columns: "Degree | University/Board | Year"."""
    parts = [part for part in re.split(r"\t|\s\|\s|\s{2,}", words.strip(" |")) if part]
    named = [re.split(r"\s*(?:/|&|\band\b|\bor\b)\s*", part.strip(" *:/.")) for part in parts]
    return len(parts) >= 2 and all(_COLUMN.fullmatch(name) for names in named for name in names)


def _is_unknown_heading(lines: list[Line], number: int, known: Type | None, text: str, inside: str) -> bool:
    """Tell a heading in words not known, set as the others are: no name, and no job or study beneath it.

    Within a list it must be set apart by an empty line, for "SQL" is a skill.
    """
    line = lines[number]
    if known is None or line.type != known or line.is_bullet or not number:
        return False
    apart = (known[0] > 0 and inside not in {"skills", "languages"}) or text[
        lines[number - 1].end : line.start
    ].count("\n") > 1
    plain = len(line.text.split()) <= 4 and not re.search(r"[\d,|@&.]|\t| at ", line.text)
    named = any(pattern.search(line.text) for pattern in (TITLE, DEGREE, SCHOOL, EMPLOYER))
    return apart and plain and not named and not any(map(_is_of_entry, lines[number + 1 : number + 3]))


def _is_of_entry(line: Line) -> bool:
    """Tell a line of a job's or study's head: it names a title or degree, or a stretch of time."""
    dated = any(period.is_range for period in find_periods(line.text))
    return not line.is_bullet and (dated or any(p.search(line.text) for p in (TITLE, DEGREE)))


def _line(text: str, block: Block) -> Line:
    raw = text[block.start : block.end]
    lead = _BULLET.match(raw)
    start = block.start + (lead.end() if lead else 0)
    words = raw[lead.end() :] if lead else raw
    marks = re.match(r"[#>\s]*(?:\*\*|__)?\s*", words)
    start += marks.end() if marks else 0
    words = words[marks.end() :] if marks else words
    end = start + len(re.sub(r"(?:\*\*|__|\s)+$", "", words))
    heading = block.kind is BlockKind.HEADING or raw.lstrip().startswith("#")
    is_bullet = bool(lead) or block.kind is BlockKind.ITEM
    return Line(
        text[start:end], start, end, is_bullet, heading, block.size, raw, block.bold, block.page, block.x0
    )


def _heading(line: Line, known: Type | None, inside: str, gap: str) -> tuple[str | None, Line | None]:
    """Return the section a line opens, and what of the line already belongs to it ("Skills: Excel, SQL").

    ``inside`` is the section the line stands in, ``gap`` what sets it apart from the line before.
    """
    if line.is_bullet:
        return None, None
    exact = section_of(line.text)
    if exact:
        return exact, None
    if line.type == known and not TITLE.search(line.text):
        loose = loose_section_of(line.text)
        if loose:
            return loose, None
    label = re.match(r"(?P<name>[^:\t]{2,29})(?::|\t)\s*(?=\S)", line.text)
    name = named_section(label["name"]) if label else None
    if label is None or name is None:
        return None, None
    after = line.text[label.end() :]
    of_job = inside == "experience" and gap.count("\n") < 2 and _TOOLS.fullmatch(label["name"])
    of_skills = inside == "skills" and name == "languages" and not are_tongues(after)
    if of_job or of_skills:
        return None, None
    return name, Line(after.rstrip(), line.start + label.end(), line.start + len(line.text.rstrip()))

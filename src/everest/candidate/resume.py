"""Reads a résumé into a candidate: what it says, where it says it, and what follows from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from everest.candidate import derived, json_resume
from everest.candidate.dates import years_between
from everest.candidate.entries import Entry, entries, head_period
from everest.candidate.model import Candidate, Education, Position
from everest.candidate.naming import fact, job_names, parts_of, study_names
from everest.candidate.sections import Line, Section, sections
from everest.documents import Document, read_document
from everest.evidence import SURE, Evidence, Fact, Notice

SOURCE = "resume"
_CONTACT = re.compile(
    r"@|https?:|www\.|linkedin|github\.|\d{3}[\s().-]{0,3}\d{3}|\+\d{1,3}[\s(]|^\d+\s+\w+.*\b(?:st|street|ave|road|rd|way|lane|blvd)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"\d|resume|résumé|curriculum|vitae|page|profile|objective|contact", re.IGNORECASE)
_LABEL = re.compile(r"[^,:]{2,40}:\s*")
_LEAD = re.compile(
    r"^(?:and|(?:very )?(?:proficient|skilled|experienced|fluent|expert|competent) (?:in|with|at)|(?:good |working |basic )?knowledge of|"
    r"familiar(?:ity)? with|experience (?:in|with)|proficiency in)\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|\t| / |\s{3,})\s*(?![^(]*\))")


def read_resume(
    source: Path | bytes | str | Document, *, name: str = "", today: date | None = None
) -> Candidate:
    """Read a résumé. ``today`` dates the jobs that still last.

    No photograph, birth date, gender, nationality or family status is read.

    Raises:
        UnreadableDocument: if the file cannot be read at all.
    """
    document = source if isinstance(source, Document) else read_document(source, name=name)
    today = today or datetime.now(UTC).date()
    if document.media_type in {"application/json", "application/zip"} and document.data:
        candidate = json_resume.read(document, today)
    else:
        candidate = _read_text(document, today)
    return derived.complete(candidate, today)


def _read_text(document: Document, today: date) -> Candidate:
    text = document.text
    found = sections(document)
    top = found[0].lines
    name = _name(top, text)
    positions = tuple(
        position
        for section in _named(found, "experience") or _unheaded(found)
        for position in _in_one_house(
            [_position(e, text, today) for e in entries(section.lines, text) if e.head]
        )
    )
    notices = [*document.notices]
    if not positions:
        notices.append(
            Notice(
                "No jobs could be read in this résumé.",
                SOURCE,
                todo="Add them by hand, or check that the file is a résumé.",
            )
        )
    notices += [_undated(position) for position in positions if position.start is None]
    return Candidate(
        name=name,
        headline=_headline(top, name, text),
        summary=_summary(found, text),
        positions=positions,
        education=tuple(
            _education(entry, text)
            for section in _named(found, "education")
            for entry in entries(section.lines, text)
            if entry.head
        ),
        certificates=_listed(_named(found, "certificates"), text, split=False),
        skills=_listed(_named(found, "skills"), text, split=True),
        languages=_listed(_named(found, "languages"), text, split=True),
        projects=_listed(_named(found, "projects"), text, split=False),
        text=text,
        notices=tuple(notices),
    )


def _unheaded(found: tuple[Section, ...]) -> list[Section]:
    """Return the jobs that stand under the name without a heading: from the first short line with dates of work on."""
    lines = found[0].lines
    for at, line in enumerate(lines):
        period = head_period(line)
        if period is not None and (period.is_range or period.is_current) and len(line.text.split()) >= 4:
            kept = [
                line
                for line in lines[at:]
                if not re.match(r"(?:education|studies|training)\b", line.text, re.I)
            ]
            return [Section("experience", tuple(kept))]
    return []


def _named(found: tuple[Section, ...], name: str) -> list[Section]:
    return [section for section in found if section.name == name]


def _name(top: tuple[Line, ...], text: str) -> Fact | None:
    for line in top[:6]:
        words = re.split(r"\s+[|•·–-]\s+|,|\t", line.text)[0].strip()
        parts = words.split()
        if (
            2 <= len(parts) <= 5
            and not _NOT_A_NAME.search(words)
            and not _CONTACT.search(words)
            and all(
                part[0].isupper() or part in {"de", "van", "von", "da", "bin", "al", "del", "di", "la"}
                for part in parts
            )
        ):
            return Fact(words, Evidence.of(text, line.start, line.start + len(words), SOURCE), 0.95)
    return None


def _headline(top: tuple[Line, ...], name: Fact | None, text: str) -> Fact | None:
    for line in top[:8]:
        taken = name is not None and line.start <= name.evidence.start < line.end
        if (
            taken
            or _CONTACT.search(line.text)
            or not 1 <= len(line.text.split()) <= 14
            or re.fullmatch(r"[\W\d]+", line.text)
        ):
            continue
        if re.fullmatch(r"[A-Z][\w .'’-]+,\s*[A-Z][\w .]+(?:\s\d{5})?", line.text):
            continue
        return Fact(line.text, Evidence.of(text, line.start, line.end, SOURCE), 0.7)
    return None


def _summary(found: tuple[Section, ...], text: str) -> Fact | None:
    lines = [line for section in _named(found, "summary") for line in section.lines]
    if not lines:
        lines = [
            line for line in found[0].lines if len(line.text.split()) > 14 and not _CONTACT.search(line.text)
        ]
    if not lines:
        return None
    last = next((b for a, b in pairwise(lines) if b.start - a.end > 2), None)
    kept = lines[: lines.index(last)] if last else lines
    start, end = kept[0].start, kept[-1].end
    return Fact(" ".join(text[start:end].split()), Evidence.of(text, start, end, SOURCE))


def _position(entry: Entry, text: str, today: date) -> Position:
    title, employer, place, sure = job_names(parts_of(entry, text))
    period = entry.period
    start, end = (period.start, period.end) if period else (None, None)
    line = entry.period_line
    dates = (
        Evidence.of(text, line.start + period.at, line.start + period.to, SOURCE) if line and period else None
    )
    return Position(
        title=fact(text, title, sure),
        employer=fact(text, employer, sure if employer else 0.4),
        start=start,
        end=None if period and period.is_current else end,
        is_current=bool(period and period.is_current),
        evidence=Evidence.of(text, entry.head[0].start, entry.head[-1].end, SOURCE),
        place=fact(text, place, 0.8),
        bullets=tuple(
            Fact(" ".join(b.text.split()), Evidence.of(text, b.start, b.end, SOURCE))
            for b in entry.bullets
            if len(b.text.split()) > 1
        ),
        years=years_between(start, None if period and period.is_current else end, today),
        dates=Fact(dates.quote, dates) if dates else None,
    )


def _in_one_house(positions: list[Position]) -> list[Position]:
    """Give a title that stands with its dates alone the employer of the one above: a promotion."""
    told: list[Position] = []
    for position in positions:
        above = told[-1].employer if told else None
        alone = position.employer is None and position.title is not None and position.title.confidence >= SURE
        if alone and above is not None and position.start is not None:
            position = replace(position, employer=replace(above, confidence=min(above.confidence, 0.75)))  # noqa: PLW2901
        told.append(position)
    return told


def _education(entry: Entry, text: str) -> Education:
    degree, school, field = study_names(parts_of(entry, text))
    period = entry.period
    return Education(
        degree=fact(text, degree),
        institution=fact(text, school, 0.95 if school else 0.5),
        start=period.start if period and period.is_range else None,
        end=period.end if period else None,
        evidence=Evidence.of(text, entry.head[0].start, entry.head[-1].end, SOURCE),
        field_of_study=fact(text, field, 0.8),
    )


def _listed(found: list[Section], text: str, *, split: bool) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for line in (line for section in found for line in _whole(section.lines, text)):
        label = _LABEL.match(line.text) if split else None
        at = line.start + (label.end() if label else 0)
        for item in _items(text[at : line.end]) if split else [text[at : line.end]]:
            words = _LEAD.sub("", item.strip(" .\t-–")) if split else item.strip(" .\t-–")
            if not words or len(words) > (60 if split else 160) or not re.search(r"\w", words):
                continue
            start = text.index(words, at, line.end)
            at = start + len(words)
            value = " ".join(words.split())
            facts.setdefault(value.lower(), Fact(value, Evidence.of(text, start, at, SOURCE)))
    return tuple(facts.values())


def _items(text: str) -> list[str]:
    """Split a list; "Proficient in Windows and Mac OS" names two."""
    found: list[str] = []
    for item in _SPLIT.split(text):
        led = _LEAD.match(item) and not item.lower().startswith("and ")
        found += re.split(r"\s+and\s+", item) if led else [item]
    return found


def _whole(lines: tuple[Line, ...], text: str) -> list[Line]:
    """Put the tail of a wrapped bullet or list back onto it: "• Motivational / interviewing"."""
    whole: list[Line] = []
    bulleted = sum(line.is_bullet for line in lines) * 2 > len(lines)
    longest = max((len(line.text) for line in lines), default=0)
    for line in lines:
        last = whole[-1] if whole else None
        if (
            last
            and not line.is_bullet
            and (_list_goes_on(last, line, longest) or (bulleted and line.text[:1].islower()))
        ):
            whole[-1] = replace(last, text=text[last.start : line.end], end=line.end)
        else:
            whole.append(line)
    return whole


def _list_goes_on(last: Line, line: Line, longest: int) -> bool:
    row = last.text.split("\n")[-1]
    if line.text[:1].islower() and len(_SPLIT.split(last.text)) >= 2 and not re.search(r"[,;|•·.]$", row):
        return not _LABEL.match(line.text)
    full = len(row) > 40 and len(row) >= 0.72 * longest and len(_SPLIT.split(row)) >= 3
    return full and not re.search(r"[,;|•·.]$", row) and not _LABEL.match(line.text)


def _undated(position: Position) -> Notice:
    named = position.title.value if position.title and position.title.confidence >= SURE else "One job"
    return Notice(
        f"{named}: no dates could be read.",
        SOURCE,
        position.evidence.start,
        position.evidence.end,
        "Add when it was.",
    )

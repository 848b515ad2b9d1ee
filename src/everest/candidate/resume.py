"""Reads a résumé into a candidate: what it says, where it says it, and what follows from it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from everest.candidate import derived, json_resume
from everest.candidate.breaking import broken
from everest.candidate.entries import Entry, studies
from everest.candidate.listing import listed
from everest.candidate.model import Candidate, Education, Position
from everest.candidate.naming import fact, parts_of
from everest.candidate.positions import (
    GUESSED,
    is_labelled,
    is_study_alone,
    positions_of,
    sought,
    unheaded_studies,
    with_latest,
)
from everest.candidate.schooling import study_names
from everest.candidate.sections import Line, Section, sections
from everest.documents import Document, read_document
from everest.evidence import SURE, Evidence, Fact, Notice

SOURCE = "resume"
_CONTACT = re.compile(
    r"@|https?:|www\.|linkedin|github\.|\d{3}[\s().-]{0,3}\d{3}|\+\d{1,3}[\s(]|\b\d{4,6}\s+[A-Z]\w+,|^\d+\s+\w+.*\b(?:st|street|ave|road|rd|way|lane|blvd)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:born|married|single|divorced|nationality|citizen|date of birth|years old|\d+ years,? (?:male|female))\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\d|resume|résumé|curriculum|vitae|page|profile|objective|contact|summary|skills|knowledge|systems|technical|computer|experience|education|university|college",
    re.IGNORECASE,
)


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
    made = broken(document)
    text = document.text
    found = sections(made.document)
    top = found[0].lines
    name = _name(top, text, made.pieced)
    positions = positions_of(found, text, today, made.pieced)
    studied = [section.lines for section in _named(found, "education")] or _untitled_studies(found)
    if any(is_labelled(section, text) for section in _named(found, "experience")):
        parted = [sought(lines) for lines in studied]
        studied = [kept for kept, _ in parted]
        told = tuple(line for _, lines in parted for line in lines)
        positions = with_latest(positions, told, text)
    education, beside = _education_of(studied, text)
    notices = [*document.notices]
    if not positions:
        notices.append(
            Notice(
                "No jobs could be read in this résumé.",
                SOURCE,
                todo="Add them by hand, or check that the file is a résumé.",
            )
        )
    if made.pieced:
        notices.append(
            Notice(
                "This résumé has lost its line breaks; which words belong to which job was pieced together.",
                SOURCE,
                todo="Look over every job, or read the file it was copied from.",
            )
        )
    notices += [_undated(position) for position in positions if position.start is None]
    return Candidate(
        name=name,
        headline=_headline(top, name, text),
        summary=_summary(found, text),
        positions=positions,
        education=education,
        certificates=listed([*_named(found, "certificates"), *beside], text, split=False),
        skills=listed(_named(found, "skills"), text, split=True),
        languages=listed(_named(found, "languages"), text, split=True),
        projects=listed(_named(found, "projects"), text, split=False),
        text=text,
        notices=tuple(notices),
    )


def _named(found: tuple[Section, ...], name: str) -> list[Section]:
    return [section for section in found if section.name == name]


def _name(top: tuple[Line, ...], text: str, pieced: frozenset[int]) -> Fact | None:
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
            sure = GUESSED if line.start in pieced else 0.95
            return Fact(words, Evidence.of(text, line.start, line.start + len(words), SOURCE), sure)
    return None


def _headline(top: tuple[Line, ...], name: Fact | None, text: str) -> Fact | None:
    for line in top[:8]:
        taken = name is not None and line.start <= name.evidence.start < line.end
        if (
            taken
            or _CONTACT.search(line.text)
            or not 1 <= len(line.text.split()) <= 14
            or _PERSONAL.search(line.text)
            or re.fullmatch(
                r"[\W\d]+|(?:my )?(?:curriculum vitae|cv|r[eé]sum[eé]|bio-?data)\W*", line.text, re.IGNORECASE
            )
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


def _untitled_studies(found: tuple[Section, ...]) -> list[tuple[Line, ...]]:
    """Return studies that stand under no heading of their own: among certificates, or jobs without a heading."""
    listed = [
        line for section in _named(found, "certificates") for line in section.lines if is_study_alone(line)
    ]
    return [lines for lines in (tuple(listed), unheaded_studies(found)) if lines]


def _education_of(studied: list[tuple[Line, ...]], text: str) -> tuple[tuple[Education, ...], list[Section]]:
    """Return the courses of study, and as certificates what names neither degree nor school among those that do."""
    read = [
        (_education(entry, text), entry) for lines in studied for entry in studies(lines, text) if entry.head
    ]
    named = tuple(study for study, _ in read if study.degree or study.institution)
    if not named:
        return tuple(study for study, _ in read), []
    beside = [Section("certificates", entry.head) for study, entry in read if study not in named]
    return named, beside


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


def _undated(position: Position) -> Notice:
    named = position.title.value if position.title and position.title.confidence >= SURE else "One job"
    return Notice(
        f"{named}: no dates could be read.",
        SOURCE,
        position.evidence.start,
        position.evidence.end,
        "Add when it was.",
    )

"""Candidates from files that are data: JSON Resume v1, and LinkedIn's export."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from everest.candidate.dates import find_periods, years_between
from everest.candidate.model import Candidate, Education, Month, Position
from everest.documents import Document
from everest.evidence import Evidence, Fact, Notice

SOURCE = "resume"


class _Quoter:
    """Finds each value in the text that the reader made of the file, walking forward."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def fact(self, value: object) -> Fact | None:
        """Quote a value."""
        if not isinstance(value, str) or not value.strip():
            return None
        words = value.strip().replace("\r\n", "\n")
        start = self._text.find(words, self._at)
        if start < 0:
            start = self._text.find(words)
        if start < 0:
            return None
        self._at = start
        return Fact(words, Evidence(words, start, start + len(words), SOURCE))


def read(document: Document, today: date) -> Candidate:
    """Read the candidate out of a document's data."""
    data = document.data if document.media_type == "application/json" else _from_linkedin(document.data)
    quote = _Quoter(document.text)
    basics = _mapping(data.get("basics"))
    name, headline, summary = (quote.fact(basics.get(key)) for key in ("name", "label", "summary"))
    notices = (
        document.notices
        if basics or data.get("work")
        else (*document.notices, Notice("This file holds no résumé that could be read.", SOURCE))
    )
    return Candidate(
        name=name,
        headline=headline,
        summary=summary,
        positions=tuple(
            _position(item, quote, today) for item in (*_items(data, "work"), *_items(data, "volunteer"))
        ),
        education=tuple(_education(item, quote) for item in _items(data, "education")),
        certificates=_facts(quote, (item.get("name") for item in _items(data, "certificates"))),
        skills=_facts(
            quote,
            (
                value
                for item in _items(data, "skills")
                for value in (item.get("name"), *_list(item.get("keywords")))
            ),
        ),
        languages=_facts(quote, (item.get("language") for item in _items(data, "languages"))),
        projects=_facts(quote, (item.get("name") for item in _items(data, "projects"))),
        text=document.text,
        notices=notices,
    )


def _position(item: dict[str, Any], quote: _Quoter, today: date) -> Position:
    employer = quote.fact(item.get("name") or item.get("company") or item.get("organization"))
    title = quote.fact(item.get("position"))
    start, end = _month(item.get("startDate")), _month(item.get("endDate"))
    shown = title or employer
    told = item.get("summary") or item.get("description")
    lines = _lines(told) if isinstance(told, str) else []
    bullets = _facts(quote, (*lines, *_list(item.get("highlights"))))
    current = start is not None and end is None
    return Position(
        title, employer, start, end, current, shown.evidence if shown else Evidence("", 0, 0, SOURCE),
        place=quote.fact(item.get("location")), bullets=bullets, years=years_between(start, end, today),
        dates=quote.fact(item.get("startDate")),
    )  # fmt: skip


def _education(item: dict[str, Any], quote: _Quoter) -> Education:
    school = quote.fact(item.get("institution"))
    field, degree = quote.fact(item.get("area")), quote.fact(item.get("studyType"))
    shown = school or degree or field
    evidence = shown.evidence if shown else Evidence("", 0, 0, SOURCE)
    return Education(
        degree, school, _month(item.get("startDate")), _month(item.get("endDate")), evidence, field
    )


def _from_linkedin(tables: dict[str, Any]) -> dict[str, Any]:
    profile: dict[str, str] = next(iter(tables.get("profile", [])), {})
    work = [
        {"name": row.get("Company Name"), "position": row.get("Title"), "summary": row.get("Description"),
         "location": row.get("Location"), "startDate": row.get("Started On"), "endDate": row.get("Finished On") or None}
        for row in tables.get("positions", [])
    ]  # fmt: skip
    study = [
        {
            "institution": row.get("School Name"),
            "studyType": row.get("Degree Name"),
            "startDate": row.get("Start Date"),
            "endDate": row.get("End Date"),
        }
        for row in tables.get("education", [])
    ]
    given = [
        {"organization": row.get("Company Name"), "position": row.get("Role"), "summary": row.get("Description"),
         "startDate": row.get("Started On"), "endDate": row.get("Finished On") or None}
        for row in tables.get("volunteering", [])
    ]  # fmt: skip
    return {
        "volunteer": given,
        "basics": {
            "name": profile.get("Name"),
            "label": profile.get("Headline"),
            "summary": profile.get("Summary"),
        },
        "work": work,
        "education": study,
        "skills": [{"name": row.get("Name")} for row in tables.get("skills", [])],
        "languages": [{"language": row.get("Name")} for row in tables.get("languages", [])],
        "certificates": [{"name": row.get("Name")} for row in tables.get("certifications", [])],
        "projects": [{"name": row.get("Title")} for row in tables.get("projects", [])],
    }


def _month(value: object) -> Month | None:
    periods = find_periods(value) if isinstance(value, str) else ()
    return periods[0].start if periods else None


def _lines(told: str) -> list[str]:
    """Return the lines of a description without their bullets; one that is a paragraph stays whole."""
    return [words for line in told.splitlines() if (words := line.strip().lstrip("-*•–▪ ").strip())]


def _facts(quote: _Quoter, values: Iterable[object]) -> tuple[Fact, ...]:
    return tuple(fact for value in values if (fact := quote.fact(value)))


def _items(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [item for item in _list(data.get(key)) if isinstance(item, dict)]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

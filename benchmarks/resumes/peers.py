"""Public résumé parsers that run beside Everest where they are installed; none of them is needed for anything else."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.resumes.scoring import Read

EMPTY: Read = {"positions": [], "education": [], "skills": []}


def peers() -> dict[str, Callable[[str, Any], Read] | None]:
    """Return the parsers by name; None for one that is not installed."""
    return {
        "leverparser": _lever if find_spec("pyresume") else None,
        "openresume-parser": _openresume if find_spec("openresume") else None,
    }


def _lever(name: str, data: bytes) -> Read:
    parser = import_module("pyresume").ResumeParser()
    found = _parsed(parser.parse, name, data)
    if found is None:
        return EMPTY
    return {
        "positions": [
            {
                "title": job.title or "",
                "employer": job.company or "",
                "start": _month(job.start_date),
                "end": "now" if job.current else _month(job.end_date),
            }
            for job in found.experience
        ],
        "education": [
            {
                "degree": f"{item.degree or ''} {item.major or ''}",
                "school": item.institution or "",
                "end": str(item.graduation_date.year) if item.graduation_date else "",
            }
            for item in found.education
        ],
        "skills": [{"name": skill.name} for skill in found.skills],
    }


def _openresume(name: str, data: bytes) -> Read:
    found = _parsed(import_module("openresume").parse_resume_from_pdf, name, data)
    if not found or not found.get("ok"):
        return EMPTY
    resume = found["resume"]
    study = resume["education"]
    entry = {
        "degree": f"{study['degree_course']} {study['specialization']}",
        "school": "",
        "end": str(study["passing_year"] or ""),
    }
    return {
        "positions": [
            {
                "title": job["title"] or "",
                "employer": job["company"] or "",
                "start": job["start_date"] or "",
                "end": "now" if job["current"] else job["end_date"] or "",
            }
            for job in resume["experience"]["work_history"]
        ],
        "education": [entry] if any(value.strip() for value in entry.values()) else [],
        "skills": [{"name": skill} for skill in resume["skills"]],
    }


def _parsed(parse: Callable[[str], Any], name: str, data: bytes) -> Any:
    """Call a parser on a file; what it prints is dropped, and what it raises counts as nothing read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(data)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
            return parse(str(path))
    return None


def _month(day: date | None) -> str:
    return f"{day.year}-{day.month:02}" if day else ""

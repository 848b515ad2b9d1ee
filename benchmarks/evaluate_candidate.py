"""How well résumés are read: precision, recall and F1 by field, on layouts made here and on public samples.

Each layout is drawn for two of 24 fictional people, as PDF, as Word, and as OpenDocument, HTML or plain text in turn.
What goes wrong in the dev layouts may be looked at while the reader is mended; of the held-out ones only the figures
are. Public parsers read the same held-out PDFs where they are installed: `pip install leverparser` (MIT) and
`pip install openresume-parser` (AGPL, so only ever run beside Everest).

``EVEREST_SHARED`` may name a folder with ``resumes/``; what is true of its samples stands in
``data/resumes/public.yaml``. A single layout: ``EVEREST_LAYOUT=classic``; what was missed: ``EVEREST_MISSES=1``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.resumes.damaged import asked_about, copied, flattened, written
from benchmarks.resumes.fresh import fresh
from benchmarks.resumes.layouts import LAYOUTS, Layout, shuffled
from benchmarks.resumes.peers import EMPTY, peers
from benchmarks.resumes.people import DATA, person
from benchmarks.resumes.rendering import render
from benchmarks.resumes.scoring import FIELDS, Read, Sample, Tally, measure, truth
from everest.candidate import read_resume
from everest.candidate.model import Candidate, Month
from everest.errors import EverestError

Row = tuple[str, str, str]
GOALS = {"positions": "≥ 0.95", "education": "≥ 0.95", "skills": "≥ 0.9"}
_OTHERS = ("odt", "html", "txt")
TODAY = date(2026, 1, 15)


def run() -> list[Row]:
    """Return (measure, value, goal)."""
    rows: list[Row] = []
    for label, held in (("dev", False), ("held-out", True)):
        rows += _rows(f"{label} layouts", measure(made(held=held), everest))
        for kind, formats in (("PDF", ("pdf",)), ("Word", ("docx",)), ("others", _OTHERS)):
            rows += _rows(
                f"{label} layouts, {kind}", measure(made(held=held, formats=formats), everest), False
            )
        rows += _rows(f"{label} shuffled layouts", measure(made(held=held, layouts=thrown()), everest))
        rows += _rows(f"{label} résumés of many hands", measure(written("many_hands", held=held), everest))
        rows += _rows(
            f"{label} one-line résumés, fictional", measure(written("one_line", held=held), everest)
        )
        rows += _rows(f"{label} layouts without line breaks", measure(flattened(LAYOUTS, held=held), everest))
        wrong, asked, right, in_vain = asked_about(flattened(LAYOUTS, held=held))
        rows.append(("  names read wrongly / of these asked about", f"{wrong} / {asked}", "all asked about"))
        rows.append(("  names read rightly / of these asked about", f"{right} / {in_vain}", ""))
    for label, later in (("first", False), ("second", True)):
        rows += _rows(f"{label} Typst layouts, looked at since", measure(fresh(later=later), everest))
    rows += _beside()
    shared = os.environ.get("EVEREST_SHARED")
    if shared:
        rows += _rows("public samples", measure(public(Path(shared) / "resumes"), everest))
        texts = Path(shared) / "resumes" / "resume_texts_dev.jsonl"
        for label, held in (("dev", False), ("held-out", True)):
            if texts.is_file():
                rows += _rows(f"{label} texts of a job board", measure(copied(texts, held=held), everest))
    return rows


def thrown() -> tuple[Layout, ...]:
    """Return sixty layouts thrown together by chance, half of them held out."""
    return tuple(shuffled(seed) for seed in range(60))


def made(
    *,
    held: bool,
    formats: tuple[str, ...] = ("pdf", "docx", *_OTHERS),
    layouts: tuple[Layout, ...] = LAYOUTS,
) -> Iterator[Sample]:
    """Yield the made résumés of one half of the layouts."""
    only = os.environ.get("EVEREST_LAYOUT")
    for number, layout in enumerate(layouts):
        if layout.held != held or (only and only != layout.name):
            continue
        for copy in range(2):
            one = person(number * 5 + copy * 11, jobs=layout.jobs)
            for kind in ("pdf", "docx", _OTHERS[(number + copy) % 3]):
                if kind in formats:
                    name = f"{layout.name}, {copy}.{kind}"
                    yield name, render(one, layout, kind), truth(one, layout)


def public(folder: Path) -> Iterator[Sample]:
    """Yield the public samples that are there."""
    labels: dict[str, Any] = yaml.safe_load((DATA / "public.yaml").read_text("utf-8"))
    for name, want in labels.items():
        path = folder / name
        if path.is_file():
            skills = [{"name": skill} for skill in want["skills"]]
            yield name, path, {**want, "skills": skills}


def everest(name: str, data: Any) -> Read:
    """Read a résumé and say what was found in the form of the truth."""
    try:
        candidate = read_resume(data, name=name, today=TODAY)
    except EverestError:
        return EMPTY
    return told(candidate)


def told(candidate: Candidate) -> Read:
    """Return a candidate in the form of the truth."""
    positions = [
        {
            "title": job.title.value if job.title else "",
            "employer": job.employer.value if job.employer else "",
            "start": _month(job.start),
            "end": "now" if job.is_current else _month(job.end),
        }
        for job in candidate.positions
    ]
    education = []
    for study in candidate.education:
        degree = study.degree.value if study.degree else ""
        field = study.field_of_study.value if study.field_of_study else ""
        education.append(
            {
                "degree": degree if field in degree else f"{degree} {field}",
                "school": study.institution.value if study.institution else "",
                "end": str(study.end.year) if study.end else "",
            }
        )
    return {
        "positions": positions,
        "education": education,
        "skills": [{"name": skill.value} for skill in candidate.skills],
    }


def _rows(label: str, tally: Tally, whole: bool = True) -> list[Row]:
    if not whole:
        return [
            (f"{label}: {' / '.join(FIELDS)}, F1", " / ".join(f"{tally.f1(g)[0]:.3f}" for g in FIELDS), "")
        ]
    rows = []
    for group, fields in FIELDS.items():
        rows.append((f"{label}: {group}, F1 (precision/recall)", tally.told(group), GOALS[group]))
        if len(fields) > 1:
            rows += [(f"  {group}: {name} alone", tally.told(f"{group} {name}"), "") for name in fields]
    return rows


def _beside() -> list[Row]:
    rows: list[Row] = []
    for name, reader in peers().items():
        if reader is None:
            rows.append((f"{name} on the held-out PDFs", "not installed, NOT MEASURED", ""))
            continue
        tally = measure(made(held=True, formats=("pdf",)), reader)
        rows += _rows(f"{name} on the held-out PDFs", tally, False)
        titled = " / ".join(f"{tally.f1(f'positions {field}')[0]:.3f}" for field in FIELDS["positions"])
        rows.append((f"  {name}: title / employer / start / end", titled, ""))
    return rows


def _month(month: Month | None) -> str:
    if month is None:
        return ""
    return f"{month.year}-{month.month:02}" if month.month else str(month.year)


if __name__ == "__main__":
    for measured, value, goal in run():
        print(f"{measured:72} {value:>28}  {goal}")

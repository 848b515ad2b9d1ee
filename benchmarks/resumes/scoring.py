"""Counts what a reader of résumés got right, said and should have said, by field."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.resumes.composing import jobs_of
from benchmarks.resumes.layouts import Layout
from benchmarks.resumes.people import Job, Person, Point

Entry = dict[str, str]
Read = dict[str, list[Entry]]
"""Positions, education and skills as plain words; months as "2021-03", years as "2021", the present as "now"."""
Sample = tuple[str, Any, Read]
"""Name of the file, its bytes or path, and the truth."""

FIELDS = {
    "positions": ("title", "employer", "start", "end"),
    "education": ("degree", "school", "end"),
    "skills": ("name",),
}


@dataclass
class Tally:
    """Right, said and wanted, for each group as a whole and for each of its fields."""

    right: dict[str, int] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    wanted: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, right: int, said: int, wanted: int) -> None:
        """Count one document."""
        for kept, number in ((self.right, right), (self.said, said), (self.wanted, wanted)):
            kept[name] = kept.get(name, 0) + number

    def f1(self, name: str) -> tuple[float, float, float]:
        """Return F1, precision and recall."""
        right = self.right.get(name, 0)
        precision, recall = right / max(1, self.said.get(name, 0)), right / max(1, self.wanted.get(name, 0))
        return 2 * precision * recall / max(1e-9, precision + recall), precision, recall

    def told(self, name: str) -> str:
        """Return F1, and precision and recall behind it."""
        return "{:.3f} ({:.2f}/{:.2f})".format(*self.f1(name))


def truth(person: Person, layout: Layout) -> Read:
    """Return what a reader should find; months only where the layout writes them."""
    return told(person, jobs_of(person, layout), months=layout.months_known)


def told(person: Person, jobs: Iterable[Job], *, months: bool) -> Read:
    """Return what is true of a person and ``jobs``, with ``months`` or with years alone."""

    def when(point: Point) -> str:
        return f"{point[0]}-{point[1]:02}" if months else str(point[0])

    return {
        "positions": [
            {
                "title": job.title,
                "employer": job.employer,
                "start": when(job.start),
                "end": when(job.end) if job.end else "now",
            }
            for job in jobs
        ],
        "education": [{"degree": s.degree, "school": s.school, "end": str(s.end)} for s in person.studies],
        "skills": [{"name": skill} for skill in person.skills],
    }


def measure(samples: Iterable[Sample], reader: Callable[[str, Any], Read]) -> Tally:
    """Compare what the reader finds with the truth; an entry is right when all its fields are.

    With EVEREST_MISSES set, what was missed is printed.
    """
    tally = Tally()
    for name, data, want in samples:
        found = reader(name, data)
        for group, fields in FIELDS.items():
            pairs = _paired(found[group], want[group], fields)
            whole = sum(all(same(a[f], b[f]) or not (a[f] or b[f]) for f in fields) for a, b in pairs)
            tally.add(group, whole, len(found[group]), len(want[group]))
            if os.environ.get("EVEREST_MISSES") and whole < max(len(want[group]), len(found[group])):
                print(name, group, "\n   found", *found[group], "\n   want ", *want[group])
            for f in fields:
                right = sum(same(a[f], b[f]) for a, b in pairs)
                said = sum(bool(entry[f]) for entry in found[group])
                tally.add(f"{group} {f}", right, said, sum(bool(entry[f]) for entry in want[group]))
    return tally


def _paired(found: list[Entry], want: list[Entry], fields: tuple[str, ...]) -> list[tuple[Entry, Entry]]:
    """Pair each wanted entry with the found one that agrees with it most; none twice."""
    left, pairs = list(found), []
    for wanted in want:
        best = max(left, key=lambda e: sum(same(e[f], wanted[f]) for f in fields), default=None)
        if best is not None and any(same(best[f], wanted[f]) for f in fields):
            left.remove(best)
            pairs.append((best, wanted))
    return pairs


def same(found: str, wanted: str) -> bool:
    """Compare words without regard to case, spaces and punctuation."""
    return bool(wanted) and _bare(found) == _bare(wanted)


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9+#&]+", " ", text.lower()).strip()

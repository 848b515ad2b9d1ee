"""Résumés that have lost their line breaks: written so, flattened by us, or copied off a job board (labels only)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.resumes.layouts import Layout
from benchmarks.resumes.people import DATA, person
from benchmarks.resumes.rendering import render
from benchmarks.resumes.scoring import Read, Sample, same, truth
from everest.candidate import read_resume
from everest.evidence import SURE


def written(name: str, *, held: bool) -> Iterator[Sample]:
    """Yield the fictional résumés of one half of a file: ``one_line`` or ``many_hands``."""
    for number, entry in enumerate(yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8"))):
        if bool(entry.get("held")) == held:
            yield f"{name} {number}: {entry.get('style', '')}", entry["text"], _read(entry)


def copied(texts: Path, *, held: bool) -> Iterator[Sample]:
    """Yield the texts of a public file (``{"text": …}`` a line) that labels are kept for; those of one half."""
    lines = [json.loads(line)["text"] for line in texts.read_text("utf-8").splitlines()]
    for entry in yaml.safe_load((DATA / "texts.yaml").read_text("utf-8")):
        if bool(entry.get("held")) == held:
            yield f"text {entry['row']}", lines[entry["row"]], _read(entry)


def flattened(layouts: tuple[Layout, ...], *, held: bool) -> Iterator[Sample]:
    """Yield made résumés of one column as plain text with every line break turned into a space."""
    for number, layout in enumerate(layouts):
        if layout.held != held or layout.columns != "one" or layout.heading == "spaced":
            continue
        for copy in range(2):
            one = person(number * 5 + copy * 11, jobs=layout.jobs)
            words = render(one, layout, "txt").decode("utf-8").split()
            yield f"flat {layout.name}, {copy}", " ".join(words), truth(one, layout)


def asked_about(samples: Iterable[Sample]) -> tuple[int, int, int, int]:
    """Count titles and employers read wrongly, those of them marked uncertain, rightly, and those of them marked."""
    wrong = wrong_asked = right = right_asked = 0
    for _, text, want in samples:
        for job in read_resume(text).positions:
            for name, fact in (("title", job.title), ("employer", job.employer)):
                if fact is None:
                    continue
                asked = fact.confidence < SURE
                if any(same(fact.value, wanted[name]) for wanted in want["positions"]):
                    right, right_asked = right + 1, right_asked + asked
                else:
                    wrong, wrong_asked = wrong + 1, wrong_asked + asked
    return wrong, wrong_asked, right, right_asked


def _read(entry: dict[str, Any]) -> Read:
    return {
        "positions": [
            dict(zip(("title", "employer", "start", "end"), map(str, job), strict=True))
            for job in entry["jobs"]
        ],
        "education": [
            dict(zip(("degree", "school", "end"), map(str, study), strict=True)) for study in entry["studies"]
        ],
        "skills": [{"name": str(skill)} for skill in entry["skills"]],
    }

"""What carries an answer: levels 1 to 5, each with the words that show it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from everest.review.model import Criterion, Finding, Quotation
from everest.review.patterns import PATTERNS, Near, anchors_of, compiled
from everest.review.reading import Reading

_PAGE = Path(__file__).parent / "criteria.yaml"
_INDEX = Path(__file__).parent / "data" / "criteria.json"


def levels(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Criterion, ...]:
    """Return every criterion with its level: its cues found, less the findings that speak against it."""
    names = {finding.name for finding in findings}
    return tuple(_level(page, shown, names) for page, shown in zip(_pages(), _shown(reading), strict=True))


def _shown(reading: Reading) -> list[tuple[Quotation, ...]]:
    """Return, for each page, what its cues find; looked for once in an answer."""
    kept: list[tuple[Quotation, ...]] | None = reading.__dict__.get("_shown")
    if kept is None:
        near = reading.near(PATTERNS)
        kept = [_quotations(reading, near.get(_owner(page), [])) for page in _pages()]
        reading.__dict__["_shown"] = kept
    return kept


def _quotations(reading: Reading, cues: list[Near]) -> tuple[Quotation, ...]:
    found = []
    for cue in sorted(cues, key=lambda cue: cue.number):
        match = _first(reading, cue)
        if match:
            start, end = match.span()
            found.append(Quotation(start, end, reading.text[start:end]))
    return tuple(found)


def _first(reading: Reading, cue: Near) -> re.Match[str] | None:
    search = compiled(cue.pattern).search
    for place in reading.places(cue):
        match = search(reading.low, place.start, place.end)
        if match:
            return match
    return None


def _level(page: dict[str, Any], shown: tuple[Quotation, ...], names: set[str]) -> Criterion:
    against = sum(2 for rule in page["lowered_by"] if rule in names)
    level = max(1, min(5, page.get("base", 1) + len(shown) - against))
    return Criterion(
        page["name"], level, page["anchors"][level - 1], shown, page["next"] if level < 5 else ""
    )


def _owner(page: dict[str, Any]) -> str:
    return f"criterion {page['name']}"


def write_index() -> None:
    """Write the pages as JSON, so that no YAML is parsed at start."""
    _INDEX.write_text(json.dumps(_read(), ensure_ascii=False, indent=0), "utf-8")


def _read() -> dict[str, Any]:
    import yaml

    pages = yaml.safe_load(_PAGE.read_text("utf-8"))
    for page in pages:
        page["near"] = [anchors_of(cue) for cue in page["cues"]]
    return {"size": _PAGE.stat().st_size, "pages": pages}


@cache
def _pages() -> tuple[dict[str, Any], ...]:
    kept = json.loads(_INDEX.read_text("utf-8")) if _INDEX.is_file() else {}
    if kept.get("size") != _PAGE.stat().st_size:
        kept = _read()
    for page in kept["pages"]:
        for number, (cue, groups) in enumerate(zip(page["cues"], page["near"], strict=True)):
            PATTERNS.add(_owner(page), number, cue, groups)
    return tuple(kept["pages"])

"""What carries an answer: levels 1 to 5, each with the words that show it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from everest.review.model import Criterion, Finding, Quotation
from everest.review.reading import Reading

_PAGE = Path(__file__).parent / "criteria.yaml"
_INDEX = Path(__file__).parent / "data" / "criteria.json"


def levels(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Criterion, ...]:
    """Return every criterion with its level: its cues found, less the findings that speak against it."""
    names = {finding.name for finding in findings}
    return tuple(_level(reading, page, cues, names) for page, cues in _pages())


def _level(reading: Reading, page: dict[str, Any], cues: list[re.Pattern[str]], names: set[str]) -> Criterion:
    shown = [m for m in (cue.search(reading.low) for cue in cues) if m]
    against = sum(2 for rule in page["lowered_by"] if rule in names)
    level = max(1, min(5, page.get("base", 1) + len(shown) - against))
    evidence = tuple(Quotation(m.start(), m.end(), reading.text[m.start() : m.end()]) for m in shown)
    anchors = page["anchors"]
    return Criterion(page["name"], level, anchors[level - 1], evidence, page["next"] if level < 5 else "")


def write_index() -> None:
    """Write the pages as JSON, so that no YAML is parsed at start."""
    import yaml

    pages = yaml.safe_load(_PAGE.read_text("utf-8"))
    _INDEX.write_text(
        json.dumps({"size": _PAGE.stat().st_size, "pages": pages}, ensure_ascii=False, indent=0), "utf-8"
    )


@cache
def _pages() -> tuple[tuple[dict[str, Any], list[re.Pattern[str]]], ...]:
    kept = json.loads(_INDEX.read_text("utf-8")) if _INDEX.is_file() else {}
    if kept.get("size") != _PAGE.stat().st_size:
        import yaml

        kept = {"pages": yaml.safe_load(_PAGE.read_text("utf-8"))}
    return tuple(
        (page, [re.compile(rf"(?<!\w)(?:{cue})(?!\w)") for cue in page["cues"]]) for page in kept["pages"]
    )

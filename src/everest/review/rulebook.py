"""Finds every rule: a page without a detector beside it is a list of phrases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from everest.errors import RulePageError
from everest.review import rules as room  # loaded first, or it would later hide the function of that name
from everest.review.page import Case, Page, read_page
from everest.review.patterns import Groups, anchors_of
from everest.review.reading import Reading
from everest.review.rule import Detector, Hit, Rule, phrases

_RULES = Path(next(iter(room.__path__)))
_INDEX = Path(__file__).parent / "data" / "rulebook.json"


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, ordered by code."""
    found = []
    for folder, page, anchors in _pages():
        found.append(Rule(page, phrases(page, anchors) if page.phrases else _detector(folder, page)))
    return tuple(sorted(found, key=lambda rule: rule.page.code))


def index() -> dict[str, Any]:
    """Read all pages; what ``tools/build_rule_docs.py`` keeps so that no YAML is parsed at start."""
    pages = []
    for path in sorted(_RULES.rglob("*.md")):
        page = read_page(path)
        pages.append(
            {
                "folder": path.parent.name,
                "page": asdict(page),
                "anchors": [anchors_of(p) for p in page.phrases],
            }
        )
    return {"mark": _mark(), "pages": pages}


def write_index() -> None:
    """Write the index."""
    _INDEX.parent.mkdir(exist_ok=True)
    _INDEX.write_text(json.dumps(index(), ensure_ascii=False, indent=0), "utf-8")


def _mark() -> list[int]:
    sizes = [path.stat().st_size for path in _RULES.rglob("*.md")]
    return [len(sizes), sum(sizes)]


def _pages() -> list[tuple[str, Page, list[Groups]]]:
    kept = json.loads(_INDEX.read_text("utf-8")) if _INDEX.is_file() else {}
    if kept.get("mark") != _mark():
        kept = index()
    return [(item["folder"], _page(dict(item["page"])), item["anchors"]) for item in kept["pages"]]


def _page(fields: dict[str, Any]) -> Page:
    for key in ("needs", "settled_by", "phrases", "unless", "scope", "unless_found"):
        fields[key] = tuple(fields[key])
    for key in ("flagged", "left_alone"):
        cases = [case | {"spans": tuple(tuple(span) for span in case["spans"])} for case in fields[key]]
        fields[key] = tuple(Case(**case) for case in cases)
    return Page(**fields)


def _detector(folder: str, page: Page) -> Detector:
    """Return the detector of a rule with code of its own, which is imported when an answer is first read for it."""
    name = page.name.replace("-", "_")
    if not (_RULES / folder / f"{name}.py").is_file():
        todo = f"List phrases, or write detect() in {folder}/{name}.py."
        raise RulePageError("nothing detects this rule", where=page.name, todo=todo)

    def detect(reading: Reading) -> Iterator[Hit]:
        yield from import_module(f"everest.review.rules.{folder}.{name}").detect(reading)

    return detect

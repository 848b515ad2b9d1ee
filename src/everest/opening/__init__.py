"""The job interviewed for, and its company, each fact with its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.opening.company import read_company, with_company
    from everest.opening.fetching import fetch_company, fetch_posting
    from everest.opening.links import goal_links
    from everest.opening.notes import notes_sheet
    from everest.opening.posting import read_posting
    from everest.opening.questions import questions_to_ask

_HOMES = {
    "fetch_company": "fetching",
    "fetch_posting": "fetching",
    "goal_links": "links",
    "notes_sheet": "notes",
    "questions_to_ask": "questions",
    "read_company": "company",
    "read_posting": "posting",
    "with_company": "company",
}

__all__ = [
    "fetch_company",
    "fetch_posting",
    "goal_links",
    "notes_sheet",
    "questions_to_ask",
    "read_company",
    "read_posting",
    "with_company",
]


def __getattr__(name: str) -> Any:
    """Load a reader when it is first used."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

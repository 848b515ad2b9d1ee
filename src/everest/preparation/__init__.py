"""One candidate and one opening, and all that was worked out between them; and its store."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.preparation.changes import (
        as_read,
        begin,
        correct_fact,
        with_candidate,
        with_company,
        with_corrections,
        with_posting,
        with_question,
        with_reflection,
        with_resume,
        without_correction,
    )
    from everest.preparation.model import FollowUp, Preparation
    from everest.preparation.pipeline import DEFAULT_QUESTION, prepare, title_of, work_out
    from everest.preparation.portable import export_file, import_file
    from everest.preparation.sample import example
    from everest.preparation.sheet import FORMATS, Extent, render
    from everest.preparation.store import Store, StoredFile, Take
    from everest.preparation.way import Camp, camps, next_camp
    from everest.preparation.wording import Change, compare_wordings

_WHERE = {
    "Camp": "way",
    "camps": "way",
    "next_camp": "way",
    "Change": "wording",
    "compare_wordings": "wording",
    **dict.fromkeys(
        (
            "as_read",
            "begin",
            "correct_fact",
            "with_candidate",
            "with_company",
            "with_corrections",
            "with_posting",
            "with_question",
            "with_reflection",
            "with_resume",
            "without_correction",
        ),
        "changes",
    ),
    "FollowUp": "model",
    "example": "sample",
    "Preparation": "model",
    "DEFAULT_QUESTION": "pipeline",
    "prepare": "pipeline",
    "title_of": "pipeline",
    "work_out": "pipeline",
    "export_file": "portable",
    "import_file": "portable",
    "FORMATS": "sheet",
    "Extent": "sheet",
    "render": "sheet",
    "Store": "store",
    "StoredFile": "store",
    "Take": "store",
}

__all__ = [
    "DEFAULT_QUESTION",
    "FORMATS",
    "Camp",
    "Change",
    "Extent",
    "FollowUp",
    "Preparation",
    "Store",
    "StoredFile",
    "Take",
    "as_read",
    "begin",
    "camps",
    "compare_wordings",
    "correct_fact",
    "example",
    "export_file",
    "import_file",
    "next_camp",
    "prepare",
    "render",
    "title_of",
    "with_candidate",
    "with_company",
    "with_corrections",
    "with_posting",
    "with_question",
    "with_reflection",
    "with_resume",
    "without_correction",
    "work_out",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that importing the room stays quick."""
    if name in _WHERE:
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Everest prepares a person for one interview question: what are your career aspirations?

The calls below are the whole front door; each is loaded when it is first used, so importing is quick::

    import everest

    found = everest.review("In five years I would like to lead a planning team.", question="Where next?")
    found.verdict, found.score, found.findings
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.aspiration import classify
    from everest.candidate import read_reflection, read_resume, with_reflection
    from everest.occupations import find_title, match_person
    from everest.opening import read_company, read_posting, with_company
    from everest.preparation import Preparation, Store, prepare, render
    from everest.question import recognize
    from everest.review import review

_WHERE = {
    "classify": "aspiration",
    "find_title": "occupations",
    "match_person": "occupations",
    "Preparation": "preparation",
    "prepare": "preparation",
    "read_company": "opening",
    "read_posting": "opening",
    "read_reflection": "candidate",
    "read_resume": "candidate",
    "recognize": "question",
    "render": "preparation",
    "review": "review",
    "Store": "preparation",
    "with_company": "opening",
    "with_reflection": "candidate",
}

__all__ = [
    "Preparation",
    "Store",
    "classify",
    "find_title",
    "match_person",
    "prepare",
    "read_company",
    "read_posting",
    "read_reflection",
    "read_resume",
    "recognize",
    "render",
    "review",
    "with_company",
    "with_reflection",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name in _WHERE:
        return getattr(import_module(f"everest.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'everest' has no attribute {name!r}")

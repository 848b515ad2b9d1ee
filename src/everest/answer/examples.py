"""Worked examples of answers: five situations, eight occupations each, all fictional."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from everest.content import load
from everest.standing import Situation


@dataclass(frozen=True, slots=True)
class Example:
    """A person and a job in a few words, what that person could say, and what to notice in it.

    ``answer`` rests on ``person`` and ``job`` alone: nothing else is known of either.
    """

    situation: Situation
    occupation: str
    person: str
    job: str
    answer: str
    why_it_works: str


@lru_cache(maxsize=1)
def gallery() -> tuple[Example, ...]:
    """Read all examples, in the order of the situations.

    Raises:
        DataFileError: if the content file is missing or is not YAML.
    """
    return tuple(
        Example(
            Situation(situation),
            entry["occupation"],
            entry["person"],
            entry["job"],
            " ".join(entry["answer"].split()),
            entry["why"],
        )
        for situation, entries in load("gallery").items()
        for entry in entries
    )


__all__ = ["Example", "gallery"]

"""The sentences and plans that coaches wrote (``sentences.yaml``, ``plans.yaml``), read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from everest.answer.model import Purpose, Take
from everest.errors import DataFileError
from everest.standing import Situation

SLOTS = frozenset(
    "aim contribution goal aim_ing own_aim making task_ing task_base plan_base growth did did_at did_as lead_did result strength_proof goal_dated have_done did_short subject strength_ing enjoy_ing tool plan_theirs strength "
    "enjoy skill learn function field value degree role now was title company here horizon".split()
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence with blanks. ``stays`` is True where it promises to stay, False where it stands in for that.

    ``first`` marks one that opens an answer and stands nowhere else.
    """

    say: str
    purpose: Purpose
    situations: frozenset[Situation]
    takes: frozenset[Take]
    variants: frozenset[str]
    stays: bool | None
    slots: tuple[str, ...]
    after: frozenset[Purpose] = frozenset()
    first: bool = False


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """Read all sentence patterns.

    Raises:
        DataFileError: if the file names an unknown key, slot, situation or take.
    """
    read = _yaml("sentences.yaml")
    return tuple(_pattern(Purpose(purpose), entry) for purpose, entries in read.items() for entry in entries)


@lru_cache(maxsize=1)
def plans() -> dict[tuple[Situation, Take], tuple[tuple[Purpose, int], ...]]:
    """Read the plan of each situation and take: purposes in order, each with how early it may be left out."""
    read = _yaml("plans.yaml")
    return {
        (Situation(situation), Take(take)): tuple((Purpose(name), int(rank)) for name, rank in steps)
        for situation, takes in read.items()
        for take, steps in takes.items()
    }


def _pattern(purpose: Purpose, entry: dict[str, Any]) -> Pattern:
    unknown = set(entry) - {"say", "for", "take", "when", "stays", "after", "first"}
    slots = tuple(re.findall(r"\{(\w+)\}", entry["say"]))
    unknown |= set(slots) - SLOTS
    if unknown:
        raise DataFileError(
            f"the sentence “{entry['say']}” uses {', '.join(sorted(unknown))}, which means nothing here.",
            where="answer/sentences.yaml",
            todo="Use the keys and slots listed at the top of the file.",
        )
    return Pattern(
        entry["say"],
        purpose,
        frozenset(Situation(name) for name in entry.get("for", list(Situation))),
        frozenset(Take(name) for name in entry.get("take", list(Take))),
        frozenset(entry.get("when", ())),
        entry.get("stays"),
        slots,
        frozenset(Purpose(name) for name in entry.get("after", ())),
        bool(entry.get("first", False)),
    )


def _yaml(name: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("everest.answer").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader either way

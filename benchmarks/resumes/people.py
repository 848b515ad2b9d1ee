"""Fictional people with a working life, the same for the same seed."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent.parent / "data" / "resumes"
Point = tuple[int, int]
"""Year and month."""
_PLACES = ("Portland, OR", "Leeds, UK", "Toronto, Canada", "Tucson, AZ", "Galway, Ireland", "Fresno, CA")


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a fact; ``end`` is None while it lasts."""

    title: str
    employer: str
    place: str
    start: Point
    end: Point | None
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """A course of study; ``end`` is the year it was finished."""

    degree: str
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """Who the résumé is about."""

    name: str
    headline: str
    place: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    certificates: tuple[str, ...]

    @property
    def email(self) -> str:
        """An address that belongs to nobody."""
        return self.name.lower().replace(" ", ".") + "@example.com"


@functools.cache
def people() -> tuple[Person, ...]:
    """Return everybody."""
    found = yaml.safe_load((DATA / "people.yaml").read_text("utf-8"))
    return tuple(_person(entry, number) for number, entry in enumerate(found))


def person(seed: int, *, jobs: int = 0) -> Person:
    """Return the person of a seed; with ``jobs``, as many, the earlier ones lent by the people who follow."""
    everybody = people()
    one = everybody[seed % len(everybody)]
    held = list(one.jobs)
    lender = seed
    while len(held) < jobs:
        lender += 1
        for job in everybody[lender % len(everybody)].jobs:
            earliest = held[-1].start[0] * 12 + held[-1].start[1] - 2
            first = earliest - 20
            held.append(replace(job, start=_point(first), end=_point(earliest)))
    return replace(one, jobs=tuple(held[:jobs] if jobs else held))


def _point(months: int) -> Point:
    return months // 12, months % 12 + 1


def _person(entry: dict[str, Any], number: int) -> Person:
    return Person(
        name=entry["name"],
        headline=entry["headline"],
        place=_PLACES[number % len(_PLACES)],
        jobs=tuple(
            Job(title, employer, place, _read(start) or (2020, 1), _read(end), tuple(done))
            for title, employer, place, start, end, done in entry["jobs"]
        ),
        studies=tuple(
            Study(*map(str, study[:2]), int(study[2]), int(study[3])) for study in entry["studies"]
        ),
        skills=tuple(map(str, entry["skills"])),
        languages=tuple(entry.get("languages") or ()),
        certificates=tuple(map(str, entry.get("certificates") or ())),
    )


def _read(value: object) -> Point | None:
    words = str(value)
    return None if words == "now" else (int(words[:4]), int(words[5:7]))

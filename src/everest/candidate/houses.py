"""Several jobs in one house, which is named once above them."""

from __future__ import annotations

from everest.candidate.entries import Entry
from everest.candidate.model import Month
from everest.candidate.naming import Part, is_place, parts_of, title_likeness
from everest.candidate.titles import EMPLOYER


def housed(found: list[Entry], text: str) -> list[tuple[Entry, Part | None]]:
    """Return the jobs, each with the house it was held in where a line above names it.

    A house is an entry with dates but neither a title nor anything done, and a job within its dates behind it.
    """
    told: list[tuple[Entry, Part | None]] = []
    house: tuple[Entry, Part] | None = None
    for number, entry in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        name = _house(entry, text)
        if name is not None and after is not None and _is_within(after, entry) and _is_job(after, text):
            house = entry, name
            continue
        if house is not None and not (_is_within(entry, house[0]) and _is_job(entry, text)):
            house = None
        told.append((entry, house[1] if house else None))
    return told


def _house(entry: Entry, text: str) -> Part | None:
    """Return the employer that an entry names alone."""
    names = [part for part in parts_of(entry, text) if not is_place(part)]
    if entry.bullets or not names or any(title_likeness(part) > 0 for part in names):
        return None
    return names[0]


def _is_job(entry: Entry, text: str) -> bool:
    """Tell an entry that names a title and no employer of its own."""
    names = parts_of(entry, text)
    return any(title_likeness(part) > 0 for part in names) and not any(
        EMPLOYER.search(part.text) and title_likeness(part) <= 0 for part in names
    )


def _is_within(entry: Entry, house: Entry) -> bool:
    if entry.period is None or house.period is None or not entry.period.is_range:
        return False
    first, last = entry.period.start, entry.period.end
    start, end = house.period.start, house.period.end
    if first is None or start is None or first.year < start.year:
        return False
    return _year(last) <= _year(end)


def _year(month: Month | None) -> int:
    """Return the year of an end; a job that lasts ends after all others."""
    return month.year if month else 9999

"""Job titles as people and postings write them, with the occupations that are right."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "occupations"


def rows(name: str, part: str) -> list[list[str]]:
    """Return the fields of a table's lines that belong to a part, without the part."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    fields = [[field.strip() for field in line.split("|")] for line in lines if line and line[0] != "#"]
    return [line[1:] for line in fields if line[0] == part]


def messy(part: str) -> tuple[float, float, int]:
    """Return top-1, top-5 and the number of titles."""
    from everest.occupations import find_title

    cases = [(title, tuple(codes.split())) for title, codes in rows("messy_titles.txt", part)]
    found = [[match.code.startswith(codes) for match in find_title(title, limit=5)] for title, codes in cases]
    return sum(row[0] for row in found) / len(cases), sum(map(any, found)) / len(cases), len(cases)

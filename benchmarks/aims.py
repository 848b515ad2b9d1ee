"""Aims of fictional persons, with the verdicts that a career adviser would accept."""

from __future__ import annotations

from benchmarks.messy_titles import rows
from everest.standing import Rank

VERDICTS = {"W": 2, "S": 1, "N": 0}


def judged(part: str) -> tuple[float, int]:
    """Return the share of aims with an accepted verdict, and their number."""
    from everest.occupations import find_title, realism

    right, cases = 0, rows("aims.txt", part)
    for work, rank, years, aim, horizon, verdicts in cases:
        found = realism(
            from_code=find_title(work)[0].code,
            from_rank=Rank[rank],
            years=float(years),
            aim=aim,
            horizon_years=float(horizon),
        )
        right += found.reach in {VERDICTS[letter] for letter in verdicts.split()}
    return right / len(cases), len(cases)

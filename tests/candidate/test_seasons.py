"""Summers and falls, as students write them."""

from __future__ import annotations

import pytest

from everest.candidate import read_resume


@pytest.mark.parametrize(
    ("dates", "start", "end", "months"),
    [
        ("Summer 2022", 6, 8, 3),
        ("Fall 2021", 9, 11, 3),
        ("Fall 2022 - Spring 2023", 9, 3, 7),
        ("June 2022", 6, 6, 1),
    ],
)
def test_a_season_alone_lasts_three_months(dates: str, start: int, end: int, months: int) -> None:
    job = read_resume(
        f"Jo Park\n\nExperience\nLifeguard, City Pool, {dates}\n- Watched the deep end"
    ).positions[0]
    assert job.start and job.end and job.years
    assert (job.start.month, job.end.month) == (start, end)
    assert round(job.years * 12) == months

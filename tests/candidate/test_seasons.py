"""Summers, falls and quarters, as students and offices write them."""

from __future__ import annotations

import pytest

from everest.candidate import read_resume


@pytest.mark.parametrize(
    ("dates", "start", "end", "months"),
    [
        ("Summer 2022", 6, 8, 3),
        ("Fall 2021", 9, 11, 3),
        ("Fall 2022 - Spring 2023", 9, 5, 9),
        ("Q2 2022 - Q3 2023", 4, 9, 18),
        ("June 2022", 6, 6, 1),
    ],
)
def test_a_season_or_quarter_lasts_three_months(dates: str, start: int, end: int, months: int) -> None:
    job = read_resume(
        f"Jo Park\n\nExperience\nLifeguard, City Pool, {dates}\n- Watched the deep end"
    ).positions[0]
    assert job.start and job.end and job.years
    assert (job.start.month, job.end.month) == (start, end)
    assert round(job.years * 12) == months


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("from June 2016 to June 2019", (2016, 6), (2019, 6)),
        ("'18-'21", (2018, None), (2021, None)),
        ("2019-03 → 2020-01", (2019, 3), (2020, 1)),
        ("01/03/2019 – 28/02/2021", (2019, 3), (2021, 2)),
        ("mars 2018 – août 2020", (2018, 3), (2020, 8)),
        ("09/2015 bis 03/2020", (2015, 9), (2020, 3)),
    ],
)
def test_ranges_are_read_in_many_spellings(
    dates: str, start: tuple[int, int | None], end: tuple[int, int | None]
) -> None:
    (job,) = read_resume(f"Jo Park\n\nExperience\nLifeguard, City Pool, {dates}\n- Watched it").positions
    assert job.start and job.end
    assert (job.start.year, job.start.month) == start
    assert (job.end.year, job.end.month) == end
    assert (job.employer and job.employer.value) == "City Pool"


@pytest.mark.parametrize(
    "dates", ["since 2018", "seit 04/2018", "'18–now", "depuis 2018", "2018 to the present"]
)
def test_a_job_that_lasts_is_current(dates: str) -> None:
    (job,) = read_resume(f"Jo Park\n\nExperience\nLifeguard, City Pool, {dates}\n- Watched it").positions
    assert job.is_current
    assert job.start and job.start.year == 2018

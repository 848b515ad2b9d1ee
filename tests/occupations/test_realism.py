"""Aims of many people, weighed against where they stand."""

import pytest

from everest.occupations import Reach, realism
from everest.standing import Rank

NOT, STRETCH, WITHIN = Reach.NOT_IN_THAT_TIME, Reach.STRETCH, Reach.WITHIN_REACH
DOING, SENIOR, ENTRY, MANAGER = Rank.INDIVIDUAL, Rank.SENIOR, Rank.ENTRY, Rank.MANAGER


@pytest.mark.parametrize(
    ("code", "rank", "years", "aim", "horizon", "reaches"),
    [
        ("29-1141", DOING, 5, "Nurse Manager", 5, {WITHIN, STRETCH}),
        ("29-1141", DOING, 3, "Nurse Practitioner", 4, {WITHIN}),
        ("29-1141", DOING, 1, "Chief Nursing Officer", 3, {NOT}),
        ("31-1131", DOING, 2, "Registered Nurse", 1, {NOT}),
        ("31-1131", DOING, 2, "Registered Nurse", 6, {WITHIN}),
        ("31-1131", DOING, 2, "Surgeon", 5, {NOT}),
        ("29-1141", DOING, 4, "Physician", 6, {NOT}),
        ("15-1252", DOING, 3, "Senior Software Engineer", 2, {WITHIN}),
        ("15-1252", SENIOR, 3, "Engineering Manager", 5, {WITHIN, STRETCH}),
        ("15-1252", ENTRY, 0, "CTO", 3, {NOT}),
        ("43-4051", DOING, 2, "Customer Service Supervisor", 5, {WITHIN, STRETCH}),
        ("43-4051", DOING, 2, "CEO", 5, {NOT}),
        ("41-2031", DOING, 2, "Assistant Store Manager", 5, {WITHIN}),
        ("41-2031", DOING, 2, "Lawyer", 2, {NOT}),
        ("41-2031", DOING, 1, "Regional Director", 2, {NOT}),
        ("13-2011", DOING, 3, "Senior Accountant", 3, {WITHIN}),
        ("13-2011", SENIOR, 6, "Chief Financial Officer", 3, {NOT}),
        ("13-2011", MANAGER, 8, "Director of Finance", 5, {WITHIN}),
        ("25-2031", DOING, 5, "Principal", 2, {NOT, STRETCH}),
        ("25-2031", DOING, 8, "School Principal", 8, {WITHIN, STRETCH}),
        ("25-2031", DOING, 4, "Instructional Coordinator", 6, {WITHIN}),
        ("47-2111", DOING, 6, "Electrical Foreman", 5, {WITHIN, STRETCH}),
        ("47-2111", DOING, 2, "Electrical Engineer", 1, {NOT}),
        ("35-2014", DOING, 4, "Head Chef", 6, {WITHIN}),
        ("35-2014", DOING, 1, "Chief Executive Officer", 2, {NOT}),
        ("53-3032", DOING, 5, "Airline Pilot", 1, {NOT}),
        ("43-6014", DOING, 4, "Office Manager", 6, {WITHIN}),
        ("21-1021", DOING, 3, "Judge", 3, {NOT}),
        ("13-1071", DOING, 4, "VP of People", 2, {NOT}),
        ("13-1161", DOING, 3, "Marketing Manager", 5, {WITHIN, STRETCH}),
        ("11-2021", MANAGER, 5, "Chief Marketing Officer", 4, {NOT}),
        ("11-2021", MANAGER, 5, "Director of Marketing", 5, {WITHIN}),
        ("17-2051", DOING, 3, "Senior Civil Engineer", 3, {WITHIN}),
    ],
)
def test_an_aim_is_weighed(code, rank, years, aim, horizon, reaches):
    weighed = realism(from_code=code, from_rank=rank, years=years, aim=aim, horizon_years=horizon)
    assert weighed.reach in reaches
    assert weighed.why
    if weighed.reach is not WITHIN:
        assert weighed.sources
        assert weighed.nearest_wording

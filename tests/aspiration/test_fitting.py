"""Work that fits a candidate: near what they do, and near what they say of themselves."""

from __future__ import annotations

from dataclasses import replace

from everest.aspiration import fitting_occupations
from everest.candidate.model import Candidate, Reflection
from everest.preparation import example


def test_the_field_one_knows_is_among_the_first_and_says_so() -> None:
    found = fitting_occupations(example().candidate, limit=8)
    assert len(found) == 8
    near = [
        match
        for match in found
        if any(
            "your work as a Senior Dispatch Coordinator" in why or "field you know" in why
            for why in match.why
        )
    ]
    assert len(near) >= 2
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_limits_on_life_never_move_the_matches() -> None:
    candidate = example().candidate
    other = replace(
        candidate, reflection=replace(candidate.reflection, lifestyle=("no travel", "sick father"))
    )
    assert fitting_occupations(candidate) == fitting_occupations(other)


def test_nothing_known_is_nothing_matched() -> None:
    assert fitting_occupations(Candidate(reflection=Reflection())) == ()

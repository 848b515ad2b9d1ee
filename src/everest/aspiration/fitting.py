"""Occupations that fit a candidate, from all that the candidate said and did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from everest.candidate import value_cards
from everest.errors import BadInput

if TYPE_CHECKING:
    from everest.candidate.model import Candidate
    from everest.occupations.model import Filters, OccupationMatch

MOST_SKILLS = 20


def fitting_occupations(
    candidate: Candidate, *, filters: Filters | None = None, limit: int = 12
) -> tuple[OccupationMatch, ...]:
    """Return the occupations that speak to a candidate's reflection and résumé, best first; empty if nothing is known.

    What the person keeps private (lifestyle limits) is not used.
    """
    from everest.occupations import match_person

    said = candidate.reflection
    words = [
        *(f"{strength.name}. {strength.proof}" for strength in said.strengths),
        *(fact.value for fact in said.enjoys),
        *said.answers.values(),
        said.aspiration.value if said.aspiration else "",
    ]
    if not any(words) and candidate.summary:
        words = [candidate.summary.value]
    known = {card.name: card.work_value for card in value_cards()}
    values = [known.get(name) or name for name in said.must_have]
    try:
        return match_person(
            " ".join(word for word in words if word),
            skills=tuple(fact.value for fact in candidate.skills[:MOST_SKILLS]),
            interests=said.interests or None,
            values=tuple(dict.fromkeys(values)),
            drains=". ".join(fact.value for fact in said.drains),
            limit=limit,
            filters=filters,
        )
    except BadInput:
        return ()


__all__ = ["fitting_occupations"]

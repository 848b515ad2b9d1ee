"""Occupations that fit a candidate, from all that the candidate said and did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from everest.candidate import value_cards
from everest.errors import BadInput
from everest.language.forms import with_article

if TYPE_CHECKING:
    from everest.candidate.model import Candidate
    from everest.occupations.model import Filters, OccupationMatch

MOST_SKILLS = 20
MOST_BULLETS = 6
CONSIDERED = 60
"""Matches looked at before those near the person's own field are lifted."""
LIFT = 0.25
"""How much nearness to the present work counts: someone can get there from where they stand."""


def fitting_occupations(
    candidate: Candidate, *, filters: Filters | None = None, limit: int = 12
) -> tuple[OccupationMatch, ...]:
    """Return the occupations that speak to a candidate's reflection and résumé, best first; empty if nothing is known.

    What the person keeps private (lifestyle limits) is not used.
    """
    from everest.occupations import match_person

    said = candidate.reflection
    words = [
        *(f"{s.name}. {s.proof}" if s.is_named else s.proof for s in said.strengths),
        *(fact.value for fact in said.enjoys),
        *said.answers.values(),
        said.aspiration.value if said.aspiration else "",
    ]
    if not any(words) and candidate.summary:
        words = [candidate.summary.value]
    for job in candidate.positions[:1]:
        words += [fact.value for fact in (job.title, *job.bullets[:MOST_BULLETS]) if fact]
    known = {card.name: card.work_value for card in value_cards()}
    values = [known.get(name) or name for name in said.must_have]
    try:
        matches = match_person(
            " ".join(word for word in words if word),
            skills=tuple(fact.value for fact in candidate.skills[:MOST_SKILLS]),
            interests=said.interests or None,
            values=tuple(dict.fromkeys(values)),
            drains=". ".join(fact.value for fact in said.drains),
            limit=max(limit, CONSIDERED),
            filters=filters,
        )
    except BadInput:
        return ()
    near = _near(candidate)
    lifted = [
        replace(match, score=min(1.0, match.score * (1 - LIFT) + LIFT), why=(near[match.code], *match.why))
        if match.code in near
        else replace(match, score=match.score * (1 - LIFT))
        for match in matches
    ]
    return tuple(sorted(lifted, key=lambda match: -match.score)[:limit])


def _near(candidate: Candidate) -> dict[str, str]:
    """Return the work a person does now and what O*NET lists as related to it, each with the reason to give."""
    from everest.occupations import atlas

    found: dict[str, str] = {}
    for job in candidate.positions[:2]:
        if job.occupation is None:
            continue
        title = job.title.value if job.title else "your last job"
        found.setdefault(job.occupation, f"It is the field you know, as {with_article(title)}.")
        for code, _ in atlas().occupation(job.occupation).related:
            found.setdefault(code, f"O*NET lists it close to your work as {with_article(title)}.")
    return found


__all__ = ["fitting_occupations"]

"""The direction itself, as phrases: the aim as a clause, the field, the role, the contribution."""

from __future__ import annotations

import re

from everest.answer.clauses import Clause, noun_phrase, own_clause
from everest.answer.slots import Slot
from everest.aspiration.model import Aspiration, Goal
from everest.candidate.model import Candidate
from everest.evidence import Evidence
from everest.opening.model import Opening
from everest.standing import Situation

_BARE_AIM = {
    Situation.ENTRY: "become someone people turn to in {field}",
    Situation.TO_LEADERSHIP: "lead a team in {field}",
    Situation.LEADER: "take on wider responsibility in {field}",
    Situation.CHANGER: "build the next part of my career in {field}",
    Situation.ESTABLISHED: "become the person others come to in {field}",
}
"""What is said of a field where the person has said no more than its name."""


_CHANGES = frozenset(
    {"become", "be", "move", "grow", "get", "work", "earn", "see", "learn", "find", "take", "have"}
)
"""Verbs that speak of the person changing, not of something being made: no contribution begins with them."""


def aims(
    aspiration: Aspiration, situation: Situation, opening: Opening, candidate: Candidate
) -> dict[str, tuple[Slot, ...]]:
    """Fill the slots that speak of the direction."""
    grounds = aspiration.grounds[:2] or _fallback_grounds(opening, candidate)
    field = _field(aspiration)
    aim = _aim(aspiration, situation, field, grounds) if grounds else None
    contribution = own_clause(aspiration.contribution) if aspiration.contribution else None
    return {
        "field": (Slot(field, grounds, "field"),) if field and grounds else (),
        "aim": (aim,) if aim else (),
        "aim_ing": (_gerund_of(aim),) if aim else (),
        "own_aim": (aim,) if aim and aim.own else (),
        "making": (_gerund_of(aim),) if aim and aim.text.split(" ")[0] not in _CHANGES else (),
        "role": _role(aspiration, grounds),
        "contribution": (Slot(contribution.base, grounds, "contribution", own=not aspiration.proposed),)
        if contribution
        else (),
        **_goals(aspiration),
    }


def _field(aspiration: Aspiration) -> str:
    return noun_phrase(aspiration.field, limit=6) or ""


def _aim(
    aspiration: Aspiration, situation: Situation, field: str, grounds: tuple[Evidence, ...]
) -> Slot | None:
    own = not aspiration.proposed
    for text in (aspiration.text, aspiration.contribution, aspiration.scope):
        clause = own_clause(text) if text else None
        if clause is not None and len(clause.base.split()) >= 3:
            return Slot(clause.base, grounds, "aim", own=own)
    if aspiration.role:
        from everest.language.forms import with_article

        role = noun_phrase(aspiration.role)
        if role:
            return Slot(f"grow into the work of {with_article(role)}", grounds, "aim", own=own)
    return Slot(_BARE_AIM[situation].format(field=field), grounds, "aim") if field and grounds else None


def _gerund_of(aim: Slot) -> Slot:
    first, _, rest = aim.text.partition(" ")
    from everest.language.forms import gerund

    clause = own_clause(aim.text)
    said = clause.gerund if clause else f"{gerund(first)} {rest}"
    return Slot(said, aim.grounds, "aim", own=aim.own)


def _role(aspiration: Aspiration, grounds: tuple[Evidence, ...]) -> tuple[Slot, ...]:
    from everest.language.forms import with_article

    role = noun_phrase(aspiration.role) if aspiration.role else None
    return (
        (Slot(with_article(role), grounds, "role", own=not aspiration.proposed),) if role and grounds else ()
    )


def _goals(aspiration: Aspiration) -> dict[str, tuple[Slot, ...]]:
    """Goals are said only if the person set them: a proposed step is nobody's plan yet."""
    plain: list[Slot] = []
    dated: list[Slot] = []
    for n, goal in enumerate(goal for goal in aspiration.goals if not goal.proposed):
        clause = _goal_clause(goal)
        if clause is None:
            continue
        evidence = goal.grounds or (Evidence(goal.text, 0, len(goal.text), "person"),)
        plain.append(Slot(clause.base, evidence, f"goal{n}", own=True))
        by = goal.by.strip().rstrip(".")
        if (
            by
            and by.lower() not in clause.base.lower()
            and re.match(r"(?:by|within|in|this|next|before|over)\b", by, re.I)
        ):
            dated.append(
                Slot(f"{by[0].lower()}{by[1:]}, I plan to {clause.base}", evidence, f"goal{n}", own=True)
            )
    return {"goal": tuple(plain), "goal_dated": tuple(dated)}


def _goal_clause(goal: Goal) -> Clause | None:
    return own_clause(goal.text, limit=16)


def _fallback_grounds(opening: Opening, candidate: Candidate) -> tuple[Evidence, ...]:
    reflection = candidate.reflection
    if reflection.aspiration:
        return (reflection.aspiration.evidence,)
    if opening.title:
        return (opening.title.evidence,)
    titles = [position.title.evidence for position in candidate.positions if position.title]
    return tuple(titles[:1])

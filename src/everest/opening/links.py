"""What ties a person's goals to the work: likeness of meaning and shared words, each with its quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from everest.evidence import Evidence
from everest.language import forms, meaning
from everest.opening.model import Opening

NEAR = 0.38
"""From this strength on, a goal and a task count as tied; measured by ``benchmarks/evaluate_opening.py``."""

_SMALL = frozenset(
    "a an the and or of for to in on at with by from into my our your their its i we you be become get want would like more better good new own within next years year "
    "months long term this that it as is are will can someday one day so who which what where how not no have has do does work job role career".split()
)


@dataclass(frozen=True, slots=True)
class GoalLink:
    """A goal of the person's beside what the opening says. ``strength`` is 0..1; ``task`` an index, or None for a plan."""

    goal: str
    evidence: Evidence
    strength: float
    task: int | None = None


def goal_links(opening: Opening, goals: Sequence[str], *, each: int = 2) -> tuple[GoalLink, ...]:
    """Tie goals to tasks, growth hints and plans of the opening; at most ``each`` for a goal, the strongest first.

    A goal that nothing speaks to gets no link: that is worth knowing too.
    """
    said: list[tuple[Evidence, str, int | None]] = [
        (task.evidence, task.text, number) for number, task in enumerate(opening.tasks)
    ]
    said += [(hint.evidence, hint.value, None) for hint in opening.growth_hints]
    said += [
        (plan.evidence, plan.text, None) for plan in (*opening.company.short_term, *opening.company.long_term)
    ]
    goals = [goal for goal in goals if goal.strip()]
    if not said or not goals:
        return ()
    vectors = meaning.encode([*goals, *(text for _, text, _ in said)])
    near = vectors[: len(goals)] @ vectors[len(goals) :].T
    found = []
    for goal, row in zip(goals, near, strict=True):
        links = [
            GoalLink(goal, evidence, round(min(1.0, 0.75 * float(value) + _shared(goal, text)), 3), task)
            for value, (evidence, text, task) in zip(row, said, strict=True)
        ]
        found += sorted((link for link in links if link.strength >= NEAR), key=lambda link: -link.strength)[
            :each
        ]
    return tuple(found)


def _shared(goal: str, text: str) -> float:
    one, two = _stems(goal), _stems(text)
    return min(0.4, 0.2 * len(one & two)) if one and two else 0.0


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    words = [word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _SMALL]
    return frozenset(re.sub(r"(?:ers?|ing|s)$", "", forms.base(word))[:7] for word in words)

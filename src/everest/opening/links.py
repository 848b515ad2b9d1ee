"""What ties a person's goals to the work, word by word in meaning, each tie with its quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from everest.evidence import Evidence
from everest.language import forms, meaning
from everest.opening.model import Opening

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.3
"""From this strength on, a goal and a task count as tied; see ``benchmarks/evaluate_opening.py``."""

_ALIKE = 0.25
"""Words less alike than this are taken as strangers."""

_FAMILY = 0.6
"""How alike two words of one family are."""

_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "lead leader leadership manage manager management supervise supervisor direct head oversee run",
        "teach teacher mentor coach train training trainer instruct educate guide tutor",
        "team crew staff people assistants colleagues employees technicians employee group",
        "write writer edit editor draft author newsletter stories articles copy",
        "speak speaking speaker present presentations presentation talk hearings conference",
        "budget budgets cost costs spending finance financial money forecast forecasts",
        "sell sales selling accounts revenue customers clients",
        "data analysis analyze analytics statistics sql models modeling metrics",
        "design designer prototype sketch create creative",
        "patient patients care nursing clinical families",
        "safety safe hazards risk compliance security threats",
        "build develop code software app engineering services program programming",
        "environment rivers forests water climate sustainability energy conservation",
        "improve improvement process waste downtime efficiency quality",
        "construction site building contractors subcontractors projects project",
        "children kids toddlers students pupils lessons classroom",
    )
)
_SMALL = frozenset(
    "a an the and or of for to in on at with by from into my our your their its i we you be become get want would like more better good new own within next years year "
    "months long term this that it as is are will can someday one day so open learn help grow know start finish many closely much most who which what where how not no have has do does work job role career".split()
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
    found = []
    for goal in goals:
        links = [GoalLink(goal, evidence, _likeness(goal, text), task) for evidence, text, task in said]
        found += sorted((link for link in links if link.strength >= NEAR), key=lambda link: -link.strength)[
            :each
        ]
    return tuple(found)


def _likeness(goal: str, text: str) -> float:
    """Ask of each word of the goal how well the text answers it; return the mean, 0..1."""
    wanted, said = _words(goal), _words(text)
    if not wanted or not said:
        return 0.0
    near = _vectors(wanted) @ _vectors(said).T
    near[near < _ALIKE] = 0.0
    for row, word in enumerate(wanted):
        for column, other in enumerate(said):
            if any(word in family and other in family for family in _FAMILIES):
                near[row, column] = max(near[row, column], _FAMILY)
    return round(min(1.0, float(near.max(axis=1).mean())), 3)


@lru_cache(maxsize=1024)
def _vectors(words: tuple[str, ...]) -> NDArray[np.float32]:
    return meaning.encode([forms.base(word) for word in words])


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    found = (word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _SMALL)
    return tuple(dict.fromkeys(found))

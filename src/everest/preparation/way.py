"""The five camps on the way and the summit: what is done and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from everest.review.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from everest.preparation.model import Preparation


@dataclass(frozen=True, slots=True)
class Camp:
    """One camp. ``done`` says that there is enough to go on; ``line`` what is there, or what to do."""

    name: str
    title: str
    done: bool
    line: str


def camps(made: Preparation, *, takes: int = 0) -> tuple[Camp, ...]:
    """Return the camps of a preparation, from the foot to the summit. ``takes`` counts rehearsals aloud."""
    ready = _ready(made)
    return (
        Camp("you", "You", bool(made.candidate.text or _said(made)), _you(made)),
        Camp("aspiration", "Your aspiration", _own_aim(made), _aim(made)),
        Camp("opening", "The opening", bool(made.opening.text), _opening(made)),
        Camp("answer", "Your answer", ready, _answer(made, ready=ready)),
        Camp("aloud", "Aloud", takes > 0, _counted(takes, "take") if takes else "Say it once, out loud."),
        Camp(
            "sheet",
            "Your sheet",
            ready and takes > 0,
            "One page to take along." if made.answers or made.own_answer else "It fills as you climb.",
        ),
    )


def next_camp(reached: Sequence[Camp]) -> Camp:
    """Return the first camp that is not done, or the summit."""
    return next((camp for camp in reached if not camp.done), reached[-1])


def _said(made: Preparation) -> bool:
    said = made.candidate.reflection
    return bool(said.strengths or said.enjoys or said.must_have or said.answers)


def _you(made: Preparation) -> str:
    jobs = len(made.candidate.positions)
    parts = [_counted(jobs, "position") + " read"] if jobs else []
    if _said(made):
        parts.append("reflection begun")
    return ", ".join(parts).capitalize() or "Bring a résumé, or begin with a few questions."


def _own_aim(made: Preparation) -> bool:
    return bool(made.aspiration.text) and not made.aspiration.proposed


def _aim(made: Preparation) -> str:
    if _own_aim(made):
        return "In your own words."
    return (
        "A draft is there; make it yours."
        if made.candidate.text or _said(made)
        else "It comes from the first camp."
    )


def _opening(made: Preparation) -> str:
    if not made.opening.text:
        return "Bring the posting."
    tasks, wants = len(made.opening.tasks), len(made.opening.requirements)
    return f"{_counted(tasks, 'task')} and {_counted(wants, 'requirement')} read"


def _ready(made: Preparation) -> bool:
    return bool(made.own_answer) or any(found.verdict is Verdict.READY for found in made.reviews)


def _answer(made: Preparation, *, ready: bool) -> str:
    if made.own_answer:
        return "In your own words."
    if not made.answers:
        return "It needs a résumé and a posting, or your own words."
    return f"{_counted(len(made.answers), 'draft')}, " + ("ready to make your own" if ready else "to mend")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

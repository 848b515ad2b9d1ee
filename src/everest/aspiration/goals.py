"""Goals made checkable, hung under an aspiration, and asked what they add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from everest.aspiration.classifying import horizon_of
from everest.aspiration.model import Aspiration, Goal
from everest.evidence import Evidence
from everest.language import time_spans
from everest.occupations.model import Route

_DATE = re.compile(
    r"\b(?:by|before|this|next|in|until|over)\s+(?:the\s+)?(?:end of\s+)?(?:the\s+|this\s+|next\s+|early\s+|late\s+)*"
    r"(?:spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:school |fiscal )?year|month|quarter|semester|20\d\d)(?:\s+20\d\d)?\b",
    re.IGNORECASE,
)
_KNOWN = (
    (r"\b(?:certificat\w+|certified|licen[cs]\w+|credential)\b", "You hold the certificate or license."),
    (r"\b(?:exam|test|boards?)\b", "You have the passing result."),
    (
        r"\b(?:degree|diploma|master'?s|bachelor'?s|course|bootcamp|program)\b",
        "You have finished it and hold the record of it.",
    ),
    (
        r"\b(?:promot\w+|manager|supervisor|lead|senior|position|job)\b",
        "Your title, or your manager, says so.",
    ),
    (
        r"\d|\b(?:two|three|four|five|six|ten|twelve|double|half)\b",
        "You can count it against the number you named.",
    ),
    (
        r"\b(?:publish|launch|release|submit|write|build|present|open)\w*\b",
        "Other people can see or use what you finished.",
    ),
)


def goal_of(text: str, evidence: Evidence | None = None) -> Goal:
    """Read a goal in the person's words: what, by when, and how one would see that it is done.

    ``by`` and ``how_known`` are empty where the words do not say; ``questions_for`` then asks.
    """
    plain = " ".join(text.split())
    date = _DATE.search(plain)
    spans = time_spans.find(plain)
    by = date.group() if date else plain[spans[0].start : spans[0].end] if spans else ""
    known = next((said for pattern, said in _KNOWN if re.search(pattern, plain, re.IGNORECASE)), "")
    return Goal(plain, by.strip(), known, horizon_of(plain), (evidence,) if evidence else ())


def questions_for(goal: Goal) -> tuple[str, ...]:
    """Ask for what a goal still lacks to be checkable."""
    asked = []
    if not goal.by:
        asked.append(f"By when would you like to have done this: “{goal.text}”?")
    if not goal.how_known:
        asked.append("How would you, or someone else, see that it is done?")
    return tuple(asked)


def add_up(goals: Sequence[Goal], aspiration: Aspiration | None = None) -> str:
    """Ask what a list of goals adds up to where no direction holds them together; empty where nothing is to ask."""
    if not goals or (aspiration is not None and not aspiration.proposed):
        return ""
    if len(goals) == 1:
        return f"You want to {_to_you(goals[0].text)}. What would that make possible, some years on?"
    return f"You have {len(goals)} goals. If all of them came true, what would they add up to? What would you then be doing?"


def proposed_goals(routes: Sequence[Route], skills: Sequence[str] = ()) -> tuple[Goal, ...]:
    """Propose near steps from the first step of a route: what is usually learned, and a certificate if one is usual."""
    goals: list[Goal] = []
    have = {skill.lower() for skill in skills}
    for step in (step for route in routes[:1] for step in route.steps[:2]):
        for certificate in step.certificates[:1]:
            goals.append(
                Goal(
                    f"Earn the {certificate} credential",
                    "within two years",
                    "You hold the certificate.",
                    2.0,
                    (),
                    proposed=True,
                )
            )
        for thing in [learn for learn in step.learn if learn.lower() not in have][:2]:
            goals.append(
                Goal(
                    f"Get good enough at {_lower(thing)} to show someone else",
                    "within the first year",
                    "You have shown someone, and they can now do it.",
                    1.0,
                    (),
                    proposed=True,
                )
            )
    return tuple(goals[:3])


def horizon_conflicts(
    aspiration: Aspiration, *, wants_to_stay: bool | None = None, planned_years: float | None = None
) -> tuple[str, ...]:
    """Say where times named pull apart: goals later than the aim, a short stay planned under a long aim."""
    notes = []
    aim = aspiration.horizon_years
    for goal in aspiration.goals:
        if aim is not None and goal.horizon_years is not None and goal.horizon_years > aim:
            notes.append(
                f"The step “{goal.text}” would be done later than the aim it serves ({_years(goal.horizon_years)} against {_years(aim)})."
            )
    if planned_years is not None and aim is not None and planned_years < aim:
        notes.append(
            f"Your aim looks {_years(aim)} ahead and you plan about {_years(planned_years)} in this job. Say what this job prepares and what would follow it."
        )
    if wants_to_stay is False:
        notes.append(
            "You said you would not want to stay for several years. No answer will promise it; say instead what you would finish here."
        )
    return tuple(notes)


def _years(years: float) -> str:
    if years < 1:
        months = max(1, round(years * 12))
        return "one month" if months == 1 else f"{months} months"
    return "one year" if years == 1 else f"{years:g} years"


def _to_you(text: str) -> str:
    """Turn a goal in the first person into what one says back: "finish my course" gives "finish your course"."""
    bare = re.sub(
        r"^(?:i (?:want|plan|hope|would like|intend|aim) to|i'd like to|my goal is to|to)\s+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    swapped = {
        "my": "your",
        "me": "you",
        "i": "you",
        "myself": "yourself",
        "i'm": "you're",
        "am": "are",
        "mine": "yours",
    }
    return re.sub(
        r"\b(?:my|me|I|myself|I'm|am|mine)\b", lambda found: swapped[found.group().lower()], _lower(bare)
    )


def _lower(text: str) -> str:
    from everest.language.forms import as_clause_object

    return as_clause_object(text).rstrip(".")

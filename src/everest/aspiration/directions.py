"""The aspiration: the person's own if they gave one, else one of three proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from everest.aspiration import goals as near
from everest.aspiration.classifying import horizon_of
from everest.aspiration.model import Aspiration, Goal
from everest.aspiration.situations import field_code
from everest.candidate.model import Candidate, Reflection
from everest.content import load
from everest.errors import DataFileError
from everest.evidence import Evidence
from everest.language import time_spans
from everest.occupations.model import Realism, Route
from everest.occupations.realism import NO_MORE
from everest.opening.model import Opening
from everest.standing import Rank

USUAL_HORIZON = 5.0
"""Years, for a direction whose time the person did not name."""


def aspiration_of(candidate: Candidate, opening: Opening | None = None) -> Aspiration:
    """Return the person's own aspiration with its goals, or the first of three proposed if they gave none."""
    own = candidate.reflection.aspiration
    if own is None:
        return propose_aspirations(candidate, opening)[0]
    horizon = horizon_of(own.value)
    role = _role_in(own.value)
    made = Aspiration(
        text=own.value,
        field=_field(candidate, opening)["field"],
        contribution=_contribution_in(own.value),
        role=role,
        horizon_years=horizon,
        grounds=(own.evidence,),
    )
    return _completed(made, candidate, opening, role or own.value)


def propose_aspirations(candidate: Candidate, opening: Opening | None = None) -> tuple[Aspiration, ...]:
    """Propose three directions that truly differ: the craft, leading others, and a contribution.

    The best fit to the reflection comes first. All are marked ``proposed``: nobody has said them yet.
    """
    field = _field(candidate, opening)
    grounds = _grounds(candidate, opening)
    drafts = sorted(
        (_craft(candidate, field), _leading(candidate, opening, field), _contributing(candidate, field)),
        key=lambda scored: -scored[0],
    )
    return tuple(
        _completed(replace(draft, grounds=grounds, proposed=True), candidate, opening, draft.role)
        for _, draft in drafts
    )


def _craft(candidate: Candidate, field: dict[str, str]) -> tuple[float, Aspiration]:
    liked = _liked(candidate)
    name = field["field"]
    text = f"I want to get really good at {field['work']}" + (
        f" and spend much of my time {liked}." if liked else ", good enough to teach it to others."
    )
    wish = _wish(candidate, r"master|learn|expert|craft|autonom|variety|creativ|detail")
    return 1.0 + wish, Aspiration(
        text, name, scope=f"get really good at {field['work']}", horizon_years=USUAL_HORIZON
    )


def _leading(
    candidate: Candidate, opening: Opening | None, field: dict[str, str]
) -> tuple[float, Aspiration]:
    from everest.language.forms import with_article

    name, role = field["field"], ""
    if candidate.rank >= Rank.MANAGER:
        text = f"I want to take on wider responsibility in {name} and bring up the people who will lead after me."
    elif opening is not None and opening.rank >= Rank.MANAGER:
        text = f"I want to lead a team in {name} where people learn from one another."
    else:
        role = field["lead"]
        text = f"I want to grow into the work of {with_article(role)} and build a team where people learn from one another."
    said = candidate.reflection.answers.get("managing", "")
    wish = _wish(candidate, r"lead|manag|mentor|train|coach|teach|responsib") - 2.0 * bool(
        re.search(r"\b(?:no|not|never|don't|rather not)\b", said, re.IGNORECASE)
    )
    wish -= 1.5 * any(
        re.search(r"\b(?:manag|lead|supervis)", fact.value, re.IGNORECASE)
        for fact in candidate.reflection.drains
    )
    bonus = 0.8 if opening is not None and opening.rank >= Rank.LEAD else 0.0
    return 0.8 + wish + bonus, Aspiration(
        text,
        name,
        scope="lead a team where people learn from one another",
        role=role,
        horizon_years=USUAL_HORIZON,
    )


def _contributing(candidate: Candidate, field: dict[str, str]) -> tuple[float, Aspiration]:
    text = f"Over my career, I want to {field['contribution']}."
    wish = _wish(candidate, r"help|difference|serv|people|famil|communit|honest|purpose|meaning|improv")
    return 0.9 + wish, Aspiration(
        text, field["field"], contribution=field["contribution"], horizon_years=10.0
    )


def _completed(aspiration: Aspiration, candidate: Candidate, opening: Opening | None, aim: str) -> Aspiration:
    """Hang the goals under the aspiration, and add routes, realism and what pulls apart."""
    own = tuple(near.goal_of(fact.value, fact.evidence) for fact in candidate.reflection.goals)
    routes = _routes(candidate, opening, aspiration.role)
    goals: tuple[Goal, ...] = own or near.proposed_goals(routes, [skill.value for skill in candidate.skills])
    made = replace(
        aspiration,
        goals=goals,
        routes=routes,
        realism=_realism(candidate, opening, aim, aspiration.horizon_years),
    )
    asked = near.add_up(own, made)
    notes = [
        *near.horizon_conflicts(
            made,
            wants_to_stay=candidate.reflection.wants_to_stay,
            planned_years=planned_years(candidate.reflection),
        ),
        *([asked] if asked else []),
    ]
    return replace(made, notes=tuple(notes))


_STAYING = re.compile(
    r"\b(?:stay|here|this (?:job|role|post)|with (?:you|them|the company)|before moving|then move)\b",
    re.IGNORECASE,
)


def planned_years(reflection: Reflection) -> float | None:
    """Read how many years the person plans in this job out of what they said of staying; None where they named none."""
    for text in reflection.answers.values():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if _STAYING.search(sentence) and (found := time_spans.find(sentence)):
                return found[0].years
    return None


def _highest_degree(candidate: Candidate) -> str | None:
    """Join the degrees, for the atlas to find the longest schooling in; None where the résumé names none."""
    named = [education.degree.value for education in candidate.education if education.degree]
    for level in ("doctor", "phd", "master", "mba", "bachelor", "associate"):
        for degree in named:
            if level in degree.lower():
                return degree
    return named[0] if named else None


def _field(candidate: Candidate, opening: Opening | None) -> dict[str, str]:
    codes = [opening.occupation] if opening else []
    codes += [position.occupation for position in candidate.positions[:3]]
    title = opening.title.value if opening and opening.title else ""
    return _field_named(next((code for code in codes if code and field_code(code)), ""), title)


def _field_named(code: str, title: str) -> dict[str, str]:
    """Return the field of an occupation; a word of the title tells it where the code alone would not."""
    fields: dict[str, dict[str, str]] = load("fields")
    code = next((fields["words"][word] for word in title.lower().split() if word in fields["words"]), code)
    begins = (code[:length] for length in range(len(code), 1, -1))
    return fields[next((begin for begin in begins if begin in fields), "other")]


def _grounds(candidate: Candidate, opening: Opening | None) -> tuple[Evidence, ...]:
    said = [fact.evidence for fact in candidate.reflection.enjoys[:1]]
    said += [strength.evidence for strength in candidate.reflection.strengths[:1]]
    if opening and opening.title:
        said.append(opening.title.evidence)
    said += [position.title.evidence for position in candidate.positions[:1] if position.title]
    return tuple(said[:3])


def _liked(candidate: Candidate) -> str:
    """Return something the person enjoys so that it follows "spend much of my time", empty if nothing does."""
    from everest.language.forms import as_clause_object, gerund

    for fact in candidate.reflection.enjoys:
        words = as_clause_object(fact.value).rstrip(".").removeprefix("to ").split()
        if not 1 < len(words) <= 9 or words[0].lower() in ("i", "when", "the", "a", "my"):
            continue
        if words[0].endswith("ing"):
            return " ".join(words)
        if fact.value.lower().startswith(("to ", "i ")):
            return f"{gerund(words[0])} {' '.join(words[1:])}"
        return f"on {' '.join(words)}"
    return ""


def _wish(candidate: Candidate, pattern: str) -> float:
    """Count how far the reflection leans one way, 0..2."""
    mine = candidate.reflection
    said = [
        *mine.must_have,
        *mine.must_have,
        *(fact.value for fact in mine.enjoys),
        *(s.words for s in mine.strengths),
    ]
    said += [
        *mine.nice_to_have,
        *(mine.answers.get(name, "") for name in ("fulfills", "success", "day_in_the_life")),
    ]
    return min(2.0, 0.4 * sum(bool(re.search(pattern, text, re.IGNORECASE)) for text in said))


_ROLE = re.compile(
    r"\b(?:become|becoming|be|as|to be|grow into|move into|promoted to|work of|role of)\s+(?:an?\s+|the\s+)?((?:(?!(?:and|who|that|for|in|at|of|with|to)\b)[\w/-]+\s+){0,4}"
    r"(?:manager|director|supervisor|engineer|nurse|practitioner|teacher|principal|chef|architect|analyst|developer|designer|"
    r"officer|lead|leader|specialist|consultant|technician|electrician|accountant|scientist|coordinator|superintendent|"
    r"foreman|coach|partner|owner|attorney|lawyer|judge|professor|president))\b",
    re.IGNORECASE,
)
_CONTRIBUTION = re.compile(
    r"\b((?:help|improve|make|build|change|shape|teach|give|bring|create|protect|reduce|open)\s+(?:[^.;,]+))",
    re.IGNORECASE,
)


def _role_in(text: str) -> str:
    found = _ROLE.search(text)
    return found[1].strip() if found else ""


def _contribution_in(text: str) -> str:
    found = _CONTRIBUTION.search(text)
    return found[1].strip() if found and len(found[1].split()) >= 4 else ""


def _start(candidate: Candidate, opening: Opening | None) -> str:
    if opening and opening.occupation:
        return opening.occupation
    return next((p.occupation for p in candidate.positions if p.occupation), "")


def _routes(candidate: Candidate, opening: Opening | None, role: str) -> tuple[Route, ...]:
    start = _start(candidate, opening)
    if not start or not role:
        return ()
    atlas = _atlas()
    if atlas is None:
        return ()
    try:
        matches: Sequence[Any] = atlas.find_title(role, limit=1)
        if not matches:
            return ()
        rank = max(candidate.rank, opening.rank if opening else candidate.rank)
        found = atlas.routes(
            start,
            matches[0].code,
            rank=rank,
            to_rank=atlas.read_rank(role),
            years=candidate.years,
            education=_highest_degree(candidate),
        )
    except DataFileError:
        return ()
    return tuple(route for route in found[:3] if route.steps)


def _realism(
    candidate: Candidate, opening: Opening | None, aim: str, horizon: float | None
) -> Realism | None:
    start = _start(candidate, opening)
    atlas = _atlas()
    if not start or not aim or atlas is None:
        return None
    rank = max(candidate.rank, opening.rank if opening else candidate.rank)
    try:
        judged: Realism = atlas.realism(
            from_code=start,
            from_rank=rank,
            years=candidate.years,
            aim=aim,
            horizon_years=horizon or USUAL_HORIZON,
            education=_highest_degree(candidate),
        )
    except DataFileError:
        return None
    if opening and opening.occupation:
        said = tuple(
            "It asks for no more than the job you apply for does." if one == NO_MORE else one
            for one in judged.why
        )
        return replace(judged, why=said)
    return judged


def _atlas() -> Any:
    """Return the room of occupations, None where its routes are not there (a trimmed install)."""
    import everest.occupations as room

    return (
        room
        if all(hasattr(room, name) for name in ("find_title", "routes", "realism", "read_rank"))
        else None
    )

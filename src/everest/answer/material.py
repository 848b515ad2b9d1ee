"""Gathers what an answer may be made of: short phrases, each with the evidence it comes from.

Sentences are made by putting these into patterns; there is no other way for a fact to get into an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from everest.answer.aims import aims
from everest.answer.aligning import pulls_away
from everest.answer.clauses import Clause, noun_phrase, posting_clause, resume_clause
from everest.answer.linking import link_strength
from everest.answer.numbers import digits_spoken
from everest.answer.slots import Slot
from everest.aspiration.model import Aspiration
from everest.candidate.model import Candidate
from everest.evidence import Evidence, Fact
from everest.opening.model import CompanyStatement, Kind, Opening
from everest.question.model import Question
from everest.standing import Situation


@dataclass(frozen=True, slots=True)
class Material:
    """What may be said, by slot name, best first; and the texts the grounds check may rely on."""

    slots: dict[str, tuple[Slot, ...]]
    sources: tuple[str, ...]
    stays: bool = True
    untrue: tuple[str, ...] = ()
    lacking: tuple[str, ...] = field(default=())


def gather(
    candidate: Candidate,
    aspiration: Aspiration,
    opening: Opening,
    situation: Situation,
    question: Question | None,
) -> Material:
    """Collect every slot that the documents and the person's words can fill."""
    tasks = _tasks(opening, candidate)
    away = bool(pulls_away(aspiration))
    direction = aims(aspiration, situation, opening, candidate)
    if away or "aim" not in direction or not direction["aim"]:
        direction, tasks = _overlap(tasks), tasks[1:]
    slots: dict[str, tuple[Slot, ...]] = {
        **direction,
        **_person(candidate, opening, tasks),
        **_opening(opening, candidate, tasks),
        "horizon": _horizon(aspiration, question),
    }
    return Material(
        slots={name: found for name, found in slots.items() if found},
        sources=sources_of(candidate, aspiration, opening, question),
        stays=stays(candidate) and not away,
        untrue=candidate.reflection.untrue,
    )


def _overlap(tasks: tuple[tuple[Clause, Evidence], ...]) -> dict[str, tuple[Slot, ...]]:
    """What can honestly be said of a direction that leads elsewhere: the work that both share."""
    if not tasks:
        return {}
    clause, evidence = tasks[0]
    return {
        "aim": (Slot(f"get much better at {clause.gerund}", (evidence,), "aim"),),
        "aim_ing": (Slot(f"getting much better at {clause.gerund}", (evidence,), "aim"),),
    }


def sources_of(
    candidate: Candidate, aspiration: Aspiration | None, opening: Opening, question: Question | None = None
) -> tuple[str, ...]:
    """List every text that counts as said, each marked by whose it is: see ``grounds.check_grounds``."""
    from everest.answer.grounds import Posted, Wished

    company = opening.company
    posted = [opening.text, *company.texts.values()]
    posted += [said.text for said in (*company.culture, *company.short_term, *company.long_term)]
    posted += [fact.value for fact in (opening.title, opening.employer, company.name) if fact is not None]
    reflection = candidate.reflection
    wished = [question.text] if question else []
    wished += [fact.value for fact in (reflection.aspiration, *reflection.goals) if fact is not None]
    if aspiration is not None:
        wished += [
            aspiration.text,
            aspiration.field,
            aspiration.scope,
            aspiration.contribution,
            aspiration.role,
        ]
        wished += [part for goal in aspiration.goals for part in (goal.text, goal.by)]
    return (
        *(text for text in _own_texts(candidate) if text),
        *(Wished(text) for text in wished if text),
        *(Posted(text) for text in posted if text),
    )


def _own_texts(candidate: Candidate) -> list[str]:
    reflection = candidate.reflection
    years = {int(candidate.years), round(candidate.years)} - {0}
    return [
        candidate.text,
        *(s.name for s in reflection.strengths if s.is_named),
        *(strength.proof for strength in reflection.strengths),
        *(fact.value for fact in reflection.enjoys),
        *reflection.must_have,
        *reflection.nice_to_have,
        *reflection.answers.values(),
        *(
            fact.value
            for post in candidate.positions
            for fact in (post.title, post.employer)
            if fact is not None
        ),
        *(achievement.text for achievement in candidate.achievements),
        *(f"{count} years" for count in sorted(years)),
    ]


def stays(candidate: Candidate) -> bool:
    """Tell whether a wish to stay may be said: not if the person marked it as untrue."""
    reflection = candidate.reflection
    marked = any(
        re.search(r"\b(?:stay|commit|long[- ]term|loyal|leav|years with)", text, re.I)
        for text in reflection.untrue
    )
    return reflection.wants_to_stay is not False and not marked


def _tasks(opening: Opening, candidate: Candidate) -> tuple[tuple[Clause, Evidence], ...]:
    read: list[tuple[Clause, Evidence]] = []
    for task in sorted(opening.tasks, key=lambda task: -task.weight):
        clause = posting_clause(task.text, verb=task.verb)
        if (
            clause is not None
            and len(clause.base) > 12
            and not _NO_DRAW.search(clause.base)
            and not any(clause.base == other.base for other, _ in read)
        ):
            read.append((clause, task.evidence))
    return tuple(link_strength(read[:14], candidate))


_NO_DRAW = re.compile(
    r"\b(?:shifts?|overtime|travel|lift \d|pounds|lbs|other duties|as (?:needed|required|assigned)|be (?:friendly|reliable)|on-call|stocked)\b|^be |^report to |^(?:grade|file|answer phones)\b"
)
"""Conditions of a job; true, and nobody's reason to want it."""


def _opening(
    opening: Opening, candidate: Candidate, tasks: tuple[tuple[Clause, Evidence], ...]
) -> dict[str, tuple[Slot, ...]]:
    employer = opening.company.name or opening.employer
    plans = [plan for kind in (opening.company.short_term, opening.company.long_term) for plan in kind]
    return {
        "task_base": tuple(
            Slot(digits_spoken(clause.base), (evidence,), f"task{n}")
            for n, (clause, evidence) in enumerate(tasks)
        ),
        "task_ing": tuple(
            Slot(digits_spoken(clause.gerund), (evidence,), f"task{n}")
            for n, (clause, evidence) in enumerate(tasks)
        ),
        "company": (Slot(spoken_name(employer.value), (employer.evidence,), "company"),) if employer else (),
        "title": _title(opening.title),
        "here": (Slot("your team", (spot,), "here"),) if (spot := _spot(opening)) else (),
        "function": tuple(
            Slot(name, (function.evidence,), f"function{n}")
            for n, function in enumerate(opening.key_functions)
            if (name := noun_phrase(function.name, limit=5, posted=True))
            and ("," not in name or " and " in name)
        ),
        "plan_base": (said := tuple(slot for n, plan in enumerate(plans) if (slot := _plan(plan, n)))),
        "plan_theirs": tuple(replace(slot, text=re.sub(r"\byour\b", "their", slot.text)) for slot in said),
        "learn": _to_learn(opening, candidate),
        "growth": _growth(opening),
    }


def _plan(plan: CompanyStatement, n: int) -> Slot | None:
    said = re.sub(
        r"^(?:.*?\b)?(?:we|it|the [a-z]+(?: [a-z]+)?|[A-Z]\w+(?: [A-Z]\w+)*)"
        r"(?: (?:will|plans? to|(?:are|is) (?:going|planning) to|intends? to|aims? to|wants? to|expects? to|hopes? to)|'ll|'re going to) ",
        "",
        plan.clause or plan.text,
    )
    clause = posting_clause(said, limit=16)
    if clause is None or clause.verbs[0] in {"over", "in", "by", "within", "during", "down", "up"}:
        return None
    return Slot(clause.base, (plan.evidence,), f"plan{n}")


def _title(title: Fact | None) -> tuple[Slot, ...]:
    if title is None:
        return ()
    said = spoken_title(title.value)
    said = f"the role of {said}" if " of " in said or len(said.split()) > 4 else f"the {said} role"
    return (Slot(said, (title.evidence,), "title"),) if spoken_title(title.value) else ()


def _spot(opening: Opening) -> Evidence | None:
    fact = opening.employer or opening.title
    return fact.evidence if fact else opening.tasks[0].evidence if opening.tasks else None


def spoken_title(title: str) -> str:
    """Turn a job title as printed ("Sr. Nurse Manager - ICU (m/f/d), Days") into what one says."""
    from everest.language.forms import as_clause_object

    title = re.sub(r"\s*[(\[].*?(?:[)\]]|$)", "", title)
    title = re.split(r"\s+[-–—|/@]\s+|,|;|\s+at\s+", title)[0]
    title = re.sub(r"\bSr\.?(?=\s|$)", "senior", title)
    title = re.sub(r"\bJr\.?(?=\s|$)", "junior", title)
    title = re.sub(r"\s+(?:I{1,3}|IV|V|\d)$", "", title).strip(" .:-")
    if not title or len(title.split()) > 6 or re.search(r"[@\d:]", title):
        return ""
    if title.isupper() and len(title) > 4:
        title = title.title()
    title = re.sub(r"(?<=[a-z])/(?=[A-Z])", " and ", title)
    title = re.sub(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)+\b", lambda match: match[0].lower(), title)
    return as_clause_object(title)


def spoken_name(name: str) -> str:
    """Drop the legal ending of a company's name: nobody says "Incorporated" aloud."""
    name = re.sub(
        r",?\s+(?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|PLC|plc|AG|Co|LLP|LP)\.?$", "", name.strip()
    )
    return name.title() if name.isupper() and len(name) > 5 else name


def _to_learn(opening: Opening, candidate: Candidate) -> tuple[Slot, ...]:
    have = candidate.text.lower()
    found: list[Slot] = []
    for requirement in opening.requirements:
        if requirement.kind not in {Kind.SKILL, Kind.TOOL}:
            continue
        for skill in requirement.skills or (requirement.text,):
            if re.search(rf"\b{re.escape(skill.lower())}\b", have):
                continue
            at = requirement.text.lower().find(skill.lower())
            printed = requirement.text[at : at + len(skill)] if at >= 0 else ""
            printed = re.sub(
                r"\s*\b(?:experience|preferred|required|is )?(?:a plus|preferred|required)$", "", printed
            )
            said = noun_phrase(printed, limit=3, posted=True) if printed else None
            paper = (said or "").isupper() and not re.search(
                r"experience|proficien|knowledge|familiar|command|skill", requirement.text, re.IGNORECASE
            )
            if paper and requirement.kind is not Kind.TOOL:
                continue
            named = re.search(r"[A-Z]", said or "") or len((said or "").split()) > 1
            if said and named and len(said) > 2 and not _NOT_LEARNT.search(said):
                found.append(Slot(said, (requirement.evidence,), f"learn{len(found)}"))
    return tuple(found[:4])


_NOT_LEARNT = re.compile(
    r"\b(?:experience|ability|knowledge|years?|must|be|skills?|attention|detail|certificat\w+|certified|licen[cs]e|degree|"
    r"diploma|communication|teamwork|motivated|reliable|organized|permit|background|plus|bonus|preferred|strong|work)\b",
    re.IGNORECASE,
)


def _growth(opening: Opening) -> tuple[Slot, ...]:
    found = []
    for n, hint in enumerate(opening.growth_hints):
        match = re.search(
            r"\b(?:opportunit(?:y|ies)|chance|room|path) to (?:\w+)[^.;!]*?(?=[.;!]|$| (?:after|within|once) )",
            hint.value,
            re.I,
        )
        clause = posting_clause(re.sub(r"^\w+ to ", "", match[0]), limit=10) if match else None
        if clause:
            found.append(Slot(clause.base, (hint.evidence,), f"growth{n}"))
    return tuple(found)


def _horizon(aspiration: Aspiration, question: Question | None) -> tuple[Slot, ...]:
    from everest.answer.numbers import spelled
    from everest.answer.quantities import quantities_in

    named = question is not None and any(found.kind == "months" for found in quantities_in(question.text))
    if named and question is not None and question.horizon_years and question.horizon_years >= 2:
        years = spelled(question.horizon_years)
        return (Slot(f"the next {years} years", (), "horizon"),)
    if (
        aspiration.horizon_years
        and aspiration.horizon_years >= 2
        and not aspiration.proposed
        and aspiration.grounds
    ):
        years = spelled(aspiration.horizon_years)
        return (Slot(f"the next {years} years", aspiration.grounds[:1], "horizon"),)
    return (Slot("the next few years", (), "horizon"),)


def _person(
    candidate: Candidate, opening: Opening, tasks: tuple[tuple[Clause, Evidence], ...]
) -> dict[str, tuple[Slot, ...]]:
    from everest.answer.person import person_slots

    return person_slots(candidate, opening, [clause.base for clause, _ in tasks])


__all__ = ["Material", "gather", "resume_clause", "sources_of", "spoken_name", "spoken_title", "stays"]

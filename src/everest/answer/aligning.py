"""Whether what the person wants and what the opening offers point the same way."""

from __future__ import annotations

import re

from everest.answer.clauses import own_clause, posting_clause
from everest.answer.linking import keywords_of, nearness
from everest.answer.model import Alignment
from everest.aspiration.model import Aspiration
from everest.opening.model import Opening
from everest.standing import Rank

NEAR, FAR = 0.33, 0.2
"""Nearness from which an aim and a task agree, and under which nothing in the opening speaks to the aim."""

_AWAY = (
    (r"\b(?:my own|own) (?:business|company|firm|practice|studio|shop|agency|consultancy|start-?up)\b|\bstart (?:a|my) (?:company|business)\b|\bfreelanc\w+|\bself-employed\b",
     "Your aim is to work for yourself, and this opening is a job with an employer."),
    (r"\b(?:grad(?:uate)? school|law school|med(?:ical)? school|phd|doctorate|mba)\b", "Your aim leads back to full-time study."),
    (r"\bretire\w*\b", "Your aim is to retire, which no job can lead to."),
    (r"\b(?:move|relocate|emigrate) (?:to|abroad|back)\b", "Your aim involves moving away."),
)  # fmt: skip


def alignment(aspiration: Aspiration, opening: Opening) -> Alignment:
    """Compare an aspiration with the tasks, key functions, growth hints and company plans of an opening."""
    aims = [
        text
        for text in (aspiration.text, aspiration.field, aspiration.contribution, aspiration.scope)
        if text
    ]
    offers = _offers(opening)
    if not aims or not offers:
        return Alignment(
            0.5, meaning="There is too little here to say whether your aim and this opening agree."
        )
    near = nearness(aims, [what for what, _ in offers])
    best = [max(row[n] for row in near) for n in range(len(offers))]
    order = sorted(range(len(offers)), key=lambda n: -best[n])
    agrees = tuple(offers[n][1] for n in order[:4] if best[n] >= NEAR)
    disagrees = tuple(_disagreements(aspiration, opening, max(best)))
    agreement = max(0.0, min(1.0, best[order[0]] * 1.4 - 0.35 * len(disagrees)))
    return Alignment(round(agreement, 3), agrees, disagrees, _meaning(aspiration, agrees, disagrees))


def pulls_away(aspiration: Aspiration) -> list[str]:
    """Name what in an aspiration leads away from any employer: own business, full-time study, retiring, moving."""
    said = f"{aspiration.text} {aspiration.role} {aspiration.scope}"
    return [message for pattern, message in _AWAY if re.search(pattern, said, re.IGNORECASE)]


def _offers(opening: Opening) -> list[tuple[str, str]]:
    """Pair what the opening offers with how to say it."""
    offers = [
        (function.name, f"The job's work of {function.name.lower()} is part of where you want to go.")
        for function in opening.key_functions
    ]
    for task in opening.tasks[:15]:
        clause = posting_clause(task.text, verb=task.verb)
        if clause:
            offers.append((clause.base, f"You would be {clause.gerund}."))
    for hint in opening.growth_hints:
        offers.append((hint.value, f"The posting speaks of growth: “{hint.value}”."))
    for plan in (*opening.company.short_term, *opening.company.long_term):
        offers.append((plan.text, f"The company says of its plans: “{plan.text}”."))
    if opening.title:
        offers.append((opening.title.value, f"The role itself, {opening.title.value}, is in your direction."))
    return offers


def _disagreements(aspiration: Aspiration, opening: Opening, best: float) -> list[str]:
    said = f"{aspiration.text} {aspiration.role} {aspiration.scope}"
    found = pulls_away(aspiration)
    if best < FAR and not (keywords_of(f"{aspiration.field} {aspiration.text}") & keywords_of(opening.text)):
        found.append(f"Nothing in the posting speaks to {aspiration.field or 'what you want to do'}.")
    leads = re.search(
        r"\b(?:lead|manage|head|run) (?:a |the |my )?(?:\w+ )?(?:team|department|people|group)",
        said,
        re.IGNORECASE,
    )
    ladder = re.search(
        r"\b(?:lead|manag|mentor|supervis|career path|grow|promot)", opening.text, re.IGNORECASE
    )
    if leads and opening.rank <= Rank.INDIVIDUAL and not ladder:
        found.append("You want to lead people, and the posting says nothing of leading or of a way up.")
    return found


def _meaning(aspiration: Aspiration, agrees: tuple[str, ...], disagrees: tuple[str, ...]) -> str:
    clause = own_clause(aspiration.text)
    aim = f"to {clause.base}" if clause else "what you want"
    if disagrees and agrees:
        return (
            f"Your aim, {aim}, and this opening agree only in part. Speak about the part they share: "
            f"{agrees[0][0].lower()}{agrees[0][1:]} Leave the rest unsaid unless you're asked, and don't claim otherwise."
        )
    if disagrees:
        return (
            f"Your aim, {aim}, and this opening point in different directions. Ask yourself what you'd truly take from this "
            "job; if there is something, speak of that and promise no more."
        )
    if agrees:
        return f"Your aim, {aim}, and this opening point the same way, so you can say both in one breath."
    return "Your aim and this opening neither meet nor clash. Name the tasks you'd truly like to do and build on those."

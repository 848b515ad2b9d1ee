"""Questions worth asking the interviewer: about what they said, and about what they have not said yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everest.evidence import Evidence
from everest.language import forms
from everest.opening.model import Opening

LIMIT = 6
_LONGEST_QUOTE = 16


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the interviewer, why it is worth asking, and the words it rests on (None: it asks for what is missing)."""

    text: str
    why: str
    evidence: Evidence | None = None


def questions_to_ask(opening: Opening, *, limit: int = LIMIT) -> tuple[Ask, ...]:
    """Return at most ``limit`` questions, the most telling first. Pay is left out: that talk has its own time."""
    found: list[Ask] = []
    for ask in _all(opening):
        if len(found) < limit and ask.text not in {other.text for other in found}:
            found.append(ask)
    return tuple(found)


def _all(opening: Opening) -> Iterator[Ask]:
    yield from _about_work(opening)
    yield from _about_plans(opening)
    yield from _about_culture(opening)
    yield from _about_growth(opening)
    wanted = [item for item in opening.requirements if item.must]
    if len(wanted) >= 3:
        yield Ask(
            "Of all that you ask for in this role, what matters most in the first three months?",
            "It tells you what to show, and what you may learn on the way.",
            wanted[0].evidence,
        )
    yield Ask(
        "What did the person who did this work best do differently?",
        "It turns the posting into something that one can see.",
    )


def _about_work(opening: Opening) -> Iterator[Ask]:
    if opening.key_functions:
        first = opening.key_functions[0]
        yield Ask(
            f"What would you want to see after six months from someone {_around(first.name)}?",
            "It shows how they tell good work from enough work.",
            first.evidence,
        )
    else:
        yield Ask(
            "What would I spend most of an ordinary week on?",
            "The posting does not say what one does all day.",
        )


def _about_plans(opening: Opening) -> Iterator[Ask]:
    short, far = opening.company.short_term, opening.company.long_term
    if short:
        plan = next((item for item in short if item.clause), short[0])
        words = (
            f"I read that you are {_around(plan.clause)}. What will that change for this team?"
            if plan.clause
            else f"You write: “{_short(plan.text)}” What will that change for this team?"
        )
        yield Ask(
            words,
            "It shows where the role is going, and that you have read what they publish.",
            plan.evidence,
        )
    else:
        yield Ask(
            "What is this team trying to change this year and next?",
            "Nothing that was read says what they plan soon.",
        )
    if far:
        yield Ask(
            f"You write: “{_short(far[0].text)}” Where does this team come into that?",
            "It ties your own direction to theirs.",
            far[0].evidence,
        )
    else:
        yield Ask(
            "Where should this team be in five years?",
            "Nothing that was read says where they want to be in the long run.",
        )


def _about_culture(opening: Opening) -> Iterator[Ask]:
    lived = next((item for item in opening.company.culture if not item.is_value), None)
    stated = lived or next(iter(opening.company.culture), None)
    if stated is not None:
        yield Ask(
            f"You write: “{_short(stated.text)}” When did that last make a difference?",
            "A story tells more than a value on a page.",
            stated.evidence,
        )
    else:
        yield Ask(
            "How do people here help someone who is stuck?",
            "Nothing that was read says how they work together.",
        )


def _about_growth(opening: Opening) -> Iterator[Ask]:
    if opening.growth_hints:
        hint = opening.growth_hints[0]
        yield Ask(
            f"You mention: “{_short(hint.value)}” What have people done to get there?",
            "They opened this door themselves.",
            hint.evidence,
        )
    elif opening.title is not None:
        yield Ask(
            f"Where have people gone from the role of {forms.as_clause_object(opening.title.value)}?",
            "The posting does not say where the role leads.",
            opening.title.evidence,
        )


def _around(phrase: str) -> str:
    """Turn "our" and "we" of theirs into "your" and "you"."""
    turned = re.sub(r"\bour\b", "your", phrase.strip(" ."), flags=re.IGNORECASE)
    return re.sub(r"\bwe\b", "you", turned, flags=re.IGNORECASE)


def _short(quote: str) -> str:
    """Cut a long quotation at a word, with an ellipsis."""
    words = quote.strip().split()
    return (
        " ".join(words)
        if len(words) <= _LONGEST_QUOTE
        else f"{' '.join(words[:_LONGEST_QUOTE]).rstrip(',;:')} …"
    )

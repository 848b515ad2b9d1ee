"""What does not agree in a reflection, said kindly: both may be true, and it is worth asking how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everest.candidate.model import Reflection
from everest.candidate.reflection_heard import values_in
from everest.candidate.reflection_stories import brief
from everest.candidate.reflection_understanding import value_cards

LITTLE = 4.0
"""The middle of O*NET's scale of 1 to 7; a work value below it counts as little of it in an occupation."""
_MIXED = "Working Conditions"
"""O*NET puts pay, security, variety and more into this one value; its figure says nothing of any one of them."""
_BOTH = "Both can be true; it is worth asking how."


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that does not agree, or is not said yet. ``about`` are the fields it rests on."""

    text: str
    question: str
    about: tuple[str, ...]


_PULLS = (
    ("autonomy", r"\b(?:assistant|clerk|operator|coordinator)\b", "You want to decide for yourself how you work, and the role you name usually leaves little to decide.", "How much do people in that role really decide for themselves?"),
    ("stability", r"\b(?:own (?:business|company|shop|bakery|restaurant|studio|practice)|start-?up|freelanc\w*|self-employed|found(?:er)?)\b", "You want a secure job, and the aim you name usually means some uncertain years.", "How did people who took that road live through the uncertain years?"),
    ("balance", r"\b(?:chief|executive|director|partner|surgeon|chef|general manager|consult\w+|own (?:business|company|shop|bakery|restaurant)|restaurant|investment bank\w*|evenings?|nights?)\b", "You want time for life outside work, and the aim you name is known for long hours.", "Who does this work and still gets home on time, and how?"),
    ("pay", r"\b(?:nonprofit|volunteer|social work|teach|teacher|librar\w+|childcare|caregiver)\b", "Good pay is a must for you, and the field you name often pays less than others.", "What does this work pay ten years in, and what raises it?"),
    ("place", r"\b(?:abroad|overseas|international(?:ly)?|travel\w*|relocat\w+)\b", "You want to work where you live, and the aim you name leads away.", "How far can this work be done without moving?"),
    ("variety", r"\b(?:audit\w*|bookkeep\w*|data entry|assembly|quality control)\b", "You want no two days alike, and the work you name has much that repeats.", "Which days in this work are least like the others?"),
    ("teamwork", r"\b(?:freelanc\w*|translator|truck driver|alone|on my own|self-employed)\b", "You want colleagues around you, and the work you name is often done alone.", "Where do people in this work find company?"),
    ("recognition", r"\b(?:behind the scenes|back office|ghostwriter|night shift)\b", "You want good work to be seen, and the work you name is seldom seen.", "Who notices good work there, and how?"),
)  # fmt: skip
_LIMITS = (
    (r"\b(?:evening|night|weekend|hours|overtime|shift)", r"\b(?:chef|restaurant|nurse|surgeon|bar|hotel|partner|executive|director|events?|police|pilot)\b", "You set a limit on your hours, and the aim you name often asks for more.", "Which posts in this field keep regular hours?"),
    (r"\b(?:travel|fly|away from home)", r"\b(?:consult\w+|sales|pilot|international|field|tour\w*|audit\w*|regional)\b", "You set a limit on travel, and the aim you name often means traveling.", "How much do people in this work really travel?"),
    (r"\b(?:move|moving|relocat|stay (?:in|near)|close to)", r"\b(?:abroad|overseas|international|headquarters)\b", "You set a limit on where you live, and the aim you name may lead elsewhere.", "How far can this work be done from one place?"),
)  # fmt: skip
_LEADS = re.compile(
    r"\b(?:lead|manage|run|head|supervise|direct|be (?:a|the) (?:manager|director|head|boss))\b", re.I
)
_TIRED_OF_LEADING = re.compile(r"\b(?:manag|supervis|lead|conflict|meeting|people)", re.IGNORECASE)
_NO = re.compile(
    r"^\s*(?:no\b|not\b|never|rather not|i'?d rather not|i don'?t|i wouldn'?t|i do not)", re.IGNORECASE
)
_ALONE = re.compile(r"\b(?:alone|on my own|by myself|undisturbed)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:become|be|being|work as|working as|as) (?:an?|the) (?P<role>[a-z][a-z /-]{3,40}?)(?=[.,;!]|$| who\b| that\b| in\b| at\b| for\b| with\b| and\b| on\b| where\b)",
    re.IGNORECASE,
)


def contradictions(reflection: Reflection) -> list[Remark]:
    """Return what pulls two ways, each with a question that would clear it up; one remark for each must-have."""
    aim = reflection.aspiration.value if reflection.aspiration else ""
    musts = values_in(reflection.must_have, reflection.not_me)
    found: dict[str, Remark] = {}
    for value, remark in (*_by_figures(aim, musts), *_by_words(aim, musts)):
        found.setdefault(value, remark)
    return [
        *found.values(),
        *_about_leading(reflection, aim, musts),
        *_about_limits(reflection, aim),
        *_about_truth(reflection, aim),
    ]


def _by_words(aim: str, musts: set[str]) -> Iterator[tuple[str, Remark]]:
    for value, pattern, said, question in _PULLS:
        if value in musts and re.search(pattern, aim, re.IGNORECASE):
            yield value, Remark(f"{said} {_BOTH}", question, ("must_have", "aspiration"))


def _by_figures(aim: str, musts: set[str]) -> Iterator[tuple[str, Remark]]:
    """Compare must-haves with O*NET's figures for the occupation that the aim names."""
    named = _ROLE.search(aim)
    cards = [card for card in value_cards() if card.name in musts and card.work_value not in (None, _MIXED)]
    if named is None or not cards:
        return
    from everest.occupations import atlas, find_title

    match = next(iter(find_title(named["role"], limit=1)), None)
    if match is None or match.score < 1.0:
        return
    rated = {value.name: value.importance for value in atlas().occupation(match.code).values}
    for card in cards:
        figure = rated.get(card.work_value or "", 0.0)
        if 0 < figure < LITTLE:
            text = (
                f"“{card.card}” is a must for you. For {match.title}, O*NET puts {(card.work_value or '').lower()} at "
                f"{figure:.1f} of 7, below the middle. {_BOTH}"
            )
            yield (
                card.name,
                Remark(
                    text,
                    f"How much “{card.card.lower()}” is there really in that work?",
                    ("must_have", "aspiration"),
                ),
            )


def _about_leading(reflection: Reflection, aim: str, musts: set[str]) -> Iterator[Remark]:
    if not ("leading" in musts or _LEADS.search(aim)):
        return
    tiring = brief(next((f.value for f in reflection.drains if _TIRED_OF_LEADING.search(f.value)), ""))
    if tiring:
        yield Remark(
            f"You want to lead, and you say that “{tiring}” wears you out. Much of leading is that.",
            f"How do you handle “{tiring}” as someone who leads?",
            ("aspiration", "drains"),
        )
    elif _NO.search(reflection.answers.get("managing", "")):
        yield Remark(
            "Asked whether you would like to lead people you said no, and your aim has you leading. Which of the two is closer to you?",
            "What would I miss, and what would I gain, if I grew without leading anyone?",
            ("aspiration", "managing"),
        )
    elif _ALONE.search(reflection.answers.get("company_of_others", "")):
        yield Remark(
            f"You do your best work alone, and your aim is full of people. {_BOTH}",
            "How do people who lead keep hours for themselves?",
            ("aspiration", "company_of_others"),
        )


def _about_limits(reflection: Reflection, aim: str) -> Iterator[Remark]:
    """Compare limits with the aim. The limits themselves are private and never repeated, in remark or question."""
    limits = " ".join(reflection.lifestyle)
    for pattern, pulls, said, question in _LIMITS:
        if re.search(pattern, limits, re.IGNORECASE) and re.search(pulls, aim, re.IGNORECASE):
            yield Remark(f"{said} {_BOTH}", question, ("lifestyle", "aspiration"))
            return


def _about_truth(reflection: Reflection, aim: str) -> Iterator[Remark]:
    for untrue in reflection.untrue:
        words = {w for w in re.findall(r"[a-z]{5,}", untrue.lower()) if w not in _COMMON}
        if words and words <= set(re.findall(r"[a-z]{5,}", aim.lower())):
            yield Remark(
                f"You asked that this is never said for you: “{brief(untrue)}”. Your aim comes close to it.",
                "Does my aim say what I mean?",
                ("untrue", "aspiration"),
            )
            return


_COMMON = {"become", "would", "about", "there", "where", "which", "career", "being", "wants", "doing"}

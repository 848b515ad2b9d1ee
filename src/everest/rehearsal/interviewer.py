"""Asks in changing words, listens, and follows up on what was said. The same seed asks the same."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from everest.content import load
from everest.rehearsal.model import Mode, Tone, Turn

if TYPE_CHECKING:
    from everest.opening.model import Opening
    from everest.review.model import Review

MOST_TURNS = {Mode.WARM_UP: 2, Mode.REAL: 3, Mode.STRESS: 4}
"""Exchanges in one rehearsal, the opening question among them."""
VAGUE = re.compile(
    r"\b(?:make (?:an|a real|a big) (?:impact|difference)|grow with the (?:company|team)|take (?:it|things) to the next level|"
    r"new challenges?|a challenging (?:position|role|environment)|use my skills|reach my (?:full )?potential|"
    r"be successful|bigger things|more responsibility|add value|keep learning|something (?:bigger|more))\b",
    re.IGNORECASE,
)
CLAIM = re.compile(
    r"\bI(?:['’]m| am| have been)?\s+(?:very |really |a )?(?:good (?:at|with) [\w ]{3,30}|great (?:at|with) [\w ]{3,30}|"
    r"hard[- ]working|natural leader|people person|team player|quick learner|fast learner|passionate about [\w ]{3,30})",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:first|next step|in my first|this year|start by|begin (?:by|with)|learn|course|certif)", re.I
)


@dataclass(frozen=True, slots=True)
class Interview:
    """A mock interview under way. Nothing is changed in place: ``answer`` returns the interview one turn on.

    ``assisted`` says that the person let a language model word the follow-ups.
    """

    mode: Mode = Mode.REAL
    tone: Tone = Tone.FRIENDLY
    seed: int = 0
    turns: tuple[Turn, ...] = ()
    role: str = "this role"
    company: str = "us"
    assisted: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the interviewer has heard enough."""
        answered = [turn for turn in self.turns if turn.said]
        return len(answered) >= MOST_TURNS[self.mode] and len(answered) == len(self.turns)

    @property
    def asked(self) -> Turn | None:
        """The question on the table; None when the interview is over."""
        return self.turns[-1] if self.turns and not self.turns[-1].said else None


def begin(
    *,
    mode: Mode = Mode.REAL,
    tone: Tone = Tone.FRIENDLY,
    seed: int = 0,
    opening: Opening | None = None,
    question: str = "",
    assisted: bool = False,
) -> Interview:
    """Open an interview: with the question given, or with one of many wordings, chosen by the seed."""
    from everest.question import recognize

    role = opening.title.value if opening and opening.title else "this role"
    company = opening.employer.value if opening and opening.employer else "us"
    chosen = random.Random(seed)  # noqa: S311 - a choice of words, not a secret
    asks = question or chosen.choice(wordings(tone)).replace("{role}", role)
    heard = recognize(asks)
    hint = "A direction, a proof, the link to this job, a next step, and that you mean to stay."
    first = Turn(asks, heard.why, "opening", hint if mode is Mode.WARM_UP else "")
    return Interview(mode, tone, seed, (first,), role, company, assisted)


def wordings(tone: Tone | None = None) -> tuple[str, ...]:
    """Return all wordings of the question in a tone, or in all of them."""
    spoken: dict[str, dict[str, list[str]]] = load("interviewer")["openings"]
    return tuple(
        words
        for tones in spoken.values()
        for name, said in tones.items()
        if tone in (None, name)
        for words in said
    )


def answer(
    interview: Interview,
    said: str,
    *,
    review: Review | None = None,
    opening: Opening | None = None,
) -> Interview:
    """Take what was said to the question on the table, and ask what follows from it, if anything is left to ask.

    Raises:
        BadInput: if nothing was said, or the interview is over.
    """
    from everest.errors import BadInput

    if interview.asked is None:
        raise BadInput("This interview is over.", todo="Begin another.")
    if not said.strip():
        raise BadInput("Nothing was said.", todo="Say it, or type it; two sentences are enough to go on.")
    turns = (*interview.turns[:-1], replace(interview.turns[-1], said=said.strip()))
    moved = replace(interview, turns=turns)
    if moved.is_over:
        return moved
    asked = {turn.kind for turn in turns} | {kind for turn in turns for kind in _taken_up(turn)}
    kinds = [(kind, phrase) for kind, phrase in _openings_for(said, review, opening) if kind not in asked]
    kind, phrase = kinds[0] if kinds else ("deeper", "")
    return replace(moved, turns=(*turns, _follow_up(moved, kind, phrase)))


def _taken_up(turn: Turn) -> Iterator[str]:
    """Yield what an interruption asked, if it was answered: after silence the interviewer insists."""
    broken = turn.broke_in
    if broken and len(turn.said[broken.after :].split()) >= 3:
        yield broken.kind


def closing(review: Review | None) -> str:
    """Return what the interviewer says at the end."""
    said: dict[str, str] = load("interviewer")["closings"]
    return said[review.verdict.value if review else "revise"]


def has_proof(said: str, end: int) -> bool:
    """Tell whether a time or a figure follows a claim that ends at ``end``."""
    return bool(re.search(r"\d|\bwhen\b|\blast (?:year|week|month)\b|\bonce\b", said[end : end + 160]))


def _openings_for(said: str, review: Review | None, opening: Opening | None) -> Iterator[tuple[str, str]]:
    """Yield what a listener would take up, the weightiest first, each with the words that gave the opening."""
    for finding in review.findings if review else ():
        if finding.name in _BY_RULE and finding.quote.strip():
            yield _BY_RULE[finding.name], _short(finding.quote)
    vague = VAGUE.search(said)
    if vague:
        yield "vague", vague.group()
    claim = CLAIM.search(said)
    if claim and not has_proof(said, claim.end()):
        yield "no_proof", _short(claim.group())
    plan = _plan(said, opening)
    if plan:
        yield "plan", plan
    if opening and opening.text and not _names_the_job(said, opening):
        yield "no_link", ""
    if not _STEP.search(said):
        yield "no_step", ""


_BY_RULE = {
    "title-too-soon": "rank",
    "interviewers-job": "rank",
    "rigid-plan": "rank",
    "leaving": "leaving",
    "own-business": "leaving",
    "vague-cliche": "vague",
}


def _follow_up(interview: Interview, kind: str, phrase: str) -> Turn:
    known: dict[str, Any] = load("interviewer")["follow_ups"][kind]
    chosen = random.Random(f"{interview.seed}/{len(interview.turns)}")  # noqa: S311 - a choice of words
    first = known["stress"] if interview.mode is Mode.STRESS else known["ask"]
    asked = {turn.asks for turn in interview.turns}
    wording = chosen.choice([words for words in first if words not in asked] or known["ask"])
    if "{phrase}" in wording and not phrase:
        wording = next((words for words in known["ask"] if "{phrase}" not in words), wording)
    asks = wording.replace("{phrase}", phrase).replace("{role}", interview.role).replace("{plan}", phrase)
    return Turn(
        asks[0].upper() + asks[1:],
        known["why"],
        kind,
        known["hint"] if interview.mode is Mode.WARM_UP else "",
    )


def _plan(said: str, opening: Opening | None) -> str:
    """Return the name of a company plan that was mentioned: a proper noun or number of the plan that was said too."""
    plans = (*opening.company.short_term, *opening.company.long_term) if opening else ()
    for plan in plans:
        for name in re.findall(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+(?: [a-z]+)?", plan.text):
            head = name.split()[0]
            if head in said and not (opening and opening.employer and head in opening.employer.value):
                return f"the {name}"
    return ""


def _names_the_job(said: str, opening: Opening) -> bool:
    low = said.lower()
    names = [fact.value.lower() for fact in (opening.title, opening.employer) if fact]
    objects = [task.object.lower() for task in opening.tasks]
    return any(name in low for name in names) or any(_shares(low, thing) for thing in objects if thing)


def _shares(low: str, thing: str) -> bool:
    words: Sequence[str] = re.findall(r"[a-z]{5,}", thing)
    return sum(word.rstrip("s") in low for word in words) >= min(2, max(1, len(words)))


def _short(phrase: str) -> str:
    words = phrase.strip(' .,;!?“”"').split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")

"""In stress mode the interviewer breaks in: on a phrase just said, or at a moment that the seed fixes beforehand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from everest.content import load
from everest.rehearsal.delivery import WORDS_A_MINUTE
from everest.rehearsal.interviewer import CLAIM, VAGUE, Interview, has_proof
from everest.rehearsal.model import Interruption, Mode, Take

SOONEST, LATEST = 9.0, 18.0
"""Seconds into an answer between which the interviewer breaks in, if no phrase gave an occasion before."""
HEARD_OUT = 3
"""Words said after a phrase before it is taken up: somebody who breaks in has first understood."""
OFTEN = 0.6
"""Share of the later answers that are broken into; the first always is."""
TEAM = 4
"""So many times "we" without an "I" is an occasion too."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came after an interruption, by counting: words, and planned points heard."""

    words: int
    points: int


def breaks_at(interview: Interview) -> float | None:
    """Return the second at which the interviewer breaks into the answer under way; None where it will not.

    Typed words count as spoken at 140 a minute.
    """
    if interview.mode is not Mode.STRESS or interview.asked is None or interview.asked.broke_in:
        return None
    chance = random.Random(f"{interview.seed}/breaks/{len(interview.turns)}")  # noqa: S311 - a moment, not a secret
    if len(interview.turns) > 1 and chance.random() > OFTEN:
        return None
    return round(chance.uniform(SOONEST, LATEST), 1)


def break_in(interview: Interview, said: str, *, seconds: float | None = None) -> Interview:
    """Return the interview with the interruption in it if it is time for one, else as it was.

    ``said`` is the answer so far, "" where it is recorded and not yet written down; ``seconds`` how long it has lasted.
    """
    moment = breaks_at(interview)
    if moment is None:
        return interview
    occasion = next(_occasions(said), None)
    passed = seconds if seconds is not None else len(said.split()) / WORDS_A_MINUTE * 60
    if occasion is None and passed < moment:
        return interview
    kind, phrase = occasion or ("plain", "")
    asks, why = _words(interview, kind, phrase)
    broken = Interruption(asks, why, len(said.rstrip()), None if seconds is None else round(seconds, 1), kind)
    return replace(interview, turns=(*interview.turns[:-1], replace(interview.turns[-1], broke_in=broken)))


def aftermath(take: Take) -> Aftermath | None:
    """Count what was said after the interruption; None where there was none."""
    broken, text = take.broke_in, take.transcript.text
    if broken is None:
        return None
    start = broken.after
    places = [place.start() for place in re.finditer(r"\S+", text)]
    if broken.seconds is not None and len(places) == len(take.transcript.words):
        later = [n for n, word in enumerate(take.transcript.words) if word.start >= broken.seconds]
        start = places[later[0]] if later else len(text)
    points = sum(
        point.heard and point.span is not None and point.span.end > start for point in take.content.points
    )
    return Aftermath(len(text[start:].split()), points)


def _occasions(said: str) -> Iterator[tuple[str, str]]:
    """Yield what a listener would jump at, the first said first, once a few words have followed."""
    found = [("vague", place) for place in VAGUE.finditer(said)]
    found += [("no_proof", place) for place in CLAIM.finditer(said) if not has_proof(said, place.end())]
    for kind, place in sorted(found, key=lambda pair: pair[1].start()):
        if len(said[place.end() :].split()) >= HEARD_OUT:
            yield kind, place.group().strip(' .,;!?“”"')
    if len(re.findall(r"\bwe\b", said, re.I)) >= TEAM and not re.search(r"\bI\b", said):
        yield "we", ""


def _words(interview: Interview, kind: str, phrase: str) -> tuple[str, str]:
    known = load("interviewer")["interruptions"][kind]
    used = {turn.broke_in.asks for turn in interview.turns if turn.broke_in}
    told = [words.replace("{phrase}", phrase).replace("{role}", interview.role) for words in known["ask"]]
    chance = random.Random(f"{interview.seed}/words/{len(interview.turns)}")  # noqa: S311 - a choice of words
    return chance.choice([words for words in told if words not in used] or told), known["why"]

"""Composes answers: many candidates from the plans, the best and most different three kept."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from everest.answer.grounds import check_grounds
from everest.answer.material import Material, gather
from everest.answer.model import Answer, AnswerSentence, Judgment, Purpose, Take
from everest.answer.patterns import Pattern, patterns, plans
from everest.answer.slots import Slot
from everest.answer.trimming import words_of
from everest.answer.why import why_it_works
from everest.aspiration.model import Aspiration, Situation
from everest.candidate.model import Candidate
from everest.opening.model import Opening
from everest.question.model import Question

WORDS_A_MINUTE = 140
DRAFTS = 60
"""Drafts made for each answer; the best ``JUDGED`` by form go before the judge."""
JUDGED = 6

Judge = Callable[[str], Judgment]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer in the making: sentences with the patterns they came from."""

    sentences: tuple[AnswerSentence, ...]
    used: tuple[Pattern, ...]
    own_words: int

    @property
    def text(self) -> str:
        """The whole draft."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def words(self) -> int:
        """Number of words, as said."""
        return len(words_of(self.text))


def compose(
    candidate: Candidate,
    aspiration: Aspiration,
    opening: Opening,
    *,
    situation: Situation,
    question: Question | None = None,
    judge: Judge | None = None,
    seconds: Sequence[int] = (30, 60, 90),
) -> tuple[Answer, ...]:
    """Compose one answer for each length in ``seconds`` (aloud, at 140 words a minute), each with another take.

    The takes go work, contribution, path. ``judge`` reviews a text; without one, form alone decides. With little to
    go on an answer is shorter than asked: nothing is made up to fill the time. Deterministic.
    """
    material = gather(candidate, aspiration, opening, situation, question)
    takes = list(Take)
    chosen: list[tuple[Draft, Take, int]] = []
    for n, length in enumerate(seconds):
        take = takes[n % len(takes)]
        draft = _best(material, situation, take, length, question, judge, [done for done, _, _ in chosen])
        if draft is not None:
            chosen.append((draft, take, length))
    return tuple(
        Answer(
            sentences=draft.sentences,
            take=take,
            situation=situation,
            seconds=round(draft.words * 60 / WORDS_A_MINUTE, 1),
            why_it_works=why_it_works(draft.sentences, situation, take, opening),
            question=question.text if question else "",
            target_seconds=length,
        )
        for draft, take, length in chosen
    )


def _best(
    material: Material,
    situation: Situation,
    take: Take,
    seconds: int,
    question: Question | None,
    judge: Judge | None,
    others: list[Draft],
) -> Draft | None:
    words = seconds * WORDS_A_MINUTE / 60
    chance = random.Random(f"{situation}{take}{seconds}")  # noqa: S311 - variety, not secrecy
    avoid = frozenset(pattern.say for draft in others for pattern in draft.used)
    drafts: dict[str, Draft] = {}
    for _ in range(DRAFTS):
        draft = _draft(material, situation, take, words, question, chance, avoid)
        if draft.sentences:
            drafts.setdefault(draft.text, draft)
    ranked = sorted(drafts.values(), key=lambda draft: -_form(draft, words, others))
    sound = [draft for draft in ranked if not check_grounds(draft.text, material.sources)]
    if judge is None or not sound:
        return sound[0] if sound else None
    return max(sound[:JUDGED], key=lambda draft: _merit(judge(draft.text)) + 10 * _form(draft, words, others))


def _merit(judgment: Judgment) -> float:
    grave = sum(
        str(getattr(remark.severity, "value", remark.severity)) != "advice" for remark in judgment.findings
    )
    verdict = str(getattr(judgment.verdict, "value", judgment.verdict))
    return judgment.score + {"ready": 100, "revise": 0}.get(verdict, -200) - 40 * grave


def _draft(
    material: Material,
    situation: Situation,
    take: Take,
    words: float,
    question: Question | None,
    chance: random.Random,
    avoid: frozenset[str],
) -> Draft:
    made: list[tuple[int, Pattern, AnswerSentence, int]] = []
    said: set[str] = set()
    openers: set[str] = set()
    for purpose, rank in _within(plans()[situation, take], words):
        options = _options(material, situation, take, purpose, question)
        done = {m[1].purpose for m in made}
        options = [pattern for pattern in options if not pattern.after or pattern.after & done]
        fresh = [pattern for pattern in options if pattern.say not in avoid] or options
        picked = _pick(fresh if chance.random() < 0.85 else options, material, said, openers, chance)
        if picked is None:
            continue
        pattern, sentence, keys, own = picked
        said |= keys
        openers.add(_opener(sentence.text))
        made.append((rank, pattern, sentence, own))
    made = _shortened(made, words)
    return Draft(tuple(m[2] for m in made), tuple(m[1] for m in made), sum(m[3] for m in made))


def _within(plan: tuple[tuple[Purpose, int], ...], words: float) -> list[tuple[Purpose, int]]:
    steps = max(4, round(words / 15.5))
    keep = sorted(range(len(plan)), key=lambda n: (plan[n][1], n))[:steps]
    return [plan[n] for n in sorted(keep)]


def _shortened(
    made: list[tuple[int, Pattern, AnswerSentence, int]], words: float
) -> list[tuple[int, Pattern, AnswerSentence, int]]:
    while sum(len(words_of(m[2].text)) for m in made) > words * 1.15:
        ranks = [m[0] for m in made]
        if max(ranks) == 1:
            break
        made = [m for n, m in enumerate(made) if n != ranks.index(max(ranks))]
    return made


def _options(
    material: Material, situation: Situation, take: Take, purpose: Purpose, question: Question | None
) -> list[Pattern]:
    variant = question.variant if question else None
    options = [
        pattern
        for pattern in patterns()
        if pattern.purpose is purpose
        and situation in pattern.situations
        and take in pattern.takes
        and all(slot in material.slots for slot in pattern.slots)
        and (pattern.stays is None or pattern.stays == material.stays)
    ]
    asked = [pattern for pattern in options if variant in pattern.variants]
    return asked or [pattern for pattern in options if not pattern.variants]


def _pick(
    options: list[Pattern], material: Material, said: set[str], openers: set[str], chance: random.Random
) -> tuple[Pattern, AnswerSentence, set[str], int] | None:
    for pattern in chance.sample(options, len(options)):
        filled = fill(pattern, material, said)
        if filled is None:
            continue
        text, slots = filled
        ordinal = {"first"} if "first" in pattern.say.lower() else set()
        if (
            _opener(text) in openers
            or said & ordinal
            or said & {n for s in slots for n in s.names}
            or _marked_untrue(text, material.untrue)
        ):
            continue
        grounds = tuple(dict.fromkeys(evidence for slot in slots for evidence in slot.grounds))
        own = sum(len(slot.text.split()) for slot in slots if slot.own)
        return (
            pattern,
            AnswerSentence(text, pattern.purpose, grounds),
            {s.key for s in slots if not _repeatable(s)} | {n for s in slots for n in s.names} | ordinal,
            own,
        )
    return None


def _repeatable(slot: Slot) -> bool:
    """A short name may be said twice; a long one, or a whole title, only once."""
    return slot.key in {"field", "horizon", "here"} or (slot.key == "company" and len(slot.text.split()) <= 2)


def fill(pattern: Pattern, material: Material, said: set[str]) -> tuple[str, list[Slot]] | None:
    """Fill a pattern with what has not been said yet; None where something is missing."""
    slots: dict[str, Slot] = {}
    for name in pattern.slots:
        slot = next((slot for slot in material.slots[name] if slot.key not in said), None)
        if slot is None:
            return None
        slots[name] = slot
    if len({slot.key for slot in slots.values()}) < len(slots) or not any(
        slot.grounds for slot in slots.values()
    ):
        return None
    text = pattern.say.format(**{name: slot.text for name, slot in slots.items()})
    return text[0].upper() + text[1:], list(slots.values())


def _opener(text: str) -> str:
    return re.split(r"[\s,'’:]", text, maxsplit=1)[0].lower()


def _marked_untrue(text: str, untrue: tuple[str, ...]) -> bool:
    from everest.answer.linking import keywords_of

    words = keywords_of(text)
    return any(marks and len(words & marks) / len(marks) >= 0.6 for marks in map(keywords_of, untrue))


def _form(draft: Draft, words: float, others: list[Draft]) -> float:
    """How well a draft is formed, about 0..1: length, variety, own words, grounds, difference from the others."""
    lengths = [len(words_of(sentence.text)) for sentence in draft.sentences]
    fit = 1 - min(1.0, abs(sum(lengths) - words) / words)
    variety = min(1.0, (max(lengths) - min(lengths)) / 14)
    long = sum(length > 27 for length in lengths) / len(lengths)
    own = min(1.0, draft.own_words / max(1, sum(lengths)) * 3)
    named = sum("company" in pattern.slots for pattern in draft.used[-1:]) + any(
        "title" in p.slots for p in draft.used
    )
    kinds = len({sentence.purpose for sentence in draft.sentences}) / len(Purpose)
    return (
        0.3 * fit
        + 0.15 * variety
        + 0.15 * own
        + 0.2 * kinds
        + 0.06 * named
        - 0.3 * long
        - 0.3 * _echo(draft)
        - 0.3 * _shared(draft, others)
    )


def _echo(draft: Draft) -> float:
    """Share of three-word runs that occur more than once: "I'd like to … I'd like to"."""
    words = [word.lower() for word in words_of(" ".join(pattern.say for pattern in draft.used))]
    runs = list(zip(words, words[1:], words[2:], strict=False))
    return (len(runs) - len(set(runs))) / max(1, len(runs)) * 4


def _shared(draft: Draft, others: list[Draft]) -> float:
    if not others:
        return 0.0
    mine = {pattern.say for pattern in draft.used}
    return max(len(mine & {pattern.say for pattern in other.used}) / len(mine) for other in others)

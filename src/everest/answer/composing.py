"""Composes answers: many candidates from the plans, the best and most different three kept."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from everest.answer.grounds import check_grounds
from everest.answer.linking import keywords_of
from everest.answer.material import Material, gather
from everest.answer.model import Answer, AnswerSentence, Judgment, Purpose, Take
from everest.answer.patterns import Pattern, patterns, plans
from everest.answer.slots import Slot
from everest.answer.trimming import words_of
from everest.answer.why import why_it_works
from everest.aspiration.model import Aspiration
from everest.candidate.model import Candidate
from everest.opening.model import Opening
from everest.question.model import Question
from everest.standing import Situation

WORDS_A_MINUTE = 140
DRAFTS = 44
"""Drafts made for each answer; the best ``JUDGED`` by form go before the judge."""
JUDGED, READY = 6, 2
"""At least so many are judged, and more until so many of them are ready."""

FILLED_FROM = 3
"""A step of a higher rank that cannot be said gives its place to another that can."""
_FILLING = (Purpose.STRENGTH, Purpose.TASK_LINK, Purpose.NEXT_STEP)

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
        draft = _draft(_Task(material, situation, take, words, question, chance, avoid))
        if draft.sentences:
            drafts.setdefault(draft.text, draft)
    ranked = sorted(drafts.values(), key=lambda draft: -_form(draft, words, others))
    judged: list[tuple[float, Draft]] = []
    ready = 0
    for draft in ranked:
        if check_grounds(draft.text, material.sources):
            continue
        if judge is None:
            return draft
        judgment = judge(draft.text)
        ready += str(getattr(judgment.verdict, "value", judgment.verdict)) == "ready"
        judged.append((_merit(judgment) + 60 * _form(draft, words, others), draft))
        if len(judged) >= JUDGED and ready >= READY:
            break
    if not judged:
        return None
    return max(judged, key=lambda pair: pair[0])[1]


def _merit(judgment: Judgment) -> float:
    grave = sum(
        str(getattr(remark.severity, "value", remark.severity)) != "advice" for remark in judgment.findings
    )
    verdict = str(getattr(judgment.verdict, "value", judgment.verdict))
    return judgment.score + {"ready": 100, "revise": 0}.get(verdict, -200) - 40 * grave


@dataclass(frozen=True, slots=True)
class _Step:
    rank: int
    pattern: Pattern
    sentence: AnswerSentence
    own: int
    words: int


def _draft(task: _Task) -> Draft:
    made: list[_Step] = []
    said: set[str] = set()
    openers: set[str] = set()
    spoken: list[frozenset[str]] = []
    steps = _plan(task.situation, task.take, task.question)
    for n, (purpose, rank) in enumerate(steps):
        so_far = _Said(said, openers, spoken)
        picked = _step(task, purpose, made, so_far)
        if picked is None and n == 0 and purpose is Purpose.COMPANY_PLAN:
            picked = _step(task, Purpose.TASK_LINK, made, so_far)
        if picked is None and rank > FILLED_FROM:
            others = (_step(task, other, made, so_far) for other in _FILLING if other is not purpose)
            picked = next((other for other in others if other is not None), None)
        if picked is None:
            continue
        pattern, sentence, keys, own = picked
        said |= keys
        openers.add(_opener(sentence.text))
        spoken.append(_telling(sentence.text))
        made.append(_Step(rank, pattern, sentence, own, len(words_of(sentence.text))))
    made = fitted(made, task.words)
    return Draft(
        tuple(step.sentence for step in made),
        tuple(step.pattern for step in made),
        sum(step.own for step in made),
    )


@dataclass(frozen=True, slots=True)
class _Task:
    """What one draft is to be."""

    material: Material
    situation: Situation
    take: Take
    words: float
    question: Question | None
    chance: random.Random
    avoid: frozenset[str]


def _step(
    task: _Task, purpose: Purpose, made: list[_Step], so_far: _Said
) -> tuple[Pattern, AnswerSentence, set[str], int] | None:
    done = {step.pattern.purpose for step in made}
    options = [
        p
        for p in _options(task.material, task.situation, task.take, purpose, task.question)
        if not p.after or p.after & done
    ]
    opens = _may_open(options, made, purpose)
    options = [pattern for pattern in options if pattern.first == opens]
    fresh = [pattern for pattern in options if pattern.say not in task.avoid]
    if fresh and task.chance.random() < 0.85 and (picked := _pick(fresh, task.material, so_far, task.chance)):
        return picked
    return _pick(options, task.material, so_far, task.chance)


@dataclass(frozen=True, slots=True)
class _Said:
    """What an answer holds so far: keys of slots, first words, and the telling words of each sentence."""

    keys: set[str]
    openers: set[str]
    spoken: list[frozenset[str]]


def _may_open(options: list[Pattern], made: list[_Step], purpose: Purpose) -> bool:
    return not made and purpose is not Purpose.DIRECTION and any(pattern.first for pattern in options)


def _plan(situation: Situation, take: Take, question: Question | None) -> list[tuple[Purpose, int]]:
    """Return the steps; a question in special words is answered in its words first, whatever the take leads with."""
    steps = list(plans()[situation, take])
    if question and any(question.variant in pattern.variants for pattern in patterns()):
        steps = [(Purpose.DIRECTION, 1), *(step for step in steps if step[0] is not Purpose.DIRECTION)]
    return steps


def fitted(made: list[_Step], words: float) -> list[_Step]:
    """Leave out what the plan needs least so that the length comes nearest to ``words``."""
    kept = list(made)
    while (total := sum(step.words for step in kept)) > words * 1.04:
        spare = sorted((step for step in kept if step.rank > 1), key=lambda step: -step.rank)[:4]
        spare = spare or [step for step in kept[1:] if step.pattern.purpose is Purpose.TASK_LINK]
        shorter = [[other for other in kept if other is not step] for step in spare]
        shorter = [trial for trial in shorter if _stands(trial)]
        best = min(shorter, key=lambda trial: abs(sum(step.words for step in trial) - words), default=None)
        if best is None or words - sum(step.words for step in best) > total - words:
            break
        kept = best
    return kept


def _stands(made: list[_Step]) -> bool:
    """Tell whether each sentence still follows on what it leans on."""
    done: set[Purpose] = set()
    for step in made:
        if step.pattern.after and not step.pattern.after & done:
            return False
        done.add(step.pattern.purpose)
    return True


_LEFT_OUT = frozenset(
    "want plan year team place grow stay practice step direct post good next help part career thing bring like".split()
)


def _telling(text: str) -> frozenset[str]:
    return keywords_of(text) - _LEFT_OUT


def _repeats(text: str, slots: list[Slot], spoken: list[frozenset[str]]) -> bool:
    """Tell whether a sentence says over what another has said, or doubles its own word ("toward … working on work")."""
    if re.search(
        r"\b(?:bring is bring|working toward is work|learn\w* (?:how |your way )?(?:of|to) learn|get good at (?:get|learn)|starting with \w+ing with|ready for \w+ing for)",
        text,
        re.IGNORECASE,
    ):
        return True
    for slot in slots:
        words = keywords_of(slot.text) - _LEFT_OUT
        if (
            len(words) > 1
            and slot.key not in {"company", "title", "horizon", "field", "here"}
            and any(len(words & other) / len(words) >= 0.6 for other in spoken)
        ):
            return True
    return False


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
    options: list[Pattern], material: Material, so_far: _Said, chance: random.Random
) -> tuple[Pattern, AnswerSentence, set[str], int] | None:
    said = so_far.keys
    for pattern in chance.sample(options, len(options)):
        filled = fill(pattern, material, said)
        if filled is None:
            continue
        text, slots = filled
        ordinal = {word for word in ("first", "also") if re.search(rf"\b{word}\b", pattern.say.lower())}
        names = {name for slot in slots for name in slot.names}
        if (
            _opener(text) in so_far.openers
            or said & (ordinal | names)
            or _marked_untrue(text, material.untrue)
            or _repeats(text, slots, so_far.spoken)
        ):
            continue
        grounds = tuple(dict.fromkeys(evidence for slot in slots for evidence in slot.grounds))
        own = sum(len(slot.text.split()) for slot in slots if slot.own)
        keys = {slot.key for slot in slots if not _repeatable(slot)} | names | ordinal
        return pattern, AnswerSentence(text, pattern.purpose, grounds), keys, own
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
    if not untrue:
        return False
    words = keywords_of(text)
    return any(marks and len(words & marks) / len(marks) >= 0.6 for marks in map(keywords_of, untrue))


def _form(draft: Draft, words: float, others: list[Draft]) -> float:
    """How well a draft is formed, about 0..1: length, variety, own words, grounds, difference from the others."""
    lengths = [len(words_of(sentence.text)) for sentence in draft.sentences]
    fit = 1 - min(1.0, 4 * max(0.0, abs(sum(lengths) - words) / words - 0.05))
    variety = min(1.0, (max(lengths) - min(lengths)) / 14)
    long = sum(length > 27 for length in lengths) / len(lengths)
    own = min(1.0, draft.own_words / max(1, sum(lengths)) * 3)
    named = sum("company" in pattern.slots for pattern in draft.used[-1:]) + any(
        "title" in p.slots for p in draft.used
    )
    kinds = len({sentence.purpose for sentence in draft.sentences}) / len(Purpose)
    return (
        0.4 * fit
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

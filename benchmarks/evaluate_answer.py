"""How good composed answers are: 63 fictional pairs of résumé and posting, three lengths and takes each.

Grounded: no sentence holds a fact that no paper of the right side speaks for. Ready: the reviewer's verdict, once as the
program gives it and once where the person's own reflection counts among the papers. Grammar: a small checker of our own
(doubled words, a and an, agreement, marks); it finds slips, it does not prove their absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from everest.answer import Answer, check_grounds, compose, gallery
from everest.answer.linking import keywords_of
from everest.answer.material import sources_of
from everest.answer.trimming import words_of
from everest.aspiration import aspiration_of, situation_of
from everest.candidate import read_reflection, read_resume, with_reflection
from everest.candidate.model import Candidate
from everest.documents import read_document
from everest.opening import read_company, read_posting, with_company
from everest.opening.model import Opening
from everest.question import recognize
from everest.review import review

PAIRS = Path(__file__).parent / "data" / "pairs"
QUESTION = recognize("What are your career aspirations?")


@dataclass(frozen=True, slots=True)
class Composed:
    """One pair of papers and the answers made from it."""

    pair: dict[str, Any]
    candidate: Candidate
    opening: Opening
    answers: tuple[Answer, ...]
    ungrounded: int


def run() -> list[tuple[str, str, str]]:
    """Return (measure, value, goal)."""
    made = [composed(pair) for pair in pairs()]
    answers = [(one, answer) for one in made for answer in one.answers]
    sentences = [sentence.text for _, answer in answers for sentence in answer.sentences]
    slips = [slip for text in sentences for slip in slips_in(text)]
    placed = sum(situation_of(one.candidate, one.opening) == one.pair["situation"] for one in made)
    shared = [_shared(a, b) for one in made for a, b in combinations(one.answers, 2)]
    same = [_same(a, b) for one in made for a, b in combinations(one.answers, 2)]
    rich = [one for one in made if _is_rich(one)]
    return [
        ("answers composed", f"{len(answers)} of {3 * len(made)}", "all"),
        ("claims without grounds", str(sum(one.ungrounded for one in made)), "0"),
        ("sentences that show their grounds", _share(sum(bool(s.grounds) for _, a in answers for s in a.sentences), len(sentences)), "100 %"),
        ("ready, as the program reviews", _share(sum(_ready(one, a) for one, a in answers), len(answers)), "≥ 98 %"),
        ("ready, reflection among the papers", _share(sum(_ready(one, a, own=True) for one, a in answers), len(answers)), "≥ 98 %"),
        *(
            (f"{seconds} s within 10 %, enough to go on", _share(*_timed(rich, seconds)), "≥ 95 %")
            for seconds in (30, 60, 90)
        ),
        ("grammar slips per 100 sentences", f"{100 * len(slips) / len(sentences):.1f}", "≤ 1"),
        ("sentences two takes share", f"{100 * sum(same) / len(same):.1f} %", "≤ 5 %"),
        ("telling words two takes share (same facts)", f"{100 * sum(shared) / len(shared):.0f} %", "no goal"),
        ("takes that open alike", str(sum(_open_alike(one) for one in made)), "0"),
        ("situation as expected", _share(placed, len(made)), "≥ 90 %"),
        ("worked examples ready", _share(sum(review(e.answer, question=QUESTION.text).verdict == "ready" for e in gallery()), len(gallery())), "100 %"),
    ]  # fmt: skip


def pairs() -> list[dict[str, Any]]:
    """Read all pairs."""
    return [
        pair for path in sorted(PAIRS.rglob("*.yaml")) for pair in yaml.safe_load(path.read_text("utf-8"))
    ]


def composed(pair: dict[str, Any]) -> Composed:
    """Read a pair with the real readers and compose from it, judged by the real reviewer."""
    candidate = read_resume(pair["resume"], name="resume")
    if pair.get("reflection"):
        candidate = with_reflection(candidate, read_reflection(pair["reflection"]))
    opening = read_posting(pair["posting"], name="posting")
    if pair.get("company"):
        page = read_document(pair["company"], name="about", media_type="text/plain")
        name = opening.employer.value if opening.employer else ""
        opening = with_company(opening, read_company([page], name=name))
    aim = aspiration_of(candidate, opening)
    answers = compose(
        candidate, aim, opening, situation=situation_of(candidate, opening), question=QUESTION,
        judge=lambda text: review(text, question=QUESTION.text, opening=opening, candidate=candidate),
    )  # fmt: skip
    sources = sources_of(candidate, aim, opening, QUESTION)
    return Composed(
        pair, candidate, opening, answers, sum(len(check_grounds(answer.text, sources)) for answer in answers)
    )


_SLIPS = (
    re.compile(r"\b(?P<again>\w+) (?P=again)\b", re.IGNORECASE),
    re.compile(r"\ba (?=[aeio]\w)(?!one\b|once\b|eu)\w+|\ban (?=[b-df-gj-np-tv-z]\w{2,})(?!hour|honest|heir)[a-z]\w+"),
    re.compile(r"\b(?:I (?:is|are|has|was been)|you (?:is|was|has)|they (?:is|was|has)|we (?:is|was|has))\b", re.IGNORECASE),
    re.compile(r"[ ]{2,}| [,.;:]|[,.;:]{2,}|\(\w*[^)]*$|^[^(]*\)"),
    re.compile(r"\bI'd be (?!glad|ready|happy)[a-z]+(?<!ing)(?<!ly) (?:the|a|your)\b"),
    re.compile(r"\bI've (?:was|were|did|went|wrote|ran|took|gave|began|drove|chose|spoke|knew|grew|saw)\b"),
    re.compile(r"\b(?:many|several|two|three|four|five|six) (?:person|child|man|woman|nurse|student|year|month)\b(?!-)"),
)  # fmt: skip


def slips_in(sentence: str) -> Iterator[str]:
    """Find what a careful reader would mark at once."""
    for pattern in _SLIPS:
        yield from (match[0] for match in pattern.finditer(sentence))
    if not sentence.endswith((".", "?", "!")) or not sentence[:1].isupper():
        yield sentence


def _ready(one: Composed, answer: Answer, *, own: bool = False) -> bool:
    candidate = one.candidate
    if own:
        said = candidate.reflection
        facts = [fact.value for fact in (said.aspiration, *said.goals, *said.enjoys) if fact]
        facts += [f"{strength.name}. {strength.proof}" for strength in said.strengths]
        candidate = replace(candidate, text="\n".join([candidate.text, *facts]))
    judged = review(answer.text, question=QUESTION.text, opening=one.opening, candidate=candidate)
    return judged.verdict == "ready"


def _is_rich(one: Composed) -> bool:
    """Tell whether there is enough to speak of for a minute and a half: four tasks, three things done, an aim."""
    return (
        len(one.opening.tasks) >= 4
        and sum(len(position.bullets) for position in one.candidate.positions) >= 3
        and one.candidate.reflection.aspiration is not None
    )


def _timed(made: list[Composed], seconds: int) -> tuple[int, int]:
    timed = [answer for one in made for answer in one.answers if answer.target_seconds == seconds]
    return sum(abs(answer.seconds / seconds - 1) <= 0.1 for answer in timed), len(timed)


def _shared(a: Answer, b: Answer) -> float:
    mine, theirs = keywords_of(a.text), keywords_of(b.text)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _same(a: Answer, b: Answer) -> float:
    mine, theirs = ({sentence.text for sentence in answer.sentences} for answer in (a, b))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _open_alike(one: Composed) -> bool:
    openings = [" ".join(words_of(answer.text)[:3]).lower() for answer in one.answers]
    return len(set(openings)) < len(openings)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f} % ({part}/{whole})"


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:44} {value:>20}  {goal}")

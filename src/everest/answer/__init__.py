"""What to say: talking points, alignment, and answers with a purpose and grounds for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from everest.answer.grounds import Posted, Wished
from everest.answer.model import (
    Alignment,
    Answer,
    AnswerSentence,
    Claim,
    Gap,
    Judgment,
    Keywords,
    Purpose,
    Take,
    TalkingPoint,
    Ungrounded,
)

if TYPE_CHECKING:
    from everest.answer.examples import Example
    from everest.aspiration.model import Aspiration
    from everest.candidate.model import Candidate
    from everest.opening.model import Opening
    from everest.question.model import Question


def talking_points(
    candidate: Candidate, opening: Opening
) -> tuple[tuple[TalkingPoint, ...], tuple[Gap, ...]]:
    """Link strengths to the opening's needs, best first, and name the gaps."""
    from everest.answer.talking import talking_points as find

    return find(candidate, opening)


def keywords(answer: Answer) -> tuple[Keywords, ...]:
    """Shrink an answer to cue words, sentence by sentence."""
    from everest.answer.talking import keywords as shrink

    return shrink(answer)


def alignment(aspiration: Aspiration, opening: Opening) -> Alignment:
    """Compare an aspiration with what an opening offers."""
    from everest.answer.aligning import alignment as compare

    return compare(aspiration, opening)


def compose(
    candidate: Candidate, aspiration: Aspiration, opening: Opening, **options: Any
) -> tuple[Answer, ...]:
    """Compose answers; the options are those of ``everest.answer.composing.compose``."""
    from everest.answer.composing import compose as write

    return write(candidate, aspiration, opening, **options)


def sources_of(
    candidate: Candidate, aspiration: Aspiration | None, opening: Opening, question: Question | None = None
) -> tuple[str, ...]:
    """List every text that counts as said, each marked by whose it is; what ``check_grounds`` takes as evidence."""
    from everest.answer.material import sources_of as listed

    return listed(candidate, aspiration, opening, question)


def gallery() -> tuple[Example, ...]:
    """Read the worked examples: five situations, eight occupations each."""
    from everest.answer.examples import gallery as read

    return read()


def check_grounds(text: str, evidence: Sequence[str]) -> tuple[Ungrounded, ...]:
    """Find facts in a text that no evidence speaks for."""
    from everest.answer.grounds import check_grounds as check

    return check(text, evidence)


__all__ = [
    "Alignment",
    "Answer",
    "AnswerSentence",
    "Claim",
    "Gap",
    "Judgment",
    "Keywords",
    "Posted",
    "Purpose",
    "Take",
    "TalkingPoint",
    "Ungrounded",
    "Wished",
    "alignment",
    "check_grounds",
    "compose",
    "gallery",
    "keywords",
    "sources_of",
    "talking_points",
]

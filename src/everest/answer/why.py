"""Says why an answer works, in two or three sentences that speak of this answer only."""

from __future__ import annotations

from collections.abc import Sequence

from everest.answer.model import AnswerSentence, Purpose, Take
from everest.opening.model import Opening
from everest.standing import Situation

_LEAD = {
    Take.WORK: "It leads with the work itself",
    Take.CONTRIBUTION: "It leads with what you would contribute",
    Take.PATH: "It leads with where you are heading",
}
_PROOF = {
    Situation.ENTRY: "and, early in a career, shows a start that has already been made",
    Situation.TO_LEADERSHIP: "and rests the wish for more responsibility on something you did",
    Situation.LEADER: "and lets what you have led speak before any title does",
    Situation.CHANGER: "and shows what carries over, so the change looks chosen",
    Situation.ESTABLISHED: "and builds on work you can prove",
}


def why_it_works(
    sentences: Sequence[AnswerSentence], situation: Situation, take: Take, opening: Opening
) -> str:
    """Explain an answer by what its sentences quote."""
    parts = []
    proof = _quote(sentences, Purpose.STRENGTH, opening)
    parts.append(
        f"{_LEAD[take]} {_PROOF[situation]}: “{proof}”."
        if proof
        else f"{_LEAD[take]}, in words you could defend."
    )
    task = _quote(sentences, Purpose.TASK_LINK, opening)
    plan = _quote(sentences, Purpose.COMPANY_PLAN, opening)
    if task and plan:
        parts.append(
            f"It ties the aim to a task of the posting (“{task}”) and to something the company says of itself (“{plan}”)."
        )
    elif task:
        parts.append(
            f"It ties the aim to a task of the posting, “{task}”, so the interviewer hears why this job is the next step."
        )
    last = [sentence.purpose for sentence in sentences]
    if Purpose.COMMITMENT in last and Purpose.NEXT_STEP in last:
        parts.append("It names a step you would take next and closes on what you can honestly promise.")
    elif Purpose.COMMITMENT in last:
        parts.append("It closes on what you can honestly promise.")
    return " ".join(parts)


def _quote(sentences: Sequence[AnswerSentence], purpose: Purpose, opening: Opening) -> str:
    names = [fact.evidence for fact in (opening.title, opening.employer) if fact]
    for sentence in sentences:
        if sentence.purpose is purpose:
            for evidence in sentence.grounds:
                words = evidence.quote.strip(" .•-–*").split()
                if len(words) >= 3 and evidence not in names:
                    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
    return ""

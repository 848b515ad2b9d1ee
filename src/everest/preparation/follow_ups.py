"""Questions the interviewer is likely to ask next, from what this answer says and leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from everest.answer.model import Gap, TalkingPoint
from everest.aspiration.model import Aspiration
from everest.candidate.model import Candidate
from everest.opening.model import Opening
from everest.preparation.model import FollowUp


def follow_ups(
    candidate: Candidate,
    opening: Opening,
    aspiration: Aspiration,
    points: tuple[TalkingPoint, ...],
    gaps: tuple[Gap, ...],
    *,
    limit: int = 6,
) -> tuple[FollowUp, ...]:
    """List up to ``limit`` follow-up questions, the likeliest first."""
    asked = (
        *_on_proof(points),
        *_on_the_first_year(opening),
        *_on_gaps(gaps),
        *_on_plans(opening),
        *_on_patience(aspiration),
        *_on_change(candidate),
        *_always(opening),
    )
    return asked[:limit]


def _on_proof(points: tuple[TalkingPoint, ...]) -> Iterator[FollowUp]:
    told = [
        point for point in points if len(point.strength_evidence.quote.split()) >= 3
    ]  # a story, not the name of a skill
    for point in told[:1]:
        yield FollowUp(
            f"You mentioned this: “{_short(point.strength_evidence.quote)}”. What was your own part in it?",
            "A strength is believed when there is a story behind it.",
            "Where it was, what you did, what came of it: three sentences.",
        )


def _on_the_first_year(opening: Opening) -> Iterator[FollowUp]:
    if opening.tasks:
        yield FollowUp(
            "What would you want to have done by the end of your first year here?",
            "They check whether the long view has a first step in this job.",
            f"One result tied to a task they named: “{_short(opening.tasks[0].text)}”.",
        )


def _on_gaps(gaps: tuple[Gap, ...]) -> Iterator[FollowUp]:
    for gap in [gap for gap in gaps if gap.must][:1]:
        yield FollowUp(
            f"The job asks for this: “{_short(gap.need)}”. How would you get there?",
            "It is in the posting, and your résumé does not speak of it.",
            gap.say,
        )


def _on_plans(opening: Opening) -> Iterator[FollowUp]:
    for plan in (*opening.company.short_term, *opening.company.long_term)[:1]:
        yield FollowUp(
            f"You know we are working on this: “{_short(plan.text)}”. How would you help?",
            "Naming a plan of theirs invites them to ask how you fit into it.",
            "One thing you have done that is like it, and the first thing you would learn.",
        )


def _on_patience(aspiration: Aspiration) -> Iterator[FollowUp]:
    if aspiration.role or aspiration.scope:
        yield FollowUp(
            "And if that step takes longer here than you hope?",
            "They want to hear that the work itself is worth staying for.",
            "What you would keep learning in this job, whatever the title says.",
        )


def _on_change(candidate: Candidate) -> Iterator[FollowUp]:
    if len(candidate.positions) > 1 and all((job.years or 9) < 2 for job in candidate.positions[:2]):
        yield FollowUp(
            "Your last jobs were short ones. What would make you stay?",
            "The dates on your résumé raise it, so have an answer ready.",
            "What was missing there and is here, in one true sentence.",
        )


def _always(opening: Opening) -> Iterator[FollowUp]:
    employer = opening.employer.value if opening.employer else "us"
    yield FollowUp(
        f"Why {employer}, and not another employer who does this work?",
        "Half of the question about aspirations is “and why here?”",
        "One fact about them that you looked up, and what it means to you.",
    )
    yield FollowUp(
        "What have you done in the last months toward that aim?",
        "A direction is believable when some steps are already taken.",
        "A course, a project, a person you asked: something with a date.",
    )


def _short(text: str, words: int = 16) -> str:
    parts = text.strip().rstrip(".;,").split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")

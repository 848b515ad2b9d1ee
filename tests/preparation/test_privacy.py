"""What a person keeps to themselves stays out of answers, the sheet and whatever else is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from everest.candidate import Conversation
from everest.preparation import Extent, Preparation, example, render, with_reflection

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PRIVATE = (
    "no overnight shifts because of dialysis",
    "caring for my grandmother Oddny",
    "home by 5:40 on weekdays",
)
TELLING = ("dialysis", "oddny", "grandmother", "5:40", "overnight")


@pytest.fixture(scope="module")
def made() -> Preparation:
    sample = example(now=NOW)
    return with_reflection(sample, replace(sample.candidate.reflection, lifestyle=PRIVATE))


def told(text: str) -> list[str]:
    return [word for word in TELLING if word in text.lower()]


def test_no_answer_follow_up_or_practice_speaks_of_private_limits(made: Preparation) -> None:
    assert made.candidate.reflection.lifestyle == PRIVATE
    said = [answer.text for answer in made.answers]
    said += [f"{ask.question} {ask.why} {ask.have_ready}" for ask in made.follow_ups]
    said += [*made.practice, made.aspiration.text, *(goal.text for goal in made.aspiration.goals)]
    said += [point.say for point in made.talking_points] + [gap.say for gap in made.gaps]
    assert made.answers
    assert told("\n".join(said)) == []


@pytest.mark.parametrize("format_", ["md", "html"])
@pytest.mark.parametrize("extent", list(Extent))
def test_no_sheet_prints_private_limits(made: Preparation, format_: str, extent: Extent) -> None:
    assert told(render(made, format_, extent).decode()) == []


def test_limits_told_in_conversation_are_private_too(made: Preparation) -> None:
    conversation = Conversation.of(made.candidate.reflection).say("lifestyle", list(PRIVATE))
    changed = with_reflection(made, conversation.reflection())
    assert changed.candidate.reflection.lifestyle == PRIVATE
    assert told("\n".join(changed.candidate.reflection.answers.values())) == []
    assert told("\n".join(answer.text for answer in changed.answers)) == []


def test_what_is_private_bears_no_claim_out(made: Preparation) -> None:
    from everest.answer import sources_of

    grounds = sources_of(made.candidate, made.aspiration, made.opening)
    assert told("\n".join(str(text) for text in grounds)) == []


def test_what_the_person_chooses_to_say_is_said(made: Preparation) -> None:
    own = replace(made, own_answer="I look after my grandmother Oddny and want a day job I can keep.")
    assert "oddny" in render(own, "md", Extent.SHEET).decode().lower()

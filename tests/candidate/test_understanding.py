"""Strengths, values and interests are heard in people's own words, and the words are shown."""

from __future__ import annotations

import pytest

from everest.candidate import understand
from everest.candidate.reflection_understanding import work_values


def names(text: str, sort: str) -> set[str]:
    return {heard.name for heard in understand(text) if heard.sort == sort}


@pytest.mark.parametrize(
    ("text", "sort", "name"),
    [
        ("I explained the bill to him in plain words until it clicked.", "strength", "explaining clearly"),
        ("Angry customers cool down when they talk to me.", "strength", "staying calm"),
        ("I proofread everything twice.", "strength", "care with detail"),
        ("I want to be home for dinner with my kids.", "value", "balance"),
        ("I can't work for anyone who tricks people; integrity matters.", "value", "honesty"),
        ("I play the guitar and paint.", "interest", "Artistic"),
    ],
)  # fmt: skip
def test_what_is_said_is_heard(text: str, sort: str, name: str) -> None:
    assert name in names(text, sort)


@pytest.mark.parametrize(
    "text",
    ["I don't like selling.", "I'm not patient with details.", "I never wanted to lead people.", "I have two brothers.", "My shift begins at six.", ""],
)  # fmt: skip
def test_what_is_denied_or_not_said_is_not_heard(text: str) -> None:
    assert understand(text) == ()


def test_the_words_it_was_heard_in_are_shown() -> None:
    text = "I like quiet. I coached the new nurses through their first winter."
    found = next(heard for heard in understand(text) if heard.name == "training others")
    assert all("coached" in text[span.start : span.end] or "new nurses" in text[span.start : span.end] for span in found.spans)  # fmt: skip


def test_without_the_learned_heads_the_list_still_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("everest.candidate.self_head.available", lambda: False)
    assert names("I stay calm under pressure.", "strength") == {"staying calm"}


def test_cards_and_own_words_find_their_work_values() -> None:
    assert work_values(["autonomy", "I want to be appreciated"]) == ("Independence", "Recognition")
    assert work_values(["place"]) == ()

"""Strengths, values and interests are heard in people's own words, and the words are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from everest.candidate import self_head, understand
from everest.candidate.reflection_understanding import work_values
from everest.candidate.self_marks import listed
from everest.content import load
from everest.errors import DataFileError


def names(text: str, sort: str) -> set[str]:
    return {heard.name for heard in understand(text) if heard.sort == sort}


@pytest.mark.parametrize(
    ("text", "sort", "name"),
    [
        ("I explained the bill to him in plain words until it clicked.", "strength", "teaching and explaining"),
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
    found = next(heard for heard in understand(text) if heard.name == "teaching and explaining")
    assert all("coached" in text[span.start : span.end] or "new nurses" in text[span.start : span.end] for span in found.spans)  # fmt: skip


def test_without_the_learned_heads_the_list_still_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("everest.candidate.self_head.available", lambda: False)
    assert names("I stay calm under pressure.", "strength") == {"staying calm"}


def test_cards_and_own_words_find_their_work_values() -> None:
    assert work_values(["autonomy", "I want to be appreciated"]) == ("Independence", "Recognition")
    assert work_values(["place"]) == ()


def test_of_a_long_line_only_the_clause_that_says_it_is_shown() -> None:
    text = "The canteen was closed, and I caught two wrong doses before they left the pharmacy, and then we went home."
    found = next(heard for heard in understand(text) if heard.name == "care with detail")
    assert [text[span.start : span.end] for span in found.spans] == [
        "and I caught two wrong doses before they left the pharmacy"
    ]


def test_sentences_of_one_answer_are_heard_each() -> None:
    text = "I love teaching children to read. The job must pay well. And I want a boss who stands up for us."
    assert {heard.name for heard in understand(text)} >= {"Social", "pay", "good_boss"}


def test_what_is_said_without_its_usual_words_is_heard() -> None:
    assert "staying calm" in names("My voice stays low when the whole ward is shouting.", "strength")
    assert "autonomy" in names(
        "Nobody should have to ask before moving a chair; that is why I quit the hotel.", "value"
    )
    assert "Realistic" in names("My free time goes into hens, bees and a vegetable patch.", "interest")


def test_a_damaged_head_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "self.npz"
    broken.write_bytes(b"no numbers")
    monkeypatch.setattr(self_head, "PATH", broken)
    self_head.load.cache_clear()
    with pytest.raises(DataFileError):
        understand("I stay calm under pressure.")
    self_head.load.cache_clear()


def test_the_head_and_the_signs_know_the_same_labels() -> None:
    assert {(s, n) for s, names_ in load("self_signs").items() for n in names_} == set(
        self_head.load().labels
    )
    assert {(s, n) for s, n, _ in listed()} == set(self_head.load().labels)

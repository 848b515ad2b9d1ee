"""The ear hears each word in its surroundings; what it hears is tied to sentences of the answer."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everest.evidence import Span
from everest.review import ear, heads, review
from everest.review.reading import Reading

PLAIN = "I want to learn your presses first and lead the night shift in four years. My last crew never missed a delivery."


@pytest.fixture(scope="module")
def hears() -> ear.Ear:
    loaded = ear.load()
    assert loaded is not None
    return loaded


def test_hears_a_row_for_each_piece_and_a_number_for_each_flaw(hears: ear.Ear):
    told = hears.hear(PLAIN.lower())
    assert told is not None
    assert told.flaws.shape == (len(told.starts), len(hears.names))
    assert told.answer.shape == (len(hears.names),)
    assert told.situations.shape == (len(hears.situations),)
    assert told.starts == sorted(told.starts)


@pytest.mark.parametrize(
    ("flawed", "innocent"),
    [
        ("I'd like your job.", "I'd like to do for others what your foreman did for me."),
        (
            "I'd stay until my papers for Canada come through.",
            "I'd stay to see the papers on the bridge come through.",
        ),
        (
            "The pay is what brought me here, honestly.",
            "I was paid in cider at my first orchard, and I stayed in fruit.",
        ),
        (
            "In two years I'd open a garage of my own.",
            "In two years I'd like to run your second bay on my own.",
        ),
    ],
)
def test_hears_what_is_meant_not_the_word(hears: ear.Ear, flawed: str, innocent: str):
    one, other = hears.hear(flawed.lower()), hears.hear(innocent.lower())
    assert one is not None
    assert other is not None
    assert one.sinks > other.sinks + 1


def test_a_flaw_is_shown_at_its_sentence():
    text = f"{PLAIN} After that I would leave for my brother's firm in Denver. I know the presses well."
    meant = heads.listen(Reading(text)).flaws["leaving"]
    assert meant.is_heard
    assert "Denver" in text[meant.span.start : meant.span.end]
    assert "presses" not in text[meant.span.start : meant.span.end]


def test_what_is_missing_is_shown_at_the_end():
    text = PLAIN + "  \n"
    assert heads.listen(Reading(text)).flaws["no_link"].span == Span(len(PLAIN), len(PLAIN))


def test_the_words_around_change_what_a_word_says(hears: ear.Ear):
    alone, denied = (
        hears.hear("i want to leave soon."),
        hears.hear("i don't want to leave soon, i want to stay for years."),
    )
    assert alone is not None
    assert denied is not None
    at = hears.names.index("leaving")
    assert alone.answer[at] > denied.answer[at]


def test_a_text_without_a_known_word_is_not_heard(hears: ear.Ear):
    assert hears.hear("\u4f60\u597d") is None
    assert heads.listen(Reading("\u4f60\u597d")).flaws == {}
    assert review("\u4f60\u597d \u4e16\u754c").text


def test_accents_and_curly_quotes_keep_every_offset(hears: ear.Ear):
    text = "In my caf\u00e9 days \u2014 \u201cbusy\u201d ones \u2014 I\u2019d \u00e9clairs to plate."
    told = hears.hear(Reading(text).low)
    assert told is not None
    assert all(text[start].isalnum() or not text[start].isspace() for start in told.starts)
    assert text.index("clairs") - 1 in told.starts


def test_a_very_long_text_is_heard_to_its_limit_and_quickly(hears: ear.Ear):
    began = time.process_time()
    told = hears.hear(PLAIN.lower() * 2000)
    assert told is not None
    assert len(told.starts) == ear.LONGEST
    assert time.process_time() - began < 5


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_whatever_is_said_every_chance_is_a_chance_and_every_span_in_the_text(text: str):
    heard = heads.listen(Reading(text))
    for meant in heard.flaws.values():
        assert 0 <= meant.chance <= 1
        assert 0 <= meant.span.start <= meant.span.end <= len(text)


def test_a_phrase_stays_where_its_nearest_kin_is_heard():
    answer = (
        "I have worked the intake desk at a veterinary clinic for three years, and I like calming people before the doctor "
        "comes in. I would like to become your practice coordinator in two or three years, starting with the scheduling and "
        "the insurance claims you mentioned. Whether that is here or somewhere with a bigger brand, I want to keep learning."
    )
    assert "no-commitment" in {finding.name for finding in review(answer).findings}

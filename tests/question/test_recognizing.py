"""The question is recognized in any wording, and near-misses are left alone."""

import pytest

from everest.errors import BadInput
from everest.question import phrasings, recognize
from everest.question.marks import core
from everest.question.model import Question


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("Where do you see yourself in five years?", "five_years"),
        ("What are your career aspirations?", "aspirations"),
        ("What are you hoping to get out of this role?", "hope_to_gain"),
        ("Do you think this position aligns with your professional goals? How?", "fit_with_goals"),
        ("Thanks for coming in today. So, where do you see yourself in five years?", "five_years"),
    ],
)
def test_the_question_is_recognized_in_its_wordings(text, variant):
    found = recognize(text)
    assert found.about_aspirations
    assert found.variant == variant
    assert found.asks


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about a goal you reached in the past.",
        "What do you know about our five-year strategy?",
        "Why did you choose nursing?",
        "What are your salary expectations?",
    ],
)
def test_a_near_miss_is_not_about_aspirations(text):
    found = recognize(text)
    assert not found.about_aspirations
    assert found.variant is None
    assert found.asks == ()


def test_the_span_named_in_the_wording_is_read():
    assert recognize("Where would you like to be in ten years?").horizon_years == 10


def test_curly_quotes_change_nothing():
    straight, curly = recognize("What's your dream job?"), recognize("What’s your dream job?")
    assert (straight.variant, straight.confidence) == (curly.variant, curly.confidence)


@pytest.mark.parametrize("text", ["", "   ", "???", "\x00"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(BadInput, match="no question"):
        recognize(text)


def test_a_very_long_text_is_still_read():
    assert isinstance(recognize("word " * 5000), Question)


def test_every_variant_says_what_it_asks_why_and_in_six_wordings():
    for slug, variant in phrasings().items():
        assert variant.asks, slug
        assert variant.why.endswith("."), slug
        assert len(set(variant.phrasings)) >= 6, slug
    assert len(phrasings()) == 15


def test_the_phrasings_of_the_content_file_are_recognized():
    texts = [phrasing for variant in phrasings().values() for phrasing in variant.phrasings]
    missed = [text for text in texts if not recognize(text).about_aspirations]
    assert len(missed) <= len(texts) // 50, missed


@pytest.mark.parametrize(
    "text",
    [
        "so um where do you kind of see yourself going with your career",
        "wat r ur career goals",
        "Hi Jo, thanks for your time. Could you jot down what you'd like to be doing a few years from now?",
        "In the long run, what sort of nurse would you like to be?",
    ],
)
def test_spoken_hasty_and_written_wordings_are_recognized(text):
    assert recognize(text).about_aspirations


@pytest.mark.parametrize(
    "text",
    ["tell me about yourself", "where do you see the industry in five years", "What are the team's goals?"],
)
def test_what_stands_beside_the_question_in_every_interview_is_not_it(text):
    assert not recognize(text).about_aspirations


def test_a_polite_beginning_is_left_out_and_haste_is_written_out():
    assert core("So, could you tell us about your career goals?") == "your career goals?"
    assert core("wat r ur goals") == "what are your goals"
    assert core("Tell me about a time you failed") == "Tell me about a time you failed"
    assert core("the U.S. market") == "the U.S. market"

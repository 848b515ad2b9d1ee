"""Sentences, spans of time, forms and meaning."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everest.language import forms, meaning, sentences, time_spans


def split(text):
    return [text[span.start : span.end] for span in sentences.split(text)]


def test_abbreviations_do_not_end_a_sentence():
    assert split("I met Dr. Osei at Acme Inc. in May. He hired me.") == [
        "I met Dr. Osei at Acme Inc. in May.",
        "He hired me.",
    ]


def test_bullets_and_newlines_end_sentences_and_bullets_are_left_out():
    assert split("Ward nurse\n• Led a team of 5\n- Cut waiting by 1.5 days\n2. Taught") == [
        "Ward nurse", "Led a team of 5", "Cut waiting by 1.5 days", "Taught",
    ]  # fmt: skip


def test_a_softly_wrapped_line_goes_on():
    text = "I have spent six years on surgical wards and learned that\nnew nurses stay where they are taught."
    assert split(text) == [text]


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_never_overlap(text):
    spans = sentences.split(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@pytest.mark.parametrize(
    ("text", "years", "kind"),
    [
        ("within six months", 0.5, "within"),
        ("in two to three years", 3.0, "in"),
        ("by the end of my first year", 1.0, "by"),
        ("for five years", 5.0, "for"),
        ("over the next couple of years", 2.0, "within"),
        ("a year and a half from now", 1.5, "in"),
        ("half a decade", 5.0, "for"),
        ("in twelve or so years", 12.0, "in"),
        ("roughly eight years away", 8.0, "in"),
    ],
)
def test_spans_of_time(text, years, kind):
    (span,) = time_spans.find(text)
    assert (span.start, span.end, span.years, span.kind) == (0, len(text), years, kind)


@pytest.mark.parametrize("text", ["three years ago", "my last year at school", "some time soon"])
def test_what_lies_behind_is_no_horizon(text):
    assert time_spans.find(text) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_time(text):
    assert all(0 <= span.start < span.end <= len(text) for span in time_spans.find(text))


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("led", ("lead", "leading", "led", "leads")), ("planned", ("plan", "planning", "planned", "plans"))],
)
def test_verbs(verb, expected):
    assert (forms.base(verb), forms.gerund(verb), forms.past(verb), forms.third_person(verb)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("company", "companies"), ("staff", "staff"), ("RN", "RNs"), ("policies", "policies")],
)
def test_plurals(noun, expected):
    assert forms.plural(noun) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "an MBA",
        "a user researcher",
        "an hour",
        "a unique role",
        "a European firm",
        "an HR lead",
        "a one-year plan",
        "an 8-week course",
        "an umbrella",
    ],
)
def test_articles_follow_the_sound(phrase):
    assert forms.with_article(phrase.split(" ", 1)[1]) == phrase
    assert forms.with_article(phrase) == phrase


def test_pasted_title_case_is_lowered_but_names_stay():
    assert forms.as_clause_object("Manage AWS Accounts Using Python") == "manage AWS accounts using Python"
    assert (
        forms.as_clause_object("Build trust with customers at Acme") == "build trust with customers at Acme"
    )


def test_meaning_tells_kin_from_strangers():
    assert meaning.available()
    assert meaning.similarity("attorney", "human rights lawyer") > 0.4
    assert meaning.similarity("attorney", "frozen pizza") < 0.2


def test_rows_are_unit_or_zero():
    rows = meaning.encode(["Lead a team", "", "naïve café"])
    assert [round(float((row @ row) ** 0.5), 4) for row in rows] == [1.0, 0.0, 1.0]

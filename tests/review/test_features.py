"""What the heads read: each span as if it stood alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from everest.evidence import Span
from everest.language import meaning
from everest.review.features import HASHED, features

TEXT = "i want to run the night shift; then i'd learn planning at the café, from the best. money? no."
UNITS = (Span(0, 30), Span(31, 82), Span(83, 89), Span(90, 93))


def test_meanings_of_spans_are_those_of_their_words():
    alone = meaning.encode([TEXT[u.start : u.end] for u in UNITS])
    assert np.allclose(meaning.encode_spans(TEXT, UNITS), alone, atol=1e-4)


def test_words_of_a_span_do_not_depend_on_what_stands_around_it():
    inside = features(TEXT, UNITS[2:3])
    alone = features(TEXT[83:89], (Span(0, 6),))
    assert inside.places[0].tolist() == alone.places[0].tolist()


def test_the_order_of_words_is_read():
    one, two = features("leave to grow", (Span(0, 13),)), features("grow to leave", (Span(0, 13),))
    assert one.places[0].tolist() != two.places[0].tolist()


def test_an_empty_span_says_nothing_but_the_bias():
    read = features(TEXT, (Span(30, 30),))
    words, meanings = np.ones((HASHED, 2), np.float32), np.ones((256, 2), np.float32)
    assert read.logits(words, meanings, np.array([0.5, -1], np.float32)).tolist() == [[0.5, -1.0]]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    read = features(text, (Span(0, len(text)),))
    assert np.isfinite(read.meanings).all()
    assert all(((at >= 0) & (at < HASHED)).all() for at in read.places)

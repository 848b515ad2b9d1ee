"""A linear head reads a short text as words, parts of words, marks and meaning."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everest.errors import DataFileError
from everest.language import linear

SHAPE = linear.Shape(words=64, parts=128, marks=16, sizes=(2, 3), word=r"[a-z]+|[?]", apart=True)


def rows_of(*texts, marks=()):
    return linear.features(texts, [marks] * len(texts), SHAPE)


def test_words_and_parts_have_length_one_each_however_long_the_text():
    rows = rows_of("where next?", "where would you like to be in the years to come, if all goes well?")
    assert np.linalg.norm(rows[:, :64], axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert np.linalg.norm(rows[:, 64:192], axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_mark_has_a_column_of_its_own():
    without, with_mark = rows_of("where next?")[0], rows_of("where next?", marks=("later",))[0]
    assert np.flatnonzero(with_mark - without).size == 1
    assert (with_mark - without).sum() == pytest.approx(SHAPE.mark)


def test_case_and_the_form_of_the_apostrophe_change_no_word():
    assert rows_of("What’s next")[:, :192].tolist() == rows_of("what's NEXT")[:, :192].tolist()


def test_the_order_of_words_is_seen():
    assert not np.array_equal(rows_of("you see us")[0, :64], rows_of("us see you")[0, :64])


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_gives_a_finite_row_and_chances_that_sum_to_one(texts):
    rows = linear.features(texts, [()] * len(texts), SHAPE)
    assert np.isfinite(rows).all()
    weights = np.linspace(-40, 40, rows.shape[1] * 3, dtype=np.float32).reshape(-1, 3)
    chances = linear.Head(("a", "b", "c"), weights, np.zeros(3, np.float32)).probabilities(rows)
    assert chances.sum(axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-4)


def test_a_head_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "head.npz"
    np.savez(path, labels=np.array(["no", "yes"]), weights=np.eye(2, dtype=np.float16), bias=np.zeros(2))
    head = linear.load(path)
    assert head.labels == ("no", "yes")
    assert head.probabilities(np.array([[0.0, 3.0]], np.float32)).argmax() == 1


@pytest.mark.parametrize("content", [None, b"not a head"])
def test_a_missing_or_damaged_head_says_where(tmp_path, content):
    path = tmp_path / "head.npz"
    if content:
        path.write_bytes(content)
    with pytest.raises(DataFileError, match=r"head\.npz"):
        linear.load(path)

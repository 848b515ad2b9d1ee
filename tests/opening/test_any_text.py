"""Whatever is pasted is read without harm, and every quotation stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from everest.errors import EverestError
from everest.opening import notes_sheet, questions_to_ask, read_posting

WORDS = st.sampled_from(
    "Cook Nurse - • * : ; , . ! $20/hr MUST have you will lead Duluth, MN Requirements: Duties \n \n\n (Night) RN/LPN <b> &amp; 5+ years Benefits Rosa's at we are hiring é 字".split(
        " "
    )
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_and_quoted_rightly(text: str) -> None:
    try:
        opening = read_posting(text)
    except EverestError:
        return
    facts = [fact for fact in (opening.title, opening.employer, opening.place, opening.pay) if fact]
    for item in (*facts, *opening.tasks, *opening.requirements, *opening.key_functions, *opening.values):
        place = item.evidence
        assert opening.text[place.start : place.end] == place.quote
    assert questions_to_ask(opening)
    assert notes_sheet(opening.company, opening=opening).startswith("# Notes on")

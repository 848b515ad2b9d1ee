"""Job titles as people write them, and what is done when nothing equal is known."""

import numpy as np
import pytest

from everest.errors import DataFileError
from everest.occupations import atlas, find_title
from everest.occupations.title_index import TitleIndex, index
from everest.occupations.title_model import TitleModel, title_model
from everest.occupations.title_words import head_word, title_stems
from everest.occupations.titles import scores


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Project Manager", "13-1082"), ("Teacher", "25-20"), ("Engineer", "17-2"), ("Cleaner", "37-20"),
        ("Senior Dispatch Coordinator", "43-5032"), ("Senior Data Analyst - Sustainability", "15-2051"),
        ("Lorry driver", "53-3032"), ("Supply teacher", "25-"), ("EA to the CEO", "43-6011"), ("Sparky", "47-2111"),
        ("Deputy Headteacher", "11-9032"), ("Regsitered Nurse", "29-1141"), ("Infantry Officer", "55-1016"),
    ],
)  # fmt: skip
def test_the_work_most_likely_meant_comes_first(title, code):
    assert find_title(title)[0].code.startswith(code)


def test_an_equal_title_says_whose_title_it_is():
    assert find_title("Lawyers")[0].why == ("“Lawyers” is the name of Lawyers.",)
    assert "is close to titles of" in find_title("Moon beam polisher")[0].why[0]


def test_scores_fall_and_stay_between_nothing_and_one():
    found = [match.score for match in find_title("Operations Manager, night shift", limit=20)]
    assert found == sorted(found, reverse=True)
    assert 0 <= found[-1] <= found[0] <= 1


def test_nobody_is_sent_to_the_army_by_a_plain_title():
    assert not any(match.code.startswith("55-") for match in find_title("Coordinator", limit=3))


def test_words_are_read_with_circumstances_set_aside():
    assert title_stems("Sr. SWE II (Remote)") == ["sr", "software", "engineer"]
    assert head_word("Lab Technicians, nights - Boston") == "technician"
    assert head_word("") == ""


def test_a_title_left_out_of_the_index_is_still_found_by_its_kin():
    source = atlas()
    rows = frozenset(n for n, text in enumerate(source.title_texts) if text.lower() == "pediatric nurse")
    assert rows
    smaller = TitleIndex(source, without=rows)
    assert len(smaller.kept) == len(source.title_texts) - len(rows)
    assert source.codes[int(np.argmax(scores("Pediatric Nurse", smaller)))].startswith("29-1")


def test_an_occupation_that_was_not_learned_is_judged_by_the_other_evidence(monkeypatch):
    model = title_model(index())
    newer = TitleModel.__new__(TitleModel)
    for name, value in vars(model).items():
        setattr(newer, name, value)
    newer._known, newer._out, newer._bias = model._known[1:], model._out[1:], model._bias[1:]
    vector = index().evidence("Chief Executives").vector
    chances = newer.log_chances("Chief Executives", vector)
    assert len(chances) == len(atlas().codes)
    assert chances[0] == min(chances)


def test_a_damaged_file_says_what_to_do(tmp_path):
    (tmp_path / "titles.npz").write_bytes(b"no archive")
    with pytest.raises(DataFileError, match="job titles"):
        TitleModel(tmp_path / "titles.npz", atlas().codes)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Consultant", "13-1111.00"), ("Senior Consultant", "13-1111.00"), ("Consultant at Halden Group", "13-1111.00"),
        ("Manager", "11-1021.00"), ("Associate", "41-2031.00"), ("Specialist", "13-1199.00"), ("Analyst", "13-1111.00"),
        ("Coordinator", "43-6014.00"), ("Engineer II", "17-2051.00"), ("VP", "11-1021.00"), ("Administrator", "43-6014.00"),
        ("Technician, nights", "49-9071.00"), ("Assistant", "43-6014.00"), ("Officer", "33-3051.00"),
        ("Supervisor", "43-1011.00"), ("Director", "11-1021.00"), ("Intern", "43-9061.00"), ("Team Lead", "43-1011.00"),
    ],
)  # fmt: skip
def test_a_title_that_alone_is_too_general_gives_common_work_and_says_so(title, code):
    first, second = find_title(title, limit=2)
    assert first.code == code
    assert first.general and second.general
    assert second.score <= first.score == 0.4
    assert f"“{title}” alone is too general" in first.why[0]


@pytest.mark.parametrize(
    "title",
    ["Management Consultant", "Manager, Operations", "Executive Assistant", "Principal", "General Manager"],
)
def test_a_title_that_says_more_is_no_guess(title):
    assert not any(match.general for match in find_title(title))
    assert find_title(title)[0].score > 0.4


def test_every_general_word_means_work_that_the_atlas_has():
    from everest.occupations.title_words import _known

    codes = {code[:7] for code in atlas().codes}
    for word, meant in _known().general.items():
        assert set(meant) <= codes, word

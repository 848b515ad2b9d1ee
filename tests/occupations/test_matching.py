"""A person's words to occupations: what comes first, and the reasons."""

import re

import pytest

from everest.occupations import atlas, match_person


def test_arguing_fairly_puts_an_entry_path_before_the_bench():
    titles = [match.title for match in match_person("fair, good with arguments")]
    assert titles[0] == "Lawyers"
    assert "Judges, Magistrate Judges, and Magistrates" not in titles[:5]


def test_calm_with_upset_people_is_no_preschool():
    titles = [match.title for match in match_person("calm with upset people", limit=5)]
    assert not any("Preschool" in title for title in titles)
    assert any("Social Workers" in title or "Patient Representatives" in title for title in titles)


@pytest.mark.parametrize(
    ("words", "beginnings"),
    [
        ("I like welding and building things from steel", ("51-4", "47-2")),
        ("I love animals and want to help sick pets get better", ("29-1131", "29-2056", "31-9096")),
        ("I investigate, ask questions and report the news", ("27-3", "33-3021")),
    ],
)
def test_the_subject_of_the_work_counts(words, beginnings):
    assert any(match.code.startswith(beginnings) for match in match_person(words, limit=5))


def test_reasons_give_the_figures_of_that_work():
    lawyer = match_person("fair, good with arguments")[0]
    law = next(r for r in atlas().occupation(lawyer.code).knowledge if r.name == "Law and Government")
    assert any(f"law and government counts {law.importance:.1f} of 5" in reason for reason in lawyer.why)
    assert any("four years of preparation" in reason for reason in lawyer.against)


def test_reasons_are_not_all_alike():
    match = match_person("honest, creative, caring, good at math and leading people")[0]
    shapes = {re.sub(r"“[^”]*”|[\d.]+", "", reason) for reason in match.why}
    assert len(match.why) >= 3
    assert len(shapes) == len(match.why)


def test_what_drains_is_told_with_its_figure():
    found = match_person("I like computers and talking to people", drains="selling", limit=30)
    against = [reason for match in found for reason in match.against if "tires you" in reason]
    assert against
    assert all(re.search(r"counts \d\.\d of 5", reason) for reason in against)


def test_filters_that_leave_nothing_give_nothing():
    from everest.occupations import Filters, match_person

    assert match_person("kind and patient", filters=Filters(fields=("00",))) == ()

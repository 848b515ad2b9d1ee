"""Single facts corrected by hand: worked in, found again after another reading, and told when they no longer are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everest.candidate import read_resume
from everest.candidate.corrections import (
    Act,
    Correction,
    Subject,
    add,
    apply,
    change,
    confirm,
    fact_sheet,
    read_corrections,
    remove,
    to_data,
    undo,
    with_corrections,
)
from everest.candidate.model import Candidate, Month
from everest.errors import BadInput
from everest.evidence import Evidence, Fact

TODAY = date(2026, 6, 1)
RESUME = """\
Ines Marrow
Halden, ME

EXPERIENCE
Dispatcher, Halden Ferries
Mar 2021 – Present
- Cut late departures by 30% in one season.
- Trained four new dispatchers on the radio desk.

Ticket Clerk, Quay Bus Company
2018 – 2021
- Sold tickets and answered questions at the counter.

EDUCATION
Associate Degree in Logistics, Coastal Community College, 2018

SKILLS
Java, Excel, Radio procedures, Timetabling
"""
MOVED = RESUME.replace(
    "Ines Marrow\nHalden, ME",
    "Ines Marrow\nhalden@example.org\n\nSUMMARY\nDispatcher who keeps boats on time.",
)


@pytest.fixture(scope="module")
def read() -> Candidate:
    return read_resume(RESUME, today=TODAY)


def quotations(thing: object) -> Iterator[Evidence]:
    if isinstance(thing, Evidence):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from quotations(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            if part.name != "reflection":
                yield from quotations(getattr(thing, part.name))


def assert_quoted(candidate: Candidate) -> None:
    for evidence in quotations(candidate):
        assert candidate.text[evidence.start : evidence.end] == evidence.quote


def said(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.value for fact in facts]


def test_without_corrections_a_candidate_stays_as_read(read: Candidate) -> None:
    assert with_corrections(read, (), today=TODAY) == read


def test_a_title_is_corrected_and_everything_follows_from_it(read: Candidate) -> None:
    made = change(read, (), "position.1.title", "Software Developer")
    after = with_corrections(read, made, today=TODAY)
    job = after.positions[1]
    assert job.title is not None
    assert (job.title.value, job.title.evidence.source) == ("Software Developer", "person")
    assert job.occupation != read.positions[1].occupation
    assert "Ticket Clerk" not in after.text
    assert_quoted(after)


def test_dates_are_corrected_in_words_and_counted_anew(read: Candidate) -> None:
    after = with_corrections(read, change(read, (), "position.0.dates", "June 2016 to now"), today=TODAY)
    assert (after.positions[0].start, after.positions[0].is_current) == (Month(2016, 6), True)
    assert after.years > read.years
    assert_quoted(after)


@pytest.mark.parametrize(
    ("ref", "words", "held"),
    [
        ("name", "Inès Marrow", lambda c: c.name.value),
        ("position.0.employer", "Halden Ferry Line", lambda c: c.positions[0].employer.value),
        ("position.0.place", "Portland, ME", lambda c: c.positions[0].place.value),
        (
            "bullet.0.0",
            "Cut late departures by 20% in one season.",
            lambda c: c.positions[0].bullets[0].value,
        ),
        ("education.0.degree", "Bachelor of Science", lambda c: c.education[0].degree.value),
        ("education.0.institution", "Coast University", lambda c: c.education[0].institution.value),
        ("skill.0", "JavaScript", lambda c: c.skills[0].value),
    ],
)
def test_every_fact_can_be_corrected(read: Candidate, ref: str, words: str, held) -> None:  # type: ignore[no-untyped-def]
    after = with_corrections(read, change(read, (), ref, words), today=TODAY)
    assert held(after) == words
    assert words in after.text
    assert_quoted(after)


def test_what_is_taken_out_is_nowhere_used(read: Candidate) -> None:
    made = remove(read, remove(read, (), "skill.0"), "position.1")
    after = with_corrections(read, made, today=TODAY)
    assert said(after.skills) == ["Excel", "Radio procedures", "Timetabling"]
    assert len(after.positions) == 1
    assert "Java" not in after.text
    assert "tickets" not in after.text
    assert_quoted(after)


def test_a_job_is_added_where_it_belongs_in_time_with_what_was_done(read: Candidate) -> None:
    parts = {"employer": "Fundy Freight", "dates": "2020 to 2021"}
    made = add(read, (), Subject.POSITION, "Yard Coordinator", parts=parts)
    made = add(
        read, made, Subject.BULLET, "Planned moves for 40 trucks.", within=f"position.+{made[0].number}"
    )
    made = add(read, made, Subject.BULLET, "Ran the winter roster.", within="position.0")
    after = with_corrections(read, made, today=TODAY)
    assert [job.title.value for job in after.positions if job.title] == [
        "Dispatcher",
        "Yard Coordinator",
        "Ticket Clerk",
    ]
    assert said(after.positions[1].bullets) == ["Planned moves for 40 trucks."]
    assert said(after.positions[0].bullets)[-1] == "Ran the winter roster."
    assert any(done.text == "Planned moves for 40 trucks." for done in after.achievements)
    assert_quoted(after)


def test_facts_are_added_to_an_empty_page() -> None:
    read = Candidate()
    made = add(read, (), Subject.NAME, "Ines Marrow")
    made = add(read, made, Subject.POSITION, "Dispatcher", parts={"dates": "2019 to now"})
    made = add(read, made, Subject.EDUCATION, "BSc", parts={"institution": "Coast University"})
    made = add(read, made, Subject.SKILL, "Timetabling")
    after = with_corrections(read, made, today=TODAY)
    assert after.name is not None
    assert after.name.value == "Ines Marrow"
    assert after.positions[0].title is not None
    assert after.positions[0].is_current
    assert after.education[0].institution is not None
    assert said(after.skills) == ["Timetabling"]
    assert_quoted(after)


def test_what_was_added_is_changed_and_taken_out_like_the_rest(read: Candidate) -> None:
    made = add(read, (), Subject.POSITION, "Planner", parts={"employer": "Fundy Freight"})
    ref = f"position.+{made[0].number}"
    made = add(read, made, Subject.BULLET, "Planned moves for 40 trucks.", within=ref)
    made = change(read, made, f"{ref}.title", "Yard Planner")
    made = change(read, made, f"{ref}.dates", "2015 to 2016")
    after = with_corrections(read, made, today=TODAY)
    added = after.positions[-1]
    assert added.title is not None
    assert (added.title.value, added.start) == ("Yard Planner", Month(2015))
    assert said(added.bullets) == ["Planned moves for 40 trucks."]
    assert remove(read, made, ref) == ()


def test_a_second_correction_replaces_the_first_and_the_old_words_take_it_back(read: Candidate) -> None:
    once = change(read, (), "skill.0", "JavaScript")
    twice = change(read, once, "skill.0", "TypeScript")
    assert [made.value for made in twice] == ["TypeScript"]
    assert change(read, twice, "skill.0", "Java") == ()


def test_one_correction_is_taken_back_and_the_others_stay(read: Candidate) -> None:
    made = change(read, remove(read, (), "skill.1"), "position.0.title", "Senior Dispatcher")
    after = with_corrections(read, undo(made, made[0].number), today=TODAY)
    assert "Excel" in said(after.skills)
    assert after.positions[0].title is not None
    assert after.positions[0].title.value == "Senior Dispatcher"


def test_corrections_survive_another_file_where_all_has_moved(read: Candidate) -> None:
    made = change(read, (), "position.0.employer", "Halden Ferry Line")
    made = remove(read, made, "skill.0")
    made = change(read, made, "bullet.1.0", "Sold 300 tickets a day at the counter.")
    made = add(read, made, Subject.BULLET, "Ran the winter roster.", within="position.0")
    again = read_resume(MOVED, today=TODAY)
    done = apply(again, made, today=TODAY)
    assert done.lost == ()
    assert done.candidate.positions[0].employer is not None
    assert done.candidate.positions[0].employer.value == "Halden Ferry Line"
    assert "Java" not in said(done.candidate.skills)
    assert said(done.candidate.positions[1].bullets) == ["Sold 300 tickets a day at the counter."]
    assert said(done.candidate.positions[0].bullets)[-1] == "Ran the winter roster."
    assert_quoted(done.candidate)


def test_a_fact_is_found_again_in_slightly_other_words(read: Candidate) -> None:
    made = change(read, (), "bullet.0.1", "Trained six new dispatchers.")
    made = change(read, made, "position.1.dates", "2017 to 2021")
    again = read_resume(
        RESUME.replace(
            "four new dispatchers on the radio desk", "four new dispatchers at the radio desk"
        ).replace("Ticket Clerk", "Ticket Office Clerk"),
        today=TODAY,
    )
    after = with_corrections(again, made, today=TODAY)
    assert said(after.positions[0].bullets)[1] == "Trained six new dispatchers."
    assert after.positions[1].start == Month(2017)


def test_another_number_makes_it_another_fact(read: Candidate) -> None:
    made = change(read, (), "bullet.0.0", "Cut late departures by 20% in one season.")
    again = read_resume(RESUME.replace("30%", "25%"), today=TODAY)
    done = apply(again, made, today=TODAY)
    assert [lost.value for lost in done.lost] == ["Cut late departures by 20% in one season."]
    assert "25%" in said(done.candidate.positions[0].bullets)[0]
    assert any("no longer finds its place" in notice.text for notice in done.candidate.notices)


def test_a_file_that_says_it_rightly_by_now_settles_the_correction(read: Candidate) -> None:
    made = change(read, (), "position.1.title", "Customer Adviser")
    made = add(read, made, Subject.SKILL, "Forecasting")
    again = read_resume(
        RESUME.replace("Ticket Clerk", "Customer Adviser").replace("Timetabling", "Timetabling, Forecasting"),
        today=TODAY,
    )
    done = apply(again, made, today=TODAY)
    assert [outcome.is_settled for outcome in done.outcomes] == [True, True]
    assert done.lost == ()
    assert said(done.candidate.skills).count("Forecasting") == 1


def test_short_names_are_never_taken_for_one_another(read: Candidate) -> None:
    made = change(read, (), "skill.0", "JavaScript")
    again = read_resume(RESUME.replace("Java,", "Javo,"), today=TODAY)
    done = apply(again, made, today=TODAY)
    assert "Javo" in said(done.candidate.skills)
    assert len(done.lost) == 1


def test_two_windows_do_not_overwrite_each_other(read: Candidate) -> None:
    made = change(read, (), "skill.0", "JavaScript", seen="Java")
    with pytest.raises(BadInput, match="by now"):
        change(read, made, "skill.0", "Java 21", seen="Java")


def test_a_doubtful_fact_is_asked_about_until_it_is_confirmed_or_corrected() -> None:
    text = "Northwind Rail Planner"
    doubtful = Fact("Northwind Rail Planner", Evidence.of(text, 0, len(text), "resume"), 0.4)
    read = Candidate(headline=doubtful, text=text)
    assert [shown.ref for shown in fact_sheet(read, ()).questions] == ["headline"]
    made = confirm(read, (), "headline")
    assert fact_sheet(read, made).questions == ()
    after = with_corrections(read, made, today=TODAY)
    assert after.headline is not None
    assert (after.headline.confidence, after.headline.evidence.source) == (1.0, "resume")
    assert fact_sheet(read, change(read, (), "headline", "Planner")).questions == ()


def test_a_job_without_dates_is_asked_when_it_was_and_then_no_longer() -> None:
    undated = RESUME[: RESUME.index("Ticket Clerk")].replace("Mar 2021 – Present\n", "")
    read = read_resume(undated, today=TODAY)
    ref = next(shown.ref for shown in fact_sheet(read, ()).questions if shown.name == "dates")
    assert any("dates" in notice.text for notice in read.notices)
    made = change(read, (), ref, "2018 to 2021")
    after = with_corrections(read, made, today=TODAY)
    assert not any("dates" in notice.text for notice in after.notices)
    assert ref not in [shown.ref for shown in fact_sheet(read, made).questions]


@pytest.mark.parametrize(
    ("act", "match"),
    [
        (lambda c: change(c, (), "position.0.dates", "when the boats came"), "dates cannot be read"),
        (lambda c: change(c, (), "position.9.title", "Planner"), "no such fact"),
        (lambda c: change(c, (), "shoe.0", "Planner"), "no such fact"),
        (lambda c: change(c, (), "skill.0", "x" * 3000), "longer"),
        (lambda c: add(c, (), Subject.SKILL, "  "), "Nothing was written"),
        (lambda c: add(c, (), Subject.SKILL, "excel"), "there already"),
        (lambda c: add(c, (), Subject.BULLET, "Planned.", within="position.7"), "no such fact"),
    ],
)
def test_what_cannot_be_done_is_told(read: Candidate, act, match: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadInput, match=match):
        act(read)


def test_corrections_go_to_a_file_and_come_back(read: Candidate) -> None:
    made = change(read, remove(read, (), "skill.1"), "position.0.title", "Senior Dispatcher")
    assert read_corrections(to_data(made)) == made


@pytest.mark.parametrize("given_", ["{", "[1]", '[{"subject": "shoe", "act": "add"}]', '{"a": 1}'])
def test_a_file_that_holds_no_corrections_is_refused(given_: str) -> None:
    with pytest.raises(BadInput, match="orrections"):
        read_corrections(given_)


REFS = [shown.ref for shown in fact_sheet(read_resume(RESUME, today=TODAY), ()).all()]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=0, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(REFS), WORDS), max_size=8))
def test_every_quotation_stands_where_it_says_whatever_is_corrected(acts: list[tuple[str, str]]) -> None:
    read = read_resume(RESUME, today=TODAY)
    made: tuple[Correction, ...] = ()
    for ref, words in acts:
        try:
            made = change(read, made, ref, words)
        except BadInput:
            continue
    after = with_corrections(read, made, today=TODAY)
    assert_quoted(after)
    other = with_corrections(read_resume(MOVED, today=TODAY), made, today=TODAY)
    assert_quoted(other)
    assert all(made_.act in set(Act) for made_ in made)

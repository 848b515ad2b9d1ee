"""Talking points, gaps and alignment."""

from __future__ import annotations

from tests.answer.plain_reader import aspiration_of, candidate_of, opening_of, pairs

from everest.answer import alignment, talking_points
from everest.candidate import read_resume
from everest.opening import read_posting

PAIRS = {pair["id"]: pair for pair in pairs()}


def test_a_point_links_what_was_done_to_what_is_asked_with_both_quotations():
    pair = PAIRS["nurse"]
    points, _ = talking_points(candidate_of(pair), opening_of(pair))
    assert points
    for point in points:
        assert 0 < point.match <= 1
        assert point.strength_evidence.quote in pair["resume"] or point.strength_evidence.source.startswith(
            "reflection"
        )
        assert point.need_evidence.quote in pair["posting"] + pair["company"]
    assert any("new nurses" in point.need for point in points)


def test_a_requirement_nothing_speaks_to_is_a_gap_said_honestly():
    pair = PAIRS["software"]
    _, gaps = talking_points(candidate_of(pair), opening_of(pair))
    gap = next(gap for gap in gaps if "GraphQL" in gap.need)
    assert gap.say.startswith("I haven't worked with GraphQL yet.")


def test_what_the_resume_names_is_no_gap():
    pair = PAIRS["software"]
    _, gaps = talking_points(candidate_of(pair), opening_of(pair))
    assert not any(gap.need == "JavaScript" for gap in gaps)


def test_an_aim_to_work_for_oneself_disagrees_with_a_job():
    pair = PAIRS["sales_own_business"]
    found = alignment(aspiration_of(pair), opening_of(pair))
    assert any("work for yourself" in text for text in found.disagrees)
    assert found.agreement < 0.3


def test_an_aim_served_by_the_tasks_agrees():
    pair = PAIRS["data_analyst"]
    found = alignment(aspiration_of(pair), opening_of(pair))
    assert not found.disagrees
    away = PAIRS["sales_own_business"]
    assert found.agreement > alignment(aspiration_of(away), opening_of(away)).agreement


RESUME = "Dorian Pelham\n\nExperience\nDental hygienist, Marlow Street Dental, 2020 to now\n- Ran safety drills and trained two hygienists in charting.\n\nSkills\nsafety drills, charting\n"
POSTING = """\
Lead Dental Hygienist

Responsibilities
- Run safety drills every month
- Train hygienists in charting

Qualifications
- Active RDH license
- Public health endorsement certificate, or willing to obtain it within a year
- Experience with safety drills
"""


def test_a_paper_the_resume_does_not_name_may_still_be_held():
    _, gaps = talking_points(read_resume(RESUME), read_posting(POSTING))
    said = {gap.need: gap.say for gap in gaps}
    assert said["Active RDH license"].startswith(
        "If you hold an RDH license, put it on your résumé. If not: "
    )
    later = next(say for need, say in said.items() if "endorsement" in need)
    assert "I'm ready to get it" in later


TRAINED = "Mara Linden\n\nExperience\nDental Hygienist, Lakeside Dental, 2019 to now\n- Trained four assistants in infection control\n\nSkills\nscaling\n"
TRAINING = (
    "Lead Dental Hygienist\n\nRequirements\n- Experience training colleagues\n- Experience planning budgets\n"
)


def test_what_a_talking_point_answers_is_no_gap():
    points, gaps = talking_points(read_resume(TRAINED), read_posting(TRAINING))
    assert [point.need for point in points] == ["Experience training colleagues"]
    assert [gap.need for gap in gaps] == ["Experience planning budgets"]
    assert gaps[0].say.startswith("I haven't had much practice in planning budgets yet.")


def test_a_skill_by_name_answers_one_need():
    points, _ = talking_points(read_resume(RESUME), read_posting(POSTING))
    named = [point for point in points if point.strength == "safety drills"]
    assert len(named) <= 1
    assert all(point.say == "You ask for safety drills, and that's part of what I bring." for point in named)

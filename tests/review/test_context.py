"""Rules that need a résumé or a company."""

import pytest

from everest.candidate.model import Candidate, Position
from everest.evidence import Evidence, Fact
from everest.opening.model import Company, Opening
from everest.review import review
from everest.standing import Rank

OPENING = Opening(
    company=Company(name=Fact("Northwind Rail", Evidence("Northwind Rail", 0, 14, "posting"))),
    text="Northwind Rail plans routes.",
)
JOB = Position(None, None, None, None, is_current=True, evidence=Evidence("Clerk", 0, 5, "resume"))


def codes(text, **given):
    return {f.rule for f in review(text, **given).findings}


def test_without_context_the_rules_say_that_they_wait():
    assert {n.rule for n in review("I want to plan routes.").not_checked} == {
        "GRD101",
        "GRD102",
        "FIT103",
        "FIT201",
    }


def test_a_company_never_named_is_noted():
    assert "FIT201" in codes("I want to grow into route planning.", opening=OPENING)
    assert "FIT201" not in codes("At Northwind I want to grow into route planning.", opening=OPENING)


def test_a_number_the_resume_does_not_hold_is_shown():
    candidate = Candidate(text="Dispatcher at Halden Ferries. Cut delays by 12 percent.")
    assert "GRD101" in codes("I cut delays by 87 percent as a dispatcher.", candidate=candidate)
    assert "GRD101" not in codes("I cut delays by 12 percent as a dispatcher.", candidate=candidate)


@pytest.mark.parametrize(
    ("answer", "is_claim"),
    [
        ("In five years I want to be a clinical manager and lead a team of 20.", False),
        ("My long-term goal is to become a regional director.", False),
        ("I'd like to earn my MBA beside the job.", False),
        ("I am a clinical manager.", True),
        ("As a certified clinical manager, I'd like to help you.", True),
        ("I have an MBA.", True),
    ],
)
def test_a_wish_needs_no_paper_but_a_claim_does(answer, is_claim):
    candidate = Candidate(text="Dispatcher at Halden Ferries. Cut delays by 12 percent.")
    assert ("GRD101" in codes(answer, candidate=candidate)) is is_claim


CLINIC = (
    "Halden Clinic runs 9 clinics with 240 nurses. It was founded in 1998. We will open a rehabilitation wing in 2028. "
    "You will document care plans, coordinate with families, review charts every week and keep the handover book in order. "
    "You will order supplies, check the emergency cart and answer the ward telephone. You bring a license and two years of "
    "bedside work. We offer shift allowances and a parking place for everyone who works nights in the building by the river."
)


def opening(text, **more):
    return Opening(
        company=Company(name=Fact("Halden Clinic", Evidence("Halden Clinic", 0, 13, "posting"))),
        text=text,
        **more,
    )


@pytest.mark.parametrize(
    ("answer", "theirs"),
    [
        ("I like that you run 12 clinics, and I want to lead intake in one of them.", "9"),
        ("You have 300 nurses, and I would like to train the new ones.", "240"),
        ("You were founded in 1989, and I want to stay for the next chapter.", "1998"),
        ("Since you open the wing in 2026, I want to run its handovers.", "2028"),
        ("Halden has twelve clinics, and I want to lead intake in one.", "9"),
    ],
)
def test_a_fact_the_company_tells_otherwise_is_shown(answer, theirs):
    found = [f for f in review(answer, opening=opening(CLINIC)).findings if f.rule == "GRD102"]
    assert found
    assert theirs in found[0].message


@pytest.mark.parametrize(
    "answer",
    [
        "I like that you run 9 clinics, and I want to lead intake in one of them.",
        "I like that you run nine clinics, and I want to lead intake in one of them.",
        "In my last job I worked with 300 nurses, and I want to train yours.",
        "You were founded in 1998, and I want to stay for the next chapter.",
        "Since you open the wing in 2028, I want to run its handovers.",
        "You keep 6 bicycles in the yard, and I come by bicycle.",
        "You ask for two years of bedside work, and I bring four years.",
    ],
)
def test_a_fact_they_bear_out_or_never_mention_is_left_alone(answer):
    assert "GRD102" not in codes(answer, opening=opening(CLINIC))


MANAGING = [
    "In five years I want to manage a team of nurses.",
    "I'd like to grow into management.",
    "I see myself leading the department.",
    "Eventually I want to become a supervisor.",
    "I hope to have a team of my own and to run the whole unit.",
    "My aim is to be a people manager.",
]


@pytest.mark.parametrize("answer", MANAGING)
def test_managing_is_off_where_the_posting_rules_it_out(answer):
    ruled_out = opening(CLINIC + " This is an individual contributor role with no direct reports.")
    found = [f for f in review(answer, opening=ruled_out).findings if f.rule == "FIT103"]
    assert [f.severity.value for f in found] == ["warning"]


@pytest.mark.parametrize("answer", MANAGING)
def test_managing_is_only_noted_where_the_posting_is_silent(answer):
    found = [f for f in review(answer, opening=opening(CLINIC)).findings if f.rule == "FIT103"]
    assert [f.severity.value for f in found] == ["advice"]


@pytest.mark.parametrize("answer", MANAGING)
def test_managing_is_fine_where_a_path_leads_to_it(answer):
    for path in (
        " We promote from within.",
        " You will mentor juniors.",
        " A leadership path is open to you.",
    ):
        assert "FIT103" not in codes(answer, opening=opening(CLINIC + path))
    assert "FIT103" not in codes(answer, opening=opening(CLINIC, rank=Rank.MANAGER))


def test_a_wish_not_to_manage_is_no_wish_to_manage():
    assert "FIT103" not in codes(
        "I don't want to manage a team; I want the hard cases.", opening=opening(CLINIC)
    )


def test_a_rank_is_weighed_against_the_resume():
    aim = "In three years I want to be a director."
    junior = Candidate(text="Clerk.", rank=Rank.INDIVIDUAL, positions=(JOB,))
    senior = Candidate(text="Manager.", rank=Rank.MANAGER, positions=(JOB,))
    soon = "In two years I want to be a director."
    assert "HOR102" in codes(soon, candidate=junior)
    assert "HOR102" not in codes(soon, candidate=senior)
    assert "HOR102" not in codes(aim, candidate=senior)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Why do you want this job?", "I want to become a senior analyst. I have worked on pricing for four years, I like hard data, and colleagues bring me the models that nobody else reads."),
        ("What do you hope to gain from this position?", "I see myself as the person who runs the whole line. I have eleven machines on my list, a crew of six in mind, and your plant with its two halls as the place."),
    ],
)  # fmt: skip
def test_a_variant_wants_its_own_thing(question, answer):
    assert "STR104" in codes(answer, question=question)
    assert "STR104" not in codes(answer, question="Where do you see yourself in five years?")


def test_the_heads_do_not_overrule_what_the_resume_settles():
    aim = "I want to be director of the branch within three years, with the whole floor under me."
    senior = Candidate(text="Manager.", rank=Rank.MANAGER, positions=(JOB,))
    assert "HOR102" not in codes(aim, candidate=senior)


def test_a_short_answer_has_room_and_a_very_short_one_shows_nothing():
    assert "STR105" in codes("I want to run the early shift in a bakery like yours, and teach the new ones.")
    assert "STR101" in codes("Night dispatcher, later the training of the new ones.")
    assert not {"STR101", "STR105"} & codes("I want your job.")

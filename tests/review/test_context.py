"""Rules that need a résumé or a company."""

from everest.candidate.model import Candidate
from everest.evidence import Evidence, Fact
from everest.opening.model import Company, Opening
from everest.review import review

OPENING = Opening(
    company=Company(name=Fact("Northwind Rail", Evidence("Northwind Rail", 0, 14, "posting"))),
    text="Northwind Rail plans routes.",
)


def codes(text, **given):
    return {f.rule for f in review(text, **given).findings}


def test_without_context_the_rules_say_that_they_wait():
    assert {n.rule for n in review("I want to plan routes.").not_checked} == {"GRD101", "FIT201"}


def test_a_company_never_named_is_noted():
    assert "FIT201" in codes("I want to grow into route planning.", opening=OPENING)
    assert "FIT201" not in codes("At Northwind I want to grow into route planning.", opening=OPENING)


def test_a_number_the_resume_does_not_hold_is_shown():
    candidate = Candidate(text="Dispatcher at Halden Ferries. Cut delays by 12 percent.")
    assert "GRD101" in codes("I cut delays by 87 percent as a dispatcher.", candidate=candidate)
    assert "GRD101" not in codes("I cut delays by 12 percent as a dispatcher.", candidate=candidate)

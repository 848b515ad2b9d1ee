"""What is proposed takes the place of the span and nothing else, and mends what was found."""

from pathlib import Path

import pytest
import yaml

from everest.candidate.model import Achievement, Candidate
from everest.evidence import Evidence, Fact
from everest.opening.model import Company, Opening, Task
from everest.review.model import Finding
from everest.review.reading import Reading
from everest.review.rulebook import rules

SAID = yaml.safe_load((Path(__file__).parent / "ways" / "said.yaml").read_text("utf-8"))
EVIDENCE = Evidence("x", 0, 1, "posting")
OPENING = Opening(
    title=Fact("Route planner", EVIDENCE),
    tasks=(Task("Plan delivery routes", "plan", "delivery routes", 0.8, EVIDENCE),),
    company=Company(name=Fact("Halden Freight", EVIDENCE)),
    text="Halden Freight looks for a route planner.",
)
CANDIDATE = Candidate(
    text="Cut late trucks by a fifth.",
    achievements=(
        Achievement("Cut late trucks by a fifth", "cut", "late trucks by a fifth", None, EVIDENCE),
    ),
)
LINES = [line for lines in SAID.values() for line in lines]
LINES += [case.text for rule in rules() for case in rule.page.flagged]
LINES += [f"I like the night desk. {line} That is all." for line in LINES[:150]]


def findings(text, question=None, opening=None, candidate=None):
    reading = Reading(text, question, opening=opening, candidate=candidate)
    return [(rule, f) for rule in rules() for f in rule.check(reading) if isinstance(f, Finding)]


@pytest.mark.parametrize("context", [{}, {"opening": OPENING, "candidate": CANDIDATE}], ids=["alone", "with"])
def test_a_replacement_mends_what_was_found_and_changes_nothing_else(context):
    tried = 0
    for line in LINES:
        for rule, found in findings(line, **context):
            if found.replacement is None:
                continue
            tried += 1
            new = line[: found.start] + found.replacement + line[found.end :]
            end = found.start + len(found.replacement)
            again = [f for r, f in findings(new, **context) if r is rule]
            assert not [f for f in again if f.start < end and found.start < f.end], (line, new, again)
            assert len(again) < len([f for r, f in findings(line, **context) if r is rule]), (line, new)
            assert "  " not in new.replace(line, "")
    assert tried > 120


def test_most_kinds_of_finding_show_how_it_could_be_said():
    found = [(rule, f) for line in LINES for rule, f in findings(line)]
    shown = {rule.name for rule, f in found if "For example" in f.suggestion or f.replacement is not None}
    assert len(shown) >= 20


def fixed(line, name, **context):
    found = next(f for _, f in findings(line, **context) if f.name == name)
    assert found.replacement is not None
    return line[: found.start] + found.replacement + line[found.end :]


@pytest.mark.parametrize(
    ("name", "line", "better"),
    [
        ("money-first", "In five years I want to be rich.", "In five years I want to learn to plan delivery routes so well that others ask me how."),
        ("no-plan", "Honestly, wherever life takes me.", "Honestly, I want to learn to plan delivery routes first and grow from there."),
        ("own-business", "I see myself starting a consultancy.", "I see myself carrying a piece of the work alone once I plan delivery routes well."),
        ("joke", "Winning the lottery, I hope.", "Becoming the person others ask how to plan delivery routes, I hope."),
        ("placeholder", "I want to grow at [Company].", "I want to grow at Halden Freight."),
        ("placeholder", "Your [Job Title] opening caught my eye.", "Your Route planner opening caught my eye."),
        ("hedging", "I want to lead, I guess, at some point.", "I want to lead, at some point."),
        ("hedging", "I'm kind of hoping to teach.", "I'm hoping to teach."),
        ("company-never-named", "I want to grow into planning", "I want to grow into planning. I would like to do that at Halden Freight."),
    ],
)  # fmt: skip
def test_the_persons_own_material_is_used(name, line, better):
    assert fixed(line, name, opening=OPENING, candidate=CANDIDATE) == better


def test_without_context_the_slot_names_what_to_supply():
    assert fixed("I want to get rich.", "money-first") == (
        "I want to learn to [do one task of this job] so well that others ask me how."
    )


def test_an_achievement_of_the_resume_stands_in_for_a_missing_strength():
    line = "My hope is to move into planning at your depot, then to lead a small group, and in the end to shape how the whole network runs on Sundays."
    assert fixed(line, "no-strengths", candidate=CANDIDATE).endswith("So far, I cut late trucks by a fifth.")


def test_a_wrong_figure_is_replaced_by_theirs():
    company = Company(name=Fact("Halden Freight", EVIDENCE), texts={"about": "We run 9 depots."})
    opening = Opening(text="Halden Freight.", company=company)
    assert fixed("You run 12 depots, and I want one.", "contradicts-company", opening=opening) == (
        "You run 9 depots, and I want one."
    )

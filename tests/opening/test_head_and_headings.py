"""The head of a posting is no task, and headings in everyday words open their sections."""

from everest.opening import read_company, read_posting
from everest.opening.model import Kind

POSTING = """Marketing Manager, Brand & Lifecycle
Fern & Fell, makers of trail food — Bend, OR

What you'd do
- Own email and lifecycle marketing from welcome series to win-back
- Plan seasonal campaigns with our product team

What we look for
- 4+ years in marketing, ideally consumer goods
- Hands-on Klaviyo experience
- Experience managing budgets
"""


def test_a_line_with_employer_and_place_is_no_task():
    opening = read_posting(POSTING)
    assert [task.verb for task in opening.tasks] == ["own", "plan"]
    assert opening.employer.value == "Fern & Fell"


def test_what_we_look_for_is_what_they_ask():
    asked = read_posting(POSTING).requirements
    assert [requirement.text.split()[0] for requirement in asked] == ["4+", "Hands-on", "Experience"]
    assert all(requirement.must for requirement in asked)
    assert asked[1].skills == ("Klaviyo",)
    assert asked[0].kind is Kind.YEARS


def test_a_heading_says_nothing_of_the_company():
    company = read_company([POSTING], name="Fern & Fell")
    assert "What we look for" not in [
        statement.text for statement in (*company.culture, *company.short_term, *company.long_term)
    ]

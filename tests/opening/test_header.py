"""Title, employer and place are told apart in the heads that postings have."""

from __future__ import annotations

import pytest

from everest.opening import read_posting
from everest.opening.model import Opening

BODY = (
    "\n\nResponsibilities\n- Plan weekly routes\n- Brief drivers\n\nRequirements\n- Two years in dispatch\n"
)


def head(opening: Opening) -> tuple[str | None, ...]:
    return tuple(fact.value if fact else None for fact in (opening.title, opening.employer, opening.place))


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("REGISTERED NURSE - MED/SURG\nLAKEVIEW MEMORIAL HOSPITAL\nDULUTH, MN", ("Registered Nurse - Med/Surg", "Lakeview Memorial Hospital", "Duluth, MN")),
        ("Rosa's Kitchen, Tampa\nLine Cook", ("Line Cook", "Rosa's Kitchen", "Tampa")),
        ("LINE COOK NEEDED!! Rosa's Kitchen, Tampa. must have 1 yr exp and work nights, call Rosa after two please", ("Line Cook", "Rosa's Kitchen", "Tampa")),
        ("Barista wanted - Copper Kettle Coffee, Asheville", ("Barista", "Copper Kettle Coffee", "Asheville")),
        ("Executive Assistant\nFerris & Lowe Talent, New York, NY", ("Executive Assistant", "Ferris & Lowe Talent", "New York, NY")),
        ("Company: Orchard & Pine\nJob title: Marketing Coordinator\nLocation: Minneapolis, MN", ("Marketing Coordinator", "Orchard & Pine", "Minneapolis, MN")),
        ("Muddy Paws in Spokane Valley is looking for a dog groomer", ("dog groomer", "Muddy Paws", "Spokane Valley")),
        ("Route Planner at Northwind Rail (Hybrid)", ("Route Planner", "Northwind Rail", "Hybrid")),
        ("Store Manager | Juniper Lane | Boulder, CO", ("Store Manager", "Juniper Lane", "Boulder, CO")),
        ("Forklift Operator Nights\nDelta Cold Storage, Stockton, CA", ("Forklift Operator", "Delta Cold Storage", "Stockton, CA")),
    ],
)  # fmt: skip
def test_the_head_is_read(top: str, expected: tuple[str, str, str]) -> None:
    assert head(read_posting(top + BODY)) == expected


def test_the_evidence_stands_where_it_says() -> None:
    opening = read_posting("REGISTERED NURSE - MED/SURG\nLAKEVIEW MEMORIAL HOSPITAL\nDULUTH, MN" + BODY)
    for fact in (opening.title, opening.employer, opening.place):
        assert fact is not None
        assert opening.text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote


def test_what_is_not_said_is_not_invented() -> None:
    opening = read_posting("we need help in the kitchen, nights, cash, come by after two")
    assert opening.employer is None


def test_a_specialty_that_returns_in_the_tasks_is_no_employer() -> None:
    top = "Marketing Manager, Demand Generation\nCobalt Analytics"
    opening = read_posting(
        top + "\n\nWhat You'll Do:\n- Plan Demand Generation Campaigns\n- Own the Budget\n"
    )
    assert head(opening) == ("Marketing Manager, Demand Generation", "Cobalt Analytics", None)

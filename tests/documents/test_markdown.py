"""Markdown is read as one sees it: no asterisks, backticks or addresses of links in any fact."""

from __future__ import annotations

import pytest

from everest.candidate import read_resume
from everest.documents import read_document

RESUME = """# Cosima Leclerc

## Experience

**[Harbourlight Ltd](https://example.com/harbourlight)**, *Senior Frontend Developer*, `2021-03 – present`

- Rewrote the checkout in **TypeScript**

## Skills

- `vite`, __Elm__, ~~Flash~~
"""


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("**Hale** and *sons*", "Hale and sons"),
        ("***both***", "both"),
        ("**[Hale](https://example.com)**", "Hale"),
        ("* an item with `code`", "* an item with code"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("a lone ** stays", "a lone ** stays"),
    ],
)
def test_only_paired_marks_are_taken_off(line: str, seen: str) -> None:
    assert read_document(line, name="pasted.md").text == seen


def test_a_resume_in_markdown_has_no_marks_in_its_facts() -> None:
    candidate = read_resume(RESUME)
    (job,) = candidate.positions
    assert (job.employer and job.employer.value) == "Harbourlight Ltd"
    assert (job.title and job.title.value) == "Senior Frontend Developer"
    assert [skill.value for skill in candidate.skills] == ["vite", "Elm", "Flash"]
    assert candidate.text[job.evidence.start : job.evidence.end] == job.evidence.quote

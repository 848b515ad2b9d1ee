"""Every page tells the truth about its rule."""

import json
import re
from pathlib import Path

import pytest
from tools.build_rule_docs import page

from everest.review import rulebook
from everest.review.model import Finding, NotChecked
from everest.review.patterns import anchors_of, compiled
from everest.review.reading import Reading
from everest.review.rulebook import rules


def spans(rule, text, case):
    found = list(rule.check(Reading(text, question=case.given.get("question"))))
    assert all(isinstance(f, Finding) for f in found), found
    return tuple((f.start, f.end) for f in found)


CHECKED = [r for r in rules() if not r.page.needs]
FLAGGED = [pytest.param(r, c, id=f"{r.code}-{c.text[:30]}") for r in CHECKED for c in r.page.flagged]
LEFT_ALONE = [pytest.param(r, c, id=f"{r.code}-{c.text[:30]}") for r in CHECKED for c in r.page.left_alone]


@pytest.mark.parametrize(("rule", "case"), FLAGGED)
def test_flags_exactly_what_the_page_marks(rule, case):
    assert spans(rule, case.text, case) == case.spans


@pytest.mark.parametrize(("rule", "case"), FLAGGED)
def test_the_mended_answer_is_silent(rule, case):
    assert case.mended
    assert spans(rule, case.mended, case) == ()


@pytest.mark.parametrize(("rule", "case"), LEFT_ALONE)
def test_leaves_near_misses_alone(rule, case):
    assert case.reason, "say why this is not flagged"
    assert spans(rule, case.text, case) == ()


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.code)
def test_shows_at_least_three_cases_of_each_kind(rule):
    assert rule.page.needs or min(len(rule.page.flagged), len(rule.page.left_alone)) >= 3


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.code)
def test_says_what_it_was_not_given(rule):
    if rule.page.needs:
        assert list(rule.check(Reading("Anything."))) == [NotChecked(rule.code, rule.name, rule.page.needs)]


def test_no_two_rules_share_a_code_or_a_name():
    pages = [r.page for r in rules()]
    assert len({p.code for p in pages}) == len({p.name for p in pages}) == len(pages)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", p.code) for p in pages)


def test_the_kept_index_and_the_written_pages_are_those_of_the_rules():
    kept = json.loads(rulebook._INDEX.read_text("utf-8"))
    assert kept == json.loads(json.dumps(rulebook.index())), "run make docs"
    folder = Path(__file__).parents[2] / "docs" / "rules"
    for rule in rules():
        assert (folder / f"{rule.name}.md").read_text("utf-8") == page(rule), "run make docs"


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.code)
def test_a_pattern_never_matches_where_its_anchors_are_missing(rule):
    texts = [case.text for other in rules() for case in (*other.page.flagged, *other.page.left_alone)]
    for pattern in rule.page.phrases:
        groups = anchors_of(pattern)
        for text in texts:
            low = Reading(text).low
            if compiled(pattern).search(low):
                assert all(any(bit in low for bit in bits) for bits in groups), (pattern, text)

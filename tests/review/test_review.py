"""What a whole review holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everest.errors import BadInput
from everest.review import reports, review, rules, to_json
from everest.review.model import Severity, Verdict

GOOD = (
    "I have run the night desk for four years. Next I want to learn route planning and sit the planner's exam, and within "
    "five years lead a small planning team here, because your two new depots will each plan their own routes."
)


def test_a_grounded_answer_gets_no_error():
    assert not [f for f in review(GOOD).findings if f.severity is Severity.ERROR]


def test_money_as_the_aim_sinks_and_shows_the_words():
    found = review("I like the work, but I am really just in it for the money.")
    assert found.verdict is Verdict.AVOID
    assert any("for the money" in f.quote and f.rule == "MOT101" for f in found.findings)


def test_a_sunk_answer_scores_below_a_grounded_one():
    assert review("Wherever life takes me.").score < review(GOOD).score


def test_blanks_of_a_template_ask_for_mending_only():
    found = review(GOOD.replace("planning team", "[team]"))
    assert found.verdict is not Verdict.AVOID
    assert "placeholder" in {f.name for f in found.findings}


def test_json_has_the_promised_keys_first():
    data = to_json(review(GOOD))
    assert list(data)[:5] == ["verdict", "score", "situation", "findings", "criteria"]
    assert len(data["criteria"]) == 13
    assert all(1 <= c["level"] <= 5 for c in data["criteria"])


def test_ignored_rules_are_silent_and_unknown_ones_refused():
    text = "I am just in it for the money."
    assert "MOT101" not in {f.rule for f in review(text, ignore=["money-first"]).findings}
    assert {f.rule for f in review(text, select=["MOT"]).findings} == {"MOT101"}
    with pytest.raises(BadInput, match="No rule"):
        review(text, select=["XYZ999"])


def test_an_empty_answer_is_refused_in_plain_words():
    with pytest.raises(BadInput, match="no answer"):
        review("  \n")


def test_every_report_holds_the_verdict():
    found = review("Honestly, wherever life takes me.")
    for form in ("text", "json", "md", "html"):
        assert "avoid" in reports.render(found, form)


def test_rules_are_documented():
    assert all(rule.why and rule.mend and rule.title for rule in rules())


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1).filter(lambda t: t.strip()))
def test_quotes_stand_in_the_text(text):
    found = review(text)
    assert all(text[f.start : f.end] == f.quote for f in found.findings)
    assert 0 <= found.score <= 100


def test_who_is_leaving_is_not_also_told_that_nothing_says_they_stay():
    stays = (
        "I want to become a specialist in bearings and later lead a test lab. I have six years on vibration rigs, I passed "
        "the level two exam in March, and people bring me the odd noises. Your rigs are new to me, and the wind program is why I applied."
    )
    leaves = f"{stays} My husband's posting takes us to Norway in June, so I would be with you until then."
    assert "no-sign-of-staying" in {finding.name for finding in review(stays).findings}
    names = {finding.name for finding in review(leaves).findings}
    assert "leaving" in names
    assert "no-sign-of-staying" not in names

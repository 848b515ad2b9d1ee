"""A model asked over a real connection, well or badly behaved: what comes is checked, and trouble leaves our own answer."""

from __future__ import annotations

import pytest
from tests.answer.plain_reader import aspiration_of, candidate_of, opening_of, pairs, situation_of
from tests.assistant.server import address, serving

from everest.answer import compose
from everest.answer.drafting import draft
from everest.answer.material import sources_of
from everest.assistant import Provider, Settings, open_writer

BOTH = pytest.mark.parametrize("provider", list(Provider))
NURSE = next(pair for pair in pairs() if pair["id"] == "nurse")


@pytest.fixture(scope="module")
def own():
    candidate, aspiration, opening = candidate_of(NURSE), aspiration_of(NURSE), opening_of(NURSE)
    answer = compose(candidate, aspiration, opening, situation=situation_of(NURSE), seconds=(60,))[0]
    return answer, sources_of(candidate, aspiration, opening)


def asked(own, server, provider, **options):
    answer, sources = own
    writer = open_writer(Settings(provider, "m", address(server, provider), **options), key="secret-key")
    return draft(answer, writer, sources=sources)


@BOTH
def test_a_draft_over_the_wire_takes_the_place_of_our_own(own, provider):
    pieces = ["I want to lead a unit where new nurses stay. ", "I've precepted 11 new graduate nurses."]
    with serving(pieces) as server:
        made = asked(own, server, provider)
    assert made.used
    assert made.answer.text == "".join(pieces)


@BOTH
def test_what_the_posting_asks_is_not_said_of_the_person(own, provider):
    pieces = [
        "I want to lead a unit where new nurses stay. I've precepted 11 new graduate nurses. ",
        "I was a charge nurse at Harborview Regional Medical Center.",
    ]
    with serving(pieces) as server:
        made = asked(own, server, provider)
    assert made.used
    assert [struck.text for struck in made.struck] == [
        "I was a charge nurse at Harborview Regional Medical Center."
    ]
    assert "Harborview" not in made.answer.text


@BOTH
@pytest.mark.parametrize(
    ("behaviour", "said"),
    [(401, "key"), (404, "no such model"), (429, "asked too much"), (500, "failed"), ("garbage", ""), ("page", ""),
     ("dies", "middle")],
)  # fmt: skip
def test_trouble_leaves_our_own_answer_with_a_plain_notice(own, provider, behaviour, said):
    with serving(["I want "], behaviour=behaviour) as server:
        made = asked(own, server, provider)
    assert made.answer == own[0]
    assert not made.used
    assert said in made.problem
    assert made.problem.endswith("The built-in answer stands.")
    assert "secret-key" not in made.problem
    assert "Traceback" not in made.problem


@BOTH
def test_a_server_that_says_nothing_in_time_leaves_our_own_answer(own, provider):
    with serving(behaviour="silent") as server:
        made = asked(own, server, provider, timeout=0.2)
    assert made.answer == own[0]
    assert "0.2 seconds" in made.problem


@BOTH
def test_a_server_that_is_not_there_leaves_our_own_answer(own, provider):
    with serving() as server:
        gone = address(server, provider)
    answer, sources = own
    made = draft(answer, open_writer(Settings(provider, "m", gone), key="k"), sources=sources)
    assert made.answer == answer
    assert "cannot be reached" in made.problem


@BOTH
def test_only_the_plan_and_its_quotations_travel(own, provider):
    with serving(["I want to lead a unit where new nurses stay."]) as server:
        asked(own, server, provider)
        sent = str(server.seen[0][2])
    assert NURSE["resume"].splitlines()[0] not in sent
    assert "secret-key" not in sent

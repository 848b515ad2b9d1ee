"""Stress mode: the interviewer breaks in on a phrase, or at a moment the seed fixes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from everest.rehearsal import (
    Interview,
    Mode,
    Take,
    aftermath,
    answer,
    begin,
    break_in,
    breaks_at,
    corrected,
    from_json,
    make_take,
    to_json,
    typed,
)
from everest.rehearsal.interrupting import LATEST, SOONEST
from everest.rehearsal.model import Interruption, Transcript, Word

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
VAGUE = "I want to make an impact"
PLAIN = "Planning trains is the work I know and would like to go on with "


def stress(seed: int = 3) -> Interview:
    return begin(mode=Mode.STRESS, seed=seed)


def broken(interview: Interview) -> Interruption | None:
    return interview.turns[-1].broke_in


def test_only_stress_mode_interrupts() -> None:
    for mode in (Mode.WARM_UP, Mode.REAL):
        calm = begin(mode=mode, seed=3)
        assert breaks_at(calm) is None
        assert break_in(calm, PLAIN * 30, seconds=90) == calm


@pytest.mark.parametrize("seed", range(8))
def test_the_moment_is_fixed_by_the_seed(seed: int) -> None:
    moment = breaks_at(stress(seed))
    assert moment is not None and SOONEST <= moment <= LATEST
    assert moment == breaks_at(stress(seed))
    before, after = (break_in(stress(seed), "", seconds=moment + d) for d in (-0.1, 0.0))
    assert broken(before) is None
    assert broken(after) is not None and broken(after) == broken(break_in(stress(seed), "", seconds=moment))


def test_moments_differ_between_seeds() -> None:
    assert len({breaks_at(stress(seed)) for seed in range(12)}) > 6


def test_a_long_typed_answer_is_broken_into_once() -> None:
    assert broken(break_in(stress(), PLAIN)) is None
    said = PLAIN * 4
    moved = break_in(stress(), said)
    interruption = broken(moved)
    assert interruption is not None
    assert (interruption.after, interruption.seconds) == (len(said.rstrip()), None)
    assert break_in(moved, said * 3) == moved


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        (f"{VAGUE} and that is", "make an impact"),
        ("I'm a natural leader and I like", "natural leader"),
        ("We planned it, we built it, we ran it and we sold it.", "we"),
    ],
)
def test_a_phrase_is_jumped_at(said: str, quoted: str) -> None:
    interruption = broken(break_in(stress(), said))
    assert interruption is not None and quoted in interruption.asks


@pytest.mark.parametrize(
    "said",
    [
        VAGUE,
        f"{VAGUE} and",
        "I'm good at planning: last year when it snowed",
        "I planned, and we built, we ran, we sold, we left.",
    ],
)
def test_nobody_is_interrupted_too_soon_or_without_a_reason(said: str) -> None:
    assert broken(break_in(stress(), said)) is None


def test_the_answer_goes_on_and_the_interview_too() -> None:
    moved = break_in(stress(), f"{VAGUE} and that is")
    after = answer(moved, f"{VAGUE} and that is what I do. I would plan trains first.")
    assert after.turns[0].broke_in == broken(moved)
    assert after.asked is not None and after.asked.broke_in is None


def test_an_interruption_met_with_silence_is_insisted_on() -> None:
    said = f"{VAGUE} and that is"
    moved = break_in(stress(), said)
    silent, answered = answer(moved, said), answer(moved, f"{said} what trains on time do.")
    assert silent.asked is not None and silent.asked.kind == "vague"
    assert answered.asked is not None and answered.asked.kind != "vague"


def test_later_answers_are_broken_into_now_and_then() -> None:
    later = [breaks_at(answer(stress(seed), "I plan trains.")) for seed in range(40)]
    assert 12 <= sum(moment is not None for moment in later) <= 36


def taken(broke_in: Interruption) -> Take:
    words = "I plan trains and then I teach others to plan them well".split()
    heard = Transcript(
        " ".join(words),
        tuple(Word(word, float(n), n + 0.5) for n, word in enumerate(words)),
        (),
        12.0,
        "test",
        timed=True,
    )
    return make_take(heard, question="Why?", points=("teach others to plan",), broke_in=broke_in, now=NOW)


def test_what_came_after_is_counted_by_time_or_by_place() -> None:
    by_time = aftermath(taken(Interruption("Stop.", "So.", 0, 4.5)))
    assert by_time is not None and (by_time.words, by_time.points) == (7, 1)
    text = "I plan trains. Then I teach others to plan."
    take = make_take(typed(text), question="Why?", broke_in=Interruption("Stop.", "So.", 14), now=NOW)
    by_place = aftermath(take)
    assert by_place is not None and by_place.words == 6
    assert aftermath(replace(take, broke_in=None)) is None


def test_an_answer_that_ended_there_counts_nothing() -> None:
    after = aftermath(taken(Interruption("Stop.", "So.", 0, 60.0)))
    assert after is not None and (after.words, after.points) == (0, 0)


def test_an_interruption_is_kept_with_the_take() -> None:
    take = taken(Interruption("Stop.", "So.", 0, 4.5))
    assert from_json(to_json(take)) == take
    assert corrected(take, "I plan trains and teach").broke_in == take.broke_in

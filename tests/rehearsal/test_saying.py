"""What was said, held against what was planned; how it was said; how it changes from take to take."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from everest.errors import BadInput
from everest.preparation import example
from everest.rehearsal import (
    Take,
    corrected,
    deliver,
    from_json,
    hold_against,
    improved,
    make_take,
    plan,
    points_of,
    progress_svg,
    reminders,
    series,
    to_html,
    to_json,
    typed,
    with_comments,
)
from everest.rehearsal.model import Pause, Transcript, Word

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
SAID = "I want to plan public transport people can rely on. I rerouted twelve coaches in a snowstorm."


def timed(text: str, *, gap: float = 0.1, length: float = 0.3, pauses: tuple[Pause, ...] = ()) -> Transcript:
    words, at = [], 1.0
    for word in text.split():
        words.append(Word(word, round(at, 2), round(at + length, 2)))
        at += length + gap
    return Transcript(text, tuple(words), pauses, at, "test", timed=True)


def take(text: str, *, day: int = 0, points: tuple[str, ...] = ()) -> Take:
    return make_take(
        timed(text),
        question="What are your career aspirations?",
        points=points,
        now=NOW + timedelta(days=day),
    )


def test_pace_is_words_over_time() -> None:
    how = deliver(timed("word " * 60))
    assert how.words_a_minute == pytest.approx(150, rel=0.02)
    assert all(pace == pytest.approx(150, rel=0.05) for _, pace in how.pace_over_time[:2])


def test_typed_practice_has_no_pace_but_a_length() -> None:
    how = deliver(typed("word " * 140))
    assert how.words_a_minute is None
    assert next(band.value for band in how.bands if band.name == "length") == 60


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("So um I want to plan.", "filler", ["um"]),
        ("I, uhm, you know, like planning.", "filler", ["uhm", "you know"]),
        ("It was, like, a good year.", "filler", ["like"]),
        ("I like planning and I like people.", "filler", []),
        ("I mean to stay, and that is the kind of work for me.", "filler", []),
        ("I mean, it is kind of hard, you know.", "filler", ["I mean", "kind of", "you know"]),
        ("Do you know how skills like Python are used?", "filler", []),
        ("I guess I will maybe lead one day.", "hedge", ["I guess", "maybe"]),
        ("I want I want to plan the the routes.", "false start", ["I want I want", "the the"]),
        ("It was very very cold and I had had enough.", "false start", []),
    ],
)
def test_habits_are_counted_and_look_alikes_are_not(text: str, kind: str, words: list[str]) -> None:
    how = deliver(typed(text))
    assert [habit.words for habit in how.habits if habit.kind == kind] == words
    assert all(text[habit.start : habit.end] == habit.words for habit in how.habits)


@pytest.mark.parametrize(
    ("text", "beats", "found"),
    [
        ("the year went like a good one", {3: 0.25}, ["like"]),
        ("the year went like a good one", {}, []),
        ("i would like to plan", {2: 0.3}, []),
        ("i want to plan like", {}, []),
    ],
)
def test_in_sound_a_like_stands_apart_by_the_beat_after_it(
    text: str, beats: dict[int, float], found: list[str]
) -> None:
    words, at = [], 0.0
    for number, word in enumerate(text.split()):
        words.append(Word(word, at, at + 0.2))
        at += 0.2 + beats.get(number, 0.0)
    said = Transcript(text, tuple(words), (), at, "test", timed=True)
    likes = [habit for habit in deliver(said).habits if habit.words == "like"]
    assert [habit.words for habit in likes] == found
    assert all(habit.at is not None for habit in likes)


def test_a_filler_knows_its_second() -> None:
    how = deliver(timed("I want um to plan"))
    assert how.habits[0].at == 1.8


def test_long_pauses_are_told_apart_from_breaths() -> None:
    how = deliver(timed("one two three four", pauses=(Pause(2.0, 2.5), Pause(4.0, 7.0))))
    assert how.longest_pause == Pause(4.0, 7.0)
    assert next(band.value for band in how.bands if band.name == "long pauses") == 1


POINTS = (
    "I want to plan public transport that people can rely on",
    "Rerouted twelve coaches in a snowstorm and nobody was left at a stop",
    "Help train new planners as the team grows",
)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (SAID, [True, True, False]),
        (
            "My aim is public transport planning that folks can rely on. Later I'd help train the new planners.",
            [True, False, True],
        ),
        (
            "so what i want is planning public transport people rely on and um i rerouted 12 coaches in a snowstorm",
            [True, True, False],
        ),
        ("I like cooking and long walks by the sea.", [False, False, False]),
        ("", [False, False, False]),
    ],
)
def test_points_are_heard_in_other_words_too(text: str, heard: list[bool]) -> None:
    found = hold_against(text, POINTS)
    assert [point.heard for point in found.points] == heard
    assert all(point.said == text[point.span.start : point.span.end] for point in found.points if point.span)


def test_what_belongs_to_no_point_is_improvised() -> None:
    found = hold_against(SAID + " My grandmother drove the first bus in our valley.", POINTS)
    assert found.improvised == ("My grandmother drove the first bus in our valley.",)


def test_points_come_from_what_a_draft_rests_on() -> None:
    points = points_of(example().answers[1])
    assert len(points) >= 4
    assert any("snowstorm" in point or "coaches" in point for point in points)


def test_two_takes_that_tell_different_figures_are_told() -> None:
    first = take("I trained 5 dispatchers last year.")
    second = make_take(typed("I trained 7 dispatchers last year."), question="?", earlier=[first])
    assert second.content.contradictions == (
        "You said 7 dispatchers now, and 5 dispatchers in an earlier take.",
    )


def test_a_take_survives_being_kept_and_an_empty_one_is_refused() -> None:
    made = take(SAID, points=POINTS)
    assert from_json(to_json(made)) == made
    with pytest.raises(BadInput, match="No words were heard"):
        make_take(typed("  "), question="?")
    for broken in ("", "[]", '{"id": 3}'):
        with pytest.raises(BadInput):
            from_json(broken)


def test_a_correction_by_hand_keeps_the_times() -> None:
    made = take("I want to plan public transit")
    mended = corrected(made, "I want to plan public transport")
    assert mended.transcript.corrected
    assert mended.transcript.words[-1].text == "transport"
    assert mended.transcript.words[-1].start == made.transcript.words[-1].start
    assert mended.id == made.id


def test_progress_names_what_is_better_and_what_comes_next() -> None:
    first = take("Um I want uh to plan transport people can rely on, um, you know.", points=POINTS)
    second = take(SAID, day=1, points=POINTS)
    told = improved([second, first])
    assert told.startswith("Better than last time:")
    assert "points heard 1 to 2" in told and "fillers" in told
    assert "Help train new planners" in told
    assert improved([]).startswith("Nothing is recorded yet")


def test_charts_say_in_words_what_they_draw() -> None:
    drawn = progress_svg(series([take("Short."), take(SAID, day=1)])[0])
    assert 'role="img"' in drawn and "take 2:" in drawn and "style=" not in drawn


def test_a_plan_ends_on_the_eve_and_never_crowds_a_day() -> None:
    practices = plan(
        POINTS, ["Where do you see yourself in five years?"], date(2026, 5, 15), date(2026, 5, 4)
    )
    assert practices[-1].day == date(2026, 5, 14) and practices[-1].last
    assert all(len(practice.what) <= 4 for practice in practices)
    days = [practice.day for practice in practices if POINTS[0] in practice.what]
    assert len(days) >= 2
    with pytest.raises(BadInput, match="over"):
        plan(POINTS, [], date(2026, 5, 1), date(2026, 5, 4))


def test_a_missed_point_comes_back_before_one_that_was_heard() -> None:
    practiced = take(SAID, points=POINTS)
    practices = plan(POINTS, [], date(2026, 6, 4), date(2026, 5, 5), [practiced])
    first = {point: next(p.day for p in practices if point in p.what) for point in POINTS}
    assert first[POINTS[2]] < first[POINTS[0]]


def test_reminders_are_a_calendar_other_programs_read() -> None:
    practices = plan(("Say: why, how; and “déjà vu” " * 6,), [], date(2026, 5, 6), date(2026, 5, 4))
    lines = reminders(practices, "Planner, Northwind", date(2026, 5, 6)).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR"
    assert all(len(line.encode()) <= 75 for line in lines)
    assert any(line == "SUMMARY:Practice: Planner\\, Northwind" for line in lines)


def test_a_coach_gets_one_file_and_the_comments_come_back() -> None:
    made = take("I want to <plan> public transport.")
    page = to_html(made, sound=b"\x00\x01").decode()
    assert "&lt;plan&gt;" in page and "<plan>" not in page and "data:audio/webm;base64,AAE=" in page
    comment = {"words": "public transport", "text": "Say which."}
    sent = json.dumps({"take": made.id, "comments": [comment]})
    back = with_comments(made, sent.encode(), by="A coach")
    assert made.transcript.text[back.comments[0].start : back.comments[0].end] == "public transport"
    assert with_comments(back, sent.encode(), by="A coach").comments == back.comments
    assert "Say which." in to_html(back).decode()
    for broken in (
        b"",
        b"[]",
        b'{"take": "other", "comments": []}',
        sent.replace("public", "private").encode(),
    ):
        with pytest.raises(BadInput):
            with_comments(made, broken)

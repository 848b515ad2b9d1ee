"""When to practice what, up to the day: spaced repetition (the FSRS model, by the fsrs library) within the days left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from everest.errors import BadInput
from everest.rehearsal.model import Take

MOST_A_DAY = 4
"""Things to practice on one day; more is not calmer."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One day's practice: what to say aloud. ``last`` marks the run on the eve of the interview."""

    day: date
    what: tuple[str, ...]
    last: bool = False


def plan(
    points: Sequence[str], questions: Sequence[str], interview: date, today: date, takes: Sequence[Take] = ()
) -> tuple[Practice, ...]:
    """Spread points and question variants over the days up to the interview, the last run on its eve.

    What was heard well in the takes comes back later; what was missed comes first.

    Raises:
        BadInput: if the interview lies in the past.
    """
    if interview < today:
        raise BadInput(
            "That day is over.", where=interview.isoformat(), todo="Give the day of the interview."
        )
    days: dict[date, list[str]] = {}
    eve = max(today, interview - timedelta(days=1))
    for number, thing in enumerate([*points, *(f"Answer: {question}" for question in questions)]):
        first = today + timedelta(days=number // MOST_A_DAY)
        for day in _days(thing, min(first, eve), eve, takes):
            days.setdefault(day, []).append(thing)
    made = [Practice(day, tuple(what[:MOST_A_DAY])) for day, what in sorted(days.items()) if day < eve]
    whole = "Say the whole answer once, without looking. Then leave it."
    return (*made, Practice(eve, (whole,), last=True))


def reminders(
    practices: Sequence[Practice], title: str, interview: date, *, at: time = time(18, 30)
) -> bytes:
    """Return the practice days and the interview as an iCalendar file, reminders at ``at`` in the reader's own time."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Everest//Practice//EN")
    calendar.add("version", "2.0")
    stamp = datetime.combine(practices[0].day if practices else interview, time(), UTC)
    for practice in practices:
        event = Event()
        event.add("uid", f"{practice.day:%Y%m%d}-practice@everest.invalid")
        event.add("dtstamp", stamp)
        event.add("dtstart", datetime.combine(practice.day, at))
        event.add("duration", timedelta(minutes=15))
        event.add("summary", f"Practice: {title}")
        event.add("description", "\n".join(practice.what))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta())
        alarm.add("description", "Practice aloud")
        event.add_component(alarm)
        calendar.add_component(event)
    day = Event()
    day.add("uid", f"{interview:%Y%m%d}-interview@everest.invalid")
    day.add("dtstamp", stamp)
    day.add("dtstart", interview)
    day.add("summary", f"Interview: {title}")
    calendar.add_component(day)
    content: bytes = calendar.to_ical()
    return content


def _days(thing: str, first: date, eve: date, takes: Sequence[Take]) -> list[date]:
    """Return the days on which a thing comes up, as the memory model asks for it, none after the eve."""
    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(
        desired_retention=0.92, enable_fuzzing=False, learning_steps=(), relearning_steps=()
    )
    card = Card(card_id=1)
    for take in sorted(takes, key=lambda take: take.made):
        heard = next((point.heard for point in take.content.points if point.point == thing), None)
        if heard is not None:
            card, _ = scheduler.review_card(card, Rating.Good if heard else Rating.Again, take.made)
    due = max(first, card.due.date()) if card.last_review else first
    days = []
    while due <= eve:
        days.append(due)
        moment = datetime.combine(due, time(18), UTC)
        card, _ = scheduler.review_card(card, Rating.Good, max(moment, card.last_review or moment))
        due = max(card.due.date(), due + timedelta(days=1))
    return days

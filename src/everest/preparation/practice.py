"""What to practise before the day, from the answers and their reviews."""

from __future__ import annotations

from collections.abc import Iterator

from everest.answer.model import Answer, TalkingPoint
from everest.review.model import Criterion, Review


def practice(
    answers: tuple[Answer, ...], reviews: tuple[Review, ...], points: tuple[TalkingPoint, ...]
) -> tuple[str, ...]:
    """List what to practise, most useful first; at most six lines."""
    return tuple([*_aloud(answers), *_points(points), *_changes(reviews)][:6])


def _aloud(answers: tuple[Answer, ...]) -> Iterator[str]:
    if answers:
        middle = answers[min(1, len(answers) - 1)]
        yield f"Say the {round(middle.seconds)}-second answer aloud three times, once without looking."
        yield "Remember the points, not the sentences: the words may change each time."


def _points(points: tuple[TalkingPoint, ...]) -> Iterator[str]:
    if points:
        yield "Have one short story ready for each talking point: where, what you did, what came of it."


def _changes(reviews: tuple[Review, ...]) -> Iterator[str]:
    lowest: dict[str, Criterion] = {}
    for review in reviews:
        for criterion in review.criteria:
            known = lowest.get(criterion.name)
            if criterion.next_change and (known is None or criterion.level < known.level):
                lowest[criterion.name] = criterion
    for criterion in sorted(lowest.values(), key=lambda item: item.level)[:3]:
        if criterion.level <= 3:
            yield criterion.next_change

"""What a reflection shows: the plot of strengths by enjoyment, what does not agree, what is missing, what to ask a mentor."""

from __future__ import annotations

from dataclasses import dataclass

from everest.candidate.contradictions import Remark, contradictions
from everest.candidate.model import Reflection
from everest.candidate.reflection_understanding import understand

HIGH = 3.5
"""On the scale of 1..5, above this a strength counts as high, and so does enjoyment."""


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A strength on the plot: ``strength`` and ``enjoyment`` 1..5. ``place_to_look`` marks the top right.

    ``placed_by_person`` is False where one of the two was worked out from what the person said elsewhere.
    """

    name: str
    strength: float
    enjoyment: float
    place_to_look: bool
    placed_by_person: bool


def plot(reflection: Reflection) -> tuple[PlotPoint, ...]:
    """Place every strength by how strong it is and how much it is enjoyed."""
    return tuple(_placed(reflection, n) for n in range(len(reflection.strengths)))


def remarks(reflection: Reflection) -> tuple[Remark, ...]:
    """Point out, kindly, what does not agree and what is missing; contradictions first."""
    return (*contradictions(reflection), *unloved(plot(reflection)), *_gaps(reflection))


def mentor_questions(reflection: Reflection) -> tuple[str, ...]:
    """Return five questions to bring to a mentor or coach, made from this reflection's own gaps and contradictions."""
    asked = [remark.question for remark in remarks(reflection)]
    best = [point.name for point in plot(reflection) if point.place_to_look] or [
        s.name for s in reflection.strengths
    ]
    named = best[0] if best else ""
    asked += [
        f"Where have you seen “{named}” put to good use, in jobs I may not have thought of?" if named else "What have you seen me do well that I take for granted?",
        f"You know my aim: “{reflection.aspiration.value}” What would you want to see me do first?" if reflection.aspiration else "What work could you picture me doing in five years, and why?",
        "Who is three steps ahead of me on this path, and would talk with me for half an hour?",
        "What did you believe about this kind of work when you began that turned out to be wrong?",
        "What would you want to be told, in my place, that people are usually too polite to say?",
    ]  # fmt: skip
    return tuple(dict.fromkeys(asked))[:5]


def _placed(reflection: Reflection, number: int) -> PlotPoint:
    mine = reflection.strengths[number]
    heard = _names(f"{mine.name}. {mine.proof}")
    strength = mine.strength if mine.strength is not None else (4.0 if mine.proof else 3.0)
    enjoyment: float = 3.0
    if mine.enjoyment is not None:
        enjoyment = mine.enjoyment
    elif heard & _names(". ".join(fact.value for fact in reflection.drains)):
        enjoyment = 2.0
    elif heard & _names(". ".join(fact.value for fact in reflection.enjoys)):
        enjoyment = 4.0
    placed = mine.strength is not None and mine.enjoyment is not None
    return PlotPoint(
        mine.name, float(strength), float(enjoyment), strength > HIGH and enjoyment > HIGH, placed
    )


def _names(text: str) -> set[str]:
    return {heard.name for heard in understand(text) if heard.sort == "strength"}


def unloved(points: tuple[PlotPoint, ...]) -> list[Remark]:
    """Point out the first strength that is high and hardly enjoyed."""
    return [
        Remark(
            f"You are good at “{point.name}” and don't enjoy it much. People will ask you for it again and again.",
            f"How does one stop being the person for “{point.name}”?",
            ("strengths",),
        )
        for point in points
        if point.strength > HIGH and point.enjoyment < 2.5
    ][:1]


def _gaps(reflection: Reflection) -> list[Remark]:
    found = []
    bare = next((s.name for s in reflection.strengths if not s.proof), "")
    if bare:
        found.append(
            Remark(
                f"“{bare}” has no story yet. One time it showed is enough.",
                f"When have you seen me show “{bare}”?",
                ("strengths",),
            )
        )
    if not reflection.strengths:
        found.append(Remark("No strength is named yet.", "What would you call me for?", ("strengths",)))
    if not reflection.enjoys:
        found.append(
            Remark(
                "You haven't said yet which tasks you enjoy.",
                "When have you seen me most awake at work?",
                ("enjoys",),
            )
        )
    if not reflection.must_have:
        found.append(
            Remark(
                "No must-have is chosen yet.",
                "What did you have to have in your work, and when did you find that out?",
                ("must_have",),
            )
        )
    if reflection.aspiration and not reflection.goals:
        found.append(
            Remark(
                "The aim has no first step yet.",
                "What first step would you take in my place within a year?",
                ("goals",),
            )
        )
    return found

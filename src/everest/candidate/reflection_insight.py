"""What a reflection shows: the plot of strengths by enjoyment, what does not agree, what is missing, what to ask a mentor."""

from __future__ import annotations

from dataclasses import dataclass

from everest.candidate.contradictions import Remark, contradictions
from everest.candidate.model import Reflection
from everest.candidate.reflection_heard import strengths_heard
from everest.candidate.reflection_stories import brief

HIGH = 3.5
"""On the scale of 1..5, above this a strength counts as high, and so does enjoyment."""


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A strength on the plot: ``strength`` and ``enjoyment`` 1..5. ``place_to_look`` marks the top right.

    ``placed_by_person`` is False where one of the two was worked out from what the person said elsewhere,
    ``is_named`` is False where the name is but the first words of a story.
    """

    name: str
    strength: float
    enjoyment: float
    place_to_look: bool
    placed_by_person: bool
    is_named: bool = True


def plot(reflection: Reflection) -> tuple[PlotPoint, ...]:
    """Place every strength by how strong it is and how much it is enjoyed."""
    return tuple(_placed(reflection, n) for n in range(len(reflection.strengths)))


def remarks(reflection: Reflection) -> tuple[Remark, ...]:
    """Point out, kindly, what does not agree and what is missing; contradictions first."""
    return (*contradictions(reflection), *unloved(plot(reflection)), *_gaps(reflection))


def mentor_questions(reflection: Reflection) -> tuple[str, ...]:
    """Return five questions to bring to a mentor or coach, made from this reflection's own gaps and contradictions."""
    asked = [remark.question for remark in remarks(reflection)]
    points = plot(reflection)
    best = next((point for point in points if point.place_to_look), points[0] if points else None)
    aim = reflection.aspiration
    asked += [
        _about_best(best),
        f"You know my aim: “{brief(aim.value, _AN_AIM)}” What would you want to see me do first?" if aim else "What work could you picture me doing in five years, and why?",
        "Who is three steps ahead of me on this path, and would talk with me for half an hour?",
        "What did you believe about this kind of work when you began that turned out to be wrong?",
        "What would you want to be told, in my place, that people are usually too polite to say?",
    ]  # fmt: skip
    return tuple(dict.fromkeys(asked))[:5]


_AN_AIM = 24
"""Words; an aim is one sentence, and quoted whole up to so many."""


def _about_best(point: PlotPoint | None) -> str:
    if point is None:
        return "What have you seen me do well that I take for granted?"
    if not point.is_named:
        return f"I tell a story that begins “{point.name}”. What would you call what I did there?"
    return f"Where have you seen “{point.name}” put to good use, in jobs I may not have thought of?"


def _placed(reflection: Reflection, number: int) -> PlotPoint:
    mine = reflection.strengths[number]
    heard = _names(reflection, f"{mine.name}. {mine.proof}" if mine.name_from == "person" else mine.proof)
    strength = mine.strength if mine.strength is not None else (4.0 if mine.proof else 3.0)
    enjoyment: float = 3.0
    if mine.enjoyment is not None:
        enjoyment = mine.enjoyment
    elif heard & _names(reflection, ". ".join(fact.value for fact in reflection.drains)):
        enjoyment = 2.0
    elif heard & _names(reflection, ". ".join(fact.value for fact in reflection.enjoys)):
        enjoyment = 4.0
    placed = mine.strength is not None and mine.enjoyment is not None
    look = strength > HIGH and enjoyment > HIGH
    return PlotPoint(mine.name, float(strength), float(enjoyment), look, placed, mine.is_named)


def _names(reflection: Reflection, text: str) -> set[str]:
    return set(strengths_heard(text, reflection.not_me))


def unloved(points: tuple[PlotPoint, ...]) -> list[Remark]:
    """Point out the first strength that is high and hardly enjoyed."""
    return [
        Remark(
            f"You are good at {f'“{point.name}”' if point.is_named else f'what you tell of in “{point.name}”'} and "
            "don't enjoy it much. People will ask you for it again and again.",
            f"How does one stop being the person for “{point.name}”?"
            if point.is_named
            else "How does one stop being asked for what one does well and doesn't enjoy?",
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

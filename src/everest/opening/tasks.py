"""Tasks as verb and object, weighed; and the key functions that they add up to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.evidence import Evidence
from everest.language import forms, meaning
from everest.opening.acts import Act, acts
from everest.opening.lines import Line
from everest.opening.model import KeyFunction, Task

_STOP = frozenset(
    "the a an all our your their its new other various multiple and or of for to in with on at as key any each this that these".split()
)
_LONGEST_NAME = 9
_LOOSE_END = re.compile(
    r"\s(?:and|or|of|for|to|in|with|on|at|the|a|an|our|your|their|across|from|using|into|as|between|who|every|each|two|three|so|out)$"
)


_TAIL = re.compile(
    r"(?:[,\s]+(?:and|or)|\s(?:of|for|to|in|with|on|at|across|from|using|into|between|under|against|beside))(?:\s\S+){1,2}$"
)


def tasks(lines: list[Line], source: str) -> tuple[Task, ...]:
    """Take each task line apart; the earlier and the more often its words return, the heavier (0..1)."""
    words = [set(_content(line.text)) for line in lines]
    found = []
    for number, line in enumerate(lines):
        verb, thing = verb_and_object(line.text)
        echo = sum(len(words[number] & other) for n, other in enumerate(words) if n != number)
        weight = 0.55 * (1 - number / (len(lines) + 1)) + 0.45 * min(1.0, echo / 6)
        found.append(
            Task(line.text, verb, thing, round(weight, 3), Evidence(line.text, line.start, line.end, source))
        )
    return tuple(found)


def verb_and_object(text: str) -> tuple[str, str]:
    """Split "Plan weekly routes and timetables" into "plan" and "weekly routes and timetables"."""
    first = acts(text)[0]
    return (first.verbs[0] if first.verbs else ""), first.thing


@dataclass(slots=True)
class _Group:
    """Tasks that belong together, the heaviest first."""

    members: list[int]
    acts: list[Act]
    weight: float


def key_functions(found: tuple[Task, ...], *, limit: int = 5) -> tuple[KeyFunction, ...]:
    """Name the three to five things the tasks add up to.

    Tasks of like meaning are put together until ``limit`` groups are left; each is named by the acts of its heaviest
    task as a gerund phrase ("hiring and training cooks"). Where there are fewer than three tasks, each act counts.
    """
    groups = [
        _Group([number], list(said), task.weight)
        for number, task in enumerate(found)
        if (said := [act for act in acts(task.text) if act.verbs and len(act.thing) > 1])
    ]
    if len(groups) < 3:
        groups = [_Group(list(group.members), [act], group.weight) for group in groups for act in group.acts]
    groups = _merged(groups, found, limit)
    names = [(_named(group.acts), group) for group in sorted(groups, key=lambda group: group.members[0])]
    ordered = sorted(names, key=lambda pair: -pair[1].weight)
    heaviest = [(name, group) for name, group in ordered if name][:limit]
    return tuple(
        KeyFunction(name, tuple(sorted(group.members)), found[group.members[0]].evidence)
        for name, group in heaviest
    )


def _merged(groups: list[_Group], found: tuple[Task, ...], limit: int) -> list[_Group]:
    """Put the two most alike together until few enough are left."""
    if len(groups) <= limit:
        return groups
    import numpy as np

    vectors = list(meaning.encode([found[group.members[0]].text for group in groups]))
    while len(groups) > limit:
        matrix = np.array(vectors)
        sizes = np.array([len(group.members) for group in groups], float)
        likeness = matrix @ matrix.T - 0.06 * (sizes[:, None] + sizes[None, :])
        np.fill_diagonal(likeness, -9)
        one, two = sorted(int(n) for n in np.unravel_index(int(likeness.argmax()), likeness.shape))
        first, second = groups[one], groups[two]
        if second.weight > first.weight:
            first, second = second, first
        groups[one] = _Group(
            [*first.members, *second.members],
            [first.acts[0], second.acts[0]],
            first.weight + second.weight / 2,
        )
        vectors[one] = (vectors[one] * sizes[one] + vectors[two] * sizes[two]) / (sizes[one] + sizes[two])
        del groups[two], vectors[two]
    return groups


def _named(said: list[Act]) -> str:
    """Join the first two acts where both fit into one short phrase; else the first alone."""
    first = _phrase(said[0])
    if len(said) > 1:
        second = _phrase(said[1])
        if second and len(f"{first} {second}".split()) < _LONGEST_NAME:
            return f"{first} and {second}"
    return first


def _phrase(act: Act) -> str:
    thing = " ".join(act.thing.split()[: _LONGEST_NAME - 2 - len(act.verbs[:2])])
    if len(thing.split()) < len(act.thing.split()):  # cut short: before what was begun and not ended
        thing = re.sub(_TAIL, "", thing) or thing
    while _LOOSE_END.search(thing):
        thing = _LOOSE_END.sub("", thing)
    verbs = " and ".join(forms.gerund(verb) for verb in act.verbs[:2])
    return f"{verbs} {forms.as_clause_object(thing)}".strip(" ,")


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _STOP]

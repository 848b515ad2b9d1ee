"""Tasks as verb and object, weighed; and the key functions that they add up to."""

from __future__ import annotations

import re

from everest.evidence import Evidence
from everest.language import forms
from everest.opening.actions import ACTIONS
from everest.opening.lines import Line
from everest.opening.model import KeyFunction, Task

_LEAD = re.compile(
    r"^(?:(?:you(?:'|’)?(?:ll| will)?|you|the \w+(?: \w+)? will|we need you to|responsible for|to|will|also|duties include|your job is to|be|being|able to|have|the|daily|actively|proactively|effectively|successfully|continuously|regularly|closely|day-to-day)\s+)+",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;:]|,\s(?:and|including|such as|ensuring|while|so|as well)\b|\s(?:in order to|so that|to ensure|such as|including|while|by|through|as well as|which|that)\s|\s(?:and|&)\s(?=[a-z]+(?:e|t|n|p|d|y|r|k)\s(?:the|a|an|new|our|your|all|with)\b)|\s[-–—(]\s?",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"^.{0,60}?\byou(?:'|’)?(?:ll| will)\s+(?=\w)", re.IGNORECASE)
_AND = {"and", "or", "&", "and/or"}
_NOUNS = {
    "support",
    "design",
    "research",
    "record",
    "report",
    "plan",
    "program",
    "process",
    "test",
    "audit",
    "control",
    "supply",
    "market",
    "work",
    "review",
    "forecast",
    "change",
    "use",
    "focus",
    "issue",
    "order",
    "scale",
    "load",
    "position",
    "post",
    "structure",
    "shape",
    "measure",
    "contact",
    "model",
    "brief",
    "document",
}
_STOP = frozenset(
    "the a an all our your their its new other various multiple and or of for to in with on at as key any each this that these".split()
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
    plain = _LEAD.sub("", _WITHIN.sub("", text.strip().strip("•-* ")))
    words = plain.split()
    if len(words) > 1 and words[0].lower().endswith("ly"):
        words = words[1:]
    verb = _action(words[0]) if words else ""
    if not verb:
        return "", _END.split(plain)[0].strip(" .,")
    rest = words[1:]
    if rest and (words[0].endswith(",") or rest[0].lower() in _AND):
        rest = _past_verbs(rest)
    return verb, _END.split(_until_second_act(rest))[0].strip(" ,.")


def _action(word: str) -> str:
    verb = forms.base(re.sub(r"[^\w-]", "", word).lower())
    return verb if verb in ACTIONS else ""


def _past_verbs(words: list[str]) -> list[str]:
    """Skip the rest of a list of verbs: "(Organize) and execute sprints" keeps "sprints"."""
    at = 0
    while at < len(words) - 1 and (words[at].lower() in _AND or _action(words[at])):
        if _action(words[at]) and words[at + 1].lower() not in _AND and not words[at].endswith(","):
            return words[at + 1 :]
        at += 1
    return words[at:]


def _until_second_act(words: list[str]) -> str:
    """Cut before a second act: "delays and propose changes" keeps "delays"."""
    for at in range(1, len(words) - 2):
        following = words[at + 1].strip(",").lower()
        if words[at].lower() in _AND and following in ACTIONS:
            after = words[at + 2].lower()
            if following not in _NOUNS or after in _STOP or after.endswith("s"):
                return " ".join(words[:at]).rstrip(",")
    return " ".join(words)


def key_functions(found: tuple[Task, ...], *, limit: int = 5) -> tuple[KeyFunction, ...]:
    """Name the three to five things the tasks add up to: the heaviest, most different tasks as gerund phrases."""
    chosen: list[tuple[Task, list[int]]] = []
    order = sorted(range(len(found)), key=lambda n: -found[n].weight)
    for number in order:
        task = found[number]
        near = next((members for first, members in chosen if _alike(first, task)), None)
        if near is not None:
            near.append(number)
        elif task.verb and 1 <= len(task.object.split()) <= 12 and len(chosen) < limit:
            chosen.append((task, [number]))
    return tuple(KeyFunction(_named(task), tuple(sorted(members)), task.evidence) for task, members in chosen)


def _named(task: Task) -> str:
    thing = " ".join(task.object.split()[:8])
    thing = re.sub(
        r"\s(?:and|or|of|for|to|in|with|on|at|the|a|an|our|your|across|from|using|into|as|between)$",
        "",
        thing,
    )
    return f"{forms.gerund(task.verb)} {forms.as_clause_object(thing)}".strip()


def _alike(one: Task, other: Task) -> bool:
    left, right = set(_content(one.object)), set(_content(other.object))
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= 0.5


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _STOP]

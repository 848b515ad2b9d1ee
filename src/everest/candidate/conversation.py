"""The guided reflection as a pure engine: state in, next question out.

A state holds the form chosen, what was said and what was skipped; it can be kept as plain data and taken up again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from everest.candidate.model import Reflection, Strength
from everest.candidate.reflection import MOST_MUST_HAVES, read_reflection
from everest.candidate.reflection_heard import known_label
from everest.candidate.reflection_stories import is_story
from everest.candidate.reflection_understanding import value_cards
from everest.content import load
from everest.errors import BadInput, NotFound

Form = Literal["short", "full"]
Pile = Literal["must_have", "nice_to_have", "not_important"]
LEVELS: tuple[Literal["strength", "enjoyment"], ...] = ("strength", "enjoyment")
Act = Literal["not_me", "take_back", "must_have", "nice_to_have"]
"""What a person can do with something heard: strike it, take that back, lay a value on a pile."""
PILES: tuple[Pile, ...] = ("must_have", "nice_to_have", "not_important")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to put. ``minutes`` is about how long it takes; ``stuck`` are other ways in, ``called`` names the answer."""

    id: str
    part: str
    ask: str
    called: str
    kind: str
    minutes: float
    stuck: tuple[str, ...]
    short: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is still open about a strength: the name heard in its story, or how strong or how enjoyed it is."""

    number: int
    part: Literal["name", "strength", "enjoyment"]


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a guided reflection stands; nothing is changed in place.

    ``said`` is what was answered, by question. ``not_me`` are labels of what was heard and struck. ``interests`` are those
    the person placed in a file, by name.
    """

    form: Form = "full"
    said: Mapping[str, Any] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    not_me: tuple[str, ...] = ()
    interests: Mapping[str, float] = field(default_factory=dict)

    def next(self) -> Prompt | None:
        """Return the next question to put, None when all are answered or skipped."""
        return next(
            (p for p in prompts(self.form) if p.id not in self.said and p.id not in self.skipped), None
        )

    def next_about_strengths(self) -> FollowUp | None:
        """Return what to ask next about the strengths told, None when each has its name and its levels or left them open.

        A name is open while a story stands by itself; a level while it has no entry, be it None.
        """
        for number, entry in enumerate(self.said.get("strengths", [])):
            if isinstance(entry, str) and is_story(entry):
                return FollowUp(number, "name")
            for part in LEVELS:
                if isinstance(entry, str) or part not in entry:
                    return FollowUp(number, part)
        return None

    def say(self, question: str, value: Any) -> Conversation:
        """Return the conversation with ``value`` said to ``question``; an earlier word on it is replaced.

        Raises:
            NotFound: if there is no such question.
            BadInput: if the value is not of the kind asked for.
        """
        prompt = _prompt(question)
        kept = tuple(name for name in self.skipped if name != question)
        return replace(self, said={**self.said, question: _fitting(prompt, value)}, skipped=kept)

    def skip(self, question: str) -> Conversation:
        """Return the conversation with ``question`` passed over; it can still be answered later."""
        _prompt(question)
        said = {name: value for name, value in self.said.items() if name != question}
        return replace(self, said=said, skipped=(*(n for n in self.skipped if n != question), question))

    def back(self) -> Conversation:
        """Return the conversation with skipped questions open again."""
        return replace(self, skipped=())

    def strike(self, label: str) -> Conversation:
        """Return the conversation with something heard struck: it is not the person, and counts nowhere.

        Raises:
            NotFound: if nothing is heard by this label.
        """
        return replace(self, not_me=tuple(dict.fromkeys([*self.not_me, _label(label)])))

    def take_back(self, label: str) -> Conversation:
        """Return the conversation with something struck heard again."""
        return replace(self, not_me=tuple(kept for kept in self.not_me if kept != _label(label)))

    def take_value(self, label: str, pile: Pile) -> Conversation:
        """Return the conversation with a value, by its card, laid on a pile and taken off any other.

        Raises:
            NotFound: if no card says this.
            BadInput: if there are five must-haves already.
        """
        card = next((card for card in value_cards() if card.card == _label(label)), None)
        if card is None:
            raise NotFound(f"There is no card “{label[:40]}”.", where="must_have")
        placed = _cards(self.said.get("must_have") or {})
        piles = {
            name: [laid for laid in placed.get(name, []) if laid not in (card.name, card.card)]
            for name in PILES
        }
        piles[pile].append(card.name)
        return self.say("must_have", piles)

    def answer_heard(self, label: str, act: Act) -> Conversation:
        """Return the conversation with what the person does with something heard; see the three calls above."""
        if act == "not_me":
            return self.strike(label)
        if act == "take_back":
            return self.take_back(label)
        return self.take_value(label, act)

    def tell_strength(self, number: int, **told: Any) -> Conversation:
        """Return the conversation with the name, proof or levels of a strength told anew; ``number`` counts from 0."""
        entries = list(self.said.get("strengths", []))
        entry = entries[number]
        entries[number] = {**(entry if isinstance(entry, Mapping) else {"name": str(entry)}), **told}
        return self.say("strengths", entries)

    def minutes_left(self) -> float:
        """Return about how many minutes the open questions take."""
        return sum(
            p.minutes for p in prompts(self.form) if p.id not in self.said and p.id not in self.skipped
        )

    def to_data(self) -> dict[str, Any]:
        """Return plain data to keep."""
        data: dict[str, Any] = {
            "form": self.form,
            "said": dict(self.said),
            "skipped": list(self.skipped),
            "not_me": list(self.not_me),
        }
        return {**data, "interests": dict(self.interests)} if self.interests else data

    @staticmethod
    def from_data(data: Mapping[str, Any]) -> Conversation:
        """Take up a conversation kept by ``to_data``; questions and labels that no longer exist are left out.

        Raises:
            BadInput: if the data is not a kept conversation.
        """
        form, said, skipped = data.get("form"), data.get("said", {}), data.get("skipped", [])
        not_me, interests = data.get("not_me", []), data.get("interests", {})
        kinds = (said, Mapping), (interests, Mapping), (skipped, list), (not_me, list)
        if form not in ("short", "full") or not all(isinstance(part, kind) for part, kind in kinds):
            raise BadInput("This is not a reflection that was kept.", where="reflection", todo="Start again.")
        known = {prompt.id for prompt in prompts("full")}
        kept = {str(name): value for name, value in said.items() if name in known}
        return Conversation(
            form, kept, tuple(name for name in skipped if name in known), _known(not_me), dict(interests)
        )

    @staticmethod
    def of(reflection: Reflection) -> Conversation:
        """Take up a reflection that was given another way, such as from a file."""
        said: dict[str, Any] = {
            "strengths": [_told(strength) for strength in reflection.strengths],
            **{
                name: [fact.value for fact in getattr(reflection, name)]
                for name in ("enjoys", "drains", "goals")
            },
            "lifestyle": list(reflection.lifestyle),
            "untrue": list(reflection.untrue),
            **{
                p.id: reflection.answers[p.id]
                for p in prompts()
                if p.kind == "text" and p.id in reflection.answers
            },
        }
        if reflection.aspiration:
            said["aspiration"] = reflection.aspiration.value
        if reflection.wants_to_stay is not None:
            said["wants_to_stay"] = reflection.wants_to_stay
        piles = {name: list(getattr(reflection, name)) for name in PILES}
        if any(piles.values()):
            said["must_have"] = piles
        return Conversation(
            "full",
            {name: value for name, value in said.items() if value not in ([], "")},
            not_me=_known(reflection.not_me),
            interests=reflection.interests if reflection.interests_placed else {},
        )

    def reflection(self) -> Reflection:
        """Return what was said, as a reflection. Free answers are kept under ``answers``."""
        given: dict[str, Any] = {}
        free: dict[str, str] = {}
        for name, value in self.said.items():
            if _prompt(name).kind == "text":
                free[name] = str(value)
            elif name == "must_have" and isinstance(value, Mapping):
                given.update(value)
            else:
                given[name] = value
        marks = {"not_me": list(self.not_me), "interests": dict(self.interests)}
        return read_reflection({**given, **marks, "answers": free})


def prompts(form: Form = "full") -> tuple[Prompt, ...]:
    """Return the questions of a form, in the order they are put."""
    read = (
        Prompt(**{**entry, "stuck": tuple(entry["stuck"])})
        for entry in load("reflection_questions")["questions"]
    )
    return tuple(prompt for prompt in read if form == "full" or prompt.short)


def called(source: str) -> str:
    """Return how to refer to the field of a reflection that a quotation is from: "your strengths", "your aim"."""
    field = source.removeprefix("reflection:")
    return next((p.called for p in prompts() if p.id == field), field.replace("_", " "))


def _told(strength: Strength) -> dict[str, Any]:
    named = strength.name_from == "person"
    told = {"name": strength.name, "proof": strength.proof} if named else {"name": strength.proof}
    placed = {"strength": strength.strength, "enjoyment": strength.enjoyment}
    return {**told, **{name: level for name, level in placed.items() if level is not None}}


def _prompt(question: str) -> Prompt:
    for prompt in prompts("full"):
        if prompt.id == question:
            return prompt
    raise NotFound(f"There is no question “{question[:40]}”.", where="reflection")


def _label(said: str) -> str:
    label = known_label(said)
    if label is None:
        raise NotFound(f"Nothing that is heard is called “{said[:40]}”.", where="reflection")
    return label


def _known(labels: Sequence[Any]) -> tuple[str, ...]:
    return tuple(label for said in labels if (label := known_label(str(said))))


def _fitting(prompt: Prompt, value: Any) -> Any:
    if prompt.kind in ("text", "sentence"):
        return _words(prompt, value)
    if prompt.kind == "yes_no":
        if not isinstance(value, bool):
            raise BadInput("Say yes or no, or skip it.", where=prompt.id)
        return value
    if prompt.kind == "cards":
        return _cards(value)
    lines = value.splitlines() if isinstance(value, str) else value
    if not isinstance(lines, list) or not lines:
        raise BadInput("Nothing was said.", where=prompt.id, todo="Write one thing on each line, or skip it.")
    return lines


def _words(prompt: Prompt, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadInput("Nothing was said.", where=prompt.id, todo="Write a sentence, or skip it.")
    return value.strip()


def _cards(value: Any) -> dict[str, list[str]]:
    piles: Any = {"must_have": value} if isinstance(value, list) else value
    if not isinstance(piles, Mapping) or set(piles) - set(PILES):
        raise BadInput("Sort the cards into must-have, nice to have and not important.", where="must_have")
    sorted_cards = {name: [str(card) for card in pile] for name, pile in piles.items()}
    if len(sorted_cards.get("must_have", [])) > MOST_MUST_HAVES:
        raise BadInput(
            "More than five must-haves.",
            where="must_have",
            todo="Which of them could you do without? Move those to nice to have.",
        )
    return sorted_cards

"""Reading a reflection given as a YAML or JSON file, as text, or as a mapping.

``docs/reflection.md`` and ``content/reflection.schema.json`` describe the fields. Each fact quotes the field it was
said in: ``answers["strengths"]`` is the text that evidence of source ``reflection:strengths`` points into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from everest.candidate.model import Candidate, Reflection, Strength
from everest.candidate.reflection_heard import interests_heard, known_label, strengths_heard
from everest.candidate.reflection_stories import LONGEST_NAME, is_story, short_name
from everest.errors import BadInput
from everest.evidence import Evidence, Fact

if TYPE_CHECKING:
    from yaml import SafeLoader

LARGEST = 200_000
"""Bytes; a reflection is a page or two."""
MOST_MUST_HAVES = 5

_LISTS = (
    "enjoys",
    "drains",
    "must_have",
    "nice_to_have",
    "not_important",
    "lifestyle",
    "goals",
    "untrue",
    "not_me",
)
_FIELDS = ("strengths", *_LISTS, "interests", "answers", "aspiration", "wants_to_stay")


def read_reflection(source: Path | str | dict[str, Any]) -> Reflection:
    """Read a reflection from a file, from YAML or JSON text, or from a mapping.

    Raises:
        BadInput: if it cannot be read, or a field is unknown or of the wrong kind; the sentence names the field.
    """
    given = source if isinstance(source, dict) else _parsed(source)
    if set(given) == {"conversation"}:
        from everest.candidate.conversation import Conversation

        return Conversation.from_data(given["conversation"]).reflection()
    unknown = [str(key) for key in given if key not in _FIELDS]
    if unknown:
        raise _bad(f"there is no field “{unknown[0][:40]}”", f"Use these: {', '.join(_FIELDS)}.")
    lists = {name: _lines(given, name) for name in _LISTS}
    if len(lists["must_have"]) > MOST_MUST_HAVES:
        raise _bad(
            f"must_have holds {len(lists['must_have'])} entries",
            "Keep the five that matter most and move the rest to nice_to_have.",
        )
    answers = _answers(given)
    not_me = _labels(lists["not_me"])
    strengths = _strengths(given.get("strengths"), answers, not_me)
    enjoys = _facts(lists["enjoys"], "enjoys", answers)
    aspiration = _facts(_lines(given, "aspiration")[:1], "aspiration", answers)
    placed = _interests(given)
    reflection = Reflection(
        strengths=strengths,
        enjoys=enjoys,
        drains=_facts(lists["drains"], "drains", answers),
        must_have=tuple(lists["must_have"]),
        nice_to_have=tuple(lists["nice_to_have"]),
        not_important=tuple(lists["not_important"]),
        lifestyle=tuple(lists["lifestyle"]),
        interests=placed,
        answers=answers,
        aspiration=aspiration[0] if aspiration else None,
        goals=_facts(lists["goals"], "goals", answers),
        wants_to_stay=_yes_no(given.get("wants_to_stay")),
        untrue=tuple(lists["untrue"]),
        not_me=not_me,
        interests_placed=bool(placed),
    )
    return reflection if placed else replace(reflection, interests=interests_heard(reflection))


def with_reflection(candidate: Candidate, reflection: Reflection) -> Candidate:
    """Return the candidate with this reflection in place of any earlier one."""
    return replace(candidate, reflection=reflection)


def _parsed(source: Path | str) -> dict[str, Any]:
    import yaml

    try:
        if isinstance(source, Path) and source.stat().st_size > LARGEST:
            raise _bad("the file is too large", "A reflection is a page or two of text.")
        text = source.read_text("utf-8") if isinstance(source, Path) else source
        if len(text) > LARGEST or text.count("*") > 200:
            raise _bad("the text is too large", "A reflection is a page or two of text.")
        read = yaml.load(text, Loader=_loader())  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError) as error:
        raise _bad("the file cannot be read", "Give a YAML or JSON file in UTF-8.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        place = getattr(error, "problem_mark", None)
        line = f" near line {place.line + 1}" if place is not None else ""
        raise _bad(f"this is not YAML or JSON{line}", "See docs/reflection.md for an example.") from error
    if not isinstance(read, dict):
        raise _bad(
            "the file holds no fields",
            "Write fields such as “aspiration:” and “strengths:”; see docs/reflection.md.",
        )
    return read


@lru_cache(maxsize=1)
def _loader() -> type[SafeLoader]:
    """Return a safe loader that refuses aliases, which a reflection has no use for."""
    import yaml

    class NoAliases(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                raise yaml.YAMLError("aliases are not used in a reflection")
            return super().compose_node(parent, index)

    return NoAliases


def _lines(given: dict[str, Any], name: str) -> list[str]:
    value = given.get(name)
    if value is None:
        return []
    if isinstance(value, str | int | float):
        value = [value]
    if not isinstance(value, list) or any(isinstance(item, dict | list) for item in value):
        raise _bad(
            f"{name} should be a list of sentences",
            f"Write “{name}:” and below it lines that begin with “- ”.",
        )
    return [" ".join(str(item).split()) for item in value if item is not None and str(item).strip()]


def _answers(given: dict[str, Any]) -> dict[str, str]:
    value = given.get("answers") or {}
    if not isinstance(value, dict):
        raise _bad(
            "answers should name questions and what you said to them",
            "See docs/reflection.md for an example.",
        )
    return {
        str(key): str(text).strip() for key, text in value.items() if text is not None and str(text).strip()
    }


def _facts(lines: Sequence[str], name: str, answers: dict[str, str]) -> tuple[Fact, ...]:
    """Make a fact of each line, and keep the lines as the text its evidence points into."""
    return tuple(Fact(quote.quote, quote) for quote in _quoted(lines, name, answers))


def _quoted(lines: Sequence[str], name: str, answers: dict[str, str]) -> list[Evidence]:
    if not lines:
        return []
    text = "\n".join(lines)
    answers[name] = text
    quotes, start = [], 0
    for line in lines:
        quotes.append(Evidence.of(text, start, start + len(line), f"reflection:{name}"))
        start += len(line) + 1
    return quotes


@dataclass(frozen=True, slots=True)
class _Said:
    """A strength as it was given, before it is known where its words stand."""

    name: str
    proof: str
    name_from: Literal["person", "heard", "story"] = "person"
    strength: int | None = None
    enjoyment: int | None = None


def _strengths(value: Any, answers: dict[str, str], not_me: tuple[str, ...]) -> tuple[Strength, ...]:
    if value is None:
        return ()
    entries = [value] if isinstance(value, str | dict) else value
    if not isinstance(entries, list):
        raise _bad("strengths should be a list", "Give each a name and, if you can, a proof.")
    read: list[_Said] = []
    for entry in filter(None, entries):
        read.append(_strength(entry, not_me, taken={said.name for said in read}))
    quotes = _quoted([said.proof or said.name for said in read], "strengths", answers)
    return tuple(
        Strength(said.name, said.proof, quote, said.strength, said.enjoyment, said.name_from)
        for said, quote in zip(read, quotes, strict=True)
    )


def _strength(entry: Any, not_me: tuple[str, ...], *, taken: set[str]) -> _Said:
    """Read a strength; a story told in place of a name is the proof, and the name is what is heard in it.

    A sentence may stand as a name beside a proof ("I stay when others leave"), a paragraph may not. Of several strengths
    heard, one that names no other story is taken.
    """
    if isinstance(entry, str):
        entry = {"name": entry}
    if not isinstance(entry, dict) or not str(entry.get("name") or "").strip():
        raise _bad("a strength has no name", "Write “name:” and, if you can, “proof:”.")
    unknown = set(entry) - {"name", "proof", "strength", "enjoyment"}
    if unknown:
        raise _bad(
            f"a strength has an unknown field “{min(map(str, unknown))}”",
            "Use name, proof, strength and enjoyment.",
        )
    name, proof = (" ".join(str(entry.get(key) or "").split()) for key in ("name", "proof"))
    levels = {key: _level(entry.get(key), key) for key in ("strength", "enjoyment")}
    if not is_story(name) or (proof and len(name.split()) <= LONGEST_NAME):
        return _Said(name, proof, "person", **levels)
    story = f"{name} {proof}".strip()
    heard = strengths_heard(story, not_me)
    if heard:
        return _Said(next((n for n in heard if n not in taken), heard[0]), story, "heard", **levels)
    return _Said(short_name(story), story, "story", **levels)


def _level(value: Any, name: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 5:
        raise _bad(f"{name} is “{value}”", "Give a whole number from 1 to 5.")
    return value


def _interests(given: dict[str, Any]) -> dict[str, float]:
    value = given.get("interests") or {}
    if not isinstance(value, dict) or any(
        isinstance(v, bool) or not isinstance(v, int | float) for v in value.values()
    ):
        raise _bad("interests should give a number to each interest", "For example “Social: 6.5”.")
    return {str(key): float(number) for key, number in value.items()}


def _labels(said: Sequence[str]) -> tuple[str, ...]:
    labels: list[str] = []
    for entry in said:
        label = known_label(entry)
        if label is None:
            raise _bad(
                f"nothing that is heard is called “{entry[:40]}”",
                "Under not_me use the names as they are shown, such as “listening”, “Helping people” or “Social”.",
            )
        labels.append(label)
    return tuple(dict.fromkeys(labels))


def _yes_no(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise _bad(f"wants_to_stay is “{value}”", "Write yes or no, or leave it out.")


def _bad(what: str, todo: str) -> BadInput:
    return BadInput(f"{what[0].upper()}{what[1:]}.", where="reflection", todo=todo)

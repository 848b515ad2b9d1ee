"""A document's text with corrections written into it, so that every quotation still stands where it says it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from everest.candidate.model import Candidate, Education, Position
from everest.evidence import Evidence, Fact, Notice

PERSON = "person"
"""Source of what the person typed by hand."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words for ``text[start:end]``; ``lead`` stands before them and belongs to no quotation."""

    start: int
    end: int
    words: str
    lead: str
    number: int


class Paper:
    """Collects what is to be written and taken out, all by offsets into the text as read; ``settle`` does it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[_Edit] = []

    def replace(self, old: Evidence | None, words: str, *, after: int, lead: str = ", ") -> Evidence:
        """Write words in place of a quotation; where there is none, after an offset."""
        if old is None or not old.quote or old.start < 0:
            return self._write(after, after, words, lead)
        return self._write(old.start, old.end, words, "")

    def append(self, words: str) -> Evidence:
        """Write words at the end, in a line of their own."""
        end = len(self._text)
        return self._write(end, end, words, "\n" if self._text or self._edits else "")

    def cut(self, old: Evidence) -> None:
        """Take a quotation out."""
        if old.quote and old.start >= 0:
            self._write(old.start, old.end, "", "")

    def settle(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the text as written, and each quotation where it now stands."""
        edits = self._in_order(list(_held(candidate)))
        parts: list[str] = []
        begins: dict[int, int] = {}
        at = length = 0
        for edit in edits:
            before = self._text[at : edit.start] + edit.lead
            parts += [before, edit.words]
            begins[edit.number] = length + len(before)
            length += len(before) + len(edit.words)
            at = edit.end
        text = "".join([*parts, self._text[at:]])
        moved: Candidate = _Mover(text, edits, begins).moved(candidate)
        return replace(moved, text=text)

    def _write(self, start: int, end: int, words: str, lead: str) -> Evidence:
        number = len(self._edits) + 1
        self._edits.append(_Edit(start, end, words, lead, number))
        return Evidence(words, -number, -number, PERSON)

    def _in_order(self, held: list[tuple[int, int]]) -> list[_Edit]:
        """Sort the edits. One that would tear another fact's quotation is written behind it; two never overlap."""
        ordered: list[_Edit] = []
        at = 0
        for written in sorted(self._edits, key=lambda e: (e.start, e.end, e.number)):
            edit = self._fitted(written, at, held)
            if edit:
                ordered.append(edit)
                at = edit.end
        return sorted(ordered, key=lambda e: (e.start, e.end, e.number))

    @staticmethod
    def _fitted(edit: _Edit, at: int, held: list[tuple[int, int]]) -> _Edit | None:
        torn = edit.end > edit.start and any(start < edit.end and edit.start < end for start, end in held)
        if torn or edit.start < at:
            if not edit.words:
                return None
            behind = max(edit.end, at)
            edit = replace(edit, start=behind, end=behind, lead=edit.lead or " ")
        if edit.start == edit.end:
            free = _free(edit.start, held)
            return replace(edit, start=free, end=free)
        return edit


class _Mover:
    """Moves quotations to where they stand in the new text."""

    def __init__(self, text: str, edits: list[_Edit], begins: dict[int, int]) -> None:
        self._text, self._edits, self._begins = text, edits, begins

    def moved(self, thing: Any) -> Any:
        """Return the like of a thing with every quotation in it moved."""
        if isinstance(thing, Evidence):
            return self._evidence(thing)
        if isinstance(thing, Notice):
            if thing.start is None or thing.end is None:
                return thing
            return replace(thing, start=self._at(thing.start), end=self._at(thing.end, is_end=True))
        if isinstance(thing, tuple):
            return tuple(self.moved(part) for part in thing)
        if isinstance(thing, Candidate | Position | Education | Fact):
            names = [f.name for f in fields(thing) if f.name not in {"reflection", "achievements"}]
            return replace(thing, **{name: self.moved(getattr(thing, name)) for name in names})
        return thing

    def _evidence(self, old: Evidence) -> Evidence:
        if old.start < 0:
            start = self._begins[-old.start]
            return Evidence(old.quote, start, start + len(old.quote), old.source)
        if not old.quote:
            return old
        return Evidence.of(self._text, self._at(old.start), self._at(old.end, is_end=True), old.source)

    def _at(self, offset: int, *, is_end: bool = False) -> int:
        shift = 0
        for edit in self._edits:
            inserted = edit.start == edit.end
            if edit.end <= offset and not (is_end and inserted and edit.end == offset):
                shift += len(edit.lead) + len(edit.words) - (edit.end - edit.start)
            elif edit.start < offset < edit.end:
                return self._begins[edit.number] + (len(edit.words) if is_end else 0)
        return offset + shift


def _free(offset: int, held: list[tuple[int, int]]) -> int:
    """Return the first place from an offset on where no fact's words are torn apart."""
    while behind := [end for start, end in held if start < offset < end]:
        offset = max(behind)
    return offset


def _held(thing: Any) -> Iterator[tuple[int, int]]:
    """Yield where the words of facts stand; the head of a job or course of study may be written into."""
    if isinstance(thing, Fact):
        if thing.evidence.start >= 0 and thing.evidence.quote:
            yield thing.evidence.start, thing.evidence.end
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _held(part)
    elif is_dataclass(thing) and isinstance(thing, Candidate | Position | Education):
        for part in fields(thing):
            if part.name not in {"reflection", "achievements", "evidence", "notices"}:
                yield from _held(getattr(thing, part.name))

"""The answer, prepared once and shared by every rule."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from everest.evidence import Span
from everest.language import sentences, time_spans

if TYPE_CHECKING:
    from everest.candidate.model import Candidate
    from everest.opening.model import Opening
    from everest.review.patterns import Near, Patterns

_PLAIN = str.maketrans("\u2019\u2018\u201c\u201d\u2013\u2014\u00a0\n\r\t", "''\"\"--    ")
_TIME = re.compile("day|week|month|quarter|year|yr|decade")
_BEFORE, _AFTER = 60, 40
"""So many characters around a word of time may belong to the span it names."""
_BREAK = re.compile(
    r"[;:]\s|\s-+\s|,\s(?:but|and|so|then|because|which|although|while|yet)\b|\s(?:but|because|although)\s"
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|without|rather than|instead of|isn't|wasn't|don't|doesn't|didn't|won't|wouldn't|can't|"
    r"aren't|nothing|neither|less about|more than|far from|no longer|hardly|avoid|stopped|as opposed to)\b"
)
_CLAUSE_END = re.compile(r"[;:.!?]|,\s*(?:but|and|so|i|i'm|i'd)\b|\bbut\b|\bbecause\b")
_REPORTED = re.compile(
    r"\b(?:(?:some|most|many|other|few|a lot of) (?:people|candidates|folks|nurses|teachers|engineers|managers|graduates|of my \w+)|"
    r"others|you (?:might|may|could|would|will|probably) (?:think|ask|expect|worry|say|wonder|hear)|people (?:say|ask|tell|think|often|in my)|my (?:\w+ ){0,2}(?:friends?|classmates?|colleagues?|parents?|brother|sister|"
    r"mother|father|wife|husband|partner|teacher|uncle|mentor|boss|manager|customers?|clients?|guests?|students?|patients?|pupils?|owner) "
    r"(?:say|says|said|used|told|tells|tell|ask|asks|asked|thinks?|thought|want|wants|wanted|joke|jokes|joked|keeps?|kept|who)|i'm told|"
    r"he (?:said|says|told|wants|wanted)|she (?:said|says|told|wants|wanted)|they (?:said|say|told|want|wanted))\b"
)
_PAST = re.compile(
    r"\b(?:used to|i once|i was|i had|i did|i ran|i spent|i worked|years? ago|previously|in my last|at my last|in the past|"
    r"my old|my former|early on|at first|before that|back then|when i (?:started|was|left|began)|until (?:last|recently|now)|"
    r"i (?:wanted|thought|left|tried|closed|sold|gave up|finished|started|joined|took|came|dreamed|dreamt)|after (?:\w+ ){1,3}(?:freelanc|running))\w*\b"
)


@dataclass(frozen=True)
class Reading:
    """The words as the person wrote them, and what was given besides; every offset points into ``text``."""

    text: str
    question: str | None = None
    variant: str | None = None
    opening: Opening | None = None
    candidate: Candidate | None = None

    @cached_property
    def low(self) -> str:
        """The text in lower case with plain quotes and dashes; as long as ``text``."""
        low = self.text.lower()
        if len(low) != len(self.text):
            low = "".join(o.lower() if len(o.lower()) == 1 else o for o in self.text)
        return low.translate(_PLAIN)

    @cached_property
    def end(self) -> int:
        """Where the words end, before any empty lines; what is missing is missed there."""
        return len(self.text.rstrip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order."""
        return sentences.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def units(self) -> tuple[Span, ...]:
        """The sentences, and the clauses of the longer ones: what the learned heads read."""
        return tuple(unit for sentence in self.sentences for unit in _units(self.low, sentence))

    @cached_property
    def horizons(self) -> tuple[time_spans.TimeSpan, ...]:
        """The spans of time that the answer names."""
        return tuple(
            time_spans.TimeSpan(near.start + span.start, near.start + span.end, span.years, span.kind)
            for near in self._near_times()
            for span in time_spans.find(self.text[near.start : near.end])
        )

    def _near_times(self) -> list[Span]:
        """Return the stretches around words such as "years"; reading only those is quick."""
        found: list[Span] = []
        for sentence in self.sentences:
            for match in _TIME.finditer(self.low, sentence.start, sentence.end):
                start = match.start() - _BEFORE
                start = self.low.find(" ", start) if start > sentence.start else sentence.start
                end = min(sentence.end, match.end() + _AFTER)
                if found and start <= found[-1].end:
                    start = found.pop().start
                found.append(Span(start, end))
        return found

    def near(self, patterns: Patterns) -> dict[str, list[Near]]:
        """Return, for each owner, those of ``patterns`` that may match; asked once for the same patterns."""
        count, kept = self.__dict__.get("_near", (-1, {}))
        if count != patterns.count:
            kept = patterns.near(self.low, self._starts)
            self.__dict__["_near"] = (patterns.count, kept)
        near: dict[str, list[Near]] = kept
        return near

    def places(self, near: Near) -> Iterator[Span]:
        """Yield the stretches of text in which the pattern ``near`` may match, in order."""
        if near.places is None or -1 in near.places:
            yield Span(0, len(self.text))
            return
        for number in near.places:
            yield self.sentences[number]

    @cached_property
    def words(self) -> int:
        """How many words are spoken."""
        return len(re.findall(r"[\w'-]*\w", self.low))

    @property
    def seconds(self) -> float:
        """The length aloud at 140 words a minute."""
        return self.words * 60 / 140

    def given(self, need: str) -> object | None:
        """Return the opening, company or candidate if it was given."""
        if need == "company":
            company = self.opening.company if self.opening else None
            return company if company and (company.name or company.texts) else None
        return {"opening": self.opening, "candidate": self.candidate, "question": self.question}.get(need)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence around ``offset``."""
        number = bisect.bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self.sentences[number].end:
            return self.sentences[number]
        return Span(0, len(self.text))

    def before(self, offset: int) -> str:
        """Return what stands before ``offset`` in its sentence, in plain lower case."""
        return self.low[self.sentence_at(offset).start : offset]

    def is_negated(self, offset: int) -> bool:
        """Tell whether the words at ``offset`` are denied by what stands before them in the clause."""
        clause = self.before(offset)
        cut = max((m.end() for m in _CLAUSE_END.finditer(clause)), default=0)
        near = clause[cut:]
        match = _last(_NEGATION, near)
        return match is not None and near[match.end() :].count(" ") <= 9

    def is_reported(self, offset: int) -> bool:
        """Tell whether somebody else is speaking there."""
        before = self.before(offset)
        match = _last(_REPORTED, before)
        return match is not None and not re.search(
            r"\b(?:but|and) (?:i|i'm|i'd)\b|[;]", before[match.end() :]
        )

    def is_past(self, offset: int) -> bool:
        """Tell whether the words at ``offset`` are told of an earlier time."""
        before = self.before(offset)
        match = _last(_PAST, before)
        return match is not None and not re.search(
            r"\b(?:now|want|will|plan|hope|next|but i|i'd|i'll)\b", before[match.end() :]
        )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda m: m.start(), default=None)


def _units(low: str, sentence: Span) -> Iterator[Span]:
    yield sentence
    if sentence.end - sentence.start < 60:
        return
    start = sentence.start
    parts = []
    for match in _BREAK.finditer(low, sentence.start, sentence.end):
        if match.start() - start >= 20:
            parts.append(Span(start, match.start()))
            start = match.end()
    if parts and sentence.end - start >= 12:
        yield from (*parts, Span(start, sentence.end))

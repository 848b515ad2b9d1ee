"""Strengths, values and interests recognized in people's own words, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from everest.candidate import self_head
from everest.candidate.self_marks import DENIAL, Sort, listed
from everest.content import load
from everest.evidence import Span

Label = tuple[Sort, str]
Spans = dict[Label, list[Span]]


@dataclass(frozen=True, slots=True)
class Heard:
    """Something the person said of themselves. ``spans`` are the words it was heard in, in order."""

    sort: Sort
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ValueCard:
    """A card to sort. ``work_value`` is the O*NET work value it corresponds to, None where none does."""

    name: str
    card: str
    work_value: str | None


def understand(text: str) -> tuple[Heard, ...]:
    """Return what is heard in ``text``: strengths, values and interests, most often named first.

    The learned head reads each line (long ones a few sentences at a time) and shows the clause that speaks most for a
    label. Where the head can't be used, a list of words is heard instead; a phrase that is denied is left out.
    """
    plain = text.replace("’", "'")
    spans = _by_head(plain) if self_head.available() else _by_list(plain)
    heard = [Heard(sort, name, tuple(found)) for (sort, name), found in spans.items()]
    return tuple(sorted(heard, key=lambda item: (-len(item.spans), item.spans[0].start)))


def _by_list(text: str) -> Spans:
    spans: Spans = {}
    for sort, name, pattern in listed():
        for match in pattern.finditer(text):
            if not _denied(text, match.start()):
                spans.setdefault((sort, name), []).append(Span(match.start(), match.end()))
    return spans


def _by_head(text: str) -> Spans:
    spans: Spans = {}
    units = _units(text)
    for unit, scores in zip(units, _scores(text, units), strict=True):
        words = text[unit.start : unit.end]
        found = {label for label, score in scores.items() if score >= 0}
        for label, span in _proofs(text, unit, found) if found else ():
            spans.setdefault(label, []).append(span)
        sentences = list(_trimmed(text, _SENTENCE, unit.start, unit.end))
        if len(sentences) > 1:
            _add_sentences(text, sentences, found, spans)
        elif len(words.split()) <= _SHORTEST:
            for label, listed_spans in _by_list(words).items():
                if label not in found:
                    moved = [Span(unit.start + s.start, unit.start + s.end) for s in listed_spans]
                    spans.setdefault(label, []).extend(moved)
    return spans


def _add_sentences(text: str, sentences: list[Span], found: set[Label], spans: Spans) -> None:
    """Add what a sentence says more surely by itself than among the others."""
    for sentence, scores in zip(sentences, _scores(text, sentences), strict=True):
        for label, score in scores.items():
            if score >= _SURER and label not in found:
                spans.setdefault(label, []).append(sentence)


def _scores(text: str, spans: list[Span]) -> list[dict[Label, float]]:
    return self_head.heard([text[span.start : span.end] for span in spans])


def _proofs(text: str, unit: Span, labels: set[Label]) -> Iterator[tuple[Label, Span]]:
    """Yield for each label the clause of the unit without which its score falls most."""
    clauses = _clauses(text, unit)
    if len(clauses) == 1:
        yield from ((label, clauses[0]) for label in sorted(labels))
        return
    without = [f"{text[unit.start : c.start]} {text[c.end : unit.end]}".strip(" ,;") for c in clauses]
    scores = self_head.heard(without)
    for label in sorted(labels):
        yield label, min(zip(clauses, scores, strict=True), key=lambda pair: pair[1][label])[0]


def _units(text: str) -> list[Span]:
    """Return the lines of a text, cut at semicolons; a long one falls into groups of sentences of at most ``_LONGEST`` words."""
    units: list[Span] = []
    for line in _LINE.finditer(text):
        group: list[Span] = []
        for sentence in _trimmed(text, _SENTENCE, line.start(), line.end()):
            words = text[group[0].start : sentence.end] if group else ""
            if group and len(words.split()) > _LONGEST:
                units.append(Span(group[0].start, group[-1].end))
                group = []
            group.append(sentence)
        if group:
            units.append(Span(group[0].start, group[-1].end))
    return units


def _clauses(text: str, unit: Span) -> list[Span]:
    """Return the clauses of a unit; one of less than ``_WHOLE`` words goes with the one before it."""
    clauses: list[Span] = []
    for clause in _trimmed(text, _CLAUSE, unit.start, unit.end):
        if clauses and len(text[clause.start : clause.end].split()) < _WHOLE:
            clauses[-1] = Span(clauses[-1].start, clause.end)
        else:
            clauses.append(clause)
    return clauses


def _trimmed(text: str, pattern: re.Pattern[str], start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, start, end):
        words = match[0].strip(" \t,;")
        if re.search(r"\w", words):
            begin = match.start() + match[0].index(words)
            yield Span(begin, begin + len(words))


def value_cards() -> tuple[ValueCard, ...]:
    """Return the cards to sort into must-have, nice and not important."""
    return tuple(
        ValueCard(name, entry["card"], entry["work_value"])
        for name, entry in load("self_words")["values"].items()
    )


def work_values(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the O*NET work values that cards, or values in the person's own words, correspond to."""
    cards = {card.name: card for card in value_cards()} | {card.card: card for card in value_cards()}
    found: list[str] = []
    for name in names:
        known = cards.get(name)
        heard = [known] if known else [cards[h.name] for h in understand(name) if h.sort == "value"]
        found += [card.work_value for card in heard if card.work_value and card.work_value not in found]
    return tuple(found)


def _denied(text: str, start: int) -> bool:
    """Tell whether a denial stands in the same clause before ``start``."""
    clause = re.split(r"[.;!?\n]|, but | but ", text[max(0, start - 60) : start])[-1]
    return bool(DENIAL.search(clause))


_LINE = re.compile(r"[^\n;]+")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_CLAUSE = re.compile(r".+?(?:[.!?;,]+(?=\s|$)|(?= (?:and|but|so|because) )|$)")
_LONGEST = 40
"""Words that the head reads at once; most of the lines it learned from are shorter."""
_SHORTEST = 3
"""Words; in a phrase of so many the list of words is heard too."""
_WHOLE = 5
"""Words; so many make a clause that can be shown by itself."""
_SURER = 0.15
"""How far above enough a sentence must score to be heard by itself; the scores run from about -1 to 1."""

"""Titles of the release that nothing learned has seen: 900 reported ones and 900 alternate ones.

Every reported title also stands among the alternate titles of the same occupation, so a title can be held out in three
ways, and each answers another question:

* ``everywhere``: gone from every occupation that carries the same words, reported and alternate. How well are titles
  found that no list has? This is the strict figure. ``tools/train_titles.py`` trains without these titles.
* ``own``: gone from the one occupation it was drawn from, reported and alternate; others that carry it keep it.
* ``reported``: gone from the reported titles alone, alternates as published: what a user of the release meets.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from everest.language.meaning import encode
from everest.occupations.atlas import Atlas
from everest.occupations.title_index import TitleIndex
from everest.occupations.title_words import title_stems

SEED, SAMPLE = 7, 900
REPORTED, ALTERNATE = 1, 2


@dataclass(frozen=True, slots=True)
class Held:
    """Titles asked, which occupations the release gives for each (by any list; by the reported one), rows to leave out.

    ``strict`` are the rows to leave out of every occupation, ``own`` those of the occupations drawn from.
    """

    queries: list[str]
    given: list[set[int]]
    reported: list[set[int]]
    strict: frozenset[int]
    own: frozenset[int]


def held_out(source: Atlas, kind: int) -> Held:
    """Draw one in ten titles of every occupation (at least one, by a fixed seed), and of them 900 by chance."""
    chance = random.Random(SEED)
    kinds, owners = source.array("title_kind").tolist(), source.title_of.tolist()
    drawn: list[int] = []
    by_occupation: dict[int, list[int]] = defaultdict(list)
    for n, owner in enumerate(owners):
        if kinds[n] == kind and source.title_texts[n] != source.titles[owner]:
            by_occupation[owner].append(n)
    for own in by_occupation.values():
        drawn += chance.sample(own, min(len(own), max(1, len(own) // 10)))
    chance.shuffle(drawn)
    return _held(source, drawn[:SAMPLE], kinds, owners)


def _held(source: Atlas, drawn: list[int], kinds: list[int], owners: list[int]) -> Held:
    same_words: dict[str, list[int]] = defaultdict(list)
    same_letters: dict[str, set[int]] = defaultdict(set)
    for n, text in enumerate(source.title_texts):
        same_words[words_key(text)].append(n)
        if kinds[n] == REPORTED:
            same_letters[letters_key(text)].add(owners[n])
    texts = [source.title_texts[n] for n in drawn]
    strict = frozenset(m for text in texts for m in same_words[words_key(text)])
    own = frozenset(
        m for n in drawn for m in same_words[words_key(source.title_texts[n])] if owners[m] == owners[n]
    )
    given = [{owners[m] for m in same_words[words_key(text)]} for text in texts]
    return Held(texts, given, [same_letters[letters_key(text)] for text in texts], strict, own)  # fmt: skip


def words_key(text: str) -> str:
    """Return what makes two titles equal to the look-up: their words, in any order."""
    return " ".join(sorted(set(title_stems(text)))) or text


def letters_key(text: str) -> str:
    """Return what makes two titles equal to a reader: letters and digits, whatever case and signs."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def index_without(source: Atlas, rows: frozenset[int]) -> TitleIndex:
    """Build an index and title vectors that have not seen the rows."""
    index = TitleIndex(source, without=rows)
    vectors = encode([source.title_texts[n] for n in index.kept])
    table = np.zeros_like(index.vectors)
    np.add.at(table, index.occupation_of, vectors)
    table /= np.maximum(np.bincount(index.occupation_of, minlength=len(table)), 1)[:, None]
    table -= table.mean(0)
    index.vectors = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return index

"""Further texts to listen to, made of our own: words replaced by their like, clauses and sentences put together anew."""

from __future__ import annotations

import collections
import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from everest.language import meaning
from everest.review.reading import Reading
from tools.train_ear import teacher
from tools.train_ear.examples import SENTENCE, batches, padded, pieces, sentences
from tools.train_ear.labeled import Answer, answers

COUNT, SEED, SIZE = 45_000, 11, 32
LIKE = 0.45
"""The least likeness of meaning of a word that may stand for another."""
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[^a-z]+")
_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+(?=but |because |so that |and then |while |which )")
_KEPT = frozenset(
    """i me my mine myself you your yours we us our they them their he she it his her its this that these those a an the and or
    but nor so yet for of in on at to from with without by as than then if when while because although though until unless since
    about into over under after before between through during against not no never none nothing nobody neither don't doesn't
    didn't won't wouldn't can't cannot couldn't isn't aren't wasn't weren't haven't hasn't is are was were be been being am have
    has had do does did will would can could should may might must shall more most less least only just even ever again still
    already also too very really quite rather maybe perhaps who whom whose which what where why how all any both each few other
    some such own same one two three four five six seven eight nine ten first last next once here there now then up down out off
    want wants wanted like hope plan goal see grow stay leave job work career role company""".split()
)
"""Words that keep their place: to replace them would change what is said."""


@dataclass(frozen=True, slots=True)
class Varied:
    """A text's pieces, and what the teacher hears: see ``listener.Heard``."""

    rows: list[int]
    pieces: np.ndarray
    answer: np.ndarray
    bad: float
    situation: np.ndarray
    sinking: np.ndarray


def write(weights: Path, target: Path) -> None:
    """Make the texts, let the teacher hear them, and write both to ``target``."""
    heard = listened(weights, [text for text in texts(COUNT, SEED) if 2 < len(text.split()) < 200])
    ends = np.cumsum([len(item.rows) for item in heard])
    np.savez(
        target, ends=ends, rows=np.concatenate([item.rows for item in heard]).astype(np.int32),
        pieces=np.concatenate([item.pieces for item in heard]), sinking=np.concatenate([item.sinking for item in heard]),
        answer=np.stack([item.answer for item in heard]), bad=np.array([item.bad for item in heard], np.float32),
        situation=np.stack([item.situation for item in heard]),
    )  # fmt: skip


def read(path: Path) -> list[Varied]:
    """Read what ``write`` wrote."""
    with np.load(path) as kept:
        found = {key: kept[key] for key in kept.files}
    starts = [0, *found["ends"][:-1]]
    return [
        Varied(
            found["rows"][a:b].tolist(), found["pieces"][a:b], found["answer"][n], float(found["bad"][n]), found["situation"][n],
            found["sinking"][a:b],
        )
        for n, (a, b) in enumerate(zip(starts, found["ends"], strict=True))
    ]  # fmt: skip


def listened(weights: Path, found: list[str]) -> list[Varied]:
    """Return what the teacher hears in each text."""
    model = teacher.load(weights)
    items = [
        Varied(rows, *(np.zeros(0),) * 2, 0.0, *(np.zeros(0),) * 2)
        for text in found
        if (rows := pieces(text)[0])
    ]
    heard: list[Varied] = []
    with torch.inference_mode():
        for group in batches(items, SIZE, None):
            batch = [items[i] for i in group]
            out = model(*padded(batch))
            for n, item in enumerate(batch):
                count = len(item.rows)
                half = [
                    t.numpy().astype(np.float16)
                    for t in (out.pieces[n, :count], out.answer[n], out.situation[n], out.sinking[n, :count])
                ]
                heard.append(Varied(item.rows, half[0], half[1], float(out.bad[n]), half[2], half[3]))
            print(f"\r{len(heard)} of {len(items)}", end="", flush=True)
    return heard


def texts(count: int, seed: int) -> list[str]:
    """Make ``count`` texts."""
    return list(_Maker(answers(apart=False), sentences(), random.Random(seed)).several(count))


class _Maker:
    def __init__(self, told: list[Answer], bank: list[Answer], chance: random.Random) -> None:
        self.bank, self.told, self.chance = bank, told, chance
        self.good = [
            s for a in told if a["verdict"] == "good" for s in SENTENCE.split(a["text"]) if len(s.split()) > 3
        ]
        self.other = [s for a in told if a["verdict"] != "good" for s in SENTENCE.split(a["text"])]
        self.shown = [w for a in told for w in a["where"].values() if len(w.split()) > 2]
        self.near = _likes([a["text"] for a in (*told, *bank)])

    def several(self, count: int) -> list[str]:
        kinds = (self._sentence, self._answer, self._clauses, self._hosted, self._mixed, self._marked)
        return [kind() for kind in self.chance.choices(kinds, (28, 30, 10, 16, 10, 6), k=count)]

    def _sentence(self) -> str:
        return self._varied(self.chance.choice(self.bank)["text"], self.chance.choice((0.15, 0.3, 0.5)))

    def _answer(self) -> str:
        return " ".join(self._varied(self.chance.choice(self.told)["text"], 0.25).split()[:130])

    def _clauses(self) -> str:
        one, other = (_CLAUSE.split(self.chance.choice(self.bank)["text"]) for _ in range(2))
        first = one[: self.chance.randint(1, len(one))]
        return self._varied(" ".join([*first, *other[self.chance.randint(0, len(other) - 1) :]]), 0.15)

    def _hosted(self) -> str:
        parts = self.chance.choices(self.good, k=self.chance.randint(1, 5))
        if self.chance.random() < 0.75:
            parts.insert(self.chance.randint(0, len(parts)), self.chance.choice(self.bank)["text"])
        return self._varied(" ".join(parts), 0.1)

    def _mixed(self) -> str:
        parts = [*self.chance.choices(self.good, k=self.chance.randint(0, 4)), self.chance.choice(self.other)]
        self.chance.shuffle(parts)
        return self._varied(" ".join(parts), 0.2)

    def _marked(self) -> str:
        return self._varied(self.chance.choice(self.shown), 0.25)

    def _varied(self, text: str, share: float) -> str:
        """Replace a share of the words by their like; now and then leave one out."""
        words = [
            self.chance.choice(self.near[word])
            if word in self.near and self.chance.random() < share
            else word
            for word in _WORD.findall(Reading(text).low)
        ]
        parts = "".join(words).split(" ")
        if len(parts) > 6 and self.chance.random() < 0.15:
            del parts[self.chance.randrange(len(parts))]
        return " ".join(parts)


def _likes(found: list[str]) -> dict[str, list[str]]:
    """Return, for each word used three times or more, words of like meaning."""
    counts = collections.Counter(
        word for text in found for word in re.findall(r"[a-z]{3,}", Reading(text).low)
    )
    known = meaning.numbers()
    words = [word for word, count in counts.items() if count >= 3 and word not in _KEPT and word in known]
    rows = meaning.encode(words)
    likeness = rows @ rows.T
    near = {}
    for n, word in enumerate(words):
        best = np.argsort(-likeness[n])[1:13]
        near[word] = [words[k] for k in best if likeness[n, k] > LIKE and words[k][:5] != word[:5]]
    return {word: like for word, like in near.items() if like}

"""What the ear learns from: labelled answers and sentences of our own, as word pieces with their labels."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from everest.language import meaning
from everest.review.heads import COSTLY, MISSING
from everest.review.page import Page
from everest.review.reading import Reading
from everest.review.rulebook import rules
from tools.train_ear.labeled import DATA, Answer, answers

FLAWS = tuple(
    "arrogance criticizes_employer interviewers_job joke leaving money_first no_growth no_plan own_business personal_life"
    " title_too_soon unrelated_field scattered_aims rigid_plan vague_cliche hedging self_focused no_commitment"
    " question_not_answered placeholder no_link no_strengths goals_only aspiration_only".split()
)
SITUATIONS = ("entry", "to_leadership", "leader", "changer", "established")
TOGETHER = 10
"""For so many single sentences there is one text of several flawed ones."""
LONGEST = 256
"""Pieces read of an answer."""
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its labels.

    ``rows`` are the pieces. ``flaws`` (flaws,) and ``pieces`` (pieces, flaws) are 0 or 1; ``is_known`` (flaws,) tells
    whether the pieces of a flaw are known, ``is_told`` whether its absence is. ``bad``: 0 good, 0.5 weak, 1 bad, with
    ``weight``. ``situation``: a place in ``SITUATIONS``, or -1.
    """

    rows: list[int]
    flaws: NDArray[np.float32]
    pieces: NDArray[np.float32]
    is_known: NDArray[np.float32]
    is_told: NDArray[np.float32]
    bad: float
    weight: float
    situation: int


def sentences() -> list[Answer]:
    """Read the single sentences and their innocent neighbors, and what the pages of the rules say."""
    found = []
    for path in sorted((DATA / "sentences" / "pairs").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            said, innocent = line.split("\t")
            found += [_sentence(said, path.stem), _sentence(innocent, "good")]
    for path in sorted((DATA / "sentences").glob("*.txt")):
        flaw = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# "):
                flaw = line[2:].strip()
            elif line.strip():
                found.append(_sentence(line.strip(), flaw))
    return found + [
        made for rule in rules() if rule.page.flaw in set(FLAWS) - MISSING for made in _cases(rule.page)
    ]


def hosted(sentence: Answer, hosts: Sequence[Answer], chance: random.Random) -> Answer:
    """Put a sentence between those of a good answer; it makes of the whole what it is itself."""
    host = chance.choice(hosts)
    for _ in range(20):
        if 25 <= len(host["text"].split()) <= 130:
            break
        host = chance.choice(hosts)
    parts = SENTENCE.split(host["text"])
    parts.insert(chance.randint(0, len(parts)), sentence["text"])
    return {
        **sentence,
        "text": " ".join(parts),
        "situation": host.get("situation"),
        "alone": False,
        "put_together": True,
    }


def together(said: Sequence[Answer], hosts: Sequence[Answer], chance: random.Random) -> Answer:
    """Put two to four flawed sentences together, now and then with some of a good answer: each flaw is there."""
    flawed = chance.sample(list(said), chance.randint(2, 4))
    parts = [sentence["text"] for sentence in flawed]
    if chance.random() < 0.5:
        parts += SENTENCE.split(chance.choice(hosts)["text"])[: chance.randint(1, 3)]
    chance.shuffle(parts)
    where: dict[str, str] = {flaw: words for sentence in flawed for flaw, words in sentence["where"].items()}
    verdict = "bad" if any(sentence["verdict"] == "bad" for sentence in flawed) else "weak"
    return {
        "text": " ".join(parts), "flaws": list(where), "where": where, "verdict": verdict, "put_together": True,
    }  # fmt: skip


def gathered(seed: int, share: float) -> list[Example]:
    """Return everything to learn from, ``share`` of the single sentences within good answers."""
    chance = random.Random(seed)
    told = answers(apart=False)
    hosts = [answer for answer in told if answer["verdict"] == "good"]
    bank = sentences()
    said = [sentence for sentence in bank if sentence["flaws"]]
    both = [*told, *(hosted(s, hosts, chance) if chance.random() < share else s for s in bank)]
    both += [together(said, hosts, chance) for _ in range(len(bank) // TOGETHER)]
    return [made for answer in both if (made := example(answer)).rows]


def example(answer: Answer) -> Example:
    """Return an answer's pieces and labels."""
    rows, spans = pieces(answer["text"])
    count = len(rows)
    flaws = np.array([flaw in answer["flaws"] for flaw in FLAWS], np.float32)
    marked = np.zeros((count, len(FLAWS)), np.float32)
    known = np.array([flaw not in MISSING for flaw in FLAWS], np.float32)
    for n, flaw in enumerate(FLAWS):
        if flaws[n] and known[n]:
            words = answer["where"].get(flaw)
            start = answer["text"].find(words) if words else -1
            known[n] = start >= 0
            for at, (begin, end) in enumerate(spans):
                marked[at, n] = start >= 0 and begin < start + len(words) and end > start
    alone = bool(answer.get("alone"))
    is_whole = not alone and not answer.get("put_together")
    told = np.array([is_whole or flaw not in MISSING for flaw in FLAWS], np.float32)
    bad = {"good": 0.0, "weak": 0.5, "bad": 1.0}[answer["verdict"]]
    weight = (0.1 if bad == 0 else 0.6) if alone else (0.3 if bad == 0.5 else 1.0)
    situation = answer.get("situation")
    place = SITUATIONS.index(situation) if situation in SITUATIONS else -1
    return Example(rows, flaws, marked, known, told, bad, weight, place)


def pieces(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the rows of a text's pieces in the table of vectors, and where each one's word stands."""
    return meaning.rows(Reading(text).low, LONGEST)


def batches(items: Sequence[Any], size: int, seed: int | None) -> Iterator[list[int]]:
    """Yield places of items of about the same length; without ``seed`` in order of length."""
    order = list(range(len(items)))
    if seed is None:
        order.sort(key=lambda i: len(items[i].rows))
        yield from (order[at : at + size] for at in range(0, len(order), size))
        return
    chance = random.Random(seed)
    chance.shuffle(order)
    wide = size * 20
    order = [
        i
        for at in range(0, len(order), wide)
        for i in sorted(order[at : at + wide], key=lambda i: len(items[i].rows))
    ]
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(groups)
    yield from groups


def padded(items: Sequence[Any]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the rows of several texts side by side, shape (texts, pieces), and 1 where there is a piece."""
    longest = max(len(item.rows) for item in items)
    rows = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest)
    for n, item in enumerate(items):
        rows[n, : len(item.rows)] = torch.tensor(item.rows)
        mask[n, : len(item.rows)] = 1
    return rows, mask


def _cases(page: Page) -> Iterator[Answer]:
    """Yield what a rule's page flags, and how it mends it."""
    for case in page.flagged:
        if any(stop > start for start, stop in case.spans):
            yield _sentence(case.text, page.flaw)
            yield _sentence(case.mended, "good")


def _sentence(text: str, flaw: str) -> Answer:
    is_good = flaw == "good"
    return {
        "text": text, "flaws": [] if is_good else [flaw], "where": {} if is_good else {flaw: text}, "alone": True,
        "verdict": "good" if is_good else "weak" if flaw in COSTLY else "bad",
    }  # fmt: skip

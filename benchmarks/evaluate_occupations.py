"""Measure the title look-up on reported titles that the index has not seen.

One in ten titles of every occupation is held out (at least one, by a fixed seed), under every occupation that
carries the same words, so nothing equal is left in the index. The vectors of the occupations' titles are made again
without them. A hit is an occupation that the release itself gives for the title.
"""

from __future__ import annotations

import csv
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.persons import hits, persons
from everest.language.meaning import encode
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.titles import TitleIndex, _stemmed, find_title, scores

Score = Callable[[str], np.ndarray]

SEED = 7
SAMPLE = 900


def held_out(source: Atlas, kind: int) -> tuple[list[str], dict[str, set[int]], frozenset[int]]:
    """Return queries, the occupations each may name, and the index rows to leave out."""
    chance = random.Random(SEED)
    kinds = source.array("title_kind").tolist()
    by_key: dict[str, list[int]] = defaultdict(list)
    by_occupation: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(source.title_texts):
        by_key[" ".join(_stemmed(text))].append(n)
        if kinds[n] == kind:
            by_occupation[int(source.title_of[n])].append(n)
    queries, truth, without = [], {}, set()
    for rows in by_occupation.values():
        own = [n for n in rows if source.title_texts[n] != source.titles[int(source.title_of[n])]]
        for n in chance.sample(own, min(len(own), max(1, len(own) // 10))):
            text = source.title_texts[n]
            same = by_key[" ".join(_stemmed(text))]
            queries.append(text)
            truth[text] = {int(source.title_of[m]) for m in same}
            without.update(same)
    chance.shuffle(queries)
    return queries[:SAMPLE], truth, frozenset(without)


def without_rows(source: Atlas, rows: frozenset[int]) -> TitleIndex:
    """Build an index and title vectors that have not seen the rows."""
    index = TitleIndex(source, without=rows)
    vectors = encode([source.title_texts[n] for n in index.kept])
    table = np.zeros_like(index.vectors)
    np.add.at(table, index.occupation_of, vectors)
    table /= np.maximum(np.bincount(index.occupation_of, minlength=len(table)), 1)[:, None]
    table -= table.mean(0)
    index.vectors = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return index


def top(queries: list[str], truth: dict[str, set[int]], score: Score) -> tuple[float, float]:
    """Return top-1 and top-5."""
    first = five = 0
    for query in queries:
        best = np.argsort(-score(query), kind="stable")[:5].tolist()
        first += best[0] in truth[query]
        five += bool(set(best) & truth[query])
    return first / len(queries), five / len(queries)


def texts(index: TitleIndex) -> list[str]:
    """Return the titles that an index has seen."""
    return [index.atlas.title_texts[n] for n in index.kept]


def fuzzy(index: TitleIndex) -> Score:
    """Plain rapidfuzz WRatio over the same titles."""
    from rapidfuzz import fuzz, process, utils

    titles = [utils.default_process(title) for title in texts(index)]

    def score(query: str) -> np.ndarray:
        found = process.cdist(
            [utils.default_process(query)], titles, scorer=fuzz.token_sort_ratio, dtype=np.float32
        )[0]
        best = np.zeros(len(index.atlas.codes))
        np.maximum.at(best, index.occupation_of, found)
        return best

    return score


def tf_idf(index: TitleIndex) -> Score:
    """TF-IDF of word and character 3-grams, best title of each occupation."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32)
    table = model.fit_transform(texts(index)).T.tocsc()

    def score(query: str) -> np.ndarray:
        found = np.asarray((model.transform([query]) @ table).todense())[0]
        best = np.zeros(len(index.atlas.codes))
        np.maximum.at(best, index.occupation_of, found)
        return best

    return score


CATEGORIES = {
    "Software Engineering": ("15-", "11-3021", "17-2"),
    "Legal & Government Relations": ("23-", "11-", "13-1041", "27-3031"),
    "Finance": ("13-2", "11-3031", "15-2", "43-3", "13-1", "11-"),
    "People Operations": ("11-31", "13-1", "43-4", "11-"),
    "Marketing & Communications": ("11-2", "13-1", "27-", "15-2", "11-"),
    "Technical Support": ("15-1", "41-", "43-4", "11-"),
    "Sales & Account Management": ("41-", "11-2", "13-1", "11-", "43-"),
    "Administrative": ("43-6", "43-", "11-3012"),
    "Hardware Engineering": ("17-", "15-", "11-9041"),
    "Data Center & Network": ("15-", "17-", "49-", "11-3021"),
    "Real Estate & Workplace Services": ("11-", "13-", "41-9", "17-1", "35-", "43-"),
    "IT & Data Management": ("15-", "11-3021"),
}
"""SOC groups that are right for a category of the postings (the only truth they have, and a coarse one)."""


def postings(path: Path) -> tuple[str, str, str]:
    """Return how often the first occupation found lies in the posting's category."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Category"] in CATEGORIES]
    hits = sum(
        found[0].code.startswith(CATEGORIES[row["Category"]])
        for row in rows
        if (found := find_title(row["Title"], limit=1))
    )
    return ("titles of postings: in the category", f"{hits / len(rows):.3f} (n={len(rows)})", "")


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    source = atlas()
    measured: list[tuple[str, str, str]] = []

    def add(
        name: str,
        score: Score,
        sample: tuple[list[str], dict[str, set[int]]],
        goal: str = "",
        size: int = SAMPLE,
    ) -> None:
        first, five = top(sample[0][:size], sample[1], score)
        value = f"top-1 {first:.3f}, top-5 {five:.3f} (n={min(size, len(sample[0]))})"
        measured.append((f"titles: {name}", value, goal))

    for kind, name in ((1, "reported"), (2, "alternate")):
        queries, truth, rows = held_out(source, kind)
        sample, index = (queries, truth), without_rows(source, rows)
        add(f"held-out {name}", lambda q, i=index: scores(q, i), sample, "0.85, 0.96" if kind == 1 else "")
        if kind == 1:
            add("the same, words alone", lambda q, i=index: scores(q, i, meaning=False), sample)
            add("the same, meaning alone", lambda q, i=index: scores(q, i, words=False), sample)
            add("the same, rapidfuzz", fuzzy(index), sample, "", 200)
            add("the same, TF-IDF", tf_idf(index), sample, "", 400)
    people = persons()
    for limit, goal in ((1, ""), (5, "0.90"), (10, "0.95")):
        name = f"persons: a fitting occupation among the first {limit}"
        measured.append((name, f"{hits(people, limit):.3f} (n={len(people)}, used to choose weights)", goal))
    shared = os.environ.get("EVEREST_SHARED") or (sys.argv[1] if len(sys.argv) > 1 else "")
    if shared and (path := Path(shared) / "data" / "postings" / "google_job_skills_dev.csv").is_file():
        measured.append(postings(path))
    return measured


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))

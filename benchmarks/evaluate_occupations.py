"""Measure the title look-up on reported titles that the index has not seen.

One in ten titles of every occupation is held out (at least one, by a fixed seed), under every occupation that
carries the same words, so nothing equal is left in the index. The vectors of the occupations' titles are made again
without them. A hit is an occupation that the release itself gives for the title.
"""

from __future__ import annotations

import random
from collections import defaultdict

import numpy as np

from everest.language.meaning import encode
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.titles import TitleIndex, _stemmed, scores

SEED = 20250501
SAMPLE = 1500


def held_out(
    source: Atlas, reported: set[tuple[int, str]] | None = None
) -> tuple[list[str], dict[str, set[int]], frozenset[int]]:
    """Return queries, the occupations each may name, and the index rows to leave out."""
    chance = random.Random(SEED)
    by_key: dict[str, list[int]] = defaultdict(list)
    by_occupation: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(source.title_texts):
        by_key[" ".join(_stemmed(text))].append(n)
        if reported is None or (int(source.title_of[n]), text) in reported:
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
    vectors = encode(index.titles)
    table = np.zeros_like(index.vectors)
    np.add.at(table, index.occupation_of, vectors)
    table /= np.maximum(np.bincount(index.occupation_of, minlength=len(table)), 1)[:, None]
    table -= table.mean(0)
    index.vectors = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return index


def top(queries: list[str], truth: dict[str, set[int]], score) -> tuple[float, float]:
    """Return top-1 and top-5."""
    first = five = 0
    for query in queries:
        best = np.argsort(-score(query), kind="stable")[:5].tolist()
        first += best[0] in truth[query]
        five += bool(set(best) & truth[query])
    return first / len(queries), five / len(queries)


def fuzzy(index: TitleIndex):
    """Plain rapidfuzz WRatio over the same titles."""
    from rapidfuzz import fuzz, process, utils

    titles = [utils.default_process(title) for title in index.titles]

    def score(query: str) -> np.ndarray:
        found = process.cdist(
            [utils.default_process(query)], titles, scorer=fuzz.token_sort_ratio, dtype=np.float32
        )[0]
        best = np.zeros(len(index.atlas.codes))
        np.maximum.at(best, index.occupation_of, found)
        return best

    return score


def tf_idf(index: TitleIndex):
    """TF-IDF of word and character 3-grams, best title of each occupation."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32)
    table = model.fit_transform(index.titles).T.tocsc()

    def score(query: str) -> np.ndarray:
        found = np.asarray((model.transform([query]) @ table).todense())[0]
        best = np.zeros(len(index.atlas.codes))
        np.maximum.at(best, index.occupation_of, found)
        return best

    return score


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    source = atlas()
    queries, truth, rows = held_out(source)
    index = without_rows(source, rows)
    rows_of = []

    def add(name: str, score, goal: str = "", size: int = SAMPLE) -> None:
        first, five = top(queries[:size], truth, score)
        rows_of.append(
            (f"titles: {name}", f"top-1 {first:.3f}, top-5 {five:.3f} (n={min(size, len(queries))})", goal)
        )

    add("Everest", lambda q: scores(q, index), "0.85, 0.96")
    add("words alone", lambda q: scores(q, index, meaning=False))
    add("meaning alone", lambda q: scores(q, index, words=False))
    add("rapidfuzz", fuzzy(index), "", 150)
    try:
        add("TF-IDF", tf_idf(index), "", 300)
    except ImportError:
        rows_of.append(("titles: TF-IDF", "scikit-learn is not installed", ""))
    return rows_of


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))

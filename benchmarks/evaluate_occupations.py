"""Measure the atlas: titles to occupations, persons to occupations, aims to verdicts.

How titles are held out is told in ``held_out_titles.py``. Rows marked "tuned on" served to choose words or weights;
those marked "held out" did not.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import persons
from benchmarks.aims import judged
from benchmarks.held_out_titles import ALTERNATE, REPORTED, Held, held_out, index_without
from benchmarks.messy_titles import messy
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.title_index import TitleIndex
from everest.occupations.title_model import plain_score, title_model
from everest.occupations.titles import find_title, scores

Score = Callable[[str], np.ndarray]
Row = tuple[str, str, str]
SAID = {"dev": "tuned on", "heldout": "held out"}


def top(queries: list[str], truth: list[set[int]], score: Score) -> tuple[float, float]:
    """Return top-1 and top-5; the share among the titles that have a right answer."""
    first = five = asked = 0
    for query, right in zip(queries, truth, strict=True):
        if right:
            best = np.argsort(-score(query), kind="stable")[:5].tolist()
            asked += 1
            first += best[0] in right
            five += bool(set(best) & right)
    return first / asked, five / asked


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


def words_alone(query: str, index: TitleIndex) -> np.ndarray:
    """Score by the words of titles and tasks."""
    seen = index.evidence(query)
    return seen.words + 0.1 * seen.use + 1.2 * seen.work


def meaning_alone(query: str, index: TitleIndex) -> np.ndarray:
    """Score by likeness of meaning to titles and tasks."""
    seen = index.evidence(query)
    return 1.1 * seen.titles_meaning + 0.5 * seen.work_meaning


def by_hand(query: str, index: TitleIndex) -> np.ndarray:
    """Score by words and meaning with hand-set weights: all that there is without anything learned."""
    return plain_score(index.evidence(query))


def learned_alone(query: str, index: TitleIndex) -> np.ndarray:
    """Score by the classifier alone."""
    return title_model(index).log_chances(query, index.evidence(query).vector)


def titles(source: Atlas) -> list[Row]:
    """Measure held-out titles in the three ways, what each part adds, and two plain methods beside."""
    held = held_out(source, REPORTED)
    strict = index_without(source, held.strict)
    found = [_shares("unknown titles (gone from every list)", strict, held, scores, goal="0.85, 0.96")]
    parts = {
        "words alone": words_alone, "meaning alone": meaning_alone, "both by hand": by_hand,
        "classifier alone": learned_alone,
    }  # fmt: skip
    found += [_shares(f"unknown titles, {name}", strict, held, part) for name, part in parts.items()]
    for name, plain, size in (("rapidfuzz", fuzzy(strict), 200), ("TF-IDF", tf_idf(strict), 400)):
        found.append(_shares(f"unknown titles, {name}", strict, held, lambda q, _, f=plain: f(q), size=size))
    one = partial(_shares, held=held, score=scores)
    found.append(one("unknown titles with one right answer", strict, only=1))
    found.append(one("known only from other occupations", index_without(source, held.own), goal="0.85, 0.96"))
    found.append(one("known titles (a look-up)", index_without(source, frozenset())))
    other = held_out(source, ALTERNATE)
    found.append(_shares("unknown alternate titles", index_without(source, other.strict), other, scores))
    return found


def _shares(
    name: str,
    index: TitleIndex,
    held: Held,
    score: Callable[[str, TitleIndex], np.ndarray],
    *,
    goal: str = "",
    size: int = 900,
    only: int = 0,
) -> Row:
    chosen = [n for n, right in enumerate(held.given[:size]) if not only or len(right) == only]
    queries = [held.queries[n] for n in chosen]
    first, five = top(queries, [held.given[n] for n in chosen], lambda q: score(q, index))
    value = f"top-1 {first:.3f}, top-5 {five:.3f} (n={len(chosen)})"
    if not only and score is scores:
        own = top(queries, [held.reported[n] for n in chosen], lambda q: score(q, index))
        value += f"; counting reported lists only {own[0]:.3f}, {own[1]:.3f}"
    return (f"titles: {name}", value, goal)


def run() -> list[Row]:
    """Return measure, value, goal."""
    measured = titles(atlas())
    for part in ("dev", "heldout"):
        first, five, count = messy(part)
        measured.append(
            (f"titles: messy, {SAID[part]}", f"top-1 {first:.3f}, top-5 {five:.3f} (n={count})", "")
        )
    shared = os.environ.get("EVEREST_SHARED") or (sys.argv[1] if len(sys.argv) > 1 else "")
    if shared and (path := Path(shared) / "data" / "postings" / "google_job_skills_dev.csv").is_file():
        measured.append(postings(path))
    measured += persons.run()
    for part in ("dev", "heldout"):
        share, count = judged(part)
        measured.append((f"realism: right verdict, {SAID[part]}", f"{share:.3f} (n={count})", ""))
    return measured


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))

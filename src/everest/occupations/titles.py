"""From a job title as people write it to an occupation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from everest.occupations.atlas import Atlas, atlas
from everest.occupations.model import OccupationMatch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARE_OF_MEANING = 1.1
SHARE_OF_WORK = 0.5
SHARE_OF_TERMS = 1.2
SHARE_OF_FREQUENCY = 0.1
SHARE_OF_TITLES = 0.12
_RARE = 0.1
"""Stands for a count of nothing."""
_SPLIT = re.compile(r"\s+[-\u2013\u2014|@]\s+|[,;:/()\[\]]|\s+at\s+")
_WORD = re.compile(r"[a-z0-9][a-z0-9+#&'.]*")
_WORTH = (1.0, 0.5, 0.3, 0.2)
"""How much the first, second ... part of a title counts: "Nurse, nights - Boston" is a nurse."""
_NOISE = frozenset(
    [
        "remote",
        "hybrid",
        "onsite",
        "full-time",
        "part-time",
        "ft",
        "pt",
        "contract",
        "temporary",
        "temp",
        "permanent",
        "seasonal",
        "nights",
        "days",
        "evenings",
        "weekend",
        "weekends",
        "shift",
        "the",
        "of",
        "and",
        "for",
        "in",
        "a",
        "an",
        "to",
        "with",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "1",
        "2",
        "3",
        "level",
        "us",
        "usa",
        "uk",
        "emea",
        "apac",
        "hours",
        "hr/wk",
        "m",
        "f",
        "d",
        "x",
        "new",
        "immediate",
        "urgent",
        "hiring",
        "per",
        "diem",
        "prn",
    ]
) - {"hr"}
_SENIORITY = frozenset(
    [
        "senior",
        "sr",
        "snr",
        "junior",
        "jr",
        "lead",
        "principal",
        "staff",
        "entry",
        "graduate",
        "intern",
        "trainee",
        "apprentice",
        "associate",
    ]
)
_LONG = {
    "swe": "software engineer", "sde": "software developer", "sdet": "software test engineer", "sre": "site reliability engineer",
    "dev": "developer", "devops": "development operations engineer", "eng": "engineer", "engr": "engineer", "mgr": "manager",
    "pm": "project manager", "tpm": "technical program manager", "rn": "registered nurse", "lpn": "licensed practical nurse",
    "cna": "certified nursing assistant", "np": "nurse practitioner", "md": "physician", "pa": "physician assistant",
    "pt": "physical therapist", "ot": "occupational therapist", "slp": "speech language pathologist", "emt": "emergency medical technician",
    "hr": "human resources", "hrbp": "human resources business partner", "qa": "quality assurance", "ba": "business analyst",
    "bdr": "business development representative", "sdr": "sales development representative", "ae": "account executive",
    "csm": "customer success manager", "cpa": "certified public accountant", "ea": "executive assistant", "admin": "administrative",
    "asst": "assistant", "assoc": "associate", "acct": "accountant", "rep": "representative", "tech": "technician", "vp": "vice president director",
    "svp": "vice president director", "ceo": "chief executive officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "cto": "chief technology officer", "cio": "chief information officer", "cmo": "chief marketing officer", "ml": "machine learning",
    "ai": "artificial intelligence", "ux": "user experience", "ui": "user interface", "dba": "database administrator", "it": "information technology",
    "backend": "software", "frontend": "front end web", "fullstack": "full stack software", "svc": "service", "ops": "operations", "mktg": "marketing",
    "dir": "director", "coord": "coordinator", "spec": "specialist", "supv": "supervisor", "attorney": "attorney lawyer",
    "barrister": "lawyer", "solicitor": "lawyer", "porter": "porter helper", "programmer": "programmer", "cook": "cook", "exec": "executive",
}  # fmt: skip
_HEADS = (
    (re.compile(r"\b(?:head|vp|vice president|director|chief) of (?:people|talent)\b|\bchief people officer\b"), "human resources manager"),
    (re.compile(r"\b(?:head|vp|svp|vice president) of (?:the )?([a-z ]{3,40})"), r"\1 manager director"),
    (re.compile(r"\bchief of staff\b"), "chief of staff"),
    (re.compile(r"\bpeople (?:partner|operations|ops)\b"), "human resources business partner"),
    (re.compile(r"\bkitchen porter\b"), "kitchen helper dishwasher"),
)  # fmt: skip


def find_title(title: str, *, limit: int = 5) -> tuple[OccupationMatch, ...]:
    """Return the occupations that a free-form job title most likely names, best first; () for an empty title.

    Seniority ("Sr.", "II") and circumstances ("Remote", "nights") do not change the occupation.
    """
    return tuple(
        OccupationMatch(found.code, found.title, found.score, found.why)
        for found in _find(title.strip()[:200], index(), limit)
    )


class TitleIndex:
    """Words of all known titles, turned around: from word to titles."""

    def __init__(self, source: Atlas, *, without: frozenset[int] = frozenset()) -> None:
        import numpy as np

        self.atlas = source
        kept = np.array([n for n in range(len(source.title_of)) if n not in without])
        self.occupation_of = source.title_of[kept].astype(np.int64)
        sizes_of = source.array("title_word_counts").astype(np.int64)
        ends = np.cumsum(sizes_of)
        stored = source.array("title_word_ids").astype(np.int64)
        title_ids = np.repeat(np.arange(len(sizes_of)), sizes_of)
        if without:
            place = np.full(len(sizes_of), -1)
            place[kept] = np.arange(len(kept))
            seen = place[title_ids] >= 0
            word_ids, title_ids = stored[seen], place[title_ids[seen]]
        else:
            word_ids = stored
        self.kept = kept
        names = bytes(source.array("title_words_text")).decode().split("\n")
        present = np.bincount(word_ids, minlength=len(names)) > 0
        self.words = {word: n for n, word in enumerate(names) if present[n]}
        raw = stored.astype(np.uint16)
        self.exact: dict[bytes, list[int]] = {}
        bounds = ends.tolist()
        starts_of = (ends - sizes_of).tolist()
        for place_of, n in enumerate(kept.tolist()):
            self.exact.setdefault(raw[starts_of[n] : bounds[n]].tobytes(), []).append(place_of)
        order = np.argsort(word_ids, kind="stable")
        self.postings = title_ids[order]
        counts = np.bincount(word_ids, minlength=len(names))
        self.bounds = np.concatenate([[0], np.cumsum(counts)])
        self.weights = np.log(len(kept) / np.maximum(counts, 1))
        lengths = np.bincount(title_ids, weights=self.weights[word_ids] ** 2, minlength=len(kept))
        self.lengths = np.sqrt(np.maximum(lengths, 1e-9))
        self.vectors = source.array("title_vectors").astype(np.float32) / 300
        self.work = source.array("work_vectors").astype(np.float32) / 300
        sizes = np.bincount(self.occupation_of, minlength=len(source.codes)).astype(float)
        self.log_sizes = 0.5 * np.log((sizes + 1) / (sizes.mean() + 1))
        terms = source.array("terms")
        self.terms = terms[np.argsort(terms[:, 1], kind="stable")]
        starts = np.searchsorted(self.terms[:, 1], np.arange(len(source.terms) + 1)).tolist()
        self.term_rows = {_stem(term): (starts[n], starts[n + 1]) for n, term in enumerate(source.terms)}
        self._nearest: dict[str, str | None] = {}

    def named_exactly(self, title: str) -> list[int]:
        """Return the titles that consist of the same words."""
        import numpy as np

        known = [self.words.get(word) for word in _stemmed(title)]
        numbers = sorted({number for number in known if number is not None})
        return (
            self.exact.get(np.array(numbers, np.uint16).tobytes(), [])
            if numbers and None not in known
            else []
        )

    def nearest_word(self, word: str) -> str | None:
        """Return the known word that an unknown one most likely means."""
        if word in self.words:
            return word
        if len(word) < 5:
            return None
        if word not in self._nearest:
            from rapidfuzz import fuzz, process

            found = process.extractOne(word, self.words.keys(), scorer=fuzz.ratio, score_cutoff=82)
            self._nearest[word] = found[0] if found else None
        return self._nearest[word]


@lru_cache(maxsize=1)
def index() -> TitleIndex:
    """Return the index over the atlas in use."""
    return TitleIndex(atlas())


def weighted_words(title: str) -> dict[str, float]:
    """Return the words that count in a title, with their worth."""
    plain = re.sub(r"(?<=\w)\.(?=\s|$|,)", "", title.lower())
    for pattern, becomes in _HEADS:
        plain = pattern.sub(becomes, plain)
    worth: dict[str, float] = {}
    parts = [part for part in _SPLIT.split(plain) if part and part.strip()]
    place = 0
    for part in parts:
        words = [word for word in _stems(part) if word not in _NOISE]
        for word in words:
            weight = _WORTH[min(place, len(_WORTH) - 1)] * (0.15 if word in _SENIORITY else 1.0)
            worth[word] = max(worth.get(word, 0.0), weight)
        place += bool(set(words) - _SENIORITY)
    return worth


def scores(
    title: str, titles: TitleIndex, *, words: bool = True, meaning: bool = True
) -> NDArray[np.float64]:
    """Score every occupation for a title, about 0 to 1.5. The switches show what each part adds."""
    import numpy as np

    from everest.language.meaning import encode

    total = np.zeros(len(titles.atlas.codes))
    worth = weighted_words(title)
    if words and worth:
        total += _word_scores(worth, titles)
        total += SHARE_OF_FREQUENCY * _frequency_scores(worth, titles)
        total += SHARE_OF_TERMS * _term_scores(worth, titles)
    if meaning:
        spelled = " ".join(worth) or title
        vector = encode([spelled])[0]
        total += SHARE_OF_MEANING * (titles.vectors @ vector) + SHARE_OF_WORK * (titles.work @ vector)
    exact = titles.named_exactly(title) if words else []
    for n in exact:
        total[titles.occupation_of[n]] += 0.5 if len(exact) == 1 else 0.3
    return total


def _word_scores(worth: dict[str, float], titles: TitleIndex) -> NDArray[np.float64]:
    import numpy as np

    touched, values, norm = [], [], 0.0
    for word, weight in worth.items():
        known = titles.nearest_word(word)
        if known is None:
            norm += (weight * 0.5 * log(len(titles.kept))) ** 2
            continue
        number = titles.words[known]
        rows = titles.postings[titles.bounds[number] : titles.bounds[number + 1]]
        strength = weight * titles.weights[number] * (1.0 if known == word else 0.8)
        norm += strength**2
        touched.append(rows)
        values.append(np.full(len(rows), strength * titles.weights[number]))
    best = np.zeros(len(titles.atlas.codes))
    if not touched:
        return best
    sums = np.bincount(np.concatenate(touched), np.concatenate(values), minlength=len(titles.kept))
    rows = sums.nonzero()[0]
    cosines = sums[rows] / titles.lengths[rows] / max(norm, 1e-9) ** 0.5
    owners = titles.occupation_of[rows]
    np.maximum.at(best, owners, cosines)
    support = np.bincount(owners, cosines**3, minlength=len(best))
    return best + SHARE_OF_TITLES * np.log1p(support)


def _frequency_scores(worth: dict[str, float], titles: TitleIndex) -> NDArray[np.float64]:
    """Score by how often an occupation's titles use the words: log odds against not using them at all."""
    import numpy as np

    total = np.zeros(len(titles.atlas.codes))
    for word, weight in worth.items():
        known = titles.nearest_word(word)
        if known is not None:
            number = titles.words[known]
            rows = titles.postings[titles.bounds[number] : titles.bounds[number + 1]]
            counts = np.bincount(titles.occupation_of[rows], minlength=len(total))
            total += weight * (np.log(counts + _RARE) - np.log(_RARE) - titles.log_sizes * (counts > 0))
    return total


def _term_scores(worth: dict[str, float], titles: TitleIndex) -> NDArray[np.float64]:
    """Score by the words of the work itself."""
    import numpy as np

    total = np.zeros(len(titles.atlas.codes))
    for word in worth:
        found = titles.term_rows.get(word)
        if found is not None:
            rows = titles.terms[found[0] : found[1]]
            total[rows[:, 0]] += rows[:, 2] / 1000
    return total


def _find(title: str, titles: TitleIndex, limit: int) -> list[OccupationMatch]:
    import numpy as np

    if not any(character.isalpha() for character in title):
        return []
    total = scores(title, titles)
    best = np.argsort(-total, kind="stable")[:limit]
    return [
        OccupationMatch(
            titles.atlas.codes[n], titles.atlas.titles[n], float(min(1.0, max(0.0, total[n] / 3.3))),
            (f"“{title}” is close to titles of {titles.atlas.titles[n]}.",),
        )
        for n in best.tolist()
    ]  # fmt: skip


def _stemmed(text: str) -> list[str]:
    return [word for word in _stems(text.lower()) if word not in _NOISE]


def words_of_titles(titles: Iterable[str]) -> tuple[list[str], list[list[int]]]:
    """Return the words of titles, and for each title its sorted word numbers."""
    numbers: dict[str, int] = {}
    rows = [sorted({numbers.setdefault(word, len(numbers)) for word in _stemmed(title)}) for title in titles]
    return list(numbers), rows


def _stems(text: str) -> list[str]:
    words: list[str] = []
    for word in _WORD.findall(text):
        bare = word.strip(".'").removesuffix("'s")
        words.extend(_stem(part) for part in _LONG.get(bare, bare).split())
    return words


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word

"""What was learned from titles: a classifier over hashed parts of a title, and how evidence is weighed together.

``tools/train_titles.py`` makes ``data/titles.npz``. Codes are kept with it, so that it serves a newer atlas too; an
occupation that it has not learned is judged by the other evidence.
"""

from __future__ import annotations

import itertools
import zlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from everest.errors import DataFileError
from everest.occupations.title_index import Evidence, TitleIndex
from everest.occupations.title_words import head_word, title_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "titles.npz"
COLUMNS = 32768
CANDIDATES = 48
_UNLEARNED = -12.0
_EMPLOYMENT = 5
_RELATIVE = (0, 1, 2, 3, 4, 5, 6, 7, 12)
"""Features that are given once as they are and once against the best candidate."""


def parts_of(title: str) -> list[int]:
    """Return the hashed parts of a title: words (twice), pairs of words, the head word, letters 3 to 5 long."""
    words = title_stems(title)
    parts = [f"w{word}" for word in words] * 2
    parts += [f"b{one}_{other}" for one, other in itertools.pairwise(words)]
    parts.append(f"h{head_word(title)}")
    for word in set(words):
        edged = f"<{word}>"
        parts += [f"c{edged[n : n + size]}" for size in (3, 4, 5) for n in range(len(edged) - size + 1)]
    return [zlib.crc32(part.encode()) % COLUMNS for part in parts]


class TitleModel:
    """The learned tables, matched to the occupations of one atlas."""

    def __init__(self, path: Path, codes: list[str]) -> None:
        import numpy as np

        try:
            with np.load(path) as stored:
                tables = {name: stored[name] for name in stored.files}
            learned = bytes(tables["codes"]).decode().split("\n")
            self._parts, scale = tables["parts"], float(tables["parts_scale"])
            self._meaning = tables["meaning"].astype(np.float32)
            self._out = tables["out"].astype(np.float32)
            self._bias = tables["bias"].astype(np.float32)
            self._layers = [tables[f"rank{n}"].astype(np.float32) for n in range(6)]
            self._middle, self._spread = tables["rank_middle"], tables["rank_spread"]
        except (OSError, ValueError, KeyError) as error:
            raise DataFileError(
                "What was learned from job titles is missing or damaged.", where=path.name, todo="Install Everest again."
            ) from error  # fmt: skip
        self._scale = scale
        place = {code: n for n, code in enumerate(learned)}
        self._known = np.array([n for n, code in enumerate(codes) if code in place], np.int64)
        rows = [place[code] for code in codes if code in place]
        self._out, self._bias, self._size = self._out[rows], self._bias[rows], len(codes)

    def log_chances(self, title: str, vector: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the logarithm of how likely each occupation is, by the classifier alone."""
        import numpy as np

        parts = self._parts[parts_of(title)].astype(np.float32).mean(0) * self._scale
        sums = self._out @ (parts + self._meaning @ vector) + self._bias
        top = sums.max()
        found = np.full(self._size, _UNLEARNED)
        found[self._known] = sums - top - np.log(np.exp(sums - top).sum())
        return np.asarray(np.maximum(found, _UNLEARNED))

    def weigh(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return a score for each row of features; a difference of 1 makes a candidate e times as likely."""
        import numpy as np

        first, first_bias, second, second_bias, last, last_bias = self._layers
        rows = (features - self._middle) / self._spread
        rows = np.maximum(rows @ first.T + first_bias, 0)
        rows = np.maximum(rows @ second.T + second_bias, 0)
        return np.asarray(rows @ last + last_bias, np.float64)


def features_of(
    seen: Evidence, chances: NDArray[np.float64], titles: TitleIndex
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the candidates, and a row of features for each."""
    import numpy as np

    plain = plain_score(seen)
    rows = np.argsort(-(plain / 0.6 + 0.5 * chances), kind="stable")[:CANDIDATES]
    table = np.stack([
        seen.words[rows], seen.use[rows] / 5, seen.work[rows], seen.titles_meaning[rows], seen.work_meaning[rows],
        chances[rows] / 5, np.exp(chances[rows]), np.sqrt(seen.head[rows] / (titles.sizes[rows] + 2)),
        np.log1p(seen.head[rows]) / 3, np.log1p(titles.reported[rows]) - 2, np.log1p(titles.sizes[rows]) - 4,
        employed(titles)[rows], plain[rows] / 3, rest(titles)[rows],
    ], 1)  # fmt: skip
    against = table[:, _RELATIVE] - table[:, _RELATIVE].max(0)
    return rows, np.concatenate([table, against], 1).astype(np.float32)


def plain_score(seen: Evidence) -> NDArray[np.float64]:
    """Return the evidence added up by hand-set weights, about 0 to 3: what serves without anything learned."""
    import numpy as np

    words = seen.words + 0.1 * seen.use + 1.2 * seen.work
    return np.asarray(words + 1.1 * seen.titles_meaning + 0.5 * seen.work_meaning)


@lru_cache(maxsize=4)
def employed(titles: TitleIndex) -> NDArray[np.float64]:
    """Return how many work in each occupation, as a logarithm about 0 (BLS; where unknown, few)."""
    import numpy as np

    jobs = titles.atlas.array("pay")[:, _EMPLOYMENT].astype(float)
    return np.asarray(np.log10(np.nan_to_num(jobs, nan=3000.0) + 100) - 4.5)


@lru_cache(maxsize=4)
def usual(titles: TitleIndex) -> NDArray[np.float64]:
    """Return the same with the jobs of a SOC code shared out among its O*NET occupations: who is most likely met."""
    import numpy as np

    _, places, counts = np.unique(
        [code[:7] for code in titles.atlas.codes], return_inverse=True, return_counts=True
    )
    shared = counts[places].astype(float)
    return np.asarray(employed(titles) - np.log10(shared))


@lru_cache(maxsize=4)
def military(titles: TitleIndex) -> NDArray[np.float64]:
    """Return 1 for occupations of the armed forces, else 0."""
    import numpy as np

    return np.array([float(code.startswith("55-")) for code in titles.atlas.codes])


@lru_cache(maxsize=4)
def rest(titles: TitleIndex) -> NDArray[np.float64]:
    """Return 1 for occupations that gather a rest ("..., All Other"), else 0."""
    import numpy as np

    return np.array([float("All Other" in title) for title in titles.atlas.titles])


@lru_cache(maxsize=4)
def title_model(titles: TitleIndex) -> TitleModel:
    """Return what was learned, for the occupations of an index."""
    return TitleModel(Path(str(files("everest.occupations"))) / "data" / FILE, titles.atlas.codes)

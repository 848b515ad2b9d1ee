"""Build the compact atlas from O*NET's text release: facts, figures and a numeric text model, no sentences."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import DataFileError
from everest.language.meaning import encode
from everest.occupations.title_index import NO_HEAD
from everest.occupations.title_words import head_word, words_of_titles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Progress = Callable[[str, int, int], None]
Row = dict[str, str]
ATTRIBUTION = (
    "This product includes information from the O*NET {release} by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. "
    "Everest has modified all or some of this information; USDOL/ETA has not approved, endorsed or tested these "
    "modifications. Pay, employment, growth and openings: U.S. Bureau of Labor Statistics, Occupational Employment "
    "and Wage Statistics (May 2024) and Employment Projections 2024-2034, public domain."
)
PAY_COLUMNS = ("median", "p10", "p25", "p75", "p90", "employment", "growth", "openings")
ENTRY = ("education", "experience", "training")
"""What BLS says an entry into the work asks for, in its own few words; "" where it says nothing."""
_TERMS = 70
_WORD = re.compile(r"[a-z][a-z+#'&-]*[a-z+#]|[a-z]")
_RATED = {
    "skills": ("Skills.txt", ("IM", "LV")),
    "knowledge": ("Knowledge.txt", ("IM", "LV")),
    "interests": ("Interests.txt", ("OI",)),
    "values": ("Work Values.txt", ("EX",)),
    "styles": ("Work Styles.txt", ("IM",)),
}
_LONG_STEPS = 4


def build(
    release: Path, pay: Mapping[str, Mapping[str, Any]], progress: Progress | None = None
) -> dict[str, NDArray[Any]]:
    """Read the release and return the atlas's arrays, ready to be saved.

    ``pay`` gives the figures of ``PAY_COLUMNS`` and the words of ``ENTRY`` by SOC code (``"23-1011"``).
    Raises ``DataFileError`` if the zip is no O*NET release.
    """
    import numpy as np

    tell = progress or (lambda _what, _done, _of: None)
    tables = _Release(release)
    occupations = tables.rows("Occupation Data.txt")
    if not occupations:
        raise DataFileError(
            "This is not an O*NET text release: Occupation Data.txt is not in it.",
            where=release.name,
            todo="Take db_29_3_text.zip, or a newer one, from onetcenter.org.",
        )
    codes = [row["O*NET-SOC Code"] for row in occupations]
    place = {code: n for n, code in enumerate(codes)}
    arrays: dict[str, NDArray[Any]] = {}
    tell("ratings", 1, _LONG_STEPS)
    scales = _add_ratings(arrays, tables, place)
    _add_zones(arrays, tables, place)
    _add_related(arrays, tables, place)
    tell("titles", 2, _LONG_STEPS)
    title_words = _add_titles(arrays, tables, place, [row["Title"] for row in occupations])
    _add_technology(arrays, tables, place)
    tell("text model", 3, _LONG_STEPS)
    _add_text_model(arrays, tables, place, occupations, title_words)
    asked = _add_pay(arrays, codes, pay)
    read_me = tables.text("Read Me.txt")
    found = re.search(r"O\*NET\s+([\d.]+)\s+Database", read_me)
    name = f"{found.group(1)} Database" if found else f"Database ({release.stem})"
    arrays["meta"] = _blob(
        json.dumps({
            "release": name, "attribution": ATTRIBUTION.format(release=name), "codes": codes,
            "titles": [row["Title"] for row in occupations], "scales": scales, **asked,
        })
    )  # fmt: skip
    tell("done", _LONG_STEPS, _LONG_STEPS)
    assert all(isinstance(array, np.ndarray) for array in arrays.values())
    return arrays


class _Release:
    """The tab-separated files of a release zip; an absent file is an empty table."""

    def __init__(self, path: Path) -> None:
        try:
            self.zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise DataFileError(
                "This file is not a zip archive, or only part of one.",
                where=path.name,
                todo="Fetch it again; the atlas in use stays as it was.",
            ) from error
        self.names = {name.rsplit("/", 1)[-1]: name for name in self.zip.namelist()}

    def text(self, name: str) -> str:
        return self.zip.read(self.names[name]).decode("utf-8", "replace") if name in self.names else ""

    def rows(self, name: str) -> list[Row]:
        reader = csv.DictReader(io.StringIO(self.text(name)), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: value or "" for key, value in row.items() if key} for row in reader]


def _blob(text: str) -> NDArray[np.uint8]:
    import numpy as np

    return np.frombuffer(text.encode("utf-8"), np.uint8)


def _add_ratings(
    arrays: dict[str, NDArray[Any]], tables: _Release, place: Mapping[str, int]
) -> dict[str, list[str]]:
    """Store each rated domain as value x 30 in one byte; 0 is unknown."""
    import numpy as np

    scales = {}
    for domain, (file, wanted) in _RATED.items():
        rows = [
            row for row in tables.rows(file) if row["Scale ID"] in wanted and row["O*NET-SOC Code"] in place
        ]
        names = list(dict.fromkeys(row["Element Name"] for row in rows))
        column = {name: n for n, name in enumerate(names)}
        for scale in wanted:
            table = np.zeros((len(place), len(names)), np.uint8)
            for row in rows:
                if row["Scale ID"] == scale:
                    where = place[row["O*NET-SOC Code"]], column[row["Element Name"]]
                    table[where] = round(float(row["Data Value"]) * 30)
            arrays[f"{domain}_{scale.lower()}"] = table
        scales[domain] = names
    for name, element, size in (("required_education", "RL", 12), ("required_experience", "RW", 11)):
        table = np.zeros((len(place), size), np.uint8)
        for row in tables.rows("Education, Training, and Experience.txt"):
            if row["Scale ID"] == element and row["O*NET-SOC Code"] in place:
                table[place[row["O*NET-SOC Code"]], int(row["Category"]) - 1] = round(
                    float(row["Data Value"])
                )
        arrays[name] = table
    return scales


def _add_zones(arrays: dict[str, NDArray[Any]], tables: _Release, place: Mapping[str, int]) -> None:
    import numpy as np

    zones = np.zeros(len(place), np.uint8)
    for row in tables.rows("Job Zones.txt"):
        if row["O*NET-SOC Code"] in place:
            zones[place[row["O*NET-SOC Code"]]] = int(row["Job Zone"])
    arrays["zone"] = zones


def _add_related(arrays: dict[str, NDArray[Any]], tables: _Release, place: Mapping[str, int]) -> None:
    import numpy as np

    tiers = {"Primary-Short": 1, "Primary-Long": 2, "Supplemental": 3}
    edges = [
        (
            place[row["O*NET-SOC Code"]],
            place[row["Related O*NET-SOC Code"]],
            tiers.get(row["Relatedness Tier"], 3),
        )
        for row in tables.rows("Related Occupations.txt")
        if row["O*NET-SOC Code"] in place and row["Related O*NET-SOC Code"] in place
    ]
    arrays["related"] = np.array(edges, np.int16).reshape(-1, 3)


def _add_titles(
    arrays: dict[str, NDArray[Any]], tables: _Release, place: Mapping[str, int], own: list[str]
) -> list[tuple[int, str]]:
    """Store every title once an occupation: its own, then reported, then alternate ones."""
    import numpy as np

    titles = dict.fromkeys(enumerate(own), 0)
    files = (
        ("Sample of Reported Titles.txt", "Reported Job Title"),
        ("Alternate Titles.txt", "Alternate Title"),
    )
    for kind, (file, column) in enumerate(files, 1):
        for row in tables.rows(file):
            if row["O*NET-SOC Code"] in place:
                titles.setdefault((place[row["O*NET-SOC Code"]], row[column].strip()), kind)
    ordered = sorted(titles, key=lambda pair: pair[0])
    arrays["title_text"] = _blob("\n".join(title for _, title in ordered))
    arrays["title_of"] = np.array([n for n, _ in ordered], np.int16)
    arrays["title_kind"] = np.array([titles[pair] for pair in ordered], np.uint8)
    words, rows = words_of_titles(title for _, title in ordered)
    arrays["title_words_text"] = _blob("\n".join(words))
    arrays["title_word_ids"] = np.array([number for row in rows for number in row], np.uint16)
    arrays["title_word_counts"] = np.array([len(row) for row in rows], np.uint8)
    number = {word: n for n, word in enumerate(words)}
    arrays["title_heads"] = np.array(
        [number.get(head_word(title), NO_HEAD) for _, title in ordered], np.uint16
    )
    return ordered


def _add_technology(arrays: dict[str, NDArray[Any]], tables: _Release, place: Mapping[str, int]) -> None:
    import numpy as np

    rows = [row for row in tables.rows("Technology Skills.txt") if row["O*NET-SOC Code"] in place]
    names = list(dict.fromkeys(row["Example"] for row in rows))
    number = {name: n for n, name in enumerate(names)}
    arrays["technology_text"] = _blob("\n".join(names))
    arrays["technology"] = np.array(
        [
            (
                place[row["O*NET-SOC Code"]],
                number[row["Example"]],
                (row["Hot Technology"] == "Y") + 2 * (row.get("In Demand") == "Y"),
            )
            for row in rows
        ],
        np.uint16,
    ).reshape(-1, 3)


def _add_text_model(
    arrays: dict[str, NDArray[Any]],
    tables: _Release,
    place: Mapping[str, int],
    occupations: Iterable[Row],
    titles: Iterable[tuple[int, str]],
) -> None:
    """Store term weights and meaning vectors; the sentences they come from are not kept."""
    import numpy as np

    texts: dict[int, list[str]] = defaultdict(list)
    for row in occupations:
        texts[place[row["O*NET-SOC Code"]]].append(row["Description"])
    for row in tables.rows("Task Statements.txt"):
        if row["O*NET-SOC Code"] in place:
            texts[place[row["O*NET-SOC Code"]]].append(row["Task"])
    named: dict[int, list[str]] = defaultdict(list)
    for n, title in titles:
        named[n].append(title)
    arrays["work_vectors"] = _means([texts[n] for n in range(len(place))])
    arrays["title_vectors"] = _means([named[n] for n in range(len(place))])
    counts = [Counter(_WORD.findall(" ".join(texts[n] + named[n][:40]).lower())) for n in range(len(place))]
    seen = Counter(word for count in counts for word in count)
    triples: list[tuple[int, int, int]] = []
    vocabulary: dict[str, int] = {}
    for n, count in enumerate(counts):
        weights = {
            word: (1 + log(times)) * log(len(counts) / seen[word])
            for word, times in count.items() if seen[word] > 1 and len(word) > 2
        }  # fmt: skip
        best = sorted(weights, key=lambda word: -weights[word])[:_TERMS]
        norm = sum(weights[word] ** 2 for word in best) ** 0.5 or 1.0
        triples += [
            (n, vocabulary.setdefault(w, len(vocabulary)), round(weights[w] / norm * 1000)) for w in best
        ]
    arrays["terms"] = np.array(triples, np.uint16).reshape(-1, 3)
    arrays["term_text"] = _blob("\n".join(vocabulary))


def _means(groups: list[list[str]]) -> NDArray[np.int8]:
    import numpy as np

    table = np.stack([encode(group or [""]).mean(0) for group in groups])
    table -= table.mean(0)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(np.rint(np.clip(table * 300, -127, 127)), np.int8)


def _add_pay(
    arrays: dict[str, NDArray[Any]], codes: list[str], pay: Mapping[str, Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Store the figures, and return what BLS says an entry asks for: education, experience, training on the job."""
    import numpy as np

    table = np.full((len(codes), len(PAY_COLUMNS)), np.nan, np.float32)
    asked: dict[str, list[str]] = {name: [] for name in ENTRY}
    for n, code in enumerate(codes):
        figures = pay.get(code[:7], {})
        table[n] = [figures.get(name, np.nan) for name in PAY_COLUMNS]
        for name, said in asked.items():
            said.append(str(figures.get(name, "")))
    arrays["pay"] = table
    return asked

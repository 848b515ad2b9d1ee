"""Time and memory of the atlas and of the language below it, with peers in the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

PERSON = "smart, compassionate, organized, with great judgment; I like explaining things and finding out why"
SENTENCE = (
    "I want to grow into leading a small team of nurses within five years because I care about patients."
)


FIRST = """
import time, numpy
from everest.occupations import find_title
start = time.process_time()
find_title("Night auditor")
print((time.process_time() - start) * 1000)
"""


def first() -> float:
    """Return the milliseconds of processor time of a fresh process's first look-up, the least of five."""
    command = [sys.executable, "-c", FIRST]
    return min(float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(5))


def once(act: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def typical(act: Callable[[], object], times: int = 30) -> float:
    """Return the median of some calls in milliseconds."""
    return median(once(act) for _ in range(times))


def run() -> list[tuple[str, str, str]]:
    """Return measure, value, goal."""
    import numpy as np  # noqa: F401 - its own import is not what is measured
    from rapidfuzz import process

    from benchmarks.messy_titles import rows
    from everest.language import meaning
    from everest.occupations.atlas import atlas
    from everest.occupations.matching import match_person
    from everest.occupations.title_index import index
    from everest.occupations.titles import find_title

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = [
        ("meaning: cold load", once(lambda: meaning.encode(["hello"])), "60 ms"),
        ("atlas: load", once(atlas), "150 ms"),
        ("titles: index, at the first look-up", once(index), ""),
        ("titles: first look-up of a process and all it loads (processor time)", first(), "150 ms"),
    ]
    held = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    meaning.encode([SENTENCE])
    match_person(PERSON)
    titles = [row[0] for part in ("dev", "heldout") for row in rows("messy_titles.txt", part)]
    for title in titles:
        find_title(title)
    known = atlas().title_texts
    figures += [
        ("meaning: one sentence", typical(lambda: meaning.encode([SENTENCE])), "0.1 ms"),
        (
            f"titles: one look-up, median over {len(titles)} messy titles",
            typical(lambda: [find_title(t) for t in titles], 5) / len(titles),
            "2 ms",
        ),
        (
            "titles: rapidfuzz, one look-up",
            typical(lambda: process.extract(titles[2], known, limit=5), 3),
            "",
        ),
        ("person: one match", typical(lambda: match_person(PERSON)), "20 ms"),
    ]
    shown = [(name, f"{value:.2f} ms", goal and f"under {goal}") for name, value, goal in figures]
    return [*shown, ("memory held by all three", f"{held:.0f} MB", "")]


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))

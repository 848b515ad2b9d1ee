"""How quick postings and companies are read, beside libraries that do a part of it, in the same run.

Peers, each given the same 29 postings or the page of one: trafilatura (main text of a page), Beautiful Soup with lxml
(visible text of a page), rapidfuzz (each word against the atlas's names of tools). None of them reads a posting; the figures say what reading costs beside them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.postings import YEAR, load, render
from everest.opening import notes_sheet, read_company, read_posting

Row = tuple[str, str, str]
_SENTENCES = (
    "The company was founded in 1961 by two sisters. ",
    "We plan to open a plant in Fargo in 2027. ",
    "Nobody here is blamed for a mistake that they report. ",
    "Revenue in the quarter was $84 million, four percent more than in the year before. ",
)


def run() -> list[Row]:
    """Return (measure, value, goal)."""
    postings = load("heldout")
    texts = [render(one, shape="text") for one in postings]
    pages = [render(one, shape="html") for one in postings]
    cold = _seconds(lambda: subprocess.run([sys.executable, "-c", _COLD], check=True))
    read_posting(texts[0])
    read_posting(pages[0])
    each = _each(read_posting, texts)
    long = "\n".join(texts)
    return [
        ("posting as text, warm, median", f"{statistics.median(each):.1f} ms", "≤ 50 ms"),
        ("posting as text, warm, slowest of 29", f"{max(each):.1f} ms", "≤ 100 ms"),
        (
            "posting as a web page, warm, median",
            f"{statistics.median(_each(read_posting, pages)):.1f} ms",
            "≤ 50 ms",
        ),
        ("posting from cold (Python, atlas, heads)", f"{cold:.2f} s", "≤ 2 s"),
        (
            f"29 postings pasted as one, {len(long.split())} words",
            f"{_seconds(lambda: read_posting(long)) * 1000:.0f} ms",
            "≤ 1000 ms",
        ),
        *_companies(),
        *_peers(texts, pages),
    ]


_COLD = "from everest.opening import read_posting; read_posting('Line Cook\\nAlder Room - Tacoma, WA\\n\\nDuties\\n- Work the grill')"


def _companies() -> list[Row]:
    report = "".join(f"{sentence}" for _ in range(200) for sentence in _SENTENCES * 7)
    from datetime import date

    made: list[object] = []
    seconds = _seconds(lambda: made.append(read_company([report], today=date(YEAR, 11, 2))))
    company = read_company(["".join(_SENTENCES)], today=date(YEAR, 11, 2))
    return [
        (f"annual report of 200 pages, {len(report.split())} words", f"{seconds:.1f} s", "≤ 10 s"),
        ("notes sheet", f"{_seconds(lambda: notes_sheet(company)) * 1000:.1f} ms", "≤ 10 ms"),
    ]


def _peers(texts: Sequence[str], pages: Sequence[str]) -> list[Row]:
    import trafilatura
    from bs4 import BeautifulSoup
    from rapidfuzz import fuzz, process

    from everest.occupations import atlas
    from everest.opening.skills import skills_in

    names = [name.lower() for name in atlas().technologies]

    def fuzzy(text: str) -> None:
        for word in dict.fromkeys(text.lower().split()):
            process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=95)

    trafilatura.extract(pages[0])
    return [
        (
            "peer trafilatura: main text of the page alone",
            f"{statistics.median(_each(trafilatura.extract, pages)):.1f} ms",
            "",
        ),
        (
            "peer Beautiful Soup: visible text of the page alone",
            f"{statistics.median(_each(lambda page: BeautifulSoup(page, 'lxml').get_text(), pages)):.1f} ms",
            "",
        ),
        (
            "peer rapidfuzz: skills by nearest name, one word at a time",
            f"{statistics.median(_each(fuzzy, texts[:4])):.0f} ms",
            "",
        ),
        (
            "Everest: skills of the same postings, longest names",
            f"{statistics.median(_each(skills_in, texts)):.1f} ms",
            "< rapidfuzz",
        ),
    ]


def _each(call: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return the milliseconds for each text."""
    return [_seconds(lambda text=text: call(text)) * 1000 for text in texts]  # type: ignore[misc]


def _seconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


if __name__ == "__main__":
    from benchmarks.tables import draw

    draw("bench_opening", run(), 0.0)

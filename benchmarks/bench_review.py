"""How quick the reviewer is: warm, cold, and on two cores."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from everest.review import review

_ANSWER = (
    "I have spent four years on the night desk at a regional carrier, and I like the hour when everything goes wrong at once. "
    "In the next two years I want to learn route planning properly and sit the planner's certificate. "
    "Within five years I would like to lead a small planning team, because the best plans I have seen came from people who had driven the roads. "
    "You are opening two depots next year, and I read that each will plan its own routes. "
    "I could bring what I know of late trucks and tired drivers, and I would learn the tools from your planners first. "
    "What I want in the end is a network where a driver is home when the plan says so."
)


def run() -> list[tuple[str, str, str]]:
    """Return (measure, value, goal)."""
    texts = [f"{_ANSWER} That is answer {n}." for n in range(400)]
    review(texts[0])
    begin = time.perf_counter()
    for text in texts[:150]:
        review(text)
    warm = (time.perf_counter() - begin) / 150 * 1000
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "from everest.review import review; review('I want to lead a ward.')"],
        check=True,
    )
    cold = time.perf_counter() - begin
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_score, texts[:8]))
        begin = time.perf_counter()
        list(pool.map(_score, texts, chunksize=50))
        rate = len(texts) / (time.perf_counter() - begin)
    return [
        ("review, 120 words, warm", f"{warm:.2f} ms", "≤ 3 ms"),
        ("review from cold (Python)", f"{cold:.2f} s", "≤ 0.4 s"),
        ("answers a second, two cores", f"{rate:.0f}", "≥ 1000"),
    ]


def _score(text: str) -> int:
    return review(text).score


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:40} {value:>12}  {goal}")

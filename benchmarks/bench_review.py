"""How quick the reviewer is: warm, cold, and on all cores; beside two public prose linters on the same texts.

proselint and Harper look for faults of style and grammar, not for what an interviewer minds: the comparison is
of speed on the same words, not of findings.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from everest.review import review

_ANSWER = (
    "I have spent four years on the night desk at a regional carrier, and I like the hour when everything goes wrong at once. "
    "In the next two years I want to learn route planning properly and sit the planner's certificate. "
    "Within five years I would like to lead a small planning team, because the best plans I have seen came from people who had driven the roads. "
    "You are opening two depots next year, and I read that each will plan its own routes. "
    "I could bring what I know of late trucks and tired drivers, and I would learn the tools from your planners first. "
    "What I want in the end is a network where a driver is home when the plan says so."
)
_FLAWED = (
    "Honestly, I have never thought much about it. I guess I want to make more money than I do today, and my boss is a micromanager. "
    "After a year or two I would look around for something bigger, or maybe open a bakery of my own. "
    "I'm a hard worker and a team player, and I want to grow with the company and take things to the next level. "
    "You have a good name in town, and it would look good on my resume. I did pass the forklift exam in March, and I know the docks. "
    "In five years I'd like to be the vice president, or at least sitting in your chair, ha ha. "
    "If not, I see myself on a beach with my kids, or back at law school. Who knows what happens. I take things as they come."
)
_ROUNDS = 7


def run() -> list[tuple[str, str, str]]:
    """Return (measure, value, goal)."""
    texts = [f"{text} That is answer {n}." for n in range(15) for text in (_ANSWER, _FLAWED)]
    rows = [("review, 120 words, warm", f"{_quickest(review, texts):.2f} ms", "≤ 3 ms")]
    rows += [(f"  {name}, the same texts", f"{_quickest(lint, texts):.2f} ms", "") for name, lint in _peers()]
    rows.append(("everest review FILE, cold", f"{_cold():.2f} s", "≤ 0.4 s"))
    rate, cores = _batch()
    rows.append((f"everest review --batch, answers a second, {cores} cores", f"{rate:.0f}", "≥ 1000"))
    return rows


def _quickest(act: Callable[[str], object], texts: list[str]) -> float:
    """Return the milliseconds a text takes, warm, in the quickest of several rounds."""
    act(texts[0])
    act(texts[1])
    best = float("inf")
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        for text in texts:
            act(text)
        best = min(best, time.perf_counter() - begin)
    return best / len(texts) * 1000


def _peers() -> list[tuple[str, Callable[[str], object]]]:
    peers: list[tuple[str, Callable[[str], object]]] = []
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile

        CheckRegistry().register_many(__register__)
        peers.append(("proselint", lambda text: LintFile("answer", content=text).lint()))
    except ImportError:
        pass
    try:
        from harper import Linter

        linter = Linter()
        peers.append(("Harper (Rust)", linter.lint))
    except ImportError:
        pass
    return peers


def _cold() -> float:
    """Return the seconds the command takes from start to end, in the quickest of five."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answer.txt"
        path.write_text(_ANSWER, "utf-8")
        command = [sys.executable, "-m", "everest", "review", str(path)]
        return min(_timed(command) for _ in range(5))


def _batch() -> tuple[float, int]:
    """Return answers a second through the command, its start included, and the cores it may use."""
    count = 4000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.jsonl"
        lines = [json.dumps({"id": n, "text": f"{_ANSWER} That is answer {n}."}) for n in range(count)]
        path.write_text("\n".join(lines), "utf-8")
        seconds = _timed([sys.executable, "-m", "everest", "review", "--batch", str(path)])
    return count / seconds, os.cpu_count() or 1


def _timed(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:56} {value:>12}  {goal}")

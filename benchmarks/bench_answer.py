"""How quick composing is: three answers from one pair, with and without the reviewer, and the grounds check alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from benchmarks.evaluate_answer import QUESTION, pairs
from everest.answer import check_grounds, compose
from everest.answer.material import sources_of
from everest.aspiration import aspiration_of, situation_of
from everest.candidate import read_reflection, read_resume, with_reflection
from everest.opening import read_posting
from everest.review import review


def run() -> list[tuple[str, str, str]]:
    """Return (measure, value, goal)."""
    pair = next(pair for pair in pairs() if pair["id"] == "retail_supervisor")
    candidate = with_reflection(read_resume(pair["resume"]), read_reflection(pair["reflection"]))
    opening = read_posting(pair["posting"])
    situation, aim = situation_of(candidate, opening), aspiration_of(candidate, opening)

    def alone() -> None:
        compose(candidate, aim, opening, situation=situation, question=QUESTION)

    def judged() -> None:
        compose(
            candidate, aim, opening, situation=situation, question=QUESTION,
            judge=lambda text: review(text, question=QUESTION.text, opening=opening, candidate=candidate),
        )  # fmt: skip

    text = compose(candidate, aim, opening, situation=situation, question=QUESTION)[2].text
    sources = sources_of(candidate, aim, opening, QUESTION)
    return [
        ("compose three answers, form only, warm", f"{_milliseconds(alone):.0f} ms", "≤ 500 ms"),
        ("compose three answers, reviewed, warm", f"{_milliseconds(judged):.0f} ms", "≤ 500 ms"),
        ("check the grounds of a 90 s answer", f"{_milliseconds(lambda: check_grounds(text, sources)):.1f} ms", "≤ 10 ms"),
    ]  # fmt: skip


def _milliseconds(act: Callable[[], object], times: int = 5) -> float:
    act()
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:44} {value:>12}  {goal}")

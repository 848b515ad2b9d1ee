"""How well goals are told from aspirations, and how far the time named is read.

``EVEREST_SHARED`` may name a folder with further samples (answers/dev_goals_vs_aspirations.jsonl); measured only.
"""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.json_lines import read_json_lines
from everest.aspiration import classify

HELDOUT = Path(__file__).parent / "data" / "statements" / "heldout.jsonl"


def run() -> list[tuple[str, str, str]]:
    rows = read_json_lines(HELDOUT)
    guesses = [classify(row["text"]) for row in rows]
    right = [g.label == row["label"] for g, row in zip(guesses, rows, strict=True)]
    timed = [(g, row) for g, row in zip(guesses, rows, strict=True) if row["horizon_years"] is not None]
    near = [
        g.horizon_years is not None
        and abs(g.horizon_years - row["horizon_years"]) <= 0.1 * row["horizon_years"] + 0.02
        for g, row in timed
    ]
    lines = [
        (f"goal or aspiration, held-out ({len(rows)})", _share(right), ">= 0.97"),
        (f"years ahead within 10 %, where labelled ({len(timed)})", _share(near), "state it"),
    ]
    second = read_json_lines(HELDOUT.with_name("heldout-2.jsonl"))
    told = [classify(row["text"]).label == row["label"] for row in second]
    lines.append((f"goal or aspiration, held-out, near the border ({len(second)})", _share(told), ">= 0.97"))
    shared = os.environ.get("EVEREST_SHARED")
    path = Path(shared or ".") / "answers" / "dev_goals_vs_aspirations.jsonl"
    if shared and path.is_file():
        more = read_json_lines(path)
        lines.append(
            (
                f"goal or aspiration, outside sample ({len(more)})",
                _share([classify(r["text"]).label == r["label"] for r in more]),
                ">= 0.97",
            )
        )
    return lines


def _share(right: list[bool]) -> str:
    return f"{sum(right) / len(right):.3f}"


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:60} {value:>10}   goal {goal}")

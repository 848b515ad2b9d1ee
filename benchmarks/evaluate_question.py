"""How well the question is recognized, on wordings nobody trained on.

``EVEREST_SHARED`` may name a folder with further samples (answers/dev_variants.jsonl); they are measured only.
"""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.json_lines import read_json_lines
from everest.question import recognize

HELDOUT = Path(__file__).parent / "data" / "questions" / "heldout.jsonl"


def run() -> list[tuple[str, str, str]]:
    rows = read_json_lines(HELDOUT)
    guesses = [recognize(row["text"]) for row in rows]
    about = [g.about_aspirations == row["about_aspirations"] for g, row in zip(guesses, rows, strict=True)]
    asked = [(g, row) for g, row in zip(guesses, rows, strict=True) if row["about_aspirations"]]
    variants = [g.variant == row["variant"] for g, row in asked]
    lines = [
        (f"about aspirations or not, held-out ({len(rows)})", _share(about), ">= 0.97"),
        (f"variant, held-out ({len(asked)})", _share(variants), "state it"),
    ]
    second = read_json_lines(HELDOUT.with_name("heldout-2.jsonl"))
    right = [recognize(row["text"]).about_aspirations == row["about_aspirations"] for row in second]
    lines.append(
        (f"about aspirations or not, held-out, near the border ({len(second)})", _share(right), ">= 0.97")
    )
    shared = os.environ.get("EVEREST_SHARED")
    path = Path(shared or ".") / "answers" / "dev_variants.jsonl"
    if shared and path.is_file():
        more = read_json_lines(path)
        right = [recognize(row["text"]).about_aspirations == row["is_aspiration_question"] for row in more]
        lines.append((f"about aspirations or not, outside sample ({len(more)})", _share(right), ">= 0.97"))
    return lines


def _share(right: list[bool]) -> str:
    return f"{sum(right) / len(right):.3f}"


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:60} {value:>10}   goal {goal}")

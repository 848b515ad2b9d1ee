"""The labelled answers of our own: those to learn from, and those kept apart. No PyTorch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent.parent / "benchmarks" / "data"
Answer = dict[str, Any]


def answers(*, apart: bool) -> list[Answer]:
    """Read the labelled answers to learn from, or those kept apart from it."""
    names = set((DATA / "answers" / "kept_apart.txt").read_text("utf-8").split())
    found = [
        {"where": {}, **json.loads(line)}
        for path in sorted((DATA / "answers" / "train").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    return [answer for answer in found if (answer["id"] in names) == apart]

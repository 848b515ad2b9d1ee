"""Train the heads that hear strengths, values and interests in people's own words.

Reads benchmarks/data/self/train*.txt and the value cards of content/self_words.yaml; heldout.txt is never read. Writes
one .npz for each sort into the package. Run: ``python -m tools.train_self_heads [--check]``; ``--check`` prints what
five folds over the training lines give instead of writing.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.evaluate_self import read_lines
from numpy.typing import NDArray

from everest.candidate.self_head import ENOUGH, NONE, SORTS, features, path
from everest.content import load
from everest.language.linear import Head
from tools.train_question_heads import train

ROOT = Path(__file__).resolve().parent.parent
STRENGTH = 10.0
"""Inverse weight of the penalty on large weights; chosen by five folds."""
FOLDS = 5


def main(arguments: Sequence[str]) -> None:
    """Train every head, or check by five folds."""
    lines = examples()
    rows = features([text for text, _ in lines])
    for sort in SORTS:
        labels = [next((name for kind, name in said if kind == sort), NONE) for _, said in lines]
        if "--check" in arguments:
            print(sort, *(f"{number:.3f}" for number in _five_fold(rows, labels, ENOUGH[sort])))
            continue
        head = train(rows, labels, STRENGTH)
        path(sort).parent.mkdir(exist_ok=True)
        np.savez_compressed(
            path(sort),
            labels=np.array(head.labels),
            weights=head.weights.astype(np.float16),
            bias=head.bias.astype(np.float16),
        )


def examples() -> list[tuple[str, set[tuple[str, str]]]]:
    """Return the training lines, and the cards as lines of their own."""
    cards = [(entry["card"], {("value", name)}) for name, entry in load("self_words")["values"].items()]
    folder = ROOT / "benchmarks" / "data" / "self"
    return [line for path in sorted(folder.glob("train*.txt")) for line in read_lines(path)] + cards


def _five_fold(rows: NDArray[np.float32], labels: Sequence[str], enough: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what the head alone hears."""
    order = np.random.default_rng(3).permutation(len(labels))
    right = said = wanted = 0
    for fold in range(FOLDS):
        held, kept = order[fold::FOLDS], np.delete(order, np.s_[fold::FOLDS])
        head: Head = train(rows[kept], [labels[n] for n in kept], STRENGTH)
        for n, chances in zip(held, head.probabilities(rows[held]), strict=True):
            names = {
                name
                for name, chance in zip(head.labels, chances, strict=True)
                if chance >= enough and name != NONE
            }
            right += labels[n] in names
            said += len(names)
            wanted += labels[n] != NONE
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main(sys.argv[1:])

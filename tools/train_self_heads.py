"""Train the head that hears strengths, values and interests in people's own words.

Reads benchmarks/data/self/train*.txt and the value cards of content/self_words.yaml; heldout.txt and blind.txt are never
read. Writes one .npz into the package. Run: ``python -m tools.train_self_heads [--check]``; ``--check`` prints what
leaving out one training line at a time gives, instead of writing. The head is a least-squares machine of the second
degree, so what a line would get from all others follows in closed form (Cawley and Talbot, 2004).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.evaluate_self import read_lines
from numpy.typing import NDArray

from everest.candidate.self_head import MEANT, PATH, features
from everest.content import load

ROOT = Path(__file__).resolve().parent.parent
PENALTY = 60.0
"""Penalty on large weights; chosen by leaving out one line at a time."""
SMOOTH = 5
"""Neighbouring thresholds whose F1 is averaged before the best is taken."""
PLAIN = ("train-9.txt", "train-14.txt")
"""The files whose lines are as people type them into the boxes: what is enough to be heard is told by these."""
SORTS = ("strength", "value", "interest")
Numbers = NDArray[np.float64]
Truth = NDArray[np.bool_]


def main(arguments: Sequence[str]) -> None:
    """Train the head, or check it by leaving out one line at a time."""
    lines, plain = examples()
    labels = sorted({label for _, said in lines for label in said})
    truth = np.array([[label in said for label in labels] for _, said in lines])
    rows = features([text for text, _ in lines])
    weights, bias, left_out = fit(rows, truth)
    if "--check" in arguments:
        _check(left_out[plain], truth[plain], [sort for sort, _ in labels])
    else:
        sorts = [sort for sort, _ in labels]
        _write(rows, labels, weights, bias, thresholds(left_out[plain], truth[plain], sorts))


def examples() -> tuple[list[tuple[str, set[tuple[str, str]]]], Truth]:
    """Return the training lines and the cards as lines of their own, and which lines are plain."""
    lines, plain = [], []
    for path in sorted((ROOT / "benchmarks" / "data" / "self").glob("train*.txt")):
        read = read_lines(path)
        lines += read
        plain += [path.name in PLAIN] * len(read)
    cards = [(entry["card"], {("value", name)}) for name, entry in load("self_words")["values"].items()]
    return lines + cards, np.array(plain + [False] * len(cards))


def fit(rows: NDArray[np.float32], truth: Truth) -> tuple[Numbers, Numbers, Numbers]:
    """Return weights (line, label), bias (label) and the scores (line, label) that each line gets from the others."""
    wanted = np.where(truth, 1.0, -1.0)
    inverse = np.linalg.inv(np.square(1.0 + rows @ rows.T) + PENALTY * np.eye(len(rows)))
    sums = inverse.sum(axis=1)
    bias = sums @ wanted / sums.sum()
    weights = inverse @ wanted - np.outer(sums, bias)
    own = np.diag(inverse) - np.square(sums) / sums.sum()
    return weights, bias, wanted - weights / own[:, None]


def thresholds(scores: Numbers, truth: Truth, sorts: Sequence[str]) -> Numbers:
    """Return for each label a score that is enough: midway between what is best for it and best for its whole sort."""
    own = np.array([_best(mine, true) for mine, true in zip(scores.T, truth.T, strict=True)])
    kinds = np.array(sorts)
    shared = {
        sort: _best(scores[:, kinds == sort].ravel(), truth[:, kinds == sort].ravel()) for sort in SORTS
    }
    return (own + np.array([shared[sort] for sort in sorts])) / 2


def _best(scores: Numbers, truth: Truth) -> float:
    """Return the score from which F1 is best, smoothed over neighbours; only the upper tenth is looked at."""
    order = np.argsort(scores)[::-1][: len(scores) // 10]
    steps = np.arange(1, len(order) + 1)
    f1 = 2 * np.cumsum(truth[order]) / (steps + truth.sum())
    return float(scores[order[np.convolve(f1, np.ones(SMOOTH) / SMOOTH, "same").argmax()]])


def _check(scores: Numbers, truth: Truth, sorts: Sequence[str]) -> None:
    """Print F1 (precision/recall) on plain lines; each half of them is judged by thresholds from the other."""
    half = np.random.default_rng(3).permutation(len(truth)) % 2 == 0
    said = np.zeros_like(truth)
    for part in (half, ~half):
        said[part] = scores[part] >= thresholds(scores[~part], truth[~part], sorts)
    for sort in SORTS:
        mine = np.array([name == sort for name in sorts])
        right = (said & truth)[:, mine].sum()
        precision, recall = right / said[:, mine].sum(), right / truth[:, mine].sum()
        print(
            f"{sort:10} {2 * precision * recall / (precision + recall):.3f} ({precision:.2f}/{recall:.2f}), {len(truth)} plain lines"
        )


def _write(
    rows: NDArray[np.float32],
    labels: Sequence[tuple[str, str]],
    weights: Numbers,
    bias: Numbers,
    enough: Numbers,
) -> None:
    """Keep words and marks where they are not nought, meaning and signs in one byte each."""
    columns, lines = np.nonzero(rows[:, :MEANT].T)
    steps = np.abs(rows[:, MEANT:]).max(axis=0) / 127
    PATH.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        PATH,
        sorts=np.array([sort for sort, _ in labels]),
        names=np.array([name for _, name in labels]),
        enough=enough.astype(np.float32),
        bias=bias.astype(np.float32),
        weights=weights.astype(np.float16),
        dense=np.round(rows[:, MEANT:] / np.maximum(steps, 1e-9)).astype(np.int8),
        steps=steps.astype(np.float32),
        counts=np.bincount(columns, minlength=MEANT).astype(np.int32),
        lines=lines.astype(np.int16),
        values=rows[lines, columns].astype(np.float16),
    )
    print(f"{PATH.relative_to(ROOT)}: {PATH.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])

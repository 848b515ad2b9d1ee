"""Train the small heads that recognize the question and tell goals from aspirations.

Reads benchmarks/data/questions/train*.jsonl and statements/train*.jsonl, and the phrasings
of content/questions.yaml; writes one .npz for each head into the
package. The held-out files are never read. Run: ``python tools/train_question_heads.py [--check]``; ``--check``
prints five-fold accuracy on the training data instead of writing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from everest.aspiration.marks import marks_of as statement_marks
from everest.content import load
from everest.question.head import Head, Marks, features
from everest.question.marks import marks_of as question_marks

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "benchmarks" / "data"


def main(arguments: Sequence[str]) -> None:
    """Train every head, or check by five folds."""
    questions, statements = _read("questions"), _read("statements")
    about = [(str(row["text"]), "yes" if row["about_aspirations"] else "no") for row in questions]
    variant = [(str(row["text"]), str(row["variant"])) for row in questions if row["variant"]]
    for slug, entry in load("questions")["variants"].items():
        about += [(phrasing, "yes") for phrasing in entry["phrasings"]]
        variant += [(phrasing, slug) for phrasing in entry["phrasings"]]
    label = [(str(row["text"]), str(row["label"])) for row in statements]
    jobs: list[tuple[str, str, list[tuple[str, str]], Marks, float]] = [
        ("question", "about", about, question_marks, 1e-3),
        ("question", "variant", variant, question_marks, 1e-3),
        ("aspiration", "label", label, statement_marks, 3e-4),
    ]
    for room, name, pairs, marks, decay in jobs:
        if "--check" in arguments:
            print(
                f"{room}/{name}: {len(pairs)} examples, five-fold accuracy {_five_fold(pairs, marks, decay):.3f}"
            )
        else:
            _write(train(pairs, marks, decay), ROOT / "src" / "everest" / room / "data" / f"{name}.npz")


def train(pairs: Sequence[tuple[str, str]], marks: Marks, decay: float, rounds: int = 400) -> Head:
    """Fit a multinomial logistic regression by Adam on all examples at once; deterministic."""
    labels = tuple(sorted({label for _, label in pairs}))
    x = features([text for text, _ in pairs], marks)
    y = np.zeros((len(pairs), len(labels)), np.float32)
    for row, (_, label) in enumerate(pairs):
        y[row, labels.index(label)] = 1
    share = len(pairs) / (len(labels) * y.sum(axis=0))
    weight = (y @ share)[:, None] / len(pairs)
    w, b = np.zeros((x.shape[1], len(labels)), np.float32), np.zeros(len(labels), np.float32)
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, rounds + 1):
        scores = x @ w + b
        scores -= scores.max(axis=1, keepdims=True)
        p = np.exp(scores)
        error = (p / p.sum(axis=1, keepdims=True) - y) * weight
        slope = x.T @ error + decay * w / 10
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope * slope
        w -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        b -= 0.5 * error.sum(axis=0)
    return Head(labels, w, b)


def _read(folder: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for path in sorted((DATA / folder).glob("train*.jsonl")):
        rows += [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return rows


def _write(head: Head, path: Path) -> None:
    """Keep the weights as half-precision numbers."""
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        path,
        labels=np.array(head.labels),
        weights=head.weights.astype(np.float16),
        bias=head.bias.astype(np.float32),
    )
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KB")


def _five_fold(pairs: list[tuple[str, str]], marks: Marks, decay: float) -> float:
    order = np.random.default_rng(7).permutation(len(pairs))
    right = 0
    for fold in range(5):
        held = [pairs[i] for i in order[fold::5]]
        kept = [pairs[i] for n, i in enumerate(order) if n % 5 != fold]
        head = train(kept, marks, decay, rounds=200)
        guesses = head.probabilities([text for text, _ in held], marks).argmax(axis=1)
        right += sum(head.labels[g] == label for g, (_, label) in zip(guesses, held, strict=True))
    return right / len(pairs)


if __name__ == "__main__":
    main(sys.argv[1:])

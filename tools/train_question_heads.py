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
from sklearn.linear_model import LogisticRegression

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
        ("question", "about", about, question_marks, 10.0),
        ("question", "variant", variant, question_marks, 10.0),
        ("aspiration", "label", label, statement_marks, 10.0),
    ]
    for room, name, pairs, marks, strength in jobs:
        if "--check" in arguments:
            print(
                f"{room}/{name}: {len(pairs)} examples, five-fold accuracy {_five_fold(pairs, marks, strength):.3f}"
            )
        else:
            _write(train(pairs, marks, strength), ROOT / "src" / "everest" / room / "data" / f"{name}.npz")


def train(pairs: Sequence[tuple[str, str]], marks: Marks, strength: float) -> Head:
    """Fit a multinomial logistic regression; each label counts the same."""
    labels = tuple(sorted({label for _, label in pairs}))
    x = features([text for text, _ in pairs], marks)
    y = np.array([labels.index(label) for _, label in pairs])
    model = LogisticRegression(C=strength, max_iter=1000, class_weight="balanced").fit(x, y)
    weights, bias = model.coef_.T, model.intercept_
    if len(labels) == 2:
        weights, bias = np.hstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    return Head(labels, weights.astype(np.float32), bias.astype(np.float32))


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


def _five_fold(pairs: list[tuple[str, str]], marks: Marks, strength: float) -> float:
    order = np.random.default_rng(7).permutation(len(pairs))
    right = 0
    for fold in range(5):
        held = [pairs[i] for i in order[fold::5]]
        kept = [pairs[i] for n, i in enumerate(order) if n % 5 != fold]
        head = train(kept, marks, strength)
        guesses = head.probabilities([text for text, _ in held], marks).argmax(axis=1)
        right += sum(head.labels[g] == label for g, (_, label) in zip(guesses, held, strict=True))
    return right / len(pairs)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Train the small heads that recognize the question and tell goals from aspirations.

Reads benchmarks/data/questions/train*.jsonl and statements/train*.jsonl, and the phrasings
of content/questions.yaml; writes one .npz for each head into the
package. The held-out files are never read. Run: ``python tools/train_question_heads.py [--check [--errors]]``;
``--check`` prints five-fold accuracy on the training data instead of writing, ``--errors`` lists what went wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from everest.aspiration.head import features as statement_features
from everest.content import load
from everest.language.linear import Head, PairHead
from everest.question.head import features as question_features

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "benchmarks" / "data"
FOLDS = 5
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Job:
    """One head: where it goes, what it learns from, and how freely its weights may grow."""

    room: str
    name: str
    pairs: Pairs
    features: Callable[[Sequence[str]], NDArray[np.float32]]
    strength: float
    pairs_of_columns: bool = False


def main(arguments: Sequence[str]) -> None:
    """Train every head, or check by five folds."""
    for job in jobs():
        if "--check" in arguments:
            wrong = _five_fold(job)
            share = 1 - len(wrong) / len(job.pairs)
            print(f"{job.room}/{job.name}: {len(job.pairs)} examples, five-fold accuracy {share:.3f}")
            print("\n".join(wrong) if "--errors" in arguments else "", end="")
        else:
            head = _trained(job, job.features([text for text, _ in job.pairs]), _labels(job))
            _write(head, ROOT / "src" / "everest" / job.room / "data" / f"{job.name}.npz")


def jobs() -> list[Job]:
    """Gather what each head learns from."""
    questions, statements = _read("questions"), _read("statements")
    about = [(str(row["text"]), "yes" if row["about_aspirations"] else "no") for row in questions]
    variant = [(str(row["text"]), str(row["variant"])) for row in questions if row["variant"]]
    for slug, entry in load("questions")["variants"].items():
        about += [(phrasing, "yes") for phrasing in entry["phrasings"]]
        variant += [(phrasing, slug) for phrasing in entry["phrasings"]]
    label = [(str(row["text"]), str(row["label"])) for row in statements]
    return [
        Job("question", "about", about, question_features, 0.05, pairs_of_columns=True),
        Job("question", "variant", variant, question_features, 1.0),
        Job("aspiration", "label", label, statement_features, 0.05, pairs_of_columns=True),
    ]


def train(rows: NDArray[np.float32], labels: Sequence[str], strength: float) -> Head:
    """Fit a multinomial logistic regression; each label counts the same."""
    names = tuple(sorted(set(labels)))
    y = np.array([names.index(label) for label in labels])
    model = LogisticRegression(C=strength, max_iter=1000, class_weight="balanced").fit(rows, y)
    weights, bias = model.coef_.T, model.intercept_
    if len(names) == 2:
        weights, bias = np.hstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    return Head(names, weights.astype(np.float32), bias.astype(np.float32))


def train_pairs(rows: NDArray[np.float32], labels: Sequence[str], strength: float) -> PairHead:
    """Fit a support vector machine of the second degree, and its chances on five folds."""
    first, second = sorted(set(labels))
    y = np.array([label == second for label in labels])
    order = np.random.default_rng(5).permutation(len(y))
    scores = np.zeros(len(y), np.float32)
    for fold in range(FOLDS):
        held, kept = order[fold::FOLDS], np.delete(order, np.s_[fold::FOLDS])
        scores[held] = _machine(rows[kept], y[kept], (first, second), strength).scores(rows[held])
    curve = LogisticRegression(C=1e3).fit(scores[:, None], y)
    head = _machine(rows, y, (first, second), strength)
    return replace(head, slope=float(curve.coef_[0, 0]), shift=float(curve.intercept_[0]))


def _machine(
    rows: NDArray[np.float32], y: NDArray[np.bool_], names: tuple[str, str], strength: float
) -> PairHead:
    like = np.square(1 + rows @ rows.T)
    model = SVC(kernel="precomputed", C=strength, class_weight="balanced").fit(like, y)
    examples = rows[model.support_].T
    return PairHead(
        names, examples, model.dual_coef_[0].astype(np.float32), float(model.intercept_[0]), 1.0, 0.0
    )


def _trained(job: Job, rows: NDArray[np.float32], labels: Sequence[str]) -> Head | PairHead:
    return (train_pairs if job.pairs_of_columns else train)(rows, labels, job.strength)


def _labels(job: Job) -> list[str]:
    return [label for _, label in job.pairs]


def _read(folder: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for path in sorted((DATA / folder).glob("train*.jsonl")):
        rows += [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return rows


def _write(head: Head | PairHead, path: Path) -> None:
    """Keep the numbers in half precision, of the examples only those that are not nought."""
    path.parent.mkdir(exist_ok=True)
    if isinstance(head, Head):
        parts = {"weights": head.weights.astype(np.float16), "bias": head.bias.astype(np.float32)}
    else:
        at, columns = np.nonzero(head.examples.T)
        parts = {
            "width": np.array(len(head.examples)),
            "counts": np.bincount(at, minlength=len(head.weights)),
            "columns": columns.astype(np.int32),
            "values": head.examples.T[at, columns].astype(np.float16),
            "weights": head.weights,
            "curve": np.array([head.bias, head.slope, head.shift]),
        }
    np.savez_compressed(path, labels=np.array(head.labels), **parts)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KB")


def _five_fold(job: Job) -> list[str]:
    """Return a line for each example that a head trained on the other folds gets wrong."""
    rows, labels = job.features([text for text, _ in job.pairs]), _labels(job)
    order = np.random.default_rng(7).permutation(len(labels))
    wrong = []
    for fold in range(FOLDS):
        held, kept = order[fold::FOLDS], np.delete(order, np.s_[fold::FOLDS])
        head = _trained(job, rows[kept], [labels[i] for i in kept])
        chances = head.probabilities(rows[held])
        for i, row in zip(held, chances, strict=True):
            guess = head.labels[int(row.argmax())]
            if guess != labels[i]:
                wrong.append(f"  {labels[i]} -> {guess} {row.max():.2f}  {job.pairs[i][0]}")
    return wrong


if __name__ == "__main__":
    main(sys.argv[1:])

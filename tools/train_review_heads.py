"""Trains the reviewer's heads on our own labelled answers and writes ``src/everest/review/data/heads.npz``.

Usage: python tools/train_review_heads.py  (reads benchmarks/data/answers/train/*.jsonl, nothing else)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from everest.review.heads import features, pooled  # noqa: E402
from everest.review.reading import Reading  # noqa: E402

SINKING = set(
    "money_first interviewers_job leaving own_business no_growth personal_life joke arrogance criticizes_employer "
    "no_plan title_too_soon unrelated_field scattered_aims self_focused rigid_plan vague_cliche no_link no_commitment".split()
)
WHOLE_ONLY = {
    "too_short",
    "too_long",
    "placeholder",
    "goals_only",
    "aspiration_only",
    "no_link",
    "no_strengths",
}
FOLDS = 2
SITUATIONS = ("entry", "to_leadership", "leader", "changer", "established")


def main() -> None:
    """Train, tell how well the heads do on answers they have not seen, and write the weights."""
    answers = load(sorted(str(path) for path in (ROOT / "benchmarks/data/answers/train").glob("*.jsonl")))
    flaws = sorted({f for a in answers for f in a["flaws"]} - WHOLE_ONLY)
    names = [*flaws, "sinks"]
    samples = prepare(answers, flaws)
    fold = np.arange(len(answers)) % FOLDS
    chances = np.zeros((len(answers), len(names)), np.float32)
    for k in range(FOLDS):
        weights, bias = fit_units(samples, names, set(np.flatnonzero(fold != k)))
        for i in np.flatnonzero(fold == k):
            chances[i] = squash(samples[i]["x"][: samples[i]["n"]] @ weights.T + bias).max(axis=0)
    bad = np.array([a["verdict"] == "bad" for a in answers])
    good = np.array([a["verdict"] == "good" for a in answers])
    heard, sure = thresholds(answers, names, chances, good)
    wholes = features([s["low"] for s in samples])
    rows = np.hstack([wholes, np.array([pooled(c[None, :]) for c in chances])])
    use = np.flatnonzero(bad | good)
    guess = np.zeros(len(answers))
    for k in range(FOLDS):
        seen = [i for i in use if fold[i] != k]
        model = whole_model().fit(rows[seen], bad[seen])
        guess[fold == k] = model.predict_proba(rows[fold == k])[:, 1]
    print(f"{len(answers)} answers; verdict AUC on unseen folds {roc_auc_score(bad[use], guess[use]):.4f}")
    model = whole_model().fit(rows[use], bad[use])
    weights, bias = fit_units(samples, names, set(range(len(answers))))
    known = [i for i, a in enumerate(answers) if a.get("situation") in SITUATIONS and a["verdict"] != "bad"]
    where = LogisticRegression(C=4, max_iter=200, class_weight="balanced").fit(
        wholes[known], [answers[i]["situation"] for i in known]
    )
    target = ROOT / "src/everest/review/data/heads.npz"
    np.savez_compressed(
        target, names=np.array(names), units=weights.astype(np.float16), unit_bias=bias.astype(np.float32),
        whole=model.coef_[0].astype(np.float16), whole_bias=np.float32(model.intercept_[0]),
        situations=where.classes_, situation=where.coef_.astype(np.float16), situation_bias=where.intercept_.astype(np.float32),
        heard=heard.astype(np.float32), sure=sure.astype(np.float32),
    )  # fmt: skip
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


def load(paths: list[str]) -> list[dict[str, Any]]:
    """Read the answers, shuffled the same way each time."""
    answers = [
        json.loads(line)
        for path in paths
        for line in Path(path).read_text("utf-8").splitlines()
        if line.strip()
    ]
    order = np.random.default_rng(7).permutation(len(answers))
    return [answers[i] for i in order]


def prepare(answers: list[dict[str, Any]], flaws: list[str]) -> list[dict[str, Any]]:
    """Return for each answer its units' features and labels; the marked words themselves are further units."""
    samples = []
    for a in answers:
        reading = Reading(a["text"])
        spans = [(u.start, u.end) for u in reading.units]
        count = len(spans)
        marks = {
            f: (a["text"].find(w), a["text"].find(w) + len(w))
            for f, w in a.get("where", {}).items()
            if w and w in a["text"]
        }
        spans += list(marks.values())
        labels = np.zeros((len(spans), len(flaws) + 1), np.float32)
        for f, mark in marks.items():
            for n, span in enumerate(spans):
                common = min(mark[1], span[1]) - max(mark[0], span[0])
                if common > 0.5 * min(mark[1] - mark[0], span[1] - span[0]):
                    if f in flaws:
                        labels[n, flaws.index(f)] = 1
                    if f in SINKING and a["verdict"] == "bad":
                        labels[n, -1] = 1
        samples.append(
            {"x": features([reading.low[s:e] for s, e in spans]), "y": labels, "n": count, "low": reading.low}
        )
    return samples


def fit_units(
    samples: list[dict[str, Any]], names: list[str], use: set[int]
) -> tuple[np.ndarray, np.ndarray]:
    """Fit one logistic head a flaw on the units of the answers in ``use``."""
    x = np.vstack([s["x"] for i, s in enumerate(samples) if i in use])
    y = np.vstack([s["y"] for i, s in enumerate(samples) if i in use])
    weights, bias = [], []
    for n, name in enumerate(names):
        if y[:, n].sum() < 3:
            weights.append(np.zeros(x.shape[1]))
            bias.append(-9.0)
            continue
        extra = 1.5 if name == "sinks" else 4.0
        model = LogisticRegression(C=6, max_iter=120, class_weight={0: 1, 1: extra}).fit(x, y[:, n])
        weights.append(model.coef_[0])
        bias.append(float(model.intercept_[0]))
    return np.array(weights), np.array(bias)


def thresholds(
    answers: list[dict[str, Any]], names: list[str], chances: np.ndarray, good: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the chance from which a flaw is named (best F1) and from which it is sure (above every good answer)."""
    heard, sure, scores = [], [], []
    for n, name in enumerate(names):
        is_flaw = np.array([name in a["flaws"] for a in answers])
        best, at = 0.0, 0.9
        for cut in np.arange(0.15, 0.95, 0.02):
            said = chances[:, n] >= cut
            f1 = 2 * (said & is_flaw).sum() / max(1, said.sum() + is_flaw.sum())
            if f1 > best:
                best, at = f1, cut
        top = float(np.sort(chances[good, n])[-1])
        heard.append(max(at, 0.45))
        sure.append(min(0.98, max(at, 0.8, top + 0.05)))
        scores.append(best)
        print(f"{name:24} F1 {best:.2f} from {at:.2f}, sure from {sure[-1]:.2f}, answers {is_flaw.sum()}")
    print(f"macro F1 of the heads alone {np.mean(scores[:-1]):.3f}")
    return np.array(heard), np.array(sure)


def whole_model() -> LogisticRegression:
    """Return the untrained head that reads the whole answer and what its sentences said."""
    return LogisticRegression(C=8, max_iter=300)


def squash(x: np.ndarray) -> np.ndarray:
    """Return the logistic of ``x``."""
    return 1 / (1 + np.exp(-x))


if __name__ == "__main__":
    main()

"""Trains the reviewer on our own labelled answers: ``data/heads.npz`` and ``data/score.json`` of the review room.

Usage: python tools/train_review_heads.py [--check]  (reads benchmarks/data/answers/train/*.jsonl and
benchmarks/data/sentences/*.txt, nothing else)

Every figure printed, every cut and every weight of the score comes from answers that the heads in question had not
seen: the answers are dealt into folds, and each fold is heard by heads taught on the others. ``--check`` writes nothing.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from everest.evidence import Span  # noqa: E402
from everest.review import criteria, heads, score  # noqa: E402
from everest.review.features import HASHED, Features, features  # noqa: E402
from everest.review.model import Finding  # noqa: E402
from everest.review.reading import Reading  # noqa: E402
from everest.review.rulebook import rules  # noqa: E402

Floats = NDArray[np.float64]
BARE = set("too_short too_long placeholder goals_only aspiration_only no_link no_strengths".split())
"""Flaws that lie in what is missing or in the form: rules hear them, heads cannot."""
HINTS = 5
"""How many numbers the heads give to the score."""
CARRIES = 0.5
"""The weight of a criterion before the answers have spoken, from its lowest to its highest level."""
FALSE = 0.005
"""The share of good answers of which a head may name a flaw."""
FOLDS = 4
SITUATIONS = ("entry", "to_leadership", "leader", "changer", "established")


@dataclass
class Sample:
    """An answer, its features, and what its rules found in its words."""

    answer: dict[str, Any]
    reading: Reading
    units: csr_matrix
    marks: csr_matrix
    unit_flaws: list[set[str] | None]
    mark_flaws: list[set[str]]
    whole: csr_matrix
    findings: tuple[Finding, ...]


def main() -> None:
    """Train, tell how well the heads do on answers they have not seen, and write the weights."""
    samples = [prepare(answer) for answer in load()]
    flaws = sorted({f for s in samples for f in s.answer["flaws"]} - BARE)
    fold = np.random.default_rng(7).permutation(len(samples)) % FOLDS
    bank = sentences()
    units, wholes = np.zeros((2, len(samples), len(flaws)))
    sinks: list[tuple[Floats, float]] = [(np.zeros(1), 0.0)] * len(samples)
    for k in range(FOLDS):
        unit, whole = fit([s for s, f in zip(samples, fold, strict=True) if f != k], flaws, bank)
        for n in np.flatnonzero(fold == k):
            heard, answer = apply(unit, samples[n].units), apply(whole, samples[n].whole)[0]
            units[n], wholes[n] = heard.max(axis=0)[:-1], answer[: len(flaws)]
            sinks[n] = heard[:, -1], answer[len(flaws)]
    told = calibrate(samples, flaws, units, wholes)
    chances = heads.told(units, wholes, told)
    heard, sure = cuts(samples, flaws, chances)
    odds = np.array([heads.odds(*told_, chance) for told_, chance in zip(sinks, chances, strict=True)])
    weights = fit_score(samples, odds, fold)
    if "--check" in sys.argv:
        return
    unit, whole = fit(samples, flaws, bank)
    save(flaws, unit, whole, told, heard, sure)
    (ROOT / "src/everest/review/data/score.json").write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


def load() -> list[dict[str, Any]]:
    """Read the answers for training."""
    paths = sorted((ROOT / "benchmarks/data/answers/train").glob("*.jsonl"))
    return [
        json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()
    ]


def sentences() -> list[tuple[csr_matrix, set[str]]]:
    """Read the single sentences, each under the flaw it shows or under "good", with their features."""
    found: list[tuple[csr_matrix, set[str]]] = []
    for path in sorted((ROOT / "benchmarks/data/sentences").glob("*.txt")):
        flaw = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# "):
                flaw = line[2:].strip()
            elif line.strip():
                low = Reading(line).low
                found.append(
                    (rows(features(low, (Span(0, len(line)),))), set() if flaw == "good" else {flaw})
                )
    return found


def prepare(answer: dict[str, Any]) -> Sample:
    """Return an answer's features and labels; the marked words themselves are further units."""
    text = answer["text"]
    reading = Reading(text, answer.get("question"))
    marks = {
        f: Span(text.find(w), text.find(w) + len(w))
        for f, w in answer.get("where", {}).items()
        if w and w in text
    }
    spans = list(marks.values())
    whole = Span(0, len(text))
    read = features(reading.low, (*reading.units, *spans, whole))
    count = len(reading.units)
    unknown = bool(answer["flaws"]) and not marks and count > 1
    found = [f for rule in rules() for f in rule.check(reading) if isinstance(f, Finding)]
    return Sample(
        answer,
        reading,
        rows(read[:count]),
        rows(read[count:-1]),
        [
            None
            if unknown
            else (labels(unit, marks) if marks or not answer["flaws"] else set(answer["flaws"]))
            for unit in reading.units
        ],
        [labels(span, marks) for span in spans],
        rows(read[-1:]),
        tuple(found),
    )


def labels(span: Span, marks: dict[str, Span]) -> set[str]:
    """Return the flaws whose marked words share more than half of the shorter of both."""
    return {
        flaw
        for flaw, mark in marks.items()
        if min(mark.end, span.end) - max(mark.start, span.start)
        > 0.5 * min(mark.end - mark.start, span.end - span.start)
    }


def rows(read: Features) -> csr_matrix:
    """Return the features as sparse rows: words and pairs, then the meaning."""
    places = np.concatenate([*read.places, np.zeros(0, np.int64)])
    sizes = [len(p) for p in read.places]
    values = np.concatenate([*(np.full(n, max(1, n) ** -0.5) for n in sizes), np.zeros(0)])
    words = csr_matrix((values, places, np.cumsum([0, *sizes])), (len(sizes), HASHED))
    return hstack([words, csr_matrix(read.meanings)]).tocsr()


def fit(
    samples: list[Sample], flaws: list[str], bank: list[tuple[csr_matrix, set[str]]]
) -> tuple[list[Any], list[Any]]:
    """Fit the heads of units (each flaw, then sinking), and of wholes (each flaw, sinking, each situation)."""
    from scipy.sparse import vstack

    known = [
        (s.units[n], flaws_there, is_bad(s))
        for s in samples
        for n, flaws_there in enumerate(s.unit_flaws)
        if flaws_there is not None
    ]
    known += [(s.marks[n], there, is_bad(s)) for s in samples for n, there in enumerate(s.mark_flaws)]
    known += [(row, there, bool(there)) for row, there in bank]
    x = vstack([k[0] for k in known]).tocsr()
    unit = [head(x, [f in there for _, there, _ in known], 6, 4) for f in flaws]
    unit.append(head(x, [bool(there) and sinks for _, there, sinks in known], 6, 1.5))
    whole_rows = vstack([s.whole for s in samples]).tocsr()
    whole = [head(whole_rows, [f in s.answer["flaws"] for s in samples], 10, 4) for f in flaws]
    judged = [n for n, s in enumerate(samples) if s.answer["verdict"] != "weak"]
    whole.append(head(whole_rows[judged], [is_bad(samples[n]) for n in judged], 30, "balanced"))
    placed = [n for n, s in enumerate(samples) if s.answer.get("situation") in SITUATIONS]
    for name in SITUATIONS:
        whole.append(
            head(whole_rows[placed], [samples[n].answer["situation"] == name for n in placed], 4, "balanced")
        )
    return unit, whole


def head(x: csr_matrix, is_so: list[bool], c: float, extra: float | str) -> tuple[Floats, float]:
    """Fit one logistic head; ``extra`` is the weight of a row that is so."""
    y = np.array(is_so)
    if y.sum() < 3:
        return np.zeros(x.shape[1]), -9.0
    balance = extra if isinstance(extra, str) else {False: 1.0, True: extra}
    model = LogisticRegression(C=c, solver="liblinear", class_weight=balance).fit(x, y)
    return model.coef_[0], float(model.intercept_[0])


def apply(fitted: list[Any], x: csr_matrix) -> Floats:
    """Return the log odds of each row for each head."""
    return np.column_stack([x @ weights + bias for weights, bias in fitted])


def is_bad(sample: Sample) -> bool:
    """Tell whether the answer would sink the candidate."""
    return bool(sample.answer["verdict"] == "bad")


def calibrate(samples: list[Sample], flaws: list[str], units: Floats, wholes: Floats) -> Floats:
    """Return, for each flaw, how its likeliest unit and the whole make its chance; shape (3, flaws)."""
    scales = np.zeros((3, len(flaws)))
    for n, flaw in enumerate(flaws):
        y = np.array([flaw in s.answer["flaws"] for s in samples])
        model = LogisticRegression(C=1).fit(np.column_stack([units[:, n], wholes[:, n]]), y)
        scales[:, n] = [*np.maximum(model.coef_[0], 0.05), model.intercept_[0]]
    return scales


def cuts(samples: list[Sample], flaws: list[str], chances: Floats) -> tuple[Floats, Floats]:
    """Return the chance from which a flaw is named, and from which it is sure.

    Named: best F1, with its rule, of the cuts that at most ``FALSE`` of the good answers reach. Sure: what no
    good answer reaches.
    """
    good = np.array([s.answer["verdict"] == "good" for s in samples])
    heard, sure, scores, alone = [], [], [], []
    for n, flaw in enumerate(flaws):
        is_so = np.array([flaw in s.answer["flaws"] for s in samples])
        by_rule = np.array([any(f.name.replace("-", "_") == flaw for f in s.findings) for s in samples])
        f1 = {
            float(cut): 2
            * ((by_rule | (chances[:, n] >= cut)) & is_so).sum()
            / ((by_rule | (chances[:, n] >= cut)).sum() + is_so.sum())
            for cut in np.arange(0.2, 1.0, 0.02)
        }
        at = max(f1, key=lambda cut: f1[cut] if cut >= np.quantile(chances[good, n], 1 - FALSE) else -1)
        heard.append(at)
        sure.append(max(at, 0.6, float(chances[good, n].max()) + 0.02))
        scores.append(f1[at])
        alone.append(2 * (by_rule & is_so).sum() / max(1, by_rule.sum() + is_so.sum()))
        print(
            f"{flaw:24} F1 {alone[-1]:.2f} by rule, {scores[-1]:.2f} with its head from {at:.2f}, sure from {sure[-1]:.2f}, answers {is_so.sum()}"
        )
    print(f"macro F1: rules {np.mean(alone):.3f}, with heads {np.mean(scores):.3f}")
    return np.array(heard), np.array(sure)


def fit_score(samples: list[Sample], odds: Floats, fold: NDArray[np.int64]) -> dict[str, Any]:
    """Fit the score's weights, none below zero, and tell the AUC on folds they have not seen."""
    names = sorted({rule.name for rule in rules()})
    levels = [criteria.levels(s.reading, s.findings) for s in samples]
    said = [c.name for c in levels[0]]
    parts = []
    for sample, told, level in zip(samples, odds, levels, strict=True):
        share = score.shares(sample.findings)
        against = [*told, *(share.get(name, 0.0) for name in names), score.brevity(sample.reading.words)]
        parts.append([*against, *(-(c.level - 1) / 4 for c in level)])
    x = np.array(parts)
    judged = np.array([s.answer["verdict"] != "weak" for s in samples])
    bad = np.array([is_bad(s) for s in samples])
    prior = np.array(
        [*(0.0,) * HINTS, *(2 * rule_weight(name) for name in names), 0.0, *(CARRIES,) * len(said)]
    )
    guess = np.zeros(len(samples))
    for k in range(FOLDS):
        weights, bias = logistic(x[judged & (fold != k)], bad[judged & (fold != k)], prior)
        guess[fold == k] = x[fold == k] @ weights + bias
    print(
        f"{judged.sum()} judged answers; verdict AUC on unseen folds {roc_auc_score(bad[judged], guess[judged]):.4f}"
    )
    for n, label in enumerate(
        ("whole", "worst sentence", "sentences on average", "likeliest flaw", "all flaws")
    ):
        print(f"  {label} alone {roc_auc_score(bad[judged], x[judged, n]):.4f}")
    weights, bias = logistic(x[judged], bad[judged], prior)
    w = [round(float(v), 3) for v in weights]
    count = len(names)
    return {
        "bias": round(float(bias), 3),
        "heads": w[:HINTS],
        "rules": dict(zip(names, w[HINTS : HINTS + count], strict=True)),
        "brevity": w[HINTS + count],
        "criteria": dict(zip(said, w[HINTS + 1 + count :], strict=True)),
    }


def rule_weight(name: str) -> float:
    """Return the weight a rule's own page gives it."""
    return next(rule.page.weight for rule in rules() if rule.name == name)


def logistic(x: Floats, y: NDArray[np.bool_], prior: Floats) -> tuple[Floats, float]:
    """Fit a logistic function with weights of at least zero that are drawn toward ``prior``; good and bad count alike."""
    share = np.where(y, 0.5 / y.mean(), 0.5 / (1 - y.mean()))

    def loss(p: Floats) -> tuple[float, Floats]:
        z = x @ p[:-1] + p[-1]
        off = p[:-1] - prior
        error = share * (1 / (1 + np.exp(-z)) - y)
        value = float((share * (np.logaddexp(0, z) - z * y)).sum() + 0.5 * (off**2).sum())
        return value, np.append(x.T @ error + off, error.sum())

    found = minimize(
        loss, np.append(prior, 0.0), jac=True, bounds=[(0, None)] * x.shape[1] + [(None, None)], method="L-BFGS-B"
    )  # fmt: skip
    return found.x[:-1], float(found.x[-1])


def save(
    flaws: list[str], unit: list[Any], whole: list[Any], told: Floats, heard: Floats, sure: Floats
) -> None:
    """Write the heads."""
    kept: dict[str, Any] = {}
    for name, fitted in (("unit", unit), ("whole", whole)):
        weights = np.array([w for w, _ in fitted]).T
        kept[f"{name}_words"] = weights[:HASHED].astype(np.float16)
        kept[f"{name}_meanings"] = weights[HASHED:].astype(np.float16)
        kept[f"{name}_bias"] = np.array([b for _, b in fitted], np.float32)
    target = ROOT / "src/everest/review/data/heads.npz"
    np.savez_compressed(
        target, names=np.array(flaws), situations=np.array(SITUATIONS), told=told.astype(np.float32),
        heard=heard.astype(np.float32), sure=sure.astype(np.float32), **kept,
    )  # fmt: skip
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()

"""Weighs what the ear hears and what the rules find: ``cuts.json``, ``score.json`` and ``situations.json`` in the review room's ``data``.

Usage: python tools/weigh_review.py [--check]

Reads only those labelled answers of our own that ``benchmarks/data/answers/kept_apart.txt`` names: neither the ear nor
its teacher has seen them (``tools/train_ear``). The figures printed come from folds that the weights in question have not
seen. ``--check`` writes nothing.
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
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from everest.review import criteria, ear, engine, heads, score, situations  # noqa: E402
from everest.review.model import Finding  # noqa: E402
from everest.review.reading import Reading  # noqa: E402
from everest.review.rulebook import rules  # noqa: E402
from tools.train_ear.labeled import answers  # noqa: E402

DATA = ROOT / "src/everest/review/data"
Floats = NDArray[np.float64]
Bounds = tuple[float | None, float | None]
FALSE, LACKING = 0.01, 0.05
"""The share of answers without a flaw that the ear alone may name it in; the second for what is missing."""
BY_FORM = frozenset(["placeholder"])
"""Flaws that a rule sees in the form of the answer: the ear cannot deny them."""
SINKING = 0.05
"""The chance under which a phrase that would sink is taken to be meant otherwise."""
COSTING = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
"""The same for what costs or is missing: the best of these."""
CARRIES, CARRIES_LEAST = 0.5, 0.1
"""The weight of a criterion, from its lowest to its highest level: before the answers have spoken, and at least."""
NEVER = 2.0
"""A chance that is not reached: blanks are seen, not heard."""
SHORT = 4.0
"""The weight of brevity, set and not fitted: our short answers are as often good as bad, on purpose; people's are not."""
WEAK = 0.3
"""How much a weak answer counts beside one that is good or bad."""
FOLDS = 5
STEPS = np.arange(0.1, 0.96, 0.02)


@dataclass
class Sample:
    """An answer, what the ear heard of it, and what the rules found in its words."""

    answer: dict[str, Any]
    reading: Reading
    told: ear.Told
    findings: tuple[Finding, ...]


def main() -> None:
    """Weigh, tell how well it does, and write the weights."""
    hears = ear.load()
    if hears is None:
        sys.exit("Train the ear first: python -m tools.train_ear")
    samples = [found for answer in answers(apart=True) if (found := sample(hears, answer))]
    chances, curves = calibrated(samples, hears.names)
    cuts = {"curves": curves, **cuts_of(samples, hears.names, chances)}
    weights = fit_score(samples, [heads.heard(s.reading, hears, s.told, cuts) for s in samples])
    where = fit_situations(samples)
    if "--check" not in sys.argv:
        (DATA / "cuts.json").write_text(json.dumps(cuts, indent=1) + "\n", "utf-8")
        (DATA / "score.json").write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
        (DATA / "situations.json").write_text(json.dumps(where) + "\n", "utf-8")


def sample(hears: ear.Ear, answer: dict[str, Any]) -> Sample | None:
    """Return what is heard and found in an answer; None for one without words."""
    reading = Reading(answer["text"], answer.get("question"))
    told = hears.hear(reading.low)
    found = tuple(f for rule in rules() for f in rule.check(reading) if isinstance(f, Finding))
    return Sample(answer, reading, told, found) if told else None


def calibrated(samples: list[Sample], names: tuple[str, ...]) -> tuple[Floats, list[list[float]]]:
    """Return each flaw's chance in each answer, and the slope and shift that make it of the log odds."""
    logits = np.array([s.told.answer for s in samples], float)
    chances, curves = np.zeros_like(logits), []
    for n, name in enumerate(names):
        y = np.array([name in s.answer["flaws"] for s in samples])
        model = LogisticRegression(C=1).fit(logits[:, n : n + 1], y)
        slope = max(0.2, float(model.coef_[0, 0]))
        curves.append([round(slope, 4), round(float(model.intercept_[0]), 4)])
        chances[:, n] = 1 / (1 + np.exp(-(logits[:, n] * curves[-1][0] + curves[-1][1])))
    return chances, curves


def cuts_of(samples: list[Sample], names: tuple[str, ...], chances: Floats) -> dict[str, dict[str, float]]:
    """Return for each flaw the chance from which it is named, from which it is sure, and under which it is denied.

    Named, and denied where no error is at stake: the best F1 of rule and ear together. Sure: what no good answer reaches.
    """
    good = np.array([s.answer["verdict"] == "good" for s in samples])
    heard, sure, denied = {}, {}, {}
    before, after = [], []
    for n, name in enumerate(names):
        is_so = np.array([name in s.answer["flaws"] for s in samples])
        chance = chances[:, n]
        ruled = np.array([any(f.name.replace("-", "_") == name for f in s.findings) for s in samples])
        least = min(
            0.9, float(np.quantile(chance[~is_so], 1 - (LACKING if name in heads.MISSING else FALSE)))
        )
        ways = [(c, d) for c in STEPS if c >= least for d in _doubts(name) if d <= c]
        at, under = max(ways, key=lambda way: _smooth(chance, ruled & (chance >= way[1]), is_so, way[0]))
        borne = ruled & (chance >= under)
        denied[name] = under
        heard[name] = NEVER if name == "placeholder" else round(float(at), 3)
        sure[name] = round(min(0.95, max(float(at), 0.5, float(chance[good & ~is_so].max()) + 0.02)), 3)
        before.append(_f1(ruled, is_so))
        after.append(_f1(borne | (chance >= at), is_so))
        print(
            f"{name:24} F1 {before[-1]:.2f} by rule, {_f1(chance >= at, is_so):.2f} by ear from {at:.2f}, {after[-1]:.2f} together;"
            f" sure from {sure[name]:.2f}, denied under {under:.2f}, answers {is_so.sum()}"
        )  # fmt: skip
    print(f"macro F1: rules {np.mean(before):.3f}, together {np.mean(after):.3f}")
    return {"heard": heard, "sure": sure, "denied": denied}


def _doubts(name: str) -> tuple[float, ...]:
    """Return the chances under which a rule's finding of a flaw may be let pass."""
    if name in BY_FORM:
        return (0.0,)
    return COSTING if name in heads.COSTLY | heads.MISSING else (SINKING,)


def _smooth(chance: Floats, ruled: NDArray[np.bool_], is_so: NDArray[np.bool_], cut: float) -> float:
    near = (cut - 0.06, cut - 0.03, cut, cut + 0.03, cut + 0.06)
    return float(np.mean([_f1(ruled | (chance >= c), is_so) for c in near]))


def _f1(said: NDArray[np.bool_], is_so: NDArray[np.bool_]) -> float:
    return float(2 * (said & is_so).sum() / max(1, said.sum() + is_so.sum()))


def fit_score(samples: list[Sample], heard: list[heads.Heard]) -> dict[str, Any]:
    """Fit the score's weights, none below zero, and tell the AUC on folds they have not seen."""
    ruled = sorted({rule.name for rule in rules()})
    said: list[str] = []
    parts = []
    for one, told in zip(samples, heard, strict=True):
        found, _ = engine.by_rules(one.reading, rules(), told)
        share = score.shares(found)
        levels = criteria.levels(one.reading, found)
        said = [c.name for c in levels]
        against = [*told.odds, *(share.get(name, 0.0) for name in ruled), score.brevity(one.reading.words)]
        parts.append([*against, *(-(c.level - 1) / 4 for c in levels)])
    x = np.array(parts)
    hints = len(heard[0].odds)
    truth = np.array([{"good": 0.0, "weak": 0.5, "bad": 1.0}[s.answer["verdict"]] for s in samples])
    judged = truth != 0.5
    prior = np.array(
        [1.0, *(0.0,) * (hints - 1), *(rule_weight(name) for name in ruled), SHORT, *(CARRIES,) * len(said)]
    )
    brief = hints + len(ruled)
    bounds: list[Bounds] = [(0, None)] * brief + [(SHORT, SHORT)] + [(CARRIES_LEAST, None)] * len(said)
    fold = np.arange(len(samples)) // 20 % FOLDS
    guess = np.zeros(len(samples))
    for k in range(FOLDS):
        weights, bias = logistic(x[fold != k], truth[fold != k], prior, bounds)
        guess[fold == k] = x[fold == k] @ weights + bias
    print(f"{judged.sum()} judged; AUC on unseen folds {roc_auc_score(truth[judged], guess[judged]):.4f}")
    labels = (
        "the ear's odds",
        "likeliest that sinks",
        "all that sink",
        "likeliest that costs",
        "all that cost",
    )
    for n, label in enumerate(labels):
        print(f"  {label} alone {roc_auc_score(truth[judged], x[judged, n]):.4f}")
    weights, bias = logistic(x, truth, prior, bounds)
    w = [round(float(v), 3) for v in weights]
    return {
        "bias": round(float(bias), 3),
        "heads": w[:hints],
        "rules": dict(zip(ruled, w[hints:brief], strict=True)),
        "brevity": w[brief],
        "criteria": dict(zip(said, w[brief + 1 :], strict=True)),
    }


def fit_situations(samples: list[Sample]) -> dict[str, Any]:
    """Fit how the ear's hints and the words tell the situation, and tell how often it is right on unseen folds."""
    known = [s for s in samples if s.answer.get("situation")]
    x = np.array([situations.signs(s.reading, s.told.situations.tolist()) for s in known])
    y = np.array([s.answer["situation"] for s in known])
    model = LogisticRegression(C=0.1, max_iter=2000)
    print(f"situation right on unseen folds {(cross_val_predict(model, x, y, cv=10) == y).mean():.3f}")
    model.fit(x, y)
    return {
        "names": model.classes_.tolist(),
        "rows": np.round(model.coef_, 4).tolist(),
        "biases": np.round(model.intercept_, 4).tolist(),
    }


def rule_weight(name: str) -> float:
    """Return the weight a rule's own page gives it."""
    return next(rule.page.weight for rule in rules() if rule.name == name)


def logistic(x: Floats, truth: Floats, prior: Floats, bounds: list[Bounds]) -> tuple[Floats, float]:
    """Fit a logistic function with weights drawn toward ``prior``, each within its ``bounds``.

    Good and bad count alike, weak (0.5) for ``WEAK`` of that.
    """
    share = np.select([truth == 1, truth == 0], [0.5 / (truth == 1).mean(), 0.5 / (truth == 0).mean()], WEAK)

    def loss(p: Floats) -> tuple[float, Floats]:
        z = x @ p[:-1] + p[-1]
        off = p[:-1] - prior
        error = share * (1 / (1 + np.exp(-z)) - truth)
        value = float((share * (np.logaddexp(0, z) - z * truth)).sum() + 0.5 * (off**2).sum())
        return value, np.append(x.T @ error + off, error.sum())

    found = minimize(loss, np.append(prior, 0.0), jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B")
    return found.x[:-1], float(found.x[-1])


if __name__ == "__main__":
    main()

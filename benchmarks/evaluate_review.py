"""How well the reviewer hears: verdict AUC, flaws, error-level findings on good answers.

``EVEREST_SHARED`` may name a folder with further labelled answers, answers/*.jsonl; they are only measured.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.json_lines import read_json_lines
from everest.review import review
from everest.review.model import Severity

_HELD = Path(__file__).parent / "data" / "answers" / "heldout"
_LATER = ("fresh", "blind", "fourth", "fifth")
"""Sets written after the held-out one, each with a second reading."""


def run() -> list[tuple[str, str, str]]:
    """Return (measure, value, goal)."""
    rows = _measure("held out", sorted(str(path) for path in _HELD.glob("*.jsonl")))
    for name in _LATER:
        rows += _measure(name, sorted(str(path) for path in _HELD.with_name(name).glob("*.jsonl")))
    rows += _read_twice()
    shared = os.environ.get("EVEREST_SHARED")
    if shared:
        rows += _measure("others' answers", [str(Path(shared) / "answers" / "dev_answers.jsonl")])
    return rows


def _measure(label: str, paths: list[str]) -> list[tuple[str, str, str]]:
    answers = [answer for path in paths for answer in read_json_lines(Path(path))]
    found = [review(a["text"], question=a.get("question")) for a in answers]
    good = np.array([a["verdict"] == "good" for a in answers])
    bad = np.array([a["verdict"] == "bad" for a in answers])
    score = np.array([r.score for r in found], float)
    words = np.array([len(a["text"].split()) for a in answers], float)
    verdicts = np.array([r.verdict.value for r in found])
    errors = np.array([any(f.severity is Severity.ERROR for f in r.findings) for r in found])
    rows = [
        (f"{label}: answers (good, bad)", f"{good.sum()}, {bad.sum()}", ""),
        (f"{label}: verdict AUC", f"{_auc(score, good, bad):.4f}", "≥ 0.995"),
        (f"{label}: verdict AUC, matched length", f"{_matched(score, words, good, bad):.4f}", "≥ 0.985"),
        (f"{label}: good answers with an error", f"{errors[good].mean():.1%}", "≤ 3 %"),
        (f"{label}: bad answers called avoid", f"{(verdicts[bad] == 'avoid').mean():.1%}", ""),
        (f"{label}: bad answers called ready", f"{(verdicts[bad] == 'ready').mean():.1%}", ""),
        (f"{label}: good answers called ready", f"{(verdicts[good] == 'ready').mean():.1%}", ""),
    ]
    if "flaws" in answers[0]:
        named = [{f.name.replace("-", "_") for f in r.findings} for r in found]
        rows.append((f"{label}: macro-F1 over flaws", f"{_macro_f1(answers, named):.3f}", "≥ 0.9"))
    known = [
        (a["situation"], r.situation)
        for a, r in zip(answers, found, strict=True)
        if a.get("situation") not in (None, "unknown")
    ]
    right = sum(1 for want, got in known if got and got.value == want)
    return [*rows, (f"{label}: situation right", f"{right / max(1, len(known)):.1%}", "")]


def _read_twice() -> list[tuple[str, str, str]]:
    """Tell how far a second reading of the later sets, without sight of the labels, agrees with them."""
    first = {
        answer["id"]: answer
        for name in _LATER
        for path in _HELD.with_name(name).glob("*.jsonl")
        for answer in read_json_lines(path)
    }
    second = [
        answer for answer in read_json_lines(_HELD.with_name("second_reading.jsonl")) if answer["id"] in first
    ]
    labels = [first[answer["id"]] for answer in second]
    good = np.array([a["verdict"] == "good" for a in labels])
    bad = np.array([a["verdict"] == "bad" for a in labels])
    score = np.array([{"good": 2, "weak": 1, "bad": 0}[a["verdict"]] for a in second], float)
    said = [set(a["flaws"]) for a in second]
    known = [
        (a["situation"], b["situation"]) for a, b in zip(labels, second, strict=True) if a.get("situation")
    ]
    return [
        ("read twice (all but held out): verdict AUC", f"{_auc(score, good, bad):.4f}", ""),
        ("read twice: macro-F1 over flaws", f"{_macro_f1(labels, said):.3f}", ""),
        ("read twice: situation the same", f"{np.mean([a == b for a, b in known]):.1%}", ""),
    ]


def _auc(score: np.ndarray, good: np.ndarray, bad: np.ndarray) -> float:
    above = score[good][:, None] - score[bad][None, :]
    return float(((above > 0) + 0.5 * (above == 0)).mean())


def _matched(score: np.ndarray, words: np.ndarray, good: np.ndarray, bad: np.ndarray) -> float:
    """Compare only pairs whose lengths differ by less than a fifth (or three words)."""
    gap = np.abs(words[good][:, None] - words[bad][None, :])
    near = gap <= np.maximum(3, 0.2 * words[good][:, None])
    above = score[good][:, None] - score[bad][None, :]
    return float(((above > 0) + 0.5 * (above == 0))[near].mean())


def _macro_f1(answers: list[dict[str, Any]], found: list[set[str]]) -> float:
    scores = []
    for flaw in sorted({f for a in answers for f in a["flaws"]}):
        has = np.array([flaw in a["flaws"] for a in answers])
        said = np.array([flaw in names for names in found])
        scores.append(2 * (has & said).sum() / max(1, has.sum() + said.sum()))
        if os.environ.get("EVEREST_FLAWS"):
            print(f"{flaw:24} {scores[-1]:.2f} has {has.sum()} said {said.sum()}")
    return float(np.mean(scores))


if __name__ == "__main__":
    for measure, value, goal in run():
        print(f"{measure:48} {value:>12}  {goal}")

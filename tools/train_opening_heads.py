"""Trains the heads of the opening on texts of our own and writes ``src/everest/opening/data/*.npz``.

Usage: ``python -m tools.train_opening_heads [--check]``. Reads benchmarks/data/postings/train.txt and headings.txt and
benchmarks/data/companies/train.txt; the held-out files are never read. ``--check`` prints four-fold macro-F1 instead.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from benchmarks.postings import FOLDER, YEAR, Posted, company_sentences, load, plain, render
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from everest.documents import Document, read_document
from everest.opening.cutting import Piece, Statement, may_be_heading, pieces, statements
from everest.opening.head import Head, features
from everest.opening.lines import marks_of
from everest.opening.plans import marks_of as plan_marks

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "everest" / "opening" / "data"
SHAPES = ({}, {"headings": False, "shape": "text"}, {"shape": "html"}, {"shape": "text", "bullets": False})
STEP_WEIGHT = 0.5
Row = tuple[str, tuple[str, ...], str]


def main(arguments: Sequence[str]) -> None:
    """Train every head, or check."""
    posted = load("train")
    if "--check" in arguments:
        print(f"company, four folds: {_check_company(posted):.3f}")
        print(f"lines, four folds, headings and none: {[round(x, 3) for x in _check(posted)]}")
        return
    _write("headings", fit(heading_rows(posted), 20.0))
    _write("lines", line_head(posted))
    _write("company", fit(company_rows(posted), 10.0))


def line_head(posted: Sequence[Posted]) -> Head:
    """Fit the head of lines and the steps from line to line."""
    rows: list[Row] = []
    for one in [*posted, *(_briefer(one) for one in posted)]:
        for options in SHAPES:
            labelled = _labelled(one, **options)
            rows += [(s.text, marks_of(s), label) for s, label in labelled]
            wishes = [replace(s, section="N") for s, label in labelled if label == "M" and s.section == "M"]
            rows += [(s.text, marks_of(s), "N") for s in wishes]
            rows += [
                (s.text.upper(), marks_of(replace(s, text=s.text.upper())), label)
                for s, label in labelled[::3]
            ]
    head = fit(rows, 8.0)
    counts = np.full((len(head.labels),) * 2, 1.0)
    for one in posted:
        path = [head.labels.index(label) for _, label in _labelled(one, **SHAPES[1])]
        for a, b in pairwise(path):
            counts[a, b] += 1
    follow = np.log(counts / counts.sum(axis=1, keepdims=True)) * STEP_WEIGHT
    return replace(head, steps=follow.astype(np.float32))


def _briefer(one: Posted) -> Posted:
    """Return the posting as a hasty person copies it: its head, its tasks and one requirement."""
    needs = [line for line in one.lines if line.label in "MN"][:1]
    return replace(one, lines=tuple(line for line in one.lines if line.label in "XT" or line in needs))


def heading_rows(posted: Sequence[Posted]) -> list[Row]:
    """Return (text, marks, letter) of headings and of what is none ("-")."""
    rows: list[Row] = []
    for line in (FOLDER / "headings.txt").read_text("utf-8").splitlines():
        letter, _, words = line.partition(" ")
        if letter == "#":
            continue
        for text in words.split("; "):
            size = f"words:{min(len(text.split()), 12) // 2}"
            rows.append((text, (size, "late", "gap", "light", "leads items"), letter))
            if letter != "-":
                rows.append((text + ":", (size, "late", "close", "light", "colon", "leads items"), letter))
                rows.append((text, (size, "late", "close", "light", "heading", "leads items"), letter))
            else:
                rows.append((text, (size, "late", "close", "light"), letter))
    for one in posted:
        for options in SHAPES:
            rows += _heading_rows_of(one, read_document(render(one, **options)))  # type: ignore[arg-type]
    return rows


def company_rows(posted: Sequence[Posted]) -> list[Row]:
    """Return (sentence, marks, letter) of companies' sentences; what a posting asks and offers is none of its plans."""
    rows = [(text, plan_marks(text, YEAR), letter) for letter, text in company_sentences("train")]
    asked = [plain(line.text) for one in posted for line in one.lines if line.label in "TMNBOL"]
    rows += [(text, plan_marks(text, YEAR), "U") for text in asked[::4]]
    return rows


def _check_company(posted: Sequence[Posted]) -> float:
    rows = company_rows(posted)
    order = np.random.default_rng(3).permutation(len(rows))
    true, found = [], []
    for fold in range(4):
        head = fit([rows[i] for n, i in enumerate(order) if n % 4 != fold], 10.0)
        held = [rows[i] for i in order[fold::4]]
        best = head.log_chances([r[0] for r in held], [r[1] for r in held]).argmax(axis=1)
        true += [r[2] for r in held]
        found += [head.labels[b] for b in best]
    return float(f1_score(true, found, average="macro"))


def fit(rows: Sequence[Row], strength: float) -> Head:
    """Fit a multinomial logistic regression; each label counts the same."""
    labels = tuple(sorted({label for *_, label in rows}))
    x = features([text for text, *_ in rows], [marks for _, marks, _ in rows])
    y = np.array([labels.index(label) for *_, label in rows])
    model = LogisticRegression(C=strength, max_iter=300, class_weight="balanced").fit(x, y)
    nothing = np.zeros((len(labels), len(labels)), np.float32)
    return Head(labels, model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32), nothing)


def _heading_rows_of(one: Posted, document: Document) -> list[Row]:
    cut = [piece for piece in pieces(document) if may_be_heading(piece)]
    letters = _letters(one)
    rows = []
    for piece in cut:
        letter = letters.get(piece.text.strip(), "-")
        rows += [(piece.text, piece.marks, letter)]
    return rows


def _letters(one: Posted) -> dict[str, str]:
    """Return the letter of the section that each heading of a posting opens."""
    found = {}
    for number, line in enumerate(one.lines):
        if line.label == "H":
            after = next((below.label for below in one.lines[number + 1 :] if below.label != "H"), "O")
            found[line.text] = after if after != "X" else "O"
    return found


def _labelled(one: Posted, **options: object) -> list[tuple[Statement, str]]:
    document = read_document(render(one, **options))  # type: ignore[arg-type]
    spans, at = [], 0
    for line in one.lines:
        words = plain(line.text)
        start = document.text.find(words, at) if line.label != "H" or options.get("headings", True) else -1
        if start >= 0:
            at = start + len(words)
            spans.append((start, at, line.label))
    cut = _with_true_headings(one, document)
    found = []
    for statement in cut:
        label = next(
            (letter for a, b, letter in spans if min(b, statement.end) > max(a, statement.start)), "X"
        )
        found.append((statement, "X" if label == "H" else label))
    return found


def _with_true_headings(one: Posted, document: Document) -> list[Statement]:
    """Cut as the reader does, the headings taken from the labels."""
    letters = _letters(one)

    def known(cut: Sequence[Piece]) -> list[str]:
        return [letters.get(piece.text.strip(), "") for piece in cut]

    return statements(document, known)


def _check(posted: list[Posted]) -> list[float]:
    results = []
    for options in SHAPES[:2]:
        true, found = [], []
        for fold in range(4):
            head = line_head([one for n, one in enumerate(posted) if n % 4 != fold])
            for one in posted[fold::4]:
                labelled = _labelled(one, **options)
                chances = head.log_chances([s.text for s, _ in labelled], [marks_of(s) for s, _ in labelled])
                true += [label for _, label in labelled]
                found += head.best_path(chances, [not s.section for s, _ in labelled])
        results.append(float(f1_score(true, found, labels=list("TMNBAL"), average="macro")))
    return results


def _write(name: str, head: Head) -> None:
    OUT.mkdir(exist_ok=True)
    half: NDArray[np.float16] = head.weights.astype(np.float16)
    path = OUT / f"{name}.npz"
    np.savez_compressed(path, labels=np.array(head.labels), weights=half, bias=head.bias, steps=head.steps)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])

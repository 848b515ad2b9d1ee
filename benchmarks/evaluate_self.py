"""How well strengths, values and interests are heard in people's own words: precision and recall on lines held out.

The lines were written for this project (benchmarks/data/self); the held-out ones were written before the heads were
trained and the word list last changed, and are never trained on.
"""

from __future__ import annotations

from pathlib import Path

from everest.candidate import understand

Row = tuple[str, str, str]
DATA = Path(__file__).parent / "data" / "self"
_SORTS = {"s": "strength", "v": "value", "i": "interest"}
_NAMES = {
    "teach": "teaching and explaining", "explain": "teaching and explaining", "calm": "staying calm", "order": "putting things in order", "listen": "listening",
    "solve": "solving problems", "detail": "care with detail", "together": "bringing people together", "train": "teaching and explaining",
    "lead": "leading", "numbers": "working with numbers", "hands": "working with my hands", "ideas": "coming up with ideas",
    "write": "writing", "persuade": "persuading", "through": "seeing things through", "better": "making things better",
    "fast": "learning fast", "R": "Realistic", "I": "Investigative", "A": "Artistic", "S": "Social", "E": "Enterprising", "C": "Conventional",
}  # fmt: skip


def read_lines(path: Path) -> list[tuple[str, set[tuple[str, str]]]]:
    """Return each line with what it says, as (sort, name)."""
    found = []
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("#") or not row.strip():
            continue
        said, _, text = row.partition(" | ")
        labels = set()
        for label in said.split():
            if label != "-":
                sort, _, name = label.partition(":")
                labels.add((_SORTS[sort], _NAMES.get(name, name)))
        found.append((text.strip(), labels))
    return found


def run() -> list[Row]:
    """Return (measure, value, goal)."""
    return [row for name in ("plain", "blind", "heldout") for row in _measured(name)]


def _measured(name: str) -> list[Row]:
    rows: list[Row] = []
    lines = read_lines(DATA / f"{name}.txt")
    for sort in ("strength", "value", "interest"):
        right = said = wanted = 0
        for text, labels in lines:
            want = {name for kind, name in labels if kind == sort}
            heard = {item.name for item in understand(text) if item.sort == sort}
            right, said, wanted = right + len(want & heard), said + len(heard), wanted + len(want)
        precision, recall = right / max(1, said), right / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        measure = f"{sort}s heard in {len(lines)} lines of {name}.txt, F1 (precision/recall)"
        rows.append((measure, f"{f1:.3f} ({precision:.2f}/{recall:.2f})", ""))
    return rows


if __name__ == "__main__":
    for measured, value, goal in run():
        print(f"{measured:72} {value:>28}  {goal}")

"""Learn from the atlas's titles how a job title tells the occupation, and how evidence is weighed together.

    python -m tools.train_titles db_29_3_text.zip

Makes ``src/everest/occupations/data/titles.npz`` from the atlas in place, in about twenty minutes on one core. Needs
PyTorch (2.13.0 was used) beside Everest; nothing of it is needed afterwards. The titles that
``benchmarks/held_out_titles.py`` draws are left out throughout, so that what is measured is the file that ships.

1. A classifier: hashed parts of a title and its meaning, through 96 numbers, to the occupations. Task statements of the
   release are read along at a low weight; only weights are kept.
2. Weighing: the titles are divided in four; for each fourth the evidence is gathered by an index and a classifier that
   have not seen it, and a small network learns which candidate was meant.
"""

from __future__ import annotations

import argparse
import csv
import io
import zipfile
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from benchmarks.held_out_titles import ALTERNATE, REPORTED, held_out, index_without, words_key
from torch import nn

from everest.language.meaning import encode
from everest.occupations.atlas import Atlas, shipped
from everest.occupations.title_model import CANDIDATES, COLUMNS, features_of, parts_of

OUT = shipped().parent / "titles.npz"
SIZE, FOLDS, EPOCHS, TASK = 96, 4, 6, 3
WORTH = {0: 1.5, 1: 1.5, 2: 0.7, TASK: 0.15}
"""What an example counts: the occupation's name, a reported title, an alternate one, a task."""
ALTERNATES_A_FOLD = 2500


@dataclass
class Examples:
    """Texts as hashed parts and meaning, their occupations and kinds."""

    parts: list[list[int]]
    vectors: torch.Tensor
    owners: torch.Tensor
    kinds: np.ndarray

    def rows(self, ids: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return flat parts, offsets and vectors of some examples."""
        chosen = [self.parts[n] for n in ids]
        offsets = np.cumsum([0, *map(len, chosen)])[:-1]
        return torch.tensor(np.concatenate(chosen)), torch.tensor(offsets), self.vectors[ids]


class Classifier(nn.Module):
    """Parts and meaning through a narrow layer to occupations."""

    def __init__(self, occupations: int) -> None:
        super().__init__()
        self.parts = nn.EmbeddingBag(COLUMNS, SIZE, mode="mean")
        nn.init.normal_(self.parts.weight, std=0.3)
        self.meaning = nn.Linear(256, SIZE, bias=False)
        self.drop = nn.Dropout(0.2)
        self.out = nn.Linear(SIZE, occupations)

    def forward(self, flat: torch.Tensor, offsets: torch.Tensor, vectors: torch.Tensor) -> torch.Tensor:
        """Return a score for each occupation."""
        return self.out(self.drop(self.parts(flat, offsets) + self.meaning(vectors)))

    def paces(self) -> list[tuple[nn.Module, float]]:
        """Return the parts and how fast each learns against the others."""
        return [(self.parts, 3.0), (self.meaning, 1.0), (self.out, 1.0)]


def examples(source: Atlas, release: Path) -> Examples:
    """Read titles, and the tasks of the release."""
    place = source.place
    tasks = [(place[row["O*NET-SOC Code"]], row["Task"]) for row in _rows(release, "Task Statements.txt")]
    works = {(place[row["O*NET-SOC Code"]], row["DWA Title"]) for row in _rows(release, "Tasks to DWAs.txt")}
    tasks += sorted(works)
    texts = [*source.title_texts, *(text for _, text in tasks)]
    owners = [*source.title_of.tolist(), *(owner for owner, _ in tasks)]
    kinds = np.concatenate([source.array("title_kind"), np.full(len(tasks), TASK)])
    vectors = torch.tensor(np.concatenate([encode(texts[n : n + 5000]) for n in range(0, len(texts), 5000)]))
    return Examples([parts_of(text) for text in texts], vectors, torch.tensor(owners), kinds)


def _rows(release: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(release) as file:
        found = next(one for one in file.namelist() if one.endswith(f"/{name}"))
        text = io.StringIO(file.read(found).decode())
    return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def fit_classifier(data: Examples, ids: np.ndarray, occupations: int, name: str) -> Classifier:
    """Train on some examples."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    model = Classifier(occupations)
    groups = [{"params": part.parameters(), "times": times} for part, times in model.paces()]
    steps = torch.optim.Adam(groups)
    worth = torch.tensor([WORTH[kind] for kind in data.kinds.tolist()])
    for epoch in range(EPOCHS):
        for group in steps.param_groups:
            group["lr"] = group["times"] * (5e-3 * (1 - epoch / EPOCHS) + 2e-4)
        order = chance.permutation(ids)
        for start in range(0, len(order), 256):
            batch = order[start : start + 256]
            lost = nn.functional.cross_entropy(
                model(*data.rows(batch)), data.owners[batch], reduction="none", label_smoothing=0.05
            )
            steps.zero_grad()
            (lost * worth[batch]).mean().backward()
            steps.step()
        print(f"{name}: {epoch + 1}/{EPOCHS}", flush=True)
    return model.eval()


def gathered(
    source: Atlas, data: Examples, left_out: np.ndarray, ids: np.ndarray, model: Classifier
) -> tuple[np.ndarray, np.ndarray]:
    """Return features of the candidates of each title, and which candidates the release gives for it."""
    same: dict[str, set[int]] = defaultdict(set)
    keys = [words_key(text) for text in source.title_texts]
    for n, key in enumerate(keys):
        same[key].add(int(source.title_of[n]))
    titles = index_without(source, frozenset(left_out.tolist()))
    tables, rights = [], []
    for start in range(0, len(ids), 256):
        batch = ids[start : start + 256]
        with torch.no_grad():
            chances = model(*data.rows(batch)).log_softmax(1).numpy().astype(float)
        for n, row in zip(batch.tolist(), np.maximum(chances, -12.0), strict=True):
            rows, table = features_of(titles.evidence(source.title_texts[n]), row, titles)
            tables.append(table)
            rights.append(np.isin(rows, list(same[keys[n]])))
    return np.stack(tables), np.stack(rights)


def fit_weighing(features: np.ndarray, rights: np.ndarray, worth: np.ndarray) -> nn.Sequential:
    """Train the network that scores candidates, several being right if several are given."""
    torch.manual_seed(0)
    size = features.shape[2]
    net = nn.Sequential(
        nn.Linear(size, 32), nn.ReLU(), nn.Dropout(0.1), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 1)
    )
    steps = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    kept = rights.any(1)
    x, y, w = torch.tensor(features[kept]), torch.tensor(rights[kept]), torch.tensor(worth[kept]).float()
    for epoch in range(24):
        for group in steps.param_groups:
            group["lr"] = 3e-3 * (1 - epoch / 24) + 1e-4
        for batch in torch.randperm(len(x)).split(128):
            sums = net(x[batch]).squeeze(-1)
            lost = sums.logsumexp(1) - sums.masked_fill(~y[batch], -1e9).logsumexp(1)
            steps.zero_grad()
            (lost * w[batch]).mean().backward()
            steps.step()
    return net.eval()


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(description="Learn from the atlas's titles.")
    parser.add_argument("release", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    source = Atlas(shipped())
    data = examples(source, args.release)
    hidden = held_out(source, REPORTED).strict | held_out(source, ALTERNATE).strict
    titles = np.array([n for n in range(len(source.title_texts)) if n not in hidden])
    tasks = np.flatnonzero(data.kinds == TASK)
    final = fit_classifier(data, np.concatenate([titles, tasks]), len(source.codes), "classifier")
    fold = np.array([zlib.crc32(words_key(text).encode()) % FOLDS for text in source.title_texts])
    chance, made, worth = np.random.default_rng(1), [], []
    for number in range(FOLDS):
        seen, asked = titles[fold[titles] != number], titles[fold[titles] == number]
        model = fit_classifier(data, np.concatenate([seen, tasks]), len(source.codes), f"fold {number + 1}")
        kinds = data.kinds[asked]
        others = chance.choice(asked[kinds == ALTERNATE], ALTERNATES_A_FOLD, replace=False)
        asked = np.concatenate([asked[kinds < ALTERNATE], others])
        left_out = np.concatenate([np.flatnonzero(fold == number), np.array(sorted(hidden))])
        made.append(gathered(source, data, left_out, asked, model))
        worth.append(np.where(data.kinds[asked] == ALTERNATE, 0.4, 1.0))
    features, rights = (np.concatenate([one[n] for one in made]) for n in (0, 1))
    print(f"{rights.any(1).mean():.3f} of the titles have a right one among {CANDIDATES} candidates")
    _write(source, final, features, rights, np.concatenate(worth))


def _write(
    source: Atlas, model: Classifier, features: np.ndarray, rights: np.ndarray, worth: np.ndarray
) -> None:
    flat = features.reshape(-1, features.shape[2])
    middle, spread = flat.mean(0), flat.std(0) + 1e-6
    net = fit_weighing((features - middle) / spread, rights, worth)
    layers = [part for part in net if isinstance(part, nn.Linear)]
    stored = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    scale = float(np.quantile(np.abs(stored["parts.weight"]), 0.9999)) / 127
    ranked = [one.detach().numpy() for layer in layers for one in (layer.weight, layer.bias)]
    np.savez(  # packed tight it would be a seventh smaller, and 20 ms slower to open
        OUT,
        codes=np.frombuffer("\n".join(source.codes).encode(), np.uint8),
        parts=np.rint(np.clip(stored["parts.weight"] / scale, -127, 127)).astype(np.int8),
        parts_scale=np.float32(scale),
        meaning=stored["meaning.weight"].astype(np.float16),
        out=stored["out.weight"].astype(np.float16),
        bias=stored["out.bias"].astype(np.float16),
        rank_middle=middle.astype(np.float32),
        rank_spread=spread.astype(np.float32),
        **{f"rank{n}": (one[0] if n == 4 else one).astype(np.float32) for n, one in enumerate(ranked)},
    )
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""The teacher: all-MiniLM-L6-v2, its upper half fitted to our labels."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from everest.language import meaning
from tools.build_vectors import published
from tools.train_ear.examples import batches, gathered, padded
from tools.train_ear.listener import Listener, labeled_loss, pace

WIDTH, LAYERS, HEADS, FROZEN = 384, 6, 12, 3
ROUNDS, SIZE, HOSTED = 2, 16, 0.35
UPPER, OUTER = 1.2e-4, 1e-3
"""How fast the upper layers, and the heads, may learn."""


class Encoder(nn.Module):
    """A BERT encoder; the lower ``FROZEN`` layers stay as published."""

    def __init__(self, tensors: dict[str, torch.Tensor], vocabulary: dict[str, int]) -> None:
        super().__init__()
        self.kept = nn.ParameterDict(
            {
                name.replace(".", "/"): nn.Parameter(tensor, requires_grad=_learns(name))
                for name, tensor in tensors.items()
                if not name.startswith("pooler")
            }
        )
        number = meaning.numbers()
        rows = torch.zeros(max(number.values()) + 1, dtype=torch.long)
        for piece, row in number.items():
            rows[row] = vocabulary.get(piece, vocabulary["[UNK]"])
        self.register_buffer("ids", rows)
        self.edges = vocabulary["[CLS]"], vocabulary["[SEP]"]

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return a row for each piece, shape (texts, pieces, 384)."""
        texts, count = rows.shape
        ids = torch.zeros(texts, count + 2, dtype=torch.long)
        ids[:, 0] = self.edges[0]
        ids[:, 1:-1] = self.ids[rows] * (mask > 0)
        ends = torch.arange(texts), mask.sum(1).long() + 1
        held = torch.cat([torch.ones(texts, 1), mask, torch.zeros(texts, 1)], 1)
        ids[ends], held[ends] = self.edges[1], 1
        with torch.no_grad():
            k = self.kept
            h = (
                k["embeddings/word_embeddings/weight"][ids]
                + k["embeddings/position_embeddings/weight"][: count + 2]
            )
            h = self._norm("embeddings/LayerNorm", h + k["embeddings/token_type_embeddings/weight"][0])
            for layer in range(FROZEN):
                h = self._layer(layer, h, held, 0.0)
        for layer in range(FROZEN, LAYERS):
            h = self._layer(layer, h, held, 0.08 if self.training else 0.0)
        return h[:, 1:-1]

    def _layer(self, number: int, h: torch.Tensor, held: torch.Tensor, drop: float) -> torch.Tensor:
        at = f"encoder/layer/{number}"
        texts, count, _ = h.shape
        q, k, v = (
            self._linear(f"{at}/attention/self/{part}", h).view(texts, count, HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=held[:, None, None, :] > 0)
        seen = self._linear(f"{at}/attention/output/dense", seen.transpose(1, 2).reshape(texts, count, WIDTH))
        h = self._norm(f"{at}/attention/output/LayerNorm", h + functional.dropout(seen, drop))
        inner = self._linear(
            f"{at}/output/dense", functional.gelu(self._linear(f"{at}/intermediate/dense", h))
        )
        return self._norm(f"{at}/output/LayerNorm", h + functional.dropout(inner, drop))

    def _linear(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return functional.linear(x, self.kept[f"{name}/weight"], self.kept[f"{name}/bias"])

    def _norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return functional.layer_norm(
            x, (WIDTH,), self.kept[f"{name}/weight"], self.kept[f"{name}/bias"], 1e-12
        )


def teach(wheel: Path, target: Path) -> None:
    """Fit the upper half and the heads to the labels, and write the whole to ``target``."""
    torch.manual_seed(5)
    tensors, pieces = published(wheel)
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    model = Listener(
        Encoder({name: torch.from_numpy(t.copy()) for name, t in tensors.items()}, vocabulary), WIDTH
    )
    inner = [p for name, p in model.named_parameters() if name.startswith("enc.") and p.requires_grad]
    outer = [p for name, p in model.named_parameters() if not name.startswith("enc.")]
    groups = [{"params": inner, "lr": UPPER}, {"params": outer, "lr": OUTER}]
    step = 0
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    model.train()
    for number in range(ROUNDS):
        items = gathered(number, HOSTED)
        steps = ROUNDS * len(items) / SIZE
        for group in batches(items, SIZE, number):
            for kept, full in zip(optimizer.param_groups, (UPPER, OUTER), strict=True):
                kept["lr"] = full * pace(step, steps, 0.03)
            batch = [items[i] for i in group]
            rows, mask = padded(batch)
            loss = labeled_loss(model(rows, mask), batch, mask)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                print(
                    f"round {number + 1} of {ROUNDS}, step {step} of {steps:.0f}, loss {loss.item():.3f}",
                    flush=True,
                )
    torch.save({"model": model.state_dict(), "vocabulary": vocabulary}, target)


def load(path: Path) -> Listener:
    """Read a teacher that ``teach`` wrote."""
    kept = torch.load(path)
    names = {
        name.removeprefix("enc.kept.").replace("/", "."): t
        for name, t in kept["model"].items()
        if name.startswith("enc.kept.")
    }
    model = Listener(Encoder(names, kept["vocabulary"]), WIDTH)
    model.load_state_dict(kept["model"])
    return model.eval()


def _learns(name: str) -> bool:
    parts = name.split(".")
    return parts[0] == "encoder" and int(parts[2]) >= FROZEN

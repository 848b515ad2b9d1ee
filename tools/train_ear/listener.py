"""What teacher and pupil share: from a row for each piece to what is heard, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from everest.review.heads import MISSING
from tools.train_ear.examples import FLAWS, SITUATIONS, Example

SIGNS = tuple(-1.0 if flaw in MISSING else 1.0 for flaw in FLAWS)
"""A flaw is there if one piece shows it; what is missing is missing if no piece shows it."""


class Heard(NamedTuple):
    """Log odds: ``pieces`` (texts, pieces, flaws), ``answer`` (texts, flaws), ``bad`` (texts,), ``situation``, ``sinking`` (texts, pieces).

    The pieces of a flaw in ``heads.MISSING`` tell where the missed thing stands.
    """

    pieces: torch.Tensor
    answer: torch.Tensor
    bad: torch.Tensor
    situation: torch.Tensor
    sinking: torch.Tensor


class Listener(nn.Module):
    """A reader of pieces (``enc``), and heads over its rows of ``width`` numbers."""

    def __init__(self, enc: nn.Module, width: int) -> None:
        super().__init__()
        self.enc = enc
        count = len(FLAWS)
        self.tok = nn.Linear(width, count)
        self.whole = nn.Linear(width, count)
        self.bad = nn.Linear(width, 1)
        self.sink = nn.Linear(width, 1)
        self.sit = nn.Linear(width, len(SITUATIONS))
        self.hint = nn.Linear(width, len(SITUATIONS))
        self.g = nn.Linear(count, 1)
        nn.init.constant_(self.tok.bias, -3)
        nn.init.constant_(self.whole.bias, -1)
        self.register_buffer("sign", torch.tensor(SIGNS), persistent=False)

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> Heard:
        """Hear texts of pieces, shape (texts, pieces)."""
        h = self.enc(rows, mask)
        away = (mask - 1)[:, :, None] * 1e4
        pieces, sinking = self.tok(h), self.sink(h)
        mean = (h * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        answer = self.sign * torch.logsumexp(2 * (pieces + away), 1) / 2 + self.whole(mean)
        bad = self.bad(mean) + torch.logsumexp(2 * (sinking + away), 1) / 2 + self.g(torch.tanh(answer / 4))
        situation = self.sit(mean) + torch.logsumexp(2 * (self.hint(h) + away), 1) / 2
        return Heard(pieces, answer, bad[:, 0], situation, sinking[:, :, 0])


def labeled_loss(heard: Heard, items: Sequence[Example], mask: torch.Tensor) -> torch.Tensor:
    """Return how far what is heard is from the labels."""
    longest = mask.shape[1]
    marked = torch.zeros(len(items), longest, len(FLAWS))
    for n, item in enumerate(items):
        marked[n, : len(item.rows)] = torch.from_numpy(item.pieces)
    flaws, known, told = (
        torch.from_numpy(np.stack([getattr(i, key) for i in items]))
        for key in ("flaws", "is_known", "is_told")
    )
    bad = torch.tensor([i.bad for i in items])
    weight = torch.tensor([i.weight for i in items])
    situation = torch.tensor([i.situation for i in items])
    entropy = functional.binary_cross_entropy_with_logits
    loss = (entropy(heard.answer, flaws, reduction="none") * told).sum(1).mean()
    held = mask[:, :, None] * known[:, None, :]
    loss = loss + (entropy(heard.pieces, marked * 0.9 + 0.01, reduction="none") * held).sum() / mask.sum()
    loss = loss + 2 * (entropy(heard.bad, bad * 0.96 + 0.02, reduction="none") * weight).sum() / weight.sum()
    if bool((situation >= 0).any()):
        loss = loss + 0.5 * functional.cross_entropy(heard.situation, situation, ignore_index=-1)
    return loss


def pace(step: int, steps: float, least: float) -> float:
    """Return the share of the full pace of learning: rising for a twentieth of the way, then falling."""
    return min(1.0, (step + 1) / (0.05 * steps)) * max(least, 1 - step / steps)

"""The pupil: the small network that ships; ``everest.review.ear`` runs it without PyTorch."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from everest.language import meaning
from tools.train_ear import variations
from tools.train_ear.examples import FLAWS, SITUATIONS, batches, gathered, padded
from tools.train_ear.listener import SIGNS, Heard, Listener, labeled_loss, pace
from tools.train_ear.variations import Varied

WIDTH, NEIGHBORS, REACHES = 96, 5, (1, 2, 3, 5)
ROUNDS, SIZE, HOSTED, FULL = 8, 32, 0.4, 3e-3
MORE, GENTLE = 7, 1.2e-3
AVERAGED = 4
"""The weights written at the end are the mean of those after so many last rounds."""


class Encoder(nn.Module):
    """Blocks that look to both sides, over the static vectors of the pieces; see ``everest.review.ear``."""

    def __init__(self) -> None:
        super().__init__()
        table = torch.from_numpy(meaning.vectors(range(meaning.size())))
        self.unit = float(table.norm(dim=1).mean())
        self.register_buffer("table", table / self.unit, persistent=False)
        self.inp = nn.Linear(256, WIDTH)
        self.dw = nn.ParameterList([nn.Parameter(torch.randn(NEIGHBORS, WIDTH) * 0.3) for _ in REACHES])
        self.db = nn.ParameterList([nn.Parameter(torch.zeros(WIDTH)) for _ in REACHES])
        self.pw = nn.ModuleList([nn.Linear(WIDTH, 2 * WIDTH) for _ in REACHES])
        self.po = nn.ModuleList([nn.Linear(2 * WIDTH, WIDTH) for _ in REACHES])
        self.ln = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in REACHES])
        self.ctx = nn.ModuleList([nn.Linear(WIDTH, WIDTH, bias=False) for _ in REACHES])
        for dw, po in zip(self.dw, self.po, strict=True):
            dw.data[NEIGHBORS // 2] += 1.0
            po.weight.data *= 0.5

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return a row for each piece, shape (texts, pieces, WIDTH)."""
        held = mask[:, :, None]
        x = self.table[rows]
        if self.training:
            x = functional.dropout(x * (torch.rand(x.shape[:2]) > 0.04).float()[:, :, None], 0.1)
        h = functional.relu(self.inp(x)) * held
        count = h.shape[1]
        for i, reach in enumerate(REACHES):
            normed = self.ln[i](h) * held
            wide = functional.pad(normed, (0, 0, 2 * reach, 2 * reach))
            beside = self.db[i]
            for j in range(NEIGHBORS):
                beside = beside + wide[:, j * reach : j * reach + count] * self.dw[i][j]
            around = self.ctx[i](normed.sum(1) / held.sum(1).clamp(min=1))[:, None]
            h = (
                h
                + self.po[i](functional.dropout(functional.relu(self.pw[i](beside)), 0.1, self.training))
                + around
            ) * held
        return h


def learn(paths: Sequence[Path], target: Path, *, more: bool = False) -> None:
    """Train on the labels and on what the teacher heard; the weights are written after each round, their mean at the end.

    With ``more`` what ``target`` holds goes on learning, gently, for a few rounds: enough to take in new examples.
    """
    torch.manual_seed(3)
    varied = [item for path in paths for item in variations.read(path)]
    model = (read(target) if more else Listener(Encoder(), WIDTH)).train()
    rounds, full = (MORE, GENTLE) if more else (ROUNDS, FULL)
    optimizer = torch.optim.AdamW(model.parameters(), lr=full, weight_decay=0.01)
    step = 0
    after: deque[dict[str, torch.Tensor]] = deque(maxlen=AVERAGED)
    for number in range(rounds):
        labeled = gathered(100 + number, HOSTED)
        soft, hard = list(batches(varied, SIZE, number)), list(batches(labeled, SIZE, number))
        steps = rounds * (len(soft) + len(hard))
        for at in np.random.default_rng(number).permutation(len(soft) + len(hard)):
            if at < len(soft):
                batch = [varied[i] for i in soft[at]]
                rows, mask = padded(batch)
                loss = taught_loss(model(rows, mask), batch, mask)
            else:
                told = [labeled[i] for i in hard[at - len(soft)]]
                rows, mask = padded(told)
                loss = labeled_loss(model(rows, mask), told, mask)
            for group in optimizer.param_groups:
                group["lr"] = full * pace(step, steps, 0.02)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
        print(f"round {number + 1} of {rounds}, loss {loss.item():.3f}", flush=True)
        after.append({name: t.clone() for name, t in model.state_dict().items()})
        write(model, target)
    model.load_state_dict({name: torch.stack([one[name] for one in after]).mean(0) for name in after[0]})
    write(model, target)


def taught_loss(heard: Heard, items: Sequence[Varied], mask: torch.Tensor) -> torch.Tensor:
    """Return how far what is heard is from what the teacher hears."""
    longest = mask.shape[1]
    pieces, sinking = torch.zeros(len(items), longest, len(FLAWS)), torch.zeros(len(items), longest)
    for n, item in enumerate(items):
        pieces[n, : len(item.rows)] = torch.from_numpy(item.pieces.astype(np.float32))
        sinking[n, : len(item.rows)] = torch.from_numpy(item.sinking.astype(np.float32))
    answer, situation = (
        torch.from_numpy(np.stack([getattr(i, k) for i in items]).astype(np.float32))
        for k in ("answer", "situation")
    )
    bad = torch.tensor([i.bad for i in items])
    held, total = mask[:, :, None], mask.sum()

    def entropy(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return functional.binary_cross_entropy_with_logits(x, torch.sigmoid(y), reduction="none")

    def apart(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return (x - y.clamp(-7, 7)).clamp(-4, 4) ** 2

    loss = (entropy(heard.pieces, pieces) * held).sum() / total + 0.02 * (
        apart(heard.pieces, pieces) * held
    ).sum() / total
    loss = (
        loss
        + entropy(heard.answer, answer).sum(1).mean()
        + 0.03 * ((heard.answer - answer.clamp(-6, 6)) ** 2).sum(1).mean()
    )
    loss = loss + 2 * entropy(heard.bad, bad).mean() + 0.1 * ((heard.bad - bad.clamp(-6, 6)) ** 2).mean()
    loss = loss + 0.1 * (apart(heard.sinking, sinking) * mask).sum() / total
    return (
        loss
        - 0.5 * (functional.softmax(situation, 1) * functional.log_softmax(heard.situation, 1)).sum(1).mean()
    )


def write(model: Listener, target: Path) -> None:
    """Write the weights as ``everest.review.ear`` reads them."""
    enc = model.enc
    assert isinstance(enc, Encoder)

    def half(tensor: torch.Tensor) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float16)

    def stacked(tensors: Sequence[torch.Tensor]) -> np.ndarray:
        return half(torch.stack(list(tensors)))

    np.savez_compressed(
        target, names=np.array(FLAWS), situations=np.array(SITUATIONS), reaches=np.array(REACHES),
        first=half(enc.inp.weight.T / enc.unit), first_bias=half(enc.inp.bias), scale=stacked([n.weight for n in enc.ln]),
        shift=stacked([n.bias for n in enc.ln]), beside=stacked(list(enc.dw)), up=stacked([p.weight.T for p in enc.pw]),
        up_bias=stacked([p.bias + p.weight @ b for p, b in zip(enc.pw, enc.db, strict=True)]),
        down=stacked([p.weight.T for p in enc.po]), down_bias=stacked([p.bias for p in enc.po]),
        around=stacked([c.weight.T for c in enc.ctx]), signs=np.array(SIGNS, np.float16),
        each=half(torch.cat([model.tok.weight, model.sink.weight, model.hint.weight]).T),
        each_bias=half(torch.cat([model.tok.bias, model.sink.bias, model.hint.bias])),
        whole=half(torch.cat([model.whole.weight, model.bad.weight, model.sit.weight]).T),
        whole_bias=half(torch.cat([model.whole.bias, model.bad.bias, model.sit.bias])),
        named=half(model.g.weight[0]), named_bias=half(model.g.bias[0]),
    )  # fmt: skip
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


def read(path: Path) -> Listener:
    """Read weights that ``write`` wrote."""
    with np.load(path) as kept:
        w = {
            key: torch.from_numpy(kept[key].astype(np.float32))
            for key in kept.files
            if kept[key].dtype.kind == "f"
        }
    enc = Encoder()
    model = Listener(enc, WIDTH)
    count = len(FLAWS)
    pairs = [
        (enc.inp.weight, w["first"].T * enc.unit), (enc.inp.bias, w["first_bias"]), (model.tok.weight, w["each"].T[:count]),
        (model.tok.bias, w["each_bias"][:count]), (model.sink.weight, w["each"].T[count : count + 1]), (model.sink.bias, w["each_bias"][count : count + 1]),
        (model.hint.weight, w["each"].T[count + 1 :]), (model.hint.bias, w["each_bias"][count + 1 :]),
        (model.whole.weight, w["whole"].T[:count]), (model.whole.bias, w["whole_bias"][:count]),
        (model.bad.weight, w["whole"].T[count : count + 1]), (model.bad.bias, w["whole_bias"][count : count + 1]),
        (model.sit.weight, w["whole"].T[count + 1 :]), (model.sit.bias, w["whole_bias"][count + 1 :]),
        (model.g.weight, w["named"][None]), (model.g.bias, w["named_bias"][None]),
    ]  # fmt: skip
    for i in range(len(REACHES)):
        pairs += [
            (enc.ln[i].weight, w["scale"][i]), (enc.ln[i].bias, w["shift"][i]), (enc.dw[i], w["beside"][i]),
            (enc.pw[i].weight, w["up"][i].T), (enc.pw[i].bias, w["up_bias"][i]), (enc.po[i].weight, w["down"][i].T),
            (enc.po[i].bias, w["down_bias"][i]), (enc.ctx[i].weight, w["around"][i].T),
        ]  # fmt: skip
    with torch.no_grad():
        for parameter, value in pairs:
            parameter.copy_(value)
    return model

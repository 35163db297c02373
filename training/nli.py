"""Trains the inference head: `python -m training.nli --data DIR --minilm DIR --out DIR [--epochs 4] [--seed 7]`.

DIR of --data holds the sets under the names in training/README.md. The vectors of the shipped lower layers and a checkpoint an
epoch are kept in DIR of --out; a run that was cut off goes on from its last epoch. At the end nli.onnx is written to
OUT/weights.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from training import export
from training.network import read_minilm
from training.nli_network import Inference
from training.nli_own import own_pairs
from training.nli_sets import held_out, read_pairs, training_pairs
from training.nli_states import States, read_states

SETS = ("nli_small/nli_datasets/mnli", "nli_small/nli_datasets/snli", "esnli_dev_test", "cad_nli", "fever_symmetric")
OWN = 16  # fillings of each entry of our own
RATES = {"layers": 3e-4, "head": 1e-3}
WARM = 0.06
SHARES = 4  # epochs that see every pair once
PIECES = 1600  # of one step, with padding
SMOOTH = 0.05  # of the labels, which five annotators seldom give alike


def train(data: Path, minilm: Path, out: Path, *, epochs: int, seed: int) -> None:
    torch.manual_seed(seed)
    read = {name: read_pairs(data / name) for name in SETS}
    every = [p for pairs in read.values() for p in pairs]
    chosen = [*training_pairs(every), *own_pairs(OWN, random.Random(seed))]
    print(f"{len(chosen)} pairs: {dict(Counter(p.label for p in chosen))}", flush=True)
    states = read_states(chosen, out)
    network = Inference()
    network.start(read_minilm(minilm)[2])
    head = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": list(network.layers.parameters()), "name": "layers"}, {"params": head, "name": "head"}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    epoch = _resumed(network, optimiser, out / "last.pt")
    while epoch < epochs:
        _one_epoch(network, optimiser, states, epoch, epochs, seed)
        epoch += 1
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch}
        torch.save(state, out / "last.new")
        (out / "last.new").replace(out / "last.pt")
    (out / "weights").mkdir(exist_ok=True)
    export.write_inference(export.arrays(network.state_dict()), out / "weights" / "nli.onnx")
    for name, pairs in read.items():
        measured = read_states([p for p in pairs if held_out(p)], out)
        print(f"held out of {name}: {accuracy(network, measured)} of {len(measured.labels)}", flush=True)


def _resumed(network: Inference, optimiser: torch.optim.Optimizer, path: Path) -> int:
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    network.load_state_dict(saved["network"])
    optimiser.load_state_dict(saved["optimiser"])
    return int(saved["epoch"])


def _one_epoch(
    network: Inference, optimiser: torch.optim.Optimizer, states: States, epoch: int, epochs: int, seed: int
) -> None:
    network.train()
    torch.manual_seed(seed + epoch)
    rows = list(batches(states, _share(len(states.labels), epoch, seed), random.Random(seed + epoch)))
    start, total = time.monotonic(), 0.0
    for k, batch in enumerate(rows, 1):
        done = (epoch + k / len(rows)) / epochs
        for group in optimiser.param_groups:
            group["lr"] = RATES[group["name"]] * (done / WARM if done < WARM else max((1 - done) / (1 - WARM), 0.01))
        *given, labels = states.stack(batch)
        loss = nn.functional.cross_entropy(network(*given), labels, label_smoothing=SMOOTH)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        total += loss.item()
        if k % 50 == 0:
            print(f"epoch {epoch} step {k}/{len(rows)} loss {total / 50:.3f} {time.monotonic() - start:.0f} s", flush=True)
            total = 0.0


def _share(count: int, epoch: int, seed: int) -> list[int]:
    """The pairs of one epoch: SHARES epochs see every pair once."""
    order = list(range(count))
    random.Random(seed + epoch // SHARES).shuffle(order)
    return order[epoch % SHARES :: SHARES]


def batches(states: States, order: list[int], chance: random.Random) -> Iterator[list[int]]:
    """Pairs of like length together, in random order."""
    order = sorted(order, key=lambda k: (states.starts[k + 1] - states.starts[k]) // 4)
    found: list[list[int]] = []
    for k in order:
        size = states.starts[k + 1] - states.starts[k]
        if not found or (len(found[-1]) + 1) * size > PIECES:
            found.append([])
        found[-1].append(k)
    chance.shuffle(found)
    yield from found


@torch.no_grad()
def accuracy(network: Inference, states: States) -> float:
    network.eval()
    right = 0
    for batch in batches(states, list(range(len(states.labels))), random.Random(0)):
        *given, labels = states.stack(batch)
        right += int((network(*given).argmax(-1) == labels).sum())
    return round(right / len(states.labels), 4)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    train(given.data, given.minilm, given.out, epochs=given.epochs, seed=given.seed)


if __name__ == "__main__":
    main()

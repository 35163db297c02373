"""What the network is trained for, and how well it does on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.coding import SKIP, Batch, Row, stack
from training.export import round_vectors
from training.network import Network

TAG_WEIGHT = 1.5  # most words with a known tag are plain O of a treebank
FAR = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Word vectors (v, 384) and places (512, 384) as they will be shipped, rounded; neither is trained."""

    words: Tensor
    places: Tensor

    @classmethod
    def shared(cls, words: Tensor, places: Tensor) -> Table:
        rows, scales = round_vectors(words.numpy())
        rounded = torch.from_numpy(rows).float() * torch.from_numpy(scales)[:, None]
        return cls(words=rounded, places=places.half().float())

    def vectors(self, ids: Tensor) -> Tensor:
        return functional.embedding(ids, self.words) + self.places[: ids.shape[1]]


def scores(network: Network, table: Table, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    upos, tags, arcs, rels = network(table.vectors(batch.ids), batch.mask, batch.shapes, batch.first)
    return upos, tags, arcs.masked_fill(~batch.words[:, None, :], FAR), rels


def losses(network: Network, table: Table, batch: Batch) -> Tensor:
    """The sum over parts of speech, heads, relations of the true heads, and tags; each the mean over the words that know it."""
    upos, tags, arcs, rels = scores(network, table, batch)
    total = tag_loss(tags, batch.tags)
    if (batch.heads >= 0).any():
        own = at_heads(rels, batch.heads.clamp(min=0))
        for found, gold in ((upos, batch.upos), (arcs, batch.heads), (own, batch.rels)):
            total = total + functional.cross_entropy(found.flatten(0, 1), gold.flatten(), ignore_index=SKIP)
    return total


def tag_loss(found: Tensor, allowed: Tensor) -> Tensor:
    """Minus the logarithm of the probability that the tag is an allowed one; words with all tags allowed say nothing."""
    known = ~allowed.all(-1)
    if not known.any():
        return found.sum() * 0
    every = found.logsumexp(-1)
    some = found.masked_fill(~allowed, FAR).logsumexp(-1)
    return TAG_WEIGHT * (every - some)[known].mean()


def at_heads(rels: Tensor, heads: Tensor) -> Tensor:
    """Scores of relations (b, R, n, n) at one head for each word: (b, n, R)."""
    index = heads[:, None, :, None].expand(-1, rels.shape[1], -1, 1)
    return torch.gather(rels, 3, index)[..., 0].transpose(1, 2)


@torch.no_grad()
def measure(network: Network, table: Table, rows: Iterable[list[Row]]) -> dict[str, float]:
    """Shares of right parts of speech, heads, and heads with their full relation; best head for each word, without a tree."""
    network.eval()
    right: Counter[str] = Counter()
    for batch in map(stack, rows):
        upos, _, arcs, rels = scores(network, table, batch)
        heads = arcs.argmax(-1)
        known, good = batch.heads >= 0, heads == batch.heads
        labelled = good & (at_heads(rels, heads).argmax(-1) == batch.rels)
        for key, hit in (("upos", upos.argmax(-1) == batch.upos), ("uas", good), ("las", labelled), ("words", known)):
            right[key] += int((hit & known).sum())
    return {key: round(right[key] / right["words"], 4) for key in ("upos", "uas", "las")}

"""The inference head: the upper layers of MiniLM, trained to read two texts as one, and a small classifier."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.network import HIDDEN, LAYERS, MIDDLE, Layer

BETWEEN = 192  # of the classifier


class Inference(nn.Module):
    """Vectors behind the frozen layers (b, p, 384), mask (b, p), 1 for pieces of the second text (b, p) -> scores (b, 3)."""

    def __init__(self) -> None:
        super().__init__()
        self.segment = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.segment.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(MIDDLE, LAYERS))
        self.between, self.out = nn.Linear(4 * HIDDEN, BETWEEN), nn.Linear(BETWEEN, 3)
        self.drop = nn.Dropout(0.1)

    def start(self, trunk: dict[str, Tensor]) -> None:
        """Takes the upper layers of MiniLM."""
        for k, layer in enumerate(self.layers, MIDDLE):
            layer.load_state_dict({n.removeprefix(f"layers.{k}."): w for n, w in trunk.items() if n.startswith(f"layers.{k}.")})

    def forward(self, x: Tensor, mask: Tensor, second: Tensor) -> Tensor:
        x = self.drop(x + self.segment(second))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        one, two = _mean(x, mask & (second == 0)), _mean(x, mask & (second == 1))
        both = torch.cat([one, two, (one - two).abs(), one * two], -1)
        scores: Tensor = self.out(self.drop(nn.functional.leaky_relu(self.between(both), 0.1)))
        return scores


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    weights = mask.float()[:, :, None]
    return (x * weights).sum(1) / weights.sum(1)

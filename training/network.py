"""The network: a MiniLM trunk over word pieces, and heads over the vector of each word's first piece."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

MIDDLE = 4  # layers whose vectors the inference head reads
HIDDEN, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
SHAPES = 6  # see parley.language.pieces.shape_of
WIDE = HIDDEN + 24  # a word's vector and its shape's
ARC, REL = 256, 96  # as in the plain trial; larger ones gained nothing measurable there


class Layer(nn.Module):
    """Attention and feed-forward, each with its residual and norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        query, key, value = (
            part(x).view(b, n, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=mask, dropout_p=0.1 if self.training else 0.0
        )
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, HIDDEN))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Trunk(nn.Module):
    """Summed piece vectors (b, p, 384), not yet normalised, and a mask (b, p) of True and False -> (b, p, 384)."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class Biaffine(nn.Module):
    """Scores of pairs: (b, n, size) and (b, m, size) -> (b, out, n, m)."""

    def __init__(self, size: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out, size + 1, size + 1) * 0.01)

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        dep, head = (torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1) for x in (dep, head))
        return torch.einsum("bni,oij,bmj->bonm", dep, self.weight, head)


class Network(nn.Module):
    """Piece vectors (b, p, 384), mask (b, p), shapes (b, p) and the first piece of each word (b, n); word 0 is the root."""

    def __init__(self, upos: int, rels: int, tags: int) -> None:
        super().__init__()
        self.trunk = Trunk()
        self.shape, self.case = nn.Embedding(SHAPES, HIDDEN), nn.Embedding(SHAPES, WIDE - HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.upos = nn.Linear(WIDE, upos)
        self.tags = nn.Sequential(nn.Linear(WIDE, 128), nn.LeakyReLU(0.1), nn.Dropout(0.2), nn.Linear(128, tags))
        self.arc_dep, self.arc_head, self.rel_dep, self.rel_head = (_mlp(size) for size in (ARC, ARC, REL, REL))
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, rels)
        self.drop = nn.Dropout(0.2)

    def forward(self, x: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of parts of speech (b, n, U), tags (b, n, T), heads (b, n, n) and relations (b, R, n, n)."""
        h = self.trunk(x + self.shape(shapes), mask)
        h = torch.gather(h, 1, first[:, :, None].expand(-1, -1, HIDDEN))
        h = self.drop(torch.cat([h, self.case(torch.gather(shapes, 1, first))], -1))
        arcs = self.arc(self.arc_dep(h), self.arc_head(h))[:, 0]
        return self.upos(h), self.tags(h), arcs, self.rel(self.rel_dep(h), self.rel_head(h))


def _mlp(size: int) -> nn.Module:
    return nn.Sequential(nn.Linear(WIDE, size), nn.LeakyReLU(0.1), nn.Dropout(0.33))


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def read_minilm(folder: Path) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """Word vectors (30522, 384), position + type vectors (512, 384) and the trunk's state, from the published weights."""
    w = load_file(str(folder / "model.safetensors"))
    state = {f"norm.{k}": w[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")}
    for layer in range(LAYERS):
        for mine, theirs in _NAMES.items():
            for k in ("weight", "bias"):
                state[f"layers.{layer}.{mine}.{k}"] = w[f"encoder.layer.{layer}.{theirs}.{k}"]
    places = w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
    return w["embeddings.word_embeddings.weight"], places, state

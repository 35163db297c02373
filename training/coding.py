"""Examples as numbers, and numbers as batches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from parley.language.pieces import END, NO_LETTER, START, Pieces, shape_of
from training.examples import TAGS, Example

SKIP = -100  # teaches nothing
MOST_IN_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence, the root as word 0: `tags` as bits of allowed tags."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    upos: list[int]
    heads: list[int]
    rels: list[int]
    tags: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded sentences: pieces (b, p), words (b, w); allowed tags (b, w, t) as True and False."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    first: Tensor
    words: Tensor
    upos: Tensor
    heads: Tensor
    rels: Tensor
    tags: Tensor


class Coder:
    """Numbers for words and labels; words are cut once."""

    def __init__(self, pieces: Pieces, upos: Sequence[str], rels: Sequence[str]) -> None:
        self._pieces = pieces
        self._upos = {u: k for k, u in enumerate(upos)}
        self._rels = {r: k for k, r in enumerate(rels)}
        self._bits = {t: 1 << k for k, t in enumerate(TAGS)}
        self._words: dict[str, list[int]] = {}

    def row(self, example: Example) -> Row:
        ids, shapes, first = [START], [NO_LETTER], [0]
        for word in example.words:
            if word not in self._words:
                self._words[word] = self._pieces.of_words([word], MOST_IN_WORD)[0]
            first.append(len(ids))
            ids.extend(self._words[word])
            shapes.extend([shape_of(word)] * len(self._words[word]))
        none = [SKIP] * len(example.words)
        return Row(
            ids=[*ids, END],
            shapes=[*shapes, NO_LETTER],
            first=first,
            upos=[SKIP, *([self._upos[u] for u in example.upos] if example.upos else none)],
            heads=[SKIP, *([h + 1 for h in example.heads] if example.heads else none)],
            rels=[SKIP, *([self._rels.get(r, SKIP) for r in example.rels] if example.rels else none)],
            tags=[-1, *([self._bitset(t) for t in example.tags] if example.tags else [-1] * len(none))],
        )

    def _bitset(self, allowed: str) -> int:
        return sum(self._bits[t] for t in allowed.split("|"))


def batches(rows: Sequence[Row], size: int, chance: random.Random) -> list[list[Row]]:
    """Sentences of like length together, about `size` pieces with padding, in random order."""
    order = sorted(rows, key=lambda r: len(r.ids) + chance.random() * 4)
    found: list[list[Row]] = [[]]
    for row in order:
        if found[-1] and (len(found[-1]) + 1) * len(row.ids) > size:
            found.append([])
        found[-1].append(row)
    chance.shuffle(found)
    return found


def stack(rows: Sequence[Row]) -> Batch:
    """The rows as tensors."""
    p, w = max(len(r.ids) for r in rows), max(len(r.first) for r in rows)

    def padded(lists: Sequence[list[int]], size: int, fill: int) -> Tensor:
        return torch.tensor([line + [fill] * (size - len(line)) for line in lists])

    bits = padded([r.tags for r in rows], w, -1)
    return Batch(
        ids=padded([r.ids for r in rows], p, 0),
        mask=padded([[1] * len(r.ids) for r in rows], p, 0).bool(),
        shapes=padded([r.shapes for r in rows], p, NO_LETTER),
        first=padded([r.first for r in rows], w, 0),
        words=padded([[1] * len(r.first) for r in rows], w, 0).bool(),
        upos=padded([r.upos for r in rows], w, SKIP),
        heads=padded([r.heads for r in rows], w, SKIP),
        rels=padded([r.rels for r in rows], w, SKIP),
        tags=(bits[:, :, None] >> torch.arange(len(TAGS)) & 1).bool(),
    )

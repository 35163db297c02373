"""What the shipped lower layers say of each pair, computed once and kept in a file: an epoch costs the upper layers alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from torch import Tensor

from parley.language.encoder import Encoder
from parley.language.nli import pieces_of
from parley.language.pieces import WEIGHTS
from training.nli_sets import LABELS, Pair

Rows = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float16]]


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Vectors of all pairs one after the other; pair k has the rows from starts[k] to starts[k + 1]."""

    rows: Rows
    starts: list[int]
    seconds: list[int]  # pieces before the second text
    labels: list[int]

    def stack(self, batch: Sequence[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Vectors, mask, segments, labels of some pairs, padded."""
        sizes = [self.starts[k + 1] - self.starts[k] for k in batch]
        x = torch.zeros(len(batch), max(sizes), self.rows.shape[1])
        for row, (k, size) in enumerate(zip(batch, sizes, strict=True)):
            x[row, :size] = torch.from_numpy(self.rows[self.starts[k] : self.starts[k] + size].astype(numpy.float32))
        places = torch.arange(max(sizes))[None]
        second = places >= torch.tensor([self.seconds[k] for k in batch])[:, None]
        mask = places < torch.tensor(sizes)[:, None]
        return x, mask, second.long(), torch.tensor([self.labels[k] for k in batch])


def read_states(pairs: Sequence[Pair], folder: Path) -> States:
    """The states of these pairs, from the folder where they were computed before with the same encoder."""
    encoder = Encoder()
    coded = [pieces_of(encoder, p.premise, p.hypothesis) for p in pairs]
    starts = [0, *numpy.cumsum([len(ids) for ids, _ in coded]).tolist()]
    file = folder / f"states-{_key(pairs)}.npy"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        rows = numpy.lib.format.open_memmap(file.with_suffix(".new"), mode="w+", dtype=numpy.float16, shape=(starts[-1], 384))
        for k, (ids, _) in enumerate(coded):
            rows[starts[k] : starts[k + 1]] = encoder.middle(ids)
        rows.flush()
        file.with_suffix(".new").replace(file)
    return States(
        rows=numpy.load(file, mmap_mode="r"),
        starts=starts,
        seconds=[second for _, second in coded],
        labels=[LABELS.index(p.label) for p in pairs],
    )


def _key(pairs: Sequence[Pair]) -> str:
    texts = json.dumps([(p.premise, p.hypothesis) for p in pairs])
    return hashlib.sha256(texts.encode() + (WEIGHTS / "encoder.onnx").read_bytes()).hexdigest()[:16]

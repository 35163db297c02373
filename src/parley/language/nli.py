"""What one sentence says of another: entails it, leaves it open, contradicts it. One signal among others, never a verdict."""

from __future__ import annotations

from pathlib import Path

import numpy

from parley.language.encoder import Encoder
from parley.language.pieces import WEIGHTS, open_model
from parley.model.types import Inference

_MOST = 120, 72  # pieces of the two texts


class Nli:
    """The inference head on the encoder's lower layers.

    Source: trained as in training/README.md; figures, data and limits in weights/nli.md.
    """

    def __init__(self, encoder: Encoder, folder: Path = WEIGHTS) -> None:
        self._encoder = encoder
        self._model = open_model(folder / "nli.onnx")

    def read(self, premise: str, hypothesis: str) -> Inference:
        """What the first text says of the second: each is cut, after 120 and 72 word pieces. An empty text says nothing."""
        if not premise.strip() or not hypothesis.strip():
            return Inference(entails=0.0, open=1.0, contradicts=0.0)
        ids, second = pieces_of(self._encoder, premise, hypothesis)
        segments = (numpy.arange(len(ids)) >= second).astype(numpy.int64)
        scores = self._model.run(None, {"middle": self._encoder.middle(ids), "segments": segments})[0]
        entails, left_open, contradicts = (float(p) for p in scores)
        return Inference(entails=entails, open=left_open, contradicts=contradicts)


def pieces_of(encoder: Encoder, premise: str, hypothesis: str) -> tuple[list[int], int]:
    """Both texts as the pieces of one, and how many stand before the second text."""
    one, two = (encoder.pieces_of(text, most) for text, most in zip((premise, hypothesis), _MOST, strict=True))
    return [*one, *two[1:]], len(one)

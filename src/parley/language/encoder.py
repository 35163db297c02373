"""Sentences as unit vectors: MiniLM-L6 in int8. A vector finds what to compare; it never says that two sentences agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray

from parley.language.pieces import END, START, WEIGHTS, Pieces, open_model

SIZE = 384
_MOST = 126  # pieces: the model was trained on at most 128 with start and end


class Encoder:
    """The sentence encoder.

    Source: all-MiniLM-L6-v2 (Apache-2.0); see weights/encoder.md.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._pieces = Pieces(folder)
        self._model = open_model(folder / "encoder.onnx")

    def encode(self, texts: Sequence[str]) -> NDArray[numpy.float32]:
        """Unit vectors, one a text: shape (n, 384). A text is cut after 126 word pieces, about 100 words.

        Each text runs alone, so its vector does not depend on its neighbours.
        """
        vectors = numpy.zeros((len(texts), SIZE), dtype=numpy.float32)
        for row, text in enumerate(texts):
            ids = [START, *self._pieces.of_text(text)[:_MOST], END]
            vectors[row] = self._model.run(None, {"pieces": self._pieces.vectors(ids)})[0]
        return vectors

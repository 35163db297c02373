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
            vectors[row] = self._run("vector", self.pieces_of(text, _MOST))
        return vectors

    def pieces_of(self, text: str, most: int) -> list[int]:
        """The first pieces of a text, with start and end."""
        return [START, *self._pieces.of_text(text)[:most], END]

    def middle(self, ids: Sequence[int]) -> NDArray[numpy.float32]:
        """The pieces' vectors behind the lower four layers: shape (p, 384)."""
        return self._run("middle", ids)

    def _run(self, output: str, ids: Sequence[int]) -> NDArray[numpy.float32]:
        found: NDArray[numpy.float32] = self._model.run([output], {"pieces": self._pieces.vectors(ids)})[0]
        return found

"""Sentences as unit vectors: MiniLM-L6 in int8."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from parley.language.vectors import FIRST, LAST, session, sum_vectors, tokenizer

MOST_PIECES = 126  # what the published model was trained on, less the two marks at the ends
SIZE = 384


class Encoder:
    """Meaning of short texts as vectors: the nearer in meaning, the larger the inner product."""

    def __init__(self) -> None:
        self._session = session("encoder.onnx")
        self._tokenizer = tokenizer()

    def encode(self, texts: Sequence[str]) -> NDArray[numpy.float32]:
        """Unit vectors of the texts.

        Args:
            texts: any number; words behind the 126th word piece are not read.

        Returns:
            Shape (len(texts), 384). Each text goes through the model alone, so a vector never depends on its neighbours.
        """
        found = numpy.zeros((len(texts), SIZE), dtype=numpy.float32)
        for row, text in enumerate(texts):
            ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:MOST_PIECES]
            found[row] = self._session.run(None, {"x": sum_vectors([FIRST, *ids, LAST])})[0][0]
        return found

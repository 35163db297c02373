"""Words as word pieces and their vectors: the table that encoder and parser share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
START, END, UNKNOWN = 101, 102, 100  # [CLS], [SEP], [UNK] of the word-piece vocabulary
LOWER, CAPITAL, UPPER, MIXED, DIGIT, NO_LETTER = range(6)

# One way of writing for marks that mean the same, so that typography changes no parse.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‛": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'} | {
    "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...",
})  # fmt: skip


def shape_of(word: str) -> int:
    """How a word is written: the vocabulary knows no capitals, so this goes into the models beside the pieces."""
    if any(c.isdigit() for c in word):
        return DIGIT
    if not any(c.isalpha() for c in word):
        return NO_LETTER
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return CAPITAL if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else MIXED


class Pieces:
    """The vocabulary and its vectors.

    Args:
        folder: holds tokenizer.json, pieces.npy (30522, 384) as int8, places.npz with a scale for each row and 512 positions.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._rows = numpy.load(folder / "pieces.npy", mmap_mode="r")
        with numpy.load(folder / "places.npz") as places:
            self._scales = places["scales"][:, None]
            self._places = places["places"].astype(numpy.float32)

    def of_text(self, text: str) -> list[int]:
        """Piece ids of running text, without start and end."""
        return list(self._tokenizer.encode(text.translate(_PLAIN), add_special_tokens=False).ids)

    def of_words(self, words: Sequence[str], most: int) -> list[list[int]]:
        """Piece ids of each word: at least one, at most `most`."""
        plain = [w.translate(_PLAIN) for w in words]
        coded = self._tokenizer.encode(plain, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for piece, word in zip(coded.ids, coded.word_ids, strict=True):
            if word is not None and len(found[word]) < most:
                found[word].append(piece)
        return [ids or [UNKNOWN] for ids in found]

    def vectors(self, ids: Sequence[int]) -> NDArray[numpy.float32]:
        """Summed piece and position vectors (p, 384) of one sentence, start and end included in `ids`; p is at most 512."""
        at = numpy.asarray(ids)
        rows = self._rows[at].astype(numpy.float32) * self._scales[at]
        return numpy.asarray(rows + self._places[: len(at)], dtype=numpy.float32)


def open_model(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX model on the CPU, the same numbers on every run."""
    options = onnxruntime.SessionOptions()
    # Sentences are short: more threads cost more than they bring, and waiting threads must not burn the processor.
    options.intra_op_num_threads = 2
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

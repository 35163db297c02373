"""Word pieces of a text, and the sum of word, place and type vectors that both models start from."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

FIRST, LAST, UNKNOWN = 101, 102, 100  # ids of [CLS], [SEP], [UNK]
LONGEST = 250  # word pieces of one input; the table of places holds 256


def weights() -> Traversable:
    """The folder of the shipped weights."""
    return resources.files("parley") / "language" / "weights"


@cache
def tokenizer() -> Tokenizer:
    """The word-piece tokenizer that the published weights were made with, without cutting and padding."""
    found = Tokenizer.from_str((weights() / "tokenizer.json").read_text(encoding="utf-8"))
    found.no_truncation()
    found.no_padding()
    return found


@cache
def _tables() -> tuple[NDArray[numpy.int8], NDArray[numpy.float32], NDArray[numpy.float32]]:
    with resources.as_file(weights() / "vectors.npz") as path, numpy.load(path) as table:
        return table["words"], table["scales"], table["places"].astype(numpy.float32)


def sum_vectors(ids: list[int]) -> NDArray[numpy.float32]:
    """What the first layer takes for these word pieces; shape (1, len(ids), 384).

    The word vectors are int8 rows with one scale each, shared by encoder and parser.
    """
    words, scales, places = _tables()
    found = words[ids].astype(numpy.float32) * scales[ids, None] + places[: len(ids)]
    return numpy.ascontiguousarray(found[None], dtype=numpy.float32)


def session(name: str) -> onnxruntime.InferenceSession:
    """A model of the weights folder on two threads of the CPU; the same input gives the same output on every run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = 2, 1
    options.log_severity_level = 3
    with resources.as_file(weights() / name) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

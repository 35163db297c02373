"""Trained weights -> the files that parley ships: shared piece vectors, two ONNX graphs, labels."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import torch
from onnx import TensorProto
from tokenizers import Tokenizer

from training.graph import Array, Graph, quantised
from training.network import HIDDEN, LAYERS, MIDDLE
from training.trunk_graph import State, add_layers, add_trunk

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64


def round_vectors(words: Array) -> tuple[Array, Array]:
    """Rows as int8 and one scale for each row."""
    scale = numpy.maximum(numpy.abs(words).max(axis=1), 1e-8).astype(numpy.float32) / 127
    return numpy.round(words / scale[:, None]).astype(numpy.int8), scale


def write_vectors(words: Array, places: Array, minilm: Path, out: Path) -> None:
    """The piece vectors that both models share, and the word-piece tokeniser."""
    out.mkdir(parents=True, exist_ok=True)
    rows, scales = round_vectors(words)
    numpy.save(out / "pieces.npy", rows)
    numpy.savez(out / "places.npz", scales=scales, places=places.astype(numpy.float16))
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)


def write_encoder(state: State, path: Path) -> None:
    """Piece vectors (p, 384) -> the sentence's unit vector (384), and the pieces' vectors behind the lower layers (p, 384)."""
    graph = Graph()
    start = graph.norm("pieces", state["norm.weight"], state["norm.bias"])
    middle = add_layers(graph, start, state, range(MIDDLE))
    top = add_layers(graph, middle, state, range(MIDDLE, LAYERS))
    mean = graph.add("ReduceMean", top, graph.const(numpy.array([0])), keepdims=0)
    unit = graph.add("LpNormalization", mean, axis=-1, p=2)
    outputs = {"vector": (unit, (HIDDEN,)), "middle": (middle, ("p", HIDDEN))}
    graph.save(path, {"pieces": (FLOAT, ("p", HIDDEN))}, outputs)


def write_parser(state: State, path: Path) -> None:
    """Piece vectors, piece shapes and each word's first piece -> scores as in `training.network.Network`, for one sentence."""
    graph = Graph()
    shaped = graph.add("Add", "pieces", graph.add("Gather", graph.const(state["shape.weight"]), "shapes"))
    trunk = {k.removeprefix("trunk."): v for k, v in state.items() if k.startswith("trunk.")}
    h = graph.add("Gather", add_trunk(graph, shaped, trunk), "first")
    case = graph.add("Gather", graph.const(state["case.weight"]), graph.add("Gather", "shapes", "first"))
    h = graph.add("Concat", h, case, axis=1)
    outputs = {
        "upos": (_plain(graph, h, state, "upos"), ("w", None)),
        "tags": (_plain(graph, _mlp(graph, h, state, "tags"), state, "tags.3"), ("w", None)),
        "arcs": (_arcs(graph, h, state), ("w", "w")),
        "rels": (_rels(graph, h, state), ("w", None, "w")),
    }
    graph.save(path, {"pieces": (FLOAT, ("p", HIDDEN)), "shapes": (INT, ("p",)), "first": (INT, ("w",))}, outputs)


def write_inference(state: State, path: Path) -> None:
    """Vectors behind the lower layers and the pieces' segments -> probabilities as in `training.nli_network.Inference`."""
    graph = Graph()
    x = graph.add("Add", "middle", graph.add("Gather", graph.const(state["segment.weight"]), "segments"))
    # Here the layers count from the first trained one.
    x = add_layers(graph, x, {k: v for k, v in state.items() if k.startswith("layers.")}, range(LAYERS - MIDDLE))
    second = graph.add("Unsqueeze", graph.add("Cast", "segments", to=FLOAT), graph.const(numpy.array([0])))
    one = _weighted_mean(graph, x, graph.add("Sub", graph.const(numpy.float32(1)), second))
    two = _weighted_mean(graph, x, second)
    apart = graph.add("Abs", graph.add("Sub", one, two))
    both = graph.add("Concat", one, two, apart, graph.add("Mul", one, two), axis=1)
    between = graph.add("LeakyRelu", graph.linear_by_rows(both, state["between.weight"].T, state["between.bias"]), alpha=0.1)
    scores = graph.reshape(graph.add("Softmax", _plain(graph, between, state, "out"), axis=-1), -1)
    inputs = {"middle": (FLOAT, ("p", HIDDEN)), "segments": (INT, ("p",))}
    graph.save(path, inputs, {"probabilities": (scores, (3,))})


def _weighted_mean(graph: Graph, x: str, weights: str) -> str:
    """Rows x (p, 384) under weights (1, p) of 0 and 1 -> (1, 384)."""
    total = graph.add("ReduceSum", weights, graph.const(numpy.array([1])), keepdims=1)
    return str(graph.add("Div", graph.add("MatMul", weights, x), total))


def _plain(graph: Graph, x: str, state: State, name: str) -> str:
    return str(graph.add("Gemm", x, graph.const(state[f"{name}.weight"].T), graph.const(state[f"{name}.bias"])))


def _mlp(graph: Graph, x: str, state: State, name: str) -> str:
    hidden = graph.linear(x, state[f"{name}.0.weight"].T, state[f"{name}.0.bias"])
    return str(graph.add("LeakyRelu", hidden, alpha=0.1))


def _arcs(graph: Graph, h: str, state: State) -> str:
    """score(dep, head) = [dep 1] W [head 1]: the rows of W are the dependant's, its last row and column the constants'."""
    weight = state["arc.weight"][0]
    dep, head = _mlp(graph, h, state, "arc_dep"), _mlp(graph, h, state, "arc_head")
    left = graph.add("Gemm", dep, graph.const(weight[:-1]), graph.const(weight[-1]))
    return _against(graph, left, head, weight.shape[1] - 1)


def _rels(graph: Graph, h: str, state: State) -> str:
    """As the arcs, for each relation: (w, R, w) with the dependant first and the head last."""
    weight = state["rel.weight"]  # (R, dep, head)
    count, size, _ = weight.shape
    flat = weight.transpose(1, 0, 2).reshape(size, count * size)
    values, scale = quantised(flat[:-1])
    kernel = graph.add("DequantizeLinear", graph.const(values), graph.const(scale), axis=1)
    dep, head = _mlp(graph, h, state, "rel_dep"), _mlp(graph, h, state, "rel_head")
    left = graph.add("Gemm", dep, kernel, graph.const(flat[-1]))
    scores = _against(graph, graph.reshape(left, -1, size), head, size - 1)
    words = graph.add("Shape", "first")
    shape = graph.add("Concat", words, graph.const(numpy.array([count])), words, axis=0)
    return str(graph.add("Reshape", scores, shape))


def _against(graph: Graph, left: str, head: str, size: int) -> str:
    """[.. 1] of the head against `left` (n, size + 1), whose last column is the constant's -> (n, w)."""
    body, constant = graph.add("Split", left, graph.const(numpy.array([size, 1])), outputs=2, axis=1)
    return str(graph.add("Add", graph.add("MatMul", body, graph.add("Transpose", head, perm=[1, 0])), constant))


def write_labels(labels: dict[str, list[str]], path: Path) -> None:
    path.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def arrays(state: dict[str, torch.Tensor]) -> State:
    """A torch state dict as numpy arrays."""
    return {k: v.detach().float().numpy() for k, v in state.items()}

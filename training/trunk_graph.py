"""The MiniLM trunk as ONNX nodes, from a state dict in the names of `training.network.Trunk`."""

from __future__ import annotations

import numpy

from training.graph import Array, Graph
from training.network import ATTENTION_HEADS, HIDDEN, LAYERS

State = dict[str, Array]  # name -> weights


def add_trunk(graph: Graph, x: str, state: State) -> str:
    """Summed piece vectors (p, 384) -> vectors in context (p, 384)."""
    x = graph.norm(x, state["norm.weight"], state["norm.bias"])
    return add_layers(graph, x, state, range(LAYERS))


def add_layers(graph: Graph, x: str, state: State, layers: range) -> str:
    """Vectors (p, 384) before the first of these layers -> those behind the last."""
    for layer in layers:
        x = _add_layer(graph, x, {k.removeprefix(f"layers.{layer}."): v for k, v in state.items()})
    return x


def _add_layer(graph: Graph, x: str, w: State) -> str:
    mixed = _add_attention(graph, x, w)
    out = graph.linear(mixed, w["out.weight"].T, w["out.bias"])
    x = graph.norm(graph.add("Add", x, out), w["norm1.weight"], w["norm1.bias"])
    inner = graph.add("Gelu", graph.linear(x, w["up.weight"].T, w["up.bias"]))
    # Here a few activations are far above the rest: one scale for all would cost the encoder a third of its fidelity.
    out = graph.linear_by_rows(inner, w["down.weight"].T, w["down.bias"])
    return graph.norm(graph.add("Add", x, out), w["norm2.weight"], w["norm2.bias"])


def _add_attention(graph: Graph, x: str, w: State) -> str:
    size = HIDDEN // ATTENTION_HEADS
    # The scale of the scores goes into the query's weights; one product makes query, key and value.
    weight = numpy.concatenate([w["query.weight"] / size**0.5, w["key.weight"], w["value.weight"]]).T
    bias = numpy.concatenate([w["query.bias"] / size**0.5, w["key.bias"], w["value.bias"]])
    parts = graph.add("Split", graph.linear(x, weight, bias), outputs=3, axis=1, num_outputs=3)
    query, key, value = (graph.reshape(p, -1, ATTENTION_HEADS, size) for p in parts)
    scores = graph.add("MatMul", graph.add("Transpose", query, perm=[1, 0, 2]), graph.add("Transpose", key, perm=[1, 2, 0]))
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), graph.add("Transpose", value, perm=[1, 0, 2]))
    return graph.reshape(graph.add("Transpose", mixed, perm=[1, 0, 2]), -1, HIDDEN)

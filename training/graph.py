"""ONNX graphs written node by node: one sentence at a time, no padding, weights in seven bits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]
Shape = tuple[Any, ...]

# Seven of eight bits: on processors without VNNI the fast kernels add two products of u8 and s8 in sixteen bits, which eight
# bits overflow. With seven every machine gives the same sums.
LARGEST = 63


def quantised(weight: Array) -> tuple[Array, Array]:
    """Weights (in, out) as int8 and one scale for each column."""
    scale = numpy.maximum(numpy.abs(weight).max(axis=0), 1e-8).astype(numpy.float32) / LARGEST
    return numpy.round(weight / scale).astype(numpy.int8), scale


class Graph:
    """Collects nodes and constants; every method gives back the name of its result."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._count = 0

    def const(self, value: Array) -> str:
        name = self._name("c")
        self._constants.append(numpy_helper.from_array(numpy.ascontiguousarray(value), name))
        return name

    def add(self, op: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any) -> Any:
        names = [self._name("n") for _ in range(outputs)]
        self._nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """x (n, in) times weight (in, out) plus bias, in int8 with the activations' scale found at run time."""
        values, scale = quantised(weight)
        zero = numpy.zeros(scale.shape, dtype=numpy.int8)
        parts = (self.const(values), self.const(scale), self.const(zero), self.const(bias))
        return str(self.add("DynamicQuantizeMatMul", x, *parts, domain="com.microsoft"))

    def linear_by_rows(self, x: str, weight: Array, bias: Array) -> str:
        """The same with one scale for each row of x: where single activations are far larger than the rest."""
        largest = self.add("ReduceMax", self.add("Abs", x), self.const(numpy.array([1])), keepdims=1)
        product = self.linear(self.add("Div", x, largest), weight, numpy.zeros_like(bias))
        return str(self.add("Add", self.add("Mul", product, largest), self.const(bias)))

    def norm(self, x: str, weight: Array, bias: Array) -> str:
        return str(self.add("LayerNormalization", x, self.const(weight), self.const(bias), axis=-1, epsilon=1e-12))

    def reshape(self, x: str, *shape: int) -> str:
        return str(self.add("Reshape", x, self.const(numpy.array(shape, dtype=numpy.int64))))

    def save(self, path: Path, inputs: dict[str, tuple[int, Shape]], outputs: dict[str, tuple[str, Shape]]) -> None:
        """Writes the graph: inputs as name -> (element type, shape), outputs as name -> (node, shape)."""
        nodes = self._nodes + [helper.make_node("Identity", [node], [name]) for name, (node, _) in outputs.items()]
        graph = helper.make_graph(
            nodes,
            path.stem,
            [helper.make_tensor_value_info(n, kind, shape) for n, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, (_, shape) in outputs.items()],
            initializer=self._constants,
        )
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="parley"), str(path))

    def _name(self, kind: str) -> str:
        self._count += 1
        return f"{kind}{self._count}"

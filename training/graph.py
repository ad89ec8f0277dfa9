"""An ONNX graph put together node by node: names are made here, weights are packed small."""

from __future__ import annotations

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
OPSET = 18
OWN = "com.microsoft"
REDUCED = 63
"""Largest weight in 7 bits: products of it and an 8-bit activation add up in 16 bits without
saturating, so processors without dot-product instructions for bytes compute the same sums."""


class Graph:
    """Collects nodes and weights; every method that adds a node returns its output's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def node(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """One node with one output."""
        name = f"n{len(self.nodes)}"
        made = helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **attributes)
        self.nodes.append(made)
        return name

    def weight(self, array: NDArray[np.generic]) -> str:
        """A constant as it is."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def half(self, array: Array) -> str:
        """A constant stored in half precision, used in single."""
        return self.node("Cast", self.weight(array.astype(np.float16)), to=TensorProto.FLOAT)

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """`x @ weight.T + bias` in bytes: a scale a column of weights, one for the activations."""
        whole, scale = quantise(weight, axis=1, largest=REDUCED)
        scales, zero = self.weight(scale[:, 0]), self.weight(np.zeros(len(scale), np.int8))
        parts = (x, self.weight(whole.T), scales, zero, self.weight(bias))
        return self.node("DynamicQuantizeMatMul", *parts, domain=OWN)

    def lookup(self, index: str, table: Array) -> str:
        """Rows of a table kept in bytes with a scale a row."""
        whole, scale = quantise(table, axis=1, largest=127)
        rows = self.node("Gather", self.weight(whole), index)
        scales = self.node("Gather", self.weight(scale), index)
        return self.node("Mul", self.node("Cast", rows, to=TensorProto.FLOAT), scales)

    def model(self, inputs: dict[str, list[str]], output: str, columns: int) -> onnx.ModelProto:
        """The finished model; all inputs are int64 with named dimensions."""
        given = [helper.make_tensor_value_info(k, TensorProto.INT64, v) for k, v in inputs.items()]
        result = helper.make_tensor_value_info(output, TensorProto.FLOAT, ["words", columns])
        graph = helper.make_graph(self.nodes, "attribution", given, [result], self.weights)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def quantise(array: Array, axis: int, largest: int) -> tuple[NDArray[np.int8], Array]:
    """Symmetric whole numbers up to `largest`, and the scales along `axis`."""
    scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-8) / largest
    return np.rint(array / scale).astype(np.int8), scale.astype(np.float32)

"""The best tree over scored heads."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

Scores = NDArray[numpy.float64]
Heads = NDArray[numpy.int64]

_ONE_ROOT = 1e6  # far above any sum of scores: taken from each root's score, it leaves room for one root only


def find_tree(scores: NDArray[numpy.float32]) -> list[int]:
    """Head of each word, counted from 0; -1 for the one root.

    Args:
        scores: (n + 1, n + 1), dependant by head; row and column 0 are the root's.

    Source: Chu and Liu 1965, Edmonds 1967; one root by a penalty, which keeps the best among the trees with one root.
    """
    edges = scores.astype(numpy.float64)
    numpy.fill_diagonal(edges, -numpy.inf)
    edges[0] = -numpy.inf
    heads = _best(edges)[1:]
    if (heads == 0).sum() > 1:
        edges[1:, 0] -= _ONE_ROOT
        heads = _best(edges)[1:]
    return [int(head) - 1 for head in heads]


def _best(edges: Scores) -> Heads:
    heads = edges.argmax(axis=1)
    cycle = _find_cycle(heads)
    return heads if cycle is None else _opened(edges, heads, cycle)


def _find_cycle(heads: Heads) -> Heads | None:
    state = [0] * len(heads)  # 0 not seen, k > 0 seen on the walk that began at k
    for start in range(1, len(heads)):
        at = start
        while at and not state[at]:
            state[at] = start
            at = int(heads[at])
        if at and state[at] == start:
            cycle = [at]
            while heads[cycle[-1]] != at:
                cycle.append(int(heads[cycle[-1]]))
            return numpy.array(cycle)
    return None


def _opened(edges: Scores, heads: Heads, cycle: Heads) -> Heads:
    """The best tree where `heads` runs in a circle: the circle becomes one node, and opens where its best head comes in."""
    rest = numpy.setdiff1d(numpy.arange(len(heads)), cycle)
    gain = edges[numpy.ix_(cycle, rest)] - edges[cycle, heads[cycle]][:, None]
    leave = edges[numpy.ix_(rest, cycle)]
    size = len(rest)
    small = numpy.full((size + 1, size + 1), -numpy.inf)
    small[:size, :size] = edges[numpy.ix_(rest, rest)]
    small[size, :size] = gain.max(axis=0)
    small[:size, size] = leave.max(axis=1)
    below = _best(small)
    result = heads.copy()
    nodes = numpy.append(rest, -1)
    result[rest] = numpy.where(below[:size] < size, nodes[below[:size]], cycle[leave.argmax(axis=1)])
    result[cycle[gain.argmax(axis=0)[below[size]]]] = rest[below[size]]
    return result

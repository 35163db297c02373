"""From arc scores to a tree (Chu-Liu/Edmonds), with one root.

Source: Chu and Liu 1965; Edmonds 1967; one root by trying the best root arcs in turn (Stanojević and Cohen 2021 say why).
"""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

NEVER = -1e9


def best_tree(scores: NDArray[numpy.float32]) -> list[int]:
    """The head of each word in the best tree.

    Args:
        scores: shape (n + 1, n + 1); scores[d, h] of word d under h, where 0 stands for the root.

    Returns:
        n heads; 0 for the root, else 1 to n. Exactly one word has head 0.
    """
    table = scores.astype(numpy.float64).copy()
    table[0] = NEVER
    numpy.fill_diagonal(table, NEVER)
    heads = table.argmax(1)
    heads[0] = 0
    if _is_tree(heads) and (heads[1:] == 0).sum() == 1:
        return [int(h) for h in heads[1:]]
    root = int(table[1:, 0].argmax()) + 1
    others = [d for d in range(1, len(table)) if d != root]
    table[others, 0] = NEVER
    table[root, 1:] = NEVER
    return [int(h) for h in _edmonds(table)[1:]]


def _is_tree(heads: NDArray[numpy.intp]) -> bool:
    return _cycle(heads) is None


def _cycle(heads: NDArray[numpy.intp]) -> list[int] | None:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _edmonds(table: NDArray[numpy.float64]) -> NDArray[numpy.intp]:
    heads: NDArray[numpy.intp] = table.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(len(table)) if i not in inside]
    loss = {c: table[c, heads[c]] for c in cycle}
    size = len(outside) + 1
    small = numpy.full((size, size), NEVER)
    enter, leave = {}, {}
    for i, a in enumerate(outside):
        for j, b in enumerate(outside):
            small[i, j] = table[a, b]
        best = max(cycle, key=lambda c: table[a, c])
        small[i, -1], leave[i] = table[a, best], best
        into = max(cycle, key=lambda c: table[c, a] - loss[c])
        small[-1, i], enter[i] = table[into, a] - loss[into], into
    small[0] = NEVER
    numpy.fill_diagonal(small, NEVER)
    reduced = _edmonds(small)
    for i, a in enumerate(outside):
        if i:
            heads[a] = leave[i] if reduced[i] == size - 1 else outside[reduced[i]]
    broken = enter[int(reduced[-1])]
    heads[broken] = outside[int(reduced[-1])]
    return heads

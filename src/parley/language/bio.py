"""The best sequence of entity tags in which no I- stands without its beginning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray


def allowed_steps(tags: Sequence[str]) -> NDArray[numpy.float64]:
    """(t, t): 0 where the second tag may follow the first, else minus infinity; "I-X" follows "B-X" or "I-X" only."""
    steps = [[not b.startswith("I-") or a[2:] == b[2:] for b in tags] for a in tags]
    return numpy.where(numpy.array(steps), 0.0, -numpy.inf)


def find_tags(scores: NDArray[numpy.float32], tags: Sequence[str], steps: NDArray[numpy.float64]) -> list[str]:
    """Best tags for scores (n, t), by Viterbi's algorithm; `steps` from `allowed_steps(tags)`."""
    if not len(scores):
        return []
    start = numpy.array([-numpy.inf if t.startswith("I-") else 0.0 for t in tags])
    total, back = scores[0] + start, []
    for row in scores[1:]:
        paths = total[:, None] + steps
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [tags[k] for k in reversed(path)]

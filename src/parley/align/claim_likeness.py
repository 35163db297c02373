"""How alike the statements of a story are, and why: vectors find what to compare, fields decide.

A vector cannot tell "will attend" from "would not attend" (cosine .90) nor 130,000 from 100,000: what it finds near is
joined only where no field speaks against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy
from numpy.typing import NDArray

from parley.align.claim_units import Unit

SAME_UTTERANCE = 1.0
SAME_PASSAGE = 0.95
SHARED = {"M": 0.12, "P": 0.12, "T": 0.06, "F": 0.12}  # for a record that cites both, by the letter of its id
MOST_SHARED = 0.24
COSINE, WORDS = 0.55, 0.45  # shares of meaning and of shared rare words; even weights did as well within .01
WORTH_COMPARING = 0.3  # below it no two statements are ever joined or cited for each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All statements of a story compared with each other.

    Attributes:
        score: shape (n, n), 0 to 1, symmetric.
        conflict: for pairs (i, j), i < j, that are worth comparing the field that cannot be true of both.
        cosine: of the statements' vectors, shape (n, n).
        weight: rarity of each lemma in the story.
    """

    units: tuple[Unit, ...]
    score: NDArray[numpy.float64]
    conflict: Mapping[tuple[int, int], str]
    cosine: NDArray[numpy.float64]
    weight: Mapping[str, float]

    def conflict_of(self, i: int, j: int) -> str | None:
        """ "number", "negation" or "date" where the two cannot both be true as the same claim."""
        return self.conflict.get((i, j) if i < j else (j, i))

    def reason(self, i: int, j: int) -> str:
        """What the score of the two rests on."""
        a, b = self.units[i], self.units[j]
        if a.groups & b.groups:
            return "the same utterance"
        if a.copies & b.copies:
            return "the same passage"
        words = ", ".join(sorted(a.lemmas & b.lemmas, key=lambda w: (-self.weight.get(w, 0), w))[:5])
        records = sorted(a.shared & b.shared)
        joined = f"; both in {', '.join(records)}" if records else ""
        return f"meaning {self.cosine[i, j]:.2f}; shared words: {words or 'none'}{joined}"


def compare_all(units: tuple[Unit, ...], vectors: NDArray[numpy.float32], weight: Mapping[str, float]) -> Comparison:
    """Every statement compared with every other.

    Args:
        vectors: unit vectors of the statements' texts, shape (n, 384).
        weight: rarity of each lemma in the story.
    """
    cosine = (vectors @ vectors.T).astype(numpy.float64)
    score = COSINE * numpy.maximum(cosine, 0.0) + WORDS * _overlap(units, weight)
    for (i, a), (j, b) in combinations(enumerate(units), 2):
        if a.groups & b.groups:
            score[i, j] = score[j, i] = SAME_UTTERANCE
        elif a.copies & b.copies:
            score[i, j] = score[j, i] = SAME_PASSAGE
        elif a.shared & b.shared:
            score[i, j] += min(MOST_SHARED, sum(SHARED[r[0]] for r in a.shared & b.shared))
            score[j, i] = score[i, j]
    score = numpy.minimum(score, 1.0)
    near = ((int(i), int(j)) for i, j in numpy.argwhere(score >= WORTH_COMPARING) if i < j)
    conflict = {(i, j): field for i, j in near if (field := conflicting_field(units[i], units[j]))}
    return Comparison(units=units, score=score, conflict=conflict, cosine=cosine, weight=weight)


def _overlap(units: tuple[Unit, ...], weight: Mapping[str, float]) -> NDArray[numpy.float64]:
    """Weighted share of common lemmas, between that of the shorter statement and that of both together; shape (n, n)."""
    place = {lemma: k for k, lemma in enumerate(sorted({w for u in units for w in u.lemmas}))}
    holds = numpy.zeros((len(units), len(place)))
    for row, unit in enumerate(units):
        holds[row, [place[w] for w in unit.lemmas]] = 1.0
    weights = numpy.array([weight.get(lemma, 1.0) for lemma in place])
    shared = (holds * weights) @ holds.T
    own = numpy.diag(shared)
    shorter = numpy.maximum(numpy.minimum(own[:, None], own[None, :]), 1e-9)
    both = numpy.maximum(own[:, None] + own[None, :] - shared, 1e-9)
    overlap: NDArray[numpy.float64] = 0.6 * shared / shorter + 0.4 * shared / both
    return overlap


def conflicting_field(a: Unit, b: Unit) -> str | None:
    """The field in which the two say different things: "number", "negation" or "date"; None where none does."""
    if a.statement.negated != b.statement.negated:
        return "negation"
    if a.numbers and b.numbers and _numbers_part(a, b):
        return "number"
    if a.days and b.days and not set(a.days) & set(b.days) and all(len(d) == 10 for d in (*a.days, *b.days)):
        return "date"
    return None


def _numbers_part(a: Unit, b: Unit) -> bool:
    """Do both count the same kind of thing and share no number?"""
    kinds = {u for u, _, _ in a.numbers} & {u for u, _, _ in b.numbers}
    mine, theirs = ({(low, high) for u, low, high in n if u in kinds} for n in (a.numbers, b.numbers))
    return bool(kinds) and not mine & theirs

"""The best common stretch of two sentences: local alignment over words (Smith and Waterman 1981)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.align.reuse_words import Word

STEM = 5  # letters that two forms of one word share: "maintaining", "maintenance"
AKIN = 0.6  # of its weight a word counts that is only akin
SKIP = -0.45  # a word left out or put in
SKIP_COMMON = -0.2  # the same for a stop word
SWAP = -0.7  # a word put for another


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words a0:a1 of one sentence set against words b0:b1 of another.

    Attributes:
        weight: of the words that the two share.
        shared: number of word pairs that are the same or akin.
        runs: length of the longest unbroken run of the same words.
    """

    a0: int
    a1: int
    b0: int
    b1: int
    weight: float
    shared: int
    run: int

    @property
    def similarity(self) -> float:
        """Share of the words on both sides that have a partner."""
        return 2 * self.shared / (self.a1 - self.a0 + self.b1 - self.b0)


def best_stretch(a: Sequence[Word], b: Sequence[Word]) -> Stretch | None:
    """The common stretch of the greatest score; the first of several; None where the two share no word."""
    if [w.form for w in a] == [w.form for w in b] and a:
        n, weight = len(a), sum(map(_least, a, b))
        return Stretch(a0=0, a1=n, b0=0, b1=n, weight=weight, shared=n, run=n)
    back, best = _filled(a, b)
    return _traced(a, b, back, best) if best else None


def likeness(a: Word, b: Word) -> float:
    """1 for the same word, less for one that is akin, 0 for another."""
    if a.form == b.form:
        return 1.0
    return AKIN if len(a.form) > STEM < len(b.form) and a.form[:STEM] == b.form[:STEM] else 0.0


def _least(a: Word, b: Word) -> float:
    return min(a.weight, b.weight)


def _skip(w: Word) -> float:
    return SKIP if w.weight > 0.25 else SKIP_COMMON


def _filled(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[bytearray], tuple[int, int] | None]:
    """Directions (0 stop, 1 both, 2 left of a, 3 left of b), and the cell where the best stretch ends."""
    width = len(b) + 1
    above, top, best = [0.0] * width, 1e-9, None
    back = [bytearray(width) for _ in range(len(a) + 1)]
    skips = [_skip(w) for w in b]
    for i, x in enumerate(a, 1):
        row, gap = [0.0] * width, _skip(x)
        for j, y in enumerate(b, 1):
            like = likeness(x, y)
            gain = like * min(x.weight, y.weight) if like else SWAP
            score, step = max((above[j - 1] + gain, 1), (above[j] + gap, 2), (row[j - 1] + skips[j - 1], 3), key=lambda s: s[0])
            if score > 0:
                row[j], back[i][j] = score, step
                if score > top:
                    top, best = score, (i, j)
        above = row
    return back, best


def _traced(a: Sequence[Word], b: Sequence[Word], back: list[bytearray], best: tuple[int, int]) -> Stretch:
    i, j = best
    weight, shared, run, longest = 0.0, 0, 0, 0
    while step := back[i][j]:
        like = likeness(a[i - 1], b[j - 1]) if step == 1 else 0.0
        run = run + 1 if like == 1 else 0
        longest = max(longest, run)
        if like:
            weight, shared = weight + like * _least(a[i - 1], b[j - 1]), shared + 1
        i, j = i - (step != 3), j - (step != 2)
    return Stretch(a0=i, a1=best[0], b0=j, b1=best[1], weight=weight, shared=shared, run=longest)

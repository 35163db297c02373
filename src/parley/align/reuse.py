"""Passages that stand in two sources: the same words, or lightly edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from parley.align.reuse_align import Stretch, best_stretch
from parley.align.reuse_words import Line, Word, lines_of, usage_of
from parley.model.marks import Page
from parley.model.records import Reuse, cite
from parley.model.text import Document, Span

GRAM = 3  # words of a seed: two reports that share none were not copied from each other
WEIGHT = 4.0  # of shared words: about four that are neither names nor stop words
SIMILARITY = 0.7
RUN = 4  # unbroken words
LONGEST = 400  # characters of a passage that is put together from several sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A common stretch of a sentence of one page and a sentence of another."""

    a: Line
    b: Line
    stretch: Stretch

    @property
    def spans(self) -> tuple[Span, Span]:
        """Where it stands in the two documents' texts."""
        s = self.stretch
        return _span(self.a.words[s.a0 : s.a1]), _span(self.b.words[s.b0 : s.b1])


def find_reuse(pages: tuple[Page, ...]) -> tuple[Reuse, ...]:
    """Passages copied between two pages, by pair of pages and position in the first.

    Names, titles and stock words that two reports share by chance do not make a passage. Two prints of one public utterance
    do: who copied from whom is not said. Copies inside one page are not looked for.
    """
    usage = usage_of(pages)
    lines = [lines_of(p, usage) for p in pages]
    found: list[Reuse] = []
    for i, j in combinations(range(len(pages)), 2):
        a, b = pages[i].document, pages[j].document
        found += [_record(a, b, run) for run in _joined(_passages(lines[i], lines[j]), a, b)]
    return tuple(replace(r, id=f"R{k}") for k, r in enumerate(found))


def _passages(a: Sequence[Line], b: Sequence[Line]) -> list[Passage]:
    """The passages of two pages in the order of the first; no part of a page in two of them."""
    found = []
    for x, y in _candidates(a, b):
        stretch = best_stretch(x.words, y.words)
        if stretch and _is_copy(stretch):
            found.append(Passage(a=x, b=y, stretch=stretch))
    kept: list[Passage] = []
    for p in sorted(found, key=lambda p: (-p.stretch.weight, p.a.sentence, p.b.sentence)):
        if not any(p.spans[0].meets(k.spans[0]) or p.spans[1].meets(k.spans[1]) for k in kept):
            kept.append(p)
    return sorted(kept, key=lambda p: p.spans)


def _is_copy(stretch: Stretch) -> bool:
    return stretch.weight >= WEIGHT and stretch.similarity >= SIMILARITY and stretch.run >= RUN


def _candidates(a: Sequence[Line], b: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pairs of sentences that share a seed and words of enough weight."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, line in enumerate(b):
        for gram in _grams(line):
            index[gram].append(k)
    pairs = []
    for x in a:
        near = sorted({k for gram in _grams(x) for k in index.get(gram, ())})
        pairs += [(x, b[k]) for k in near if _common_weight(x, b[k]) >= WEIGHT]
    return pairs


def _grams(line: Line) -> set[tuple[str, ...]]:
    forms = [w.form for w in line.words]
    return {tuple(forms[k : k + GRAM]) for k in range(len(forms) - GRAM + 1)}


def _common_weight(a: Line, b: Line) -> float:
    weights = {w.form: w.weight for w in b.words}
    return sum(min(w.weight, weights.get(w.form, 0.0)) for w in a.words)


def _joined(passages: list[Passage], a: Document, b: Document) -> list[list[Passage]]:
    """Runs of passages that are whole sentences, the same on both sides, one after the other, as long as they stay short."""
    runs: list[list[Passage]] = []
    for p in passages:
        if runs and _follows(runs[-1][-1], p) and _length(runs[-1], p) <= LONGEST:
            runs[-1].append(p)
        else:
            runs.append([p])
    return runs


def _follows(p: Passage, q: Passage) -> bool:
    return (
        q.a.sentence == p.a.sentence + 1
        and q.b.sentence == p.b.sentence + 1
        and all(x.stretch.shared == len(x.a.words) == len(x.b.words) for x in (p, q))
    )


def _length(run: list[Passage], p: Passage) -> int:
    return max(p.spans[side].end - run[0].spans[side].start for side in (0, 1))


def _record(a: Document, b: Document, run: list[Passage]) -> Reuse:
    sides = [Span(start=run[0].spans[k].start, end=run[-1].spans[k].end) for k in (0, 1)]
    shared = sum(p.stretch.shared for p in run)
    words = sum(p.stretch.a1 - p.stretch.a0 + p.stretch.b1 - p.stretch.b0 for p in run)
    return Reuse(
        id="",
        kind="identical" if all(map(_same_words, run)) else "edited",
        a=cite(a, sides[0]),
        b=cite(b, sides[1]),
        similarity=round(2 * shared / words, 3),
    )


def _same_words(p: Passage) -> bool:
    s = p.stretch
    one, other = p.a.words[s.a0 : s.a1], p.b.words[s.b0 : s.b1]
    return [w.text.casefold() for w in one] == [w.text.casefold() for w in other]


def _span(words: Sequence[Word]) -> Span:
    return Span(start=words[0].span.start, end=words[-1].span.end)

"""Which articles report the same event: the only step that looks at pages before they are marked."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy
from numpy.typing import NDArray

from parley.align.reuse_words import STOP, form_of
from parley.model.text import Document
from parley.model.types import Encode

LEAD = 4  # sentences of title, standfirst and body that are read as the head of an article
THRESHOLD = 0.36
VECTOR, WORDS, NAMES = 0.4, 0.3, 0.3
"""Average link over weighted likenesses; chosen on BASIL 2010-2014 (B-cubed F1 1.000) and ECB+ topics 1-35 (.87).

A little below the best for ECB+ (.38): an analysis or a late follow-up must stay with its story."""
LOOSE_MEAN, LOOSE_BEST = 0.20, 0.27
"""Of a document's likenesses to a group. On BASIL 2010-2014 the likeness of reports of two events is under .21 in 99 pairs of
100, that of one event never under .37."""
NEAR, FAR = 4, 60  # days: up to NEAR a distance says nothing; from FAR on it takes away the most
LATE = 0.15
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d[\d.,]*\d")


def group_stories(documents: tuple[Document, ...], encode: Encode, *, given: bool = False) -> tuple[tuple[str, ...], ...]:
    """Ids of the documents, grouped by the event that they report: the largest group first, of equal ones the earliest.

    Args:
        documents: read but not marked, in canonical order.
        encode: texts as unit vectors.
        given: somebody chose these documents as reports of one event, so a lone one that is only distantly like the largest
            group (an interview, a column) belongs to it.
    """
    if not documents:
        return ()
    likeness = story_likeness(documents, encode)
    ordered = sorted(_average_link(likeness, THRESHOLD), key=lambda g: (-len(g), g[0]))
    if given:
        ordered = _with_stragglers(ordered, likeness)
    return tuple(tuple(documents[k].id for k in g) for g in ordered)


def _with_stragglers(groups: list[list[int]], likeness: NDArray[numpy.float64]) -> list[list[int]]:
    """The groups with the lone documents that are somewhat like the first moved to it."""
    main, *others = groups
    near = [g[0] for g in others if len(g) == 1 and _is_near(likeness[g[0], main])]
    return [sorted(main + near), *(g for g in others if g[0] not in near)] if len(main) > 1 else groups


def _is_near(likeness: NDArray[numpy.float64]) -> bool:
    return bool(likeness.mean() >= LOOSE_MEAN and likeness.max() >= LOOSE_BEST)


def story_likeness(documents: Sequence[Document], encode: Encode) -> NDArray[numpy.float64]:
    """How much each two documents look like reports of one event, about 0 to 1; it depends on no third document."""
    vectors = encode([_head(d) for d in documents]).astype(numpy.float64)
    plain, names = zip(*map(_profiles, documents), strict=True)
    likeness = VECTOR * numpy.clip(vectors @ vectors.T, 0, 1) + WORDS * _cosines(plain) + NAMES * _cosines(names)
    days = [_day(d) for d in documents]
    for i, one in enumerate(days):
        for j, other in enumerate(days):
            if one is not None and other is not None:
                likeness[i, j] -= LATE * min(1.0, max(0.0, abs(one - other) - NEAR) / (FAR - NEAR))
    return likeness


def _head(document: Document) -> str:
    """Title and first sentences, without a sentence that stands there twice."""
    texts = [s.span.of(document.text) for s in document.sentences[:LEAD]]
    first = [document.title] if document.title else []
    return " ".join(dict.fromkeys([*first, *texts]))


def _profiles(document: Document) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the plain words and of the words of names, each as a unit vector; the head of an article counts double."""
    plain: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for k, sentence in enumerate(document.sentences):
        for n, m in enumerate(_WORD.finditer(sentence.span.of(document.text))):
            if m[0].lower() not in STOP and len(m[0]) > 1:
                name = m[0][0].isupper() and n > 0
                (names if name else plain)[form_of(m[0])] += 2 if k < LEAD else 1
    return _unit(plain), _unit(names)


def _unit(counts: Mapping[str, int]) -> dict[str, float]:
    weights = {w: 1 + math.log(n) for w, n in counts.items()}
    length = math.sqrt(sum(v * v for v in weights.values())) or 1.0
    return {w: v / length for w, v in weights.items()}


def _cosines(profiles: Sequence[Mapping[str, float]]) -> NDArray[numpy.float64]:
    found = numpy.zeros((len(profiles), len(profiles)))
    for i, a in enumerate(profiles):
        for j in range(i, len(profiles)):
            found[i, j] = found[j, i] = sum(v * profiles[j].get(w, 0.0) for w, v in a.items())
    return found


def _day(document: Document) -> int | None:
    """Ordinal of the day of publication; None where it is not known to the day."""
    try:
        return date.fromisoformat((document.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _average_link(likeness: NDArray[numpy.float64], threshold: float) -> list[list[int]]:
    """Groups of row numbers: the two groups that are most alike on average are joined until none reach the threshold."""
    groups = [[k] for k in range(len(likeness))]
    between = likeness.copy()
    numpy.fill_diagonal(between, -1.0)
    while len(groups) > 1:
        i, j = divmod(int(numpy.argmax(between)), len(groups))
        if between[i, j] < threshold:
            break
        i, j = min(i, j), max(i, j)
        a, b = len(groups[i]), len(groups[j])
        between[i] = between[:, i] = (a * between[i] + b * between[j]) / (a + b)
        between[i, i] = -1.0
        between = numpy.delete(numpy.delete(between, j, axis=0), j, axis=1)
        groups[i] = sorted(groups[i] + groups.pop(j))
    return groups

"""Divergences of wording: what each outlet calls the same group, government, leader or deed."""

from __future__ import annotations

from collections import Counter

from parley.lexicon import Lexicon
from parley.lexicon.claims import LabelFamily
from parley.model.ledger import Ledger
from parley.model.marks import Page
from parley.model.records import Citation, Divergence, Side, cite
from parley.model.text import Span


def wording_conflicts(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """For each family of labels the words that the outlets chose, where these part and one of them judges."""
    return tuple(d for family in lexicon.claims.labels if (d := _conflict(pages, family)) is not None)


def _conflict(pages: tuple[Page, ...], family: LabelFamily) -> Divergence | None:
    used = {p.document.id: _labels(p, family) for p in pages}
    sides: dict[str, list[Citation]] = {}
    for found in used.values():
        if found:
            word, citation = found
            sides.setdefault(word, []).append(citation)
    words = set(sides)
    if len(words) < 2 or not words & family.loaded:
        return None
    return Divergence(
        id="",
        kind="wording",
        topic=family.topic,
        severity="medium",
        sides=tuple(
            Side(sources=tuple(c.source for c in cited), text=word, citations=tuple(cited))
            for word, cited in sorted(sides.items())
        ),
        explanation="the choice of word is the outlet’s or its source’s",
    )


def _labels(page: Page, family: LabelFamily) -> tuple[str, Citation] | None:
    """The label that a page uses most in running text, a loaded one before a neutral one, with the words around it."""
    text, counts, first = page.document.text, Counter[str](), dict[str, Span]()
    for sentence in page.document.sentences:
        for match in family.pattern.finditer(text, sentence.span.start, sentence.span.end):
            word = match[0].lower()
            counts[word] += 1
            first.setdefault(word, _around(page, Span(start=match.start(), end=match.end()), sentence.span))
    if not counts:
        return None
    loaded = [w for w in counts if w in family.loaded]
    word = max(loaded or list(counts), key=lambda w: (counts[w], w))
    return word, cite(page.document, first[word])


def _around(page: Page, span: Span, sentence: Span) -> Span:
    """The label with up to three words on each side, inside its sentence."""
    text = page.document.text
    start, end = span.start, span.end
    for _ in range(3):
        cut = text.rfind(" ", sentence.start, max(sentence.start, start - 1))
        start = cut + 1 if cut >= 0 else sentence.start
        cut = text.find(" ", min(sentence.end, end + 1), sentence.end)
        end = cut if cut >= 0 else sentence.end
    return Span(start=start, end=end)

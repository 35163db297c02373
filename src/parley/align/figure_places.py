"""Places that a number is of: to tell the toll of one attack from that of another."""

from __future__ import annotations

from itertools import pairwise

from parley.model.marks import Page
from parley.model.text import Sentence

BETWEEN = 8  # words between a place and the one that it lies in: "Sal in the south of rebel-held Orme"
INNER = frozenset({"in", "of", "near", ","})


def find_places(page: Page, sentence: Sentence) -> frozenset[str]:
    """Names of places in the sentence, and of those that the page says they lie in; first words only, states left out."""
    here = {sentence.tokens[i].text for i in _named(page, sentence)}
    around = {outer for s in page.document.sentences for inner, outer in _nested(page, s) if inner in here}
    return frozenset(here | around)


def _named(page: Page, sentence: Sentence) -> list[int]:
    kinds = {e.id: e.kind for e in page.marks.entities}
    states = [m.span for m in page.marks.mentions if kinds.get(m.entity) == "state" and m.span.meets(sentence.span)]
    tokens = sentence.tokens
    named = [i for i, t in enumerate(tokens) if t.entity in ("B-GPE", "B-LOC") and t.text[:1].isupper()]
    return [i for i in named if not any(s.meets(tokens[i].span) for s in states)]


def _nested(page: Page, sentence: Sentence) -> list[tuple[str, str]]:
    """Pairs of a place and the place behind it that it lies in."""
    found = []
    for left, right in pairwise(_named(page, sentence)):
        between = [t for t in sentence.tokens[left + 1 : right] if not t.entity.startswith("I-")]
        plain = all(t.upos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "PUNCT", "VERB") for t in between)
        if plain and len(between) <= BETWEEN and any(t.text in INNER for t in between):
            found.append((sentence.tokens[left].text, sentence.tokens[right].text))
    return found

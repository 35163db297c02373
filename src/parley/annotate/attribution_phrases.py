"""Cues without a verb or noun of their own: "according to", and a name with a colon."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.attribution_cues import Cue
from parley.annotate.attribution_sources import source_words, top_of
from parley.annotate.attribution_tree import DASHES, Tree
from parley.lexicon.attribution import AttributionWords, CueWord
from parley.lexicon.speech import Speech

PHRASE = CueWord(
    lemma="", particle="", rule="phrase", frames=frozenset(), prepositions=frozenset(), kind="speech", bearing="held"
)
LONGEST_NAME = 5  # words before the colon of "NAME: ..."
NOMINAL = frozenset({"nmod", "obl", "obj", "appos", "amod", "compound", "xcomp"})


def phrase_cues(tree: Tree, speech: Speech) -> Iterator[Cue]:
    """ "According to X, ...": the content is the clause that the phrase hangs from."""
    lower = [tree.word(i) for i in range(len(tree.tokens))]
    for i in range(len(lower)):
        size = speech.phrase_at(lower, i)
        if not size or tree.fence[i] >= 0 or (lower[i].endswith("ing") and size == 1):
            continue
        own = tuple(range(i, i + size))
        head = _noun_behind(tree, own)
        if head is None:
            continue
        top = _clause_above(tree, head, own)
        inside = {*tree.under(head), *own}
        content = [k for k in tree.under(top) if k not in inside] if top >= 0 else []
        holder = source_words(tree, head, own, frozenset())
        yield Cue(head=i, words=own, word=PHRASE, frame="phrase", content=tuple(content), holder=holder)


def _noun_behind(tree: Tree, own: tuple[int, ...]) -> int | None:
    for k in own:
        up = tree.tokens[k].head
        if up > own[-1] and tree.tokens[k].rel in ("case", "fixed", "mark"):
            return up
        below = [c for c in tree.kids(k, "obl", "obj", "nmod") if c > own[-1]]
        if below:
            return below[0]
    behind = own[-1] + 1
    return top_of(tree, behind) if behind < len(tree.tokens) and tree.fence[behind] < 0 else None


def _clause_above(tree: Tree, head: int, own: tuple[int, ...]) -> int:
    """The head of the clause in which the phrase stands; -1 for none."""
    at = tree.tokens[head].head
    while at in own or (at >= 0 and tree.tokens[at].rel in NOMINAL):
        at = tree.tokens[at].head
    return at


def name_cue(tree: Tree, words: AttributionWords, speech: Speech) -> Cue | None:
    """ "NAME: words": a script's line or a headline, where what stands before the colon can speak."""
    tokens = tree.tokens
    start = next((i for i, t in enumerate(tokens) if t.upos != "PUNCT"), 0)
    colon = next((i for i in range(start, min(len(tokens), start + LONGEST_NAME + 1)) if tokens[i].text == ":"), None)
    if colon is None or colon == start or colon + 1 >= len(tokens) or tree.fence[colon] >= 0 > tree.fence[start]:
        return None
    name = range(start, colon)
    last = tree.word(colon - 1)
    shouted = all(tokens[i].text.isupper() for i in name)
    if last in words.labels or (not shouted and any(tokens[i].upos in ("VERB", "AUX", "PUNCT", "NUM") for i in name)):
        return None
    known = tokens[colon - 1].entity[2:] in ("PER", "ORG")
    known = known or any(last in some for some in (speech.people, speech.documents, speech.unnamed))
    if not known and not shouted:
        return None
    content = tuple(range(colon + 1, len(tokens)))
    return Cue(head=colon, words=(colon,), word=PHRASE, frame="colon", content=content, holder=(start, colon - 1))


def signed_cues(tree: Tree) -> Iterator[Cue]:
    """ "The race is close - Ada Bell: "It may turn."": a name behind a dash, and a colon before a quotation."""
    for colon in range(1, len(tree.tokens) - 1):
        if tree.text(colon) != ":" or tree.fence[colon] >= 0 or tree.fence[colon + 1] < 0:
            continue
        first = colon
        while first > 0 and tree.tokens[first - 1].upos in ("PROPN", "CCONJ"):
            first -= 1
        if first < colon and tree.text(first - 1) in DASHES:
            content = tuple(i for i, f in enumerate(tree.fence) if f == tree.fence[colon + 1])
            yield Cue(head=colon, words=(colon,), word=PHRASE, frame="quote", content=content, holder=(first, colon - 1))

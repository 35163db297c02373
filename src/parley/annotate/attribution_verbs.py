"""Verbs that give their complement to somebody, by the frames that they take."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.attribution_asides import find_aside, find_inserted
from parley.annotate.attribution_clauses import find_followed, find_gerund, find_infinitive, find_relative, find_reported
from parley.annotate.attribution_cues import Cue
from parley.annotate.attribution_objects import (
    find_compared,
    find_object,
    find_oblique,
    find_passive,
    find_predicate,
    find_seeming,
)
from parley.annotate.attribution_tree import Tree
from parley.lexicon.attribution import AttributionWords, CueWord

FINDERS = (
    find_seeming,
    find_inserted,
    find_reported,
    find_aside,
    find_infinitive,
    find_followed,
    find_predicate,
    find_compared,
    find_oblique,
    find_object,
    find_gerund,
    find_relative,
)
"""In this order: what a verb has for certain before what the parse may only have missed."""


def verb_cues(tree: Tree, words: AttributionWords) -> Iterator[Cue]:
    """The verbs outside of quotation marks that hand something over, in order."""
    for v, token in enumerate(tree.tokens):
        if token.upos == "VERB" and tree.fence[v] < 0 and token.rel not in ("amod", "compound", "case"):
            entries = entries_at(tree, v, words)
            cue = _cue_of(tree, v, entries, words) if entries else None
            if cue is not None:
                yield cue


def _is_when(tree: Tree, cue: Cue, words: AttributionWords) -> bool:
    """Is the content only a day ("tweeted on Friday")?"""
    return all(tree.word(i) in words.times or tree.tokens[i].upos in ("NUM", "DET", "ADJ", "PUNCT") for i in cue.content)


def entries_at(tree: Tree, v: int, words: AttributionWords) -> list[CueWord]:
    """What the lexicon knows of the verb with the particle that it has here, entries with a particle first."""
    particles = {tree.word(c) for c in tree.kids(v, "compound", "advmod") if c > v} | {""}
    if v + 1 < len(tree.tokens) and (tree.tokens[v + 1].upos in ("ADP", "ADV") or tree.word(v + 1) == "it"):
        particles.add(tree.word(v + 1))
    known = words.verbs.get(tree.lemma(v)) or words.verbs.get(tree.lemma(v) + "e", ())  # a lemma by rule may lack its "e"
    found = [w for w in known if w.particle in particles]
    return sorted(found, key=lambda w: not w.particle)


def is_passive(tree: Tree, v: int) -> bool:
    """Is the verb passive: with an auxiliary, or a participle of the past behind its noun?"""
    if any(tree.tokens[c].rel == "aux:pass" for c in tree.below[v]):
        return True
    return tree.tokens[v].rel == "acl" and not tree.is_ing(v) and not tree.marks(v)


def _cue_of(tree: Tree, v: int, entries: list[CueWord], words: AttributionWords) -> Cue | None:
    if is_passive(tree, v):
        return find_passive(tree, v, entries)
    for finder in FINDERS:
        found = finder(tree, v, entries)
        if found is not None and not (found.frame == "oblique" and _is_when(tree, found, words)):
            return found
    return None

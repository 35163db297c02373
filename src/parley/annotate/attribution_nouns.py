"""Nouns and adjectives of attribution: "his claim that ...", "issued a warning that ...", "was sure that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.annotate.attribution_cues import Cue, cue_group
from parley.annotate.attribution_sources import source_words
from parley.annotate.attribution_tree import Tree
from parley.annotate.attribution_verbs import is_passive
from parley.lexicon.attribution import AttributionWords, CueWord

BEFORE_NOUN = frozenset({"det", "amod", "nummod", "compound"})


def adjective_cues(tree: Tree, words: AttributionWords) -> Iterator[Cue]:
    """ "was sure that ...", "is critical of ...", "are willing to ..."."""
    for a, token in enumerate(tree.tokens):
        if token.upos not in ("ADJ", "VERB") or tree.fence[a] >= 0 or not (tree.kids(a, "cop") or is_passive(tree, a)):
            continue
        known = words.adjectives.get(tree.lemma(a)) or words.adjectives.get(tree.word(a), ())
        cue = next((c for w in known if (c := _complement(tree, a, w, cue_group(tree, a))) is not None), None)
        if cue is not None:
            yield cue


def noun_cues(tree: Tree, words: AttributionWords, taken: frozenset[int]) -> Iterator[Cue]:
    """Nouns outside of marks with what they tell, where somebody is told to hold it, or where a clause says what.

    Args:
        taken: heads of the cues that are verbs.
    """
    for n, token in enumerate(tree.tokens):
        if token.upos != "NOUN" or tree.fence[n] >= 0:
            continue
        for word in words.nouns.get(tree.lemma(n), ()):
            cue = _complement(tree, n, word, _noun_group(tree, n))
            held = _held(tree, n, cue, taken, words) if cue is not None else None
            if held is not None:
                yield held
                break


def _complement(tree: Tree, a: int, word: CueWord, own: tuple[int, ...]) -> Cue | None:
    """The adjective or noun with the clause, infinitive or prepositional phrase behind it."""
    for c in tree.kids(a, "ccomp", "xcomp", "advcl", "acl", "obl", "nmod"):
        rel = tree.tokens[c].rel.partition(":")[0]
        marks = tree.marks(c)
        if c < a or (tree.tokens[c].rel == "acl:relcl" and "that" not in marks):
            continue
        if "clause" in word.frames and (rel == "ccomp" or "that" in marks):
            return Cue(head=a, words=own, word=word, frame="clause", content=tuple(tree.under(c)))
        if "to" in word.frames and "to" in marks:
            return Cue(head=a, words=own, word=word, frame="to", content=tuple(tree.under(c)))
        if tree.opener(c) in word.prepositions and rel in ("obl", "nmod", "advcl", "acl"):
            case = next(d for d in tree.below[c] if tree.tokens[d].rel in ("case", "mark"))
            if case == own[-1] + 1:
                content = tuple(i for i in tree.under(c) if i > case)
                return Cue(head=a, words=(*own, case), word=word, frame="oblique", content=content)
    return None


def _held(tree: Tree, n: int, cue: Cue, taken: frozenset[int], words: AttributionWords) -> Cue | None:
    """The noun's cue with its source: its owner, or the subject of the light verb or copula that it completes."""
    owner = _owner(tree, n)
    if owner is not None:
        first, last = source_words(tree, owner, cue.words, taken)
        last += tree.word(last + 1) in ("'s", "'") if last + 1 < len(tree.tokens) else 0
        return replace(cue, frame=f"noun-{cue.frame}", holder=(first, last))
    if cue.frame == "oblique" and cue.word.rule == "side" and tree.kids(n, "cop") and tree.kids(n, "nsubj"):
        first = min(tree.kids(n, "cop", "aux"))
        return replace(cue, words=tuple(range(first, cue.words[-1] + 1)), frame="predicate-oblique")
    verb = tree.tokens[n].head
    if tree.tokens[n].rel == "obj" and verb < n and verb not in taken and tree.lemma(verb) in words.light:
        group = cue_group(tree, verb)
        own = (*group, *range(group[-1] + 1, cue.words[-1] + 1))
        return replace(cue, head=verb, words=own, frame=f"light-{cue.frame}")
    return replace(cue, frame="bare-clause", lone=True) if cue.frame == "clause" else None


def _noun_group(tree: Tree, n: int) -> tuple[int, ...]:
    """The noun with the determiner and adjectives before it."""
    first = n
    while first > 0 and tree.tokens[first - 1].head == n and tree.tokens[first - 1].rel in BEFORE_NOUN:
        first -= 1
    return tuple(range(first, n + 1))


def _owner(tree: Tree, n: int) -> int | None:
    owners = tree.kids(n, "nmod:poss")
    owners += [c for c in tree.kids(n, "nmod") if tree.opener(c) in ("by", "from", "among")]
    return owners[0] if owners else None

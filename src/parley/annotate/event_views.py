"""What the classifier of events sees of a clause: its sentence without names, its core, its word and what the frames say."""

from __future__ import annotations

from collections.abc import Collection

from parley.annotate.event_coding import Coding
from parley.annotate.event_tree import Tree
from parley.language.event_types import Clause

STAND_INS = {
    "PER": "someone",
    "ORG": "the organisation",
    "GPE": "the country",
    "LOC": "the region",
    "NORP": "national",
    "EVENT": "the event",
}
"""What stands for a name: who acts must not decide what is done."""
KEPT = frozenset({"obj", "iobj", "obl", "nsubj:pass", "xcomp", "ccomp", "compound:prt", "aux", "aux:pass", "mark", "nmod"})
INTO = frozenset({"xcomp", "ccomp", "obj", "nmod"})  # what is followed further down
BESIDE = frozenset({"compound", "amod", "case", "nmod:poss", "det"})
ADVERBS = frozenset({"not", "never", "no", "longer", "down", "back", "together", "jointly"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year"})
STEPS = 6  # words that are opened: a core is a handful of words
KINDS = {"op.promise": "promise", "op.plan": "promise", "sanction.impose": "penalty", "sanction.sanction": "penalty"}
"""What the classifier tells apart inside a type, by the frame that says so."""


def clause_of(tree: Tree, i: int, vote: Coding | None) -> Clause:
    """The clause of a predicate or event noun, as the classifier reads it.

    Args:
        i: number of its head token.
        vote: what the frames make of it; None where they are silent.
    """
    return Clause(
        sentence=_text(tree, range(len(tree.tokens))),
        core=_text(tree, _core(tree, i)),
        word=tree.tokens[i].lemma,
        vote=kind_of(vote),
    )


def kind_of(coding: Coding | None) -> str:
    """The classifier's label for what frames found: the type, or the type with its kind ("CONCEDE.promise")."""
    if coding is None:
        return "NONE"
    kind = KINDS.get(coding.rule.partition("+")[0])
    if coding.type == "CONCEDE" and (kind == "promise" or coding.factuality == "planned"):
        return "CONCEDE.promise"
    if coding.type == "CONSULT" and coding.factuality == "planned":
        return "CONSULT.planned"
    if coding.type == "SANCTION" and (kind == "penalty" or coding.mode == "convict"):
        return "SANCTION.penalty" if kind == "penalty" else "SANCTION.convict"
    return coding.type


def _text(tree: Tree, kept: Collection[int]) -> str:
    """Words in the order of the text, each name as what stands for it."""
    words: list[str] = []
    for k, token in enumerate(tree.tokens):
        if k in kept and not token.entity.startswith("I-"):
            words += (STAND_INS[token.entity[2:]] if token.entity.startswith("B-") else token.text).split()
    return " ".join(w for k, w in enumerate(words) if not (w == "the" and words[k + 1 : k + 2] == ["the"]))


def _core(tree: Tree, i: int) -> set[int]:
    """A predicate with its objects, complements and auxiliaries, without subject, days and side clauses."""
    found, todo = {i}, [i]
    for at in todo:  # it grows while it is read
        for c in (c for c in tree.below[at] if _belongs(tree, c)):
            found |= {c, *(k for k in tree.below[c] if tree.rel(k) in BESIDE and tree.lemma(k) not in ("the", "a", "an"))}
            if tree.rel(c) in INTO and len(todo) < STEPS:
                todo.append(c)
    return found


def _belongs(tree: Tree, i: int) -> bool:
    if tree.rel(i) == "advmod":
        return tree.lemma(i) in ADVERBS
    dated = tree.rel(i) in ("obl", "obl:unmarked") and tree.lemma(i) in DAYS and not tree.tokens[i].entity.startswith("B-")
    return tree.rel(i) in KEPT and not dated

"""Which frame of the lexicon a verb or a noun of a sentence fills."""

from __future__ import annotations

from parley.annotate.event_tree import SMALL, Tree
from parley.lexicon.plover import Frame, Plover


def verb_frame(tree: Tree, i: int, plover: Plover) -> Frame | None:
    """The frame that asks most of what stands around the verb; the first in the file of several; None where none fits."""
    candidates = plover.verb_frames(tree.joined(i) or "") or plover.verb_frames(tree.lemma(i))
    if not candidates:
        return None
    objects = tree.objects(i)
    facts = {
        "objects": {w for o in objects for w in tree.words_of(o)},
        "subjects": _subject_words(tree, i),
        "preps": {p for o in objects for p in _prepositions(tree, o)},
        "particles": _particles(tree, i),
    }
    named = any(tree.tokens[w].upos == "PROPN" or tree.tokens[w].entity != "O" for o in objects for w in (o, *tree.below[o]))
    clause = bool(tree.under(i, "ccomp"))
    fitting = [f for f in candidates if _fits(f, facts) and (named or not f.named) and (clause or not f.clause)]
    heads = {tree.lemma(o) for o in objects}
    # "stopped arms sales": what is stopped are the sales, so a frame that names them holds before one that names arms.
    return max(fitting, key=lambda f: (asked(f), bool(f.objects & heads)), default=None)


def noun_frame(tree: Tree, i: int, plover: Plover) -> Frame | None:
    """The frame of an event noun; None where it only modifies another noun, or is denied."""
    if tree.rel(i) == "compound" or any(tree.lemma(c) in ("no", "any") for c in tree.under(i, "det")):
        return None
    preps = {p for c in tree.below[i] for p in (tree.case(c),) if p}
    preps |= {"to" for c in tree.under(i, "acl") if any(tree.lemma(m) == "to" for m in tree.under(c, "mark"))}
    candidates = plover.noun_frames(tree.joined(i) or "") or plover.noun_frames(tree.lemma(i))
    fitting = [f for f in candidates if not f.preps or f.preps & preps]
    return max(fitting, key=asked, default=None)


def asked(frame: Frame) -> int:
    """How much a frame asks of what stands around it."""
    return (
        2 * bool(frame.objects) + bool(frame.preps) + bool(frame.particles) + bool(frame.subjects) + frame.clause + frame.strong
    )


def _fits(frame: Frame, facts: dict[str, set[str]]) -> bool:
    wanted = (
        (frame.objects, "objects"),
        (frame.subjects, "subjects"),
        (frame.preps, "preps"),
        (frame.particles, "particles"),
    )
    return all(not want or want & facts[key] for want, key in wanted)


def _subject_words(tree: Tree, i: int) -> set[str]:
    subject = tree.subject(i)
    passive = [c for c in tree.below[i] if tree.rel(c) == "nsubj:pass"]
    heads = [s for s in (*passive, subject) if s is not None]
    return {tree.lemma(k) for s in heads for k in (s, *tree.under(s, "compound", "amod", "conj"))}


def _prepositions(tree: Tree, noun: int) -> set[str]:
    below = tree.under(noun, "nmod") if tree.rel(noun) in ("obj", "nsubj:pass") else []
    return {p for k in (noun, *below) for p in (tree.case(k),) if p}


def _particles(tree: Tree, i: int) -> set[str]:
    parts = tree.under(i, "compound:prt") + [c for c in tree.under(i, "advmod", "obl", "case") if tree.lemma(c) in SMALL]
    cases = {p for o in tree.objects(i) for p in (tree.case(o),) if p in SMALL}
    return {tree.lemma(c) for c in parts} | cases

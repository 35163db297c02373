"""Noun phrases that verbs give to somebody: "praised the court for it", "called it a trap", "complained about the noise"."""

from __future__ import annotations

from dataclasses import replace

from parley.annotate.attribution_cues import Cue, verb_cue, with_frame
from parley.annotate.attribution_tree import OBJECTS, Tree
from parley.lexicon.attribution import CueWord

UNSAID = frozenset({"suppose"})  # "is supposed to" says what ought to be, not what somebody supposes
OF_NOUNS = frozenset({"of", "for", "from", "like", "between", "among", "behind", "about", "over", "against"})
# right behind an object these go with it, whatever the parse says ("proposed cuts for two years"); "in", "on", "with" do not


def find_seeming(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "the front seems stable": what seems so, to nobody in particular."""
    word = with_frame(entries, "seeming")
    subjects, how = tree.kids(v, "nsubj"), [c for c in tree.kids(v, "xcomp", "ccomp") if c > v]
    if word is None or not subjects or not how:
        return None
    cue = verb_cue(tree, v, word, "seeming", [*_without_clauses(tree, subjects[0]), *tree.under(how[0])])
    return replace(cue, lone=True) if cue is not None else None


def find_predicate(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "called the plan a trap", "saw the guards leaving"."""
    named = [c for c in tree.kids(v, "xcomp", "ccomp") if c > v and "to" not in tree.marks(c)]
    objects = tree.kids(v, *OBJECTS)
    word = with_frame(entries, "predicate")
    if word is not None and len(objects) + len(named) == 1 and objects:
        named = _named(tree, v, objects[0])
    if word is None and any(tree.is_ing(c) for c in named):
        word = with_frame(entries, "clause")
    if word is None or not objects or len(objects) + len(named) < 2:
        return None
    return verb_cue(tree, v, word, "predicate", tree.all_under((*objects, *named)))


def _named(tree: Tree, v: int, held: int) -> list[int]:
    """What the object of a verb of naming is called, where the parse hangs it elsewhere: "a ..." or words in marks."""
    behind = [i for i in tree.under(v) if i > held and i not in tree.below[v]]
    starts = [i for i in behind if tree.word(i) in ("a", "an") or (tree.fence[i] >= 0 and tree.fence[held] != tree.fence[i])]
    if not starts or any(tree.is_verbal(i) or tree.text(i) == "," for i in range(held, starts[0])):
        return []
    top = starts[0]
    while tree.tokens[top].head > top or tree.tokens[top].head >= starts[0]:
        top = tree.tokens[top].head
    return [top]


def find_compared(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "dismissed the plan as a trap"."""
    word = with_frame(entries, "as")
    objects = tree.kids(v, "obj")
    tops = [v, *objects[:1]]
    likened = [
        c for t in tops for c in tree.kids(t, "obl", "advcl", "xcomp", "acl", "nmod") if c > v and tree.opener(c) == "as"
    ]
    if word is None or not likened or not objects:
        return None
    return verb_cue(tree, v, word, "as", tree.all_under((objects[0], likened[0])))


def find_oblique(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "complained about the noise", "accused her of lying"."""
    objects = tree.kids(v, *OBJECTS)
    for c in tree.kids(v, "obl", "advcl", "ccomp"):
        for word in entries:
            if c < v or tree.opener(c) not in word.prepositions or "object" in word.frames:
                continue
            if not objects:
                return verb_cue(tree, v, word, "oblique", tree.under(c), behind=c)
            if "hearer" in word.frames:
                if word.bearing == "open":
                    return verb_cue(tree, v, word, "oblique", tree.under(c), behind=c)
                return verb_cue(tree, v, word, "oblique", tree.all_under((*objects, c)))
    return None


def find_object(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "denied the report", "praised the court for its patience"."""
    objects = [o for o in tree.kids(v, "obj") or tree.kids(v, "iobj") if tree.tokens[o].upos not in ("ADV", "PUNCT")]
    side = [c for c in tree.kids(v, "obl", "advcl") if c > v]
    openers = {tree.opener(c) for c in side}
    words = [w for w in entries if "object" in w.frames]
    if not words or not objects:
        return None
    word = max(words, key=lambda w: len(w.prepositions & openers))
    kept = [c for c in side if tree.opener(c) in word.prepositions]
    end = max(tree.under(objects[0]))
    kept += [c for c in side if min(tree.under(c)) == end + 1 and tree.opener(c) in OF_NOUNS]
    return verb_cue(tree, v, word, "object", tree.all_under((objects[0], *kept)))


def find_passive(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "was praised by the court for its patience", "is expected to leave", "it was reported that ..."."""
    if tree.lemma(v) in UNSAID:
        return None
    subjects, clauses = tree.kids(v, "nsubj"), tree.kids(v, "ccomp")
    if clauses and (word := with_frame(entries, "clause")):
        return verb_cue(tree, v, word, "clause", tree.all_under(clauses), passive=True)
    if not subjects:
        return None
    subject = _without_clauses(tree, subjects[0])
    told = [c for c in tree.kids(v, "xcomp") if "to" in tree.marks(c)]
    if told and (word := with_frame(entries, "object-to", "hearer", "clause")):
        return verb_cue(tree, v, word, "object-to", [*subject, *tree.under(told[0])], passive=True)
    word = with_frame(entries, "object", "predicate", "as")
    if word is None:
        return None
    rest = [c for c in tree.kids(v, "obl", "advcl") if c > v and tree.opener(c) in word.prepositions | {"as"}]
    rest += [c for c in tree.kids(v, "xcomp", "obj") if c > v]
    said = word.kind == "speech" or any(tree.opener(c) == "by" for c in tree.kids(v, "obl"))
    if not rest and not said:  # "was backed" tells nothing without who did; "was announced" does
        return None
    return verb_cue(tree, v, word, "object", [*subject, *tree.all_under(rest)], passive=True)


def _without_clauses(tree: Tree, head: int) -> list[int]:
    return tree.under(head, [c for c in tree.below[head] if tree.tokens[c].rel in ("punct", "acl:relcl") and c > head])

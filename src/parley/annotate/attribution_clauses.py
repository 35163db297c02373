"""Clauses that verbs give to somebody: "said that ...", "refused to go", "denied taking part", "what he wants"."""

from __future__ import annotations

from parley.annotate.attribution_cues import Cue, verb_cue, with_frame
from parley.annotate.attribution_sources import stolen
from parley.annotate.attribution_tree import OBJECTS, QUESTIONS, RELATIVE, Tree
from parley.lexicon.attribution import CueWord


def find_reported(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "said that ...", "asked whether ...", and the same words before their verb."""
    clauses = tree.kids(v, "ccomp")
    clauses += [c for c in tree.kids(v, "xcomp") if tree.kids(c, "nsubj") and "to" not in tree.marks(c)]
    clauses = clauses or [c for c in tree.kids(v, "advcl") if min(tree.under(c)) == v + 1 and tree.word(v + 1) in QUESTIONS]
    if not clauses:
        return None
    question = any(tree.word(i) in QUESTIONS for i in tree.under(clauses[0])[:2])
    word = with_frame(entries, "clause", "quote", *(("question",) if question else ()))
    if word is None:
        return None
    content = tree.all_under(clauses)
    if not tree.kids(clauses[0], "nsubj") and "that" not in tree.marks(clauses[0]) and "hearer" not in word.frames:
        content += tree.all_under(o for o in tree.kids(v, "obj") if v < o < clauses[0])  # "showed them leaving"
    content += tree.all_under(c for c in tree.kids(v, "parataxis") if tree.fence[c] >= 0)
    content += tree.all_under(c for c in tree.kids(v, "conj") if c > clauses[-1] and _goes_on(tree, c))
    if max(clauses) < v and tree.tokens[v].head < 0:  # what is said stands first: so do its conjunctions and adverbials
        colons = [i for i in range(min(content)) if tree.text(i) == ":"]
        content += range(max(colons, default=-1) + 1, min(content))
    if stolen(tree, v) is not None:
        content = [i for i in content if i > v]
    return verb_cue(tree, v, word, "clause", content)


def _goes_on(tree: Tree, c: int) -> bool:
    """Does the clause, though it hangs from the cue, go on with what is said: "... and that ..."?"""
    return "that" in tree.marks(c) or tree.fence[c] >= 0


def find_followed(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "leaders say the mayor has left", where the parse hangs the clause elsewhere: it begins right behind the verb."""
    word = with_frame(entries, "clause")
    subjects = [c for c in tree.kids(v, "nsubj") if c < v]
    if word is None or "quote" not in word.frames or not subjects or v + 1 >= len(tree.tokens):
        return None
    at = v + 2 if tree.word(v + 1) == "that" and v + 2 < len(tree.tokens) else v + 1
    while v < tree.tokens[at].head and not tree.tokens[at].rel.startswith("nsubj"):
        at = tree.tokens[at].head
    top = tree.tokens[at].head
    if not tree.tokens[at].rel.startswith("nsubj") or top <= v or not all(i > v for i in tree.under(at)):
        return None
    return verb_cue(tree, v, word, "clause", range(v + 1, max(tree.under(top)) + 1))


def find_infinitive(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "refused to go", "urged them to go", "told them to go", "called on them to go"."""
    clauses = [c for c in tree.kids(v, "xcomp", "advcl") if c > v and "to" in tree.marks(c)]
    clauses = [c for c in clauses if tree.tokens[c].rel == "xcomp"] or clauses
    if not clauses:
        return None
    content = tree.under(clauses[0])
    objects = [o for o in tree.kids(v, *OBJECTS) if v < o < clauses[0]]
    if objects:
        told = next((w for w in entries if {"hearer", "to"} <= w.frames), None)
        if told is not None:
            return verb_cue(tree, v, told, "to", content)
        word = with_frame(entries, "object-to")
        return verb_cue(tree, v, word, "object-to", [*tree.under(objects[0]), *content]) if word else None
    called = [o for o in tree.kids(v, "obl") if v < o < clauses[0] and tree.opener(o) in ("on", "upon", "to", "with")]
    word = next((w for w in entries if "to" in w.frames and (not w.prepositions or called)), None)
    if word is None or (tree.tokens[clauses[0]].rel == "advcl" and not called):
        return None
    if called and tree.opener(called[0]) in word.prepositions:
        return verb_cue(tree, v, word, "object-to", [*tree.under(called[0]), *content], behind=called[0])
    return verb_cue(tree, v, word, "to", content)


def find_gerund(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "proposed paying for it", "denied taking part"."""
    word = with_frame(entries, "object", "clause")
    acts = [c for c in tree.kids(v, "xcomp") if c > v and tree.is_ing(c)]
    return verb_cue(tree, v, word, "gerund", tree.under(acts[0])) if word is not None and acts else None


def find_relative(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """ "the aid that they promised", "what he wants": the content is the noun that the clause hangs from."""
    word = with_frame(entries, "object", "clause")
    subjects = [c for c in tree.kids(v, "nsubj") if tree.word(c) not in RELATIVE]
    if word is None or tree.tokens[v].rel != "acl:relcl" or not subjects or tree.kids(v, "obj", "obl", "xcomp", "ccomp"):
        return None
    noun = tree.tokens[v].head
    content = tree.under(
        noun, [c for c in tree.below[noun] if c > noun or tree.tokens[c].rel in ("case", "cc", "mark", "cop", "nsubj")]
    )
    return verb_cue(tree, v, word, "relative", content) if noun < v else None

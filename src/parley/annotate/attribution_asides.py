"""Cues set apart from what is said: "X, he said, Y", "..., said the envoy", "as he put it", "he went on: ...".

The parse gives them many shapes; where it gives none that fits, commas and stops decide.
"""

from __future__ import annotations

from parley.annotate.attribution_cues import Cue, verb_cue, with_frame
from parley.annotate.attribution_tree import DASHES, RELATIVE, Tree
from parley.lexicon.attribution import CueWord

STOPS = frozenset({",", ".", "?", "!", ";", ":"})
LONGEST_INSERTION = 14  # words of verb and subject between two commas


def find_inserted(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """A bare verb with its subject between two commas, or between a comma and the end of the sentence."""
    word = with_frame(entries, "clause", "quote")
    subjects = [c for c in tree.kids(v, "nsubj") if tree.tokens[c].upos != "DET" and tree.fence[c] < 0]
    if word is None or not subjects or tree.kids(v, "ccomp", "xcomp", "parataxis", "mark", "aux", "cc"):
        return None
    own = [v, *(i for i in tree.under(subjects[-1]) if (i < v) == (subjects[-1] < v) and tree.text(i) != ",")]
    first, last = min(own), max(own)
    stop = next((i for i in range(last + 1, len(tree.tokens)) if tree.text(i) in STOPS), len(tree.tokens))
    if any(tree.is_verbal(i) or tree.fence[i] >= 0 for i in range(last + 1, stop)):
        return None
    if any(c > v for c in tree.kids(v, "obj")) and "hearer" not in word.frames:
        return None
    last = stop - 1
    if last - first > LONGEST_INSERTION or tree.word(first) in RELATIVE or tree.text(first - 1) != ",":
        return None
    before, behind = list(range(first)), list(range(last + 1, len(tree.tokens)))
    goes_on = tree.text(stop) == "," and any(tree.is_verbal(i) for i in behind)
    if not goes_on and word.rule != "say" and not any(tree.is_verbal(i) for i in before):
        return None
    return verb_cue(tree, v, word, "clause", [*before, *behind] if goes_on else before)


def find_aside(tree: Tree, v: int, entries: list[CueWord]) -> Cue | None:
    """A verb that hangs beside what is said ("X, he said"; "as he said"), or beside which it stands behind a colon."""
    word = with_frame(entries, "clause", "quote")
    if word is None:
        return None
    top = tree.tokens[v].head
    if top >= 0 and tree.kids(v, "nsubj") and (_is_beside(tree, v) or _is_as(tree, v)):
        own = set(tree.under(v))
        content = [i for i in tree.under(top) if i not in own]
        if tree.tokens[top].head < 0:
            content += range(min(content, default=0))
        return verb_cue(tree, v, word, "clause", content)
    behind = [c for c in tree.kids(v, "parataxis") if c > v and tree.text(min(tree.under(c)) - 1) in (":", ",", "“", '"')]
    if behind and with_frame(entries, "quote"):
        return verb_cue(tree, v, word, "quote", tree.all_under(behind))
    return None


def _is_beside(tree: Tree, v: int) -> bool:
    """A clause without complement, not the next of two that a dash or semicolon parts."""
    if tree.tokens[v].rel != "parataxis" or tree.kids(v, "xcomp", "obj", "ccomp"):
        return False
    first = min(tree.under(v))
    while tree.tokens[first].upos == "PUNCT":
        first += 1
    return tree.text(first - 1) not in DASHES | {";", ":"}


def _is_as(tree: Tree, v: int) -> bool:
    return (
        tree.tokens[v].rel == "advcl"
        and tree.opener(v) == "as"
        and not [o for o in tree.kids(v, "obj") if tree.word(o) != "it"]
    )

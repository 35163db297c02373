"""Whose it is: the noun phrase that a cue takes as its source."""

from __future__ import annotations

from collections.abc import Set

from parley.annotate.attribution_tree import DASHES, Run, Tree

SHARED = frozenset({"xcomp", "advcl", "conj", "parataxis"})
LOOSE = frozenset({"parataxis", "advcl", "discourse", "vocative", "dep", "ccomp"})
OUTSIDE = frozenset({"case", "punct", "cc", "mark", "cop", "aux", "nsubj", "advmod:emph"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PHRASAL = frozenset({"nmod", "compound", "flat", "amod", "det", "nummod", "appos", "conj", "case"})
UNNAMING = frozenset({"obl", "obj", "conj"})  # a noun before a name that is no title of it
LEADING = frozenset({"both", "even", "only", "but", "and"})
CUTTING = DASHES | {"(", ","}
FAR = 5  # governors to climb for a shared subject


def source_of(tree: Tree, cue: int, passive: bool) -> int | None:
    """The head of the phrase that names the source of the verb or adjective at `cue`; None where the sentence does not say.

    It is the cue's subject, or the one that the cue shares with what governs it; of a passive its agent.
    """
    if passive:
        return next((c for c in tree.kids(cue, "obl") if tree.opener(c) == "by"), None)
    at = cue
    for _ in range(FAR):
        subjects = [c for c in tree.kids(at, "nsubj") if tree.fence[c] < 0 and tree.word(c) != "there"]
        if subjects:
            return min((abs(c - at), c) for c in subjects)[1]
        if (lent := stolen(tree, at)) is not None:
            return lent
        found, above = _above(tree, at)
        if found is not None or above is None:
            return found
        at = above
    return None


def stolen(tree: Tree, v: int) -> int | None:
    """The verb's subject where the parse gives it to the clause that is said, which has one of its own: "experts say it is"."""
    for c in tree.kids(v, "ccomp"):
        subjects = tree.kids(c, "nsubj")
        before = [s for s in subjects if s < v < c]
        if before and len(subjects) > len(before) and tree.text(v - 1) != ",":
            return before[-1]
    return None


def _above(tree: Tree, at: int) -> tuple[int | None, int | None]:
    """The source that a clause without subject takes from what governs it, or the clause to look at next."""
    token = tree.tokens[at]
    if token.head < 0:
        return None, None
    if token.rel == "acl" and at > token.head:
        if "to" not in tree.marks(at):
            return token.head, None
        owners = tree.kids(token.head, "nmod:poss")
        lent = tree.tokens[token.head].rel in ("obj", "obl")
        return (owners[0], None) if owners else (None, tree.tokens[token.head].head if lent else None)
    if token.rel.partition(":")[0] not in SHARED or (token.rel == "parataxis" and not tree.is_ing(at)):
        return None, None
    objects = [o for o in tree.kids(token.head, "obj", "iobj") if o < at]
    return (objects[-1], None) if token.rel == "xcomp" and objects else (None, token.head)


def source_beside(tree: Tree, cue: tuple[int, ...]) -> int | None:
    """The head of the noun phrase that ends right before the cue, or begins right behind it; None for none."""
    before, behind = cue[0] - 1, cue[-1] + 1
    if before >= 0 and tree.fence[before] < 0 and tree.tokens[before].upos in NOMINAL:
        return top_of(tree, before)
    if behind < len(tree.tokens) and tree.fence[behind] < 0 and tree.tokens[behind].upos in NOMINAL | {"DET", "ADJ", "NUM"}:
        return top_of(tree, behind)
    return None


def top_of(tree: Tree, at: int) -> int:
    """The highest nominal that is reached from `at` without leaving the phrase."""
    while tree.tokens[at].rel.partition(":")[0] in PHRASAL and tree.tokens[at].head >= 0:
        up = tree.tokens[at].head
        if tree.tokens[up].upos not in NOMINAL or tree.fence[up] >= 0:
            break
        at = up
    return at


def source_words(tree: Tree, head: int, cue: tuple[int, ...], others: Set[int]) -> Run:
    """The first and last token of the source's phrase.

    With apposition and relative clause, unless that clause hands over something itself (`others`: heads of the cues of the
    sentence) or stands in brackets or dashes; without the preposition of an agent. A comma that closes an apposition belongs
    to it.
    """
    cut = [c for i in tree.under(head) for c in tree.below[i] if _is_cut(tree, c, others)]
    cut += [c for c in tree.below[head] if tree.tokens[c].rel in OUTSIDE]
    words = [i for i in tree.under(head, cut) if (i < cue[0]) == (head < cue[0])]
    words = _with_title(tree, [i for i in words if i > head or tree.fence[i] == tree.fence[head]], head, cue)
    first = last = head
    while first - 1 in words or (first - 2 in words and tree.tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in words or (last + 2 in words and tree.tokens[last + 1].upos == "PUNCT"):
        last += 1
    while first < last and tree.word(first) in LEADING and tree.tokens[first].rel != "det":
        first += 1
    commas = any(tree.text(i) == "," for i in range(first, last))
    return first, last + (commas and tree.text(last + 1) == "," and last + 2 < len(tree.tokens))


def _with_title(tree: Tree, words: list[int], head: int, cue: tuple[int, ...]) -> list[int]:
    """With the titles and names right beside a name that the parse leaves apart ("envoy" before, a surname behind)."""
    if tree.tokens[head].upos != "PROPN":
        return words
    first = last = head
    while first - 1 in words:
        first -= 1
    while first > 0 and first - 1 not in cue and _is_title(tree, first - 1):
        first -= 1
    while last + 1 < len(tree.tokens) and last + 1 not in cue and tree.fence[last + 1] < 0 and _is_name(tree, last + 1):
        last += 1
    return sorted({*words, *range(first, last + 1)})


def _is_title(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return tree.fence[i] < 0 and token.upos in ("NOUN", "PROPN") and token.rel.partition(":")[0] not in UNNAMING


def _is_name(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "PROPN"


def _is_cut(tree: Tree, i: int, others: Set[int]) -> bool:
    token = tree.tokens[i]
    if token.rel in LOOSE:
        return True
    if not token.rel.startswith("acl"):
        return False
    below = set(tree.under(i))
    before = tree.text(min(below) - 1)
    cutting = CUTTING if token.rel == "acl" else CUTTING - {","}
    return bool(below & others) or before in cutting or (token.rel == "acl" and tree.text(min(below)) in CUTTING)

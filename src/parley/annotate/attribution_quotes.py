"""Speech in quotation marks: the verb right beside it that hands it over, and speech that runs on without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from parley.annotate.attribution_cues import Cue, cue_group, with_frame
from parley.annotate.attribution_tree import Tree
from parley.annotate.attribution_verbs import entries_at
from parley.annotate.quote_marks import Marked
from parley.lexicon.attribution import AttributionWords
from parley.model.text import Span

LEAST_WORDS = 3  # in marks, below which words are a term or a title rather than speech, unless a stop closes them
RUNNING_WORDS = 4  # the same for speech without a cue
HEADING = 60  # characters of a paragraph in single marks that is rather a heading
LAST = 3  # words from a verb to the colon that ends its sentence
NEAR = 12  # words between a cue and the marks behind it
FAR = 25  # words between marks and the cue behind them: its subject may have an apposition
CLOSING = frozenset({"?", "!", ",", "."})


def quoting_cues(tree: Tree, taken: Set[int], words: AttributionWords) -> Iterator[Cue]:
    """Verbs outside of marks that stand right beside a quotation and hand over nothing else.

    Args:
        taken: heads of cues already found.
    """
    for v, token in enumerate(tree.tokens):
        if token.upos != "VERB" or tree.fence[v] >= 0 or v in taken or tree.kids(v, "aux:pass"):
            continue
        word = with_frame(entries_at(tree, v, words), "quote")
        if word is None:
            continue
        if tree.text(len(tree.tokens) - 1) == ":" and len(tree.tokens) - v <= LAST:
            yield Cue(
                head=v,
                words=(*cue_group(tree, v, word), *range(v + 1, len(tree.tokens))),
                word=word,
                frame="announced",
                content=(),
            )
            continue
        beside = _behind(tree, v)
        beside = _ahead(tree, v) if beside < 0 else beside
        content = tuple(i for i, f in enumerate(tree.fence) if f == beside >= 0)
        if content and _is_speech(tree, content):
            yield Cue(head=v, words=cue_group(tree, v, word), word=word, frame="quote", content=content)


def with_quotes(tree: Tree, cue: Cue) -> Cue:
    """The cue with the quotation that opens its sentence and the one behind it: "A," he said, "B"."""
    if cue.frame not in ("clause", "quote") or cue.passive or tree.fence[0] < 0 or tree.fence[0] != _ahead(tree, cue.head):
        return cue
    beside = {tree.fence[0], _behind(tree, cue.head)} - {-1}
    spoken = [i for i, f in enumerate(tree.fence) if f in beside]
    return replace(cue, content=tuple(sorted({*cue.content, *spoken})))


def _ahead(tree: Tree, v: int) -> int:
    """Index of the marked stretch that ends before the verb, nothing but its subject between; -1 for none."""
    i = v - 1
    while i >= 0 and v - i <= FAR and tree.fence[i] < 0 and not _breaks(tree, i, v):
        i -= 1
    return tree.fence[i] if i >= 0 else -1


def _behind(tree: Tree, v: int) -> int:
    """Index of the marked stretch that begins behind the verb, at once or after a comma or colon; -1 for none."""
    i = v + 1
    while i < len(tree.tokens) and i - v <= NEAR and tree.fence[i] < 0 and not _breaks(tree, i, v):
        i += 1
    return tree.fence[i] if i < len(tree.tokens) and (i == v + 1 or tree.text(i - 1) in (",", ":", "that")) else -1


def _breaks(tree: Tree, i: int, v: int) -> bool:
    token = tree.tokens[i]
    return (token.upos == "VERB" and token.head != v and token.rel not in ("acl", "acl:relcl", "amod")) or token.text == ";"


def _is_speech(tree: Tree, content: tuple[int, ...]) -> bool:
    words = sum(tree.tokens[i].upos != "PUNCT" for i in content)
    return words >= LEAST_WORDS or tree.text(content[-1] - 1) in CLOSING


def running(trees: Sequence[Tree], marked: Sequence[Marked], covered: Sequence[Span]) -> Iterator[Marked]:
    """The marked stretches that fill whole sentences and meet no content of a cue."""
    holders: dict[int, list[Tree]] = {}
    for tree in trees:
        for k in sorted(set(tree.fence) - {-1}):
            holders.setdefault(k, []).append(tree)
    for k, some in holders.items():
        m = marked[k]
        if any(c.meets(m.span) for c in covered) or (m.single and len(m.span) < HEADING):
            continue
        free = sum(f < 0 and t.upos != "PUNCT" for tree in some for t, f in zip(tree.tokens, tree.fence, strict=True))
        if free <= 1 and sum(f == k for tree in some for f in tree.fence) > RUNNING_WORDS:
            yield m

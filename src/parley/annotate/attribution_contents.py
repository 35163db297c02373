"""What is given: the stretches of a cue's content, without the remarks around it and with the whole of a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from parley.annotate.attribution_cues import Cue
from parley.annotate.attribution_tree import DASHES, RELATIVE, Run, Tree, runs, trim
from parley.annotate.quote_marks import Marked
from parley.model.text import Span

SPOKEN = ("clause", "quote")  # frames whose content may stand before the cue
TAILS = frozenset({"acl:relcl", "appos", "advcl", "parataxis"})
SIDE = frozenset({"although", "though", "as", "while"})
PARTING = DASHES | {","}


def content_runs(tree: Tree, cue: Cue, source: Run | None) -> tuple[tuple[Run, ...], Run | None]:
    """The stretches of the content, and the source: one that stands behind marks inside the content is moved there."""
    barred = set(cue.words) | set(range(source[0], source[1] + 1) if source else ())
    found = []
    for run in runs(tree, cue.content, barred):
        if cue.frame in SPOKEN and not _is_said(tree, cue, run):
            continue
        cut = _speaker_behind(tree, cue, run)
        if cut is not None:
            run, source = (run[0], cut - 1), (cut, run[1])
        found.append(_without_tail(tree, run))
    return tuple(found), source


def widened(tree: Tree, run: Run, marked: Sequence[Marked]) -> Span:
    """The stretch with the whole of each quotation that it touches."""
    span = tree.span(*run)
    outers = [marked[f].outer for f in {tree.fence[i] for i in range(run[0], run[1] + 1)} - {-1}]
    return Span(start=min([span.start, *(o.start for o in outers)]), end=max([span.end, *(o.end for o in outers)]))


def _is_said(tree: Tree, cue: Cue, run: Run) -> bool:
    """Is the stretch said? Around the cue there also stand when and where: "In May, he said ...", "..., he said in May"."""
    first, last = run
    if tree.fence[first] >= 0:
        return True
    verbal = [i for i in range(first, last + 1) if tree.is_verbal(i) or tree.kids(i, "cop")]
    if first < cue.head:
        return last > cue.head or bool(verbal) or tree.tokens[first].upos != "ADP"
    if cue.content[0] > cue.head:
        return True
    inside = set(cue.content)
    finite = any(tree.kids(i, "nsubj", "expl") or tree.tokens[i].head not in inside for i in verbal)
    lead = tree.tokens[first]
    return finite and tree.text(first - 1) in PARTING and tree.word(first) not in RELATIVE and lead.upos != "VERB"


def _speaker_behind(tree: Tree, cue: Cue, run: Run) -> int | None:
    """Where, behind words in marks, a name begins that the parse took for a part of them: "..., the envoy said"."""
    first, last = run
    fenced = [i for i in range(first, last + 1) if tree.fence[i] >= 0]
    if cue.frame not in SPOKEN or not fenced or fenced[-1] >= last or not cue.words[0] - 2 <= last < cue.words[0]:
        return None
    tail = range(fenced[-1] + 1, last + 1)
    closed = tree.text(fenced[-1] - 1) in (",", "?", "!", ".")
    named = not any(tree.is_verbal(i) or tree.tokens[i].upos in ("SCONJ", "CCONJ") for i in tail)
    return tail[0] if closed and named and tree.tokens[tail[0]].upos != "ADP" else None


def _without_tail(tree: Tree, run: Run) -> Run:
    """The stretch without a remark at its end: an apposition, relative or side clause behind a comma or dash."""
    first, last = run
    for c in range(first, last + 1):
        token = tree.tokens[c]
        if token.rel not in TAILS or tree.fence[c] >= 0 or not first <= token.head <= last:
            continue
        if token.rel == "advcl" and tree.opener(c) not in SIDE and not tree.is_ing(c):
            continue
        below = tree.under(c)
        start = min(below) + (tree.text(min(below)) in PARTING)
        if token.head < start - 1 and below[-1] >= last and tree.text(start - 1) in PARTING and start - 2 >= first:
            return trim(tree, first, start - 2) or run
    return run

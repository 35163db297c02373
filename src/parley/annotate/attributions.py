"""What a page gives to somebody: speech, thoughts, wishes, plans, orders and stands, as source, cue and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parley.annotate.attribution_contents import SPOKEN, content_runs, widened
from parley.annotate.attribution_cues import Cue, is_deed, merged
from parley.annotate.attribution_nouns import adjective_cues, noun_cues
from parley.annotate.attribution_phrases import name_cue, phrase_cues, signed_cues
from parley.annotate.attribution_quotes import quoting_cues, running, with_quotes
from parley.annotate.attribution_sources import source_beside, source_of, source_words
from parley.annotate.attribution_tree import Run, Tree, tree_of
from parley.annotate.attribution_verbs import verb_cues
from parley.annotate.modality import is_negated, modality_of
from parley.annotate.quote_marks import Marked, find_marked
from parley.annotate.quote_phrases import Phrase
from parley.annotate.quote_tellers import Tellers
from parley.lexicon import Lexicon
from parley.model.marks import Attribution, Marks
from parley.model.text import Document, Span

PARTICIPIAL = ("clause", "quote", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    document: Document
    paragraphs: tuple[Span, ...]
    marked: tuple[Marked, ...]
    trees: tuple[Tree, ...]
    tellers: Tellers
    lexicon: Lexicon


def find_attributions(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """The attributions of a page, in the order of their cues.

    Args:
        document: with tokens; a sentence without them yields none.
        marks: with entities and mentions, which sources are resolved to.

    Words are given to somebody by verbs, nouns and adjectives with their complements, by "according to", by a name with a
    colon, and by quotation marks. A quotation without a cue goes on with that of the last speaker. It does not say whether
    the source is right, nor who is meant by a source that the page names by no known entity.
    """
    paragraphs = _paragraphs(document)
    marked = find_marked(document.text, paragraphs, lexicon.speech)
    page = _Page(
        document=document,
        paragraphs=paragraphs,
        marked=marked,
        trees=tuple(tree_of(k, s, marked) for k, s in enumerate(document.sentences)),
        tellers=Tellers.of(marks, lexicon.speech),
        lexicon=lexicon,
    )
    found = [_announcing(page, a) for tree in page.trees for a in _of_sentence(page, tree)]
    ordered = sorted((a for a in _with_running(page, found) if a.content), key=lambda a: (a.cue, a.content))
    return _nested([replace(a, id=f"{document.id}.a{i}") for i, a in enumerate(ordered)])


def _paragraphs(document: Document) -> tuple[Span, ...]:
    found: dict[int, Span] = {}
    for s in document.sentences:
        old = found.get(s.paragraph)
        found[s.paragraph] = Span(start=old.start if old else s.span.start, end=s.span.end)
    return tuple(found.values())


def _of_sentence(page: _Page, tree: Tree) -> list[Attribution]:
    words, speech = page.lexicon.attribution, page.lexicon.speech
    verbs = list(verb_cues(tree, words))
    verbs += quoting_cues(tree, {c.head for c in verbs}, words)
    named = name_cue(tree, words, speech)
    others = [*phrase_cues(tree, speech), *adjective_cues(tree, words)]
    others += [named] if named is not None else signed_cues(tree)
    nouns = list(noun_cues(tree, words, frozenset(c.head for c in (*verbs, *others) if c.frame != "object")))
    lent = {c.head for c in nouns}  # "issued a warning that ...": the noun tells more than its verb
    cues = merged(tree, [*(c for c in verbs if c.head not in lent), *others, *nouns])
    cues = [with_quotes(tree, c) for c in cues if is_deed(tree, c)]
    heads = frozenset(c.head for c in cues)
    return _shared([_attribution(page, tree, cue, heads) for cue in sorted(cues, key=lambda c: c.words)], page.document.text)


def _shared(found: list[Attribution], text: str) -> list[Attribution]:
    """With the source of the cue before it for a participle without one: "..., she said, adding that ..."."""
    for i, a in enumerate(found):
        if i and not a.source and found[i - 1].source and a.rule.endswith(PARTICIPIAL) and a.cue[0].of(text).endswith("ing"):
            found[i] = replace(a, source=found[i - 1].source, holders=found[i - 1].holders)
    return found


def _attribution(page: _Page, tree: Tree, cue: Cue, heads: frozenset[int]) -> Attribution:
    stretches, source = content_runs(tree, cue, _source(tree, cue, heads))
    content = tuple(widened(tree, r, page.marked) for r in stretches)
    if cue.frame == "colon":
        content = (_line(page, tree, cue, content),)
    sentence = page.document.sentences[tree.index]
    negated = is_negated(sentence, cue.head, page.lexicon)
    return Attribution(
        id="",
        source=(tree.span(*source),) if source else (),
        cue=(tree.span(cue.words[0], cue.words[-1]),),
        content=content,
        holders=_holders(page, tree, source) if source else (),
        kind=cue.word.kind,
        bearing="open" if negated else cue.word.bearing,
        negated=negated,
        modality=modality_of(sentence, cue.head, page.lexicon),
        sentence=tree.index,
        within=None,
        rule=f"{cue.word.rule}-{cue.frame}",
    )


def _source(tree: Tree, cue: Cue, heads: frozenset[int]) -> Run | None:
    if cue.lone or cue.holder is not None:
        return cue.holder
    head = source_of(tree, cue.head, cue.passive)
    if head is None and not cue.passive and cue.frame in SPOKEN and tree.tokens[cue.head].rel != "xcomp":
        head = source_beside(tree, cue.words)
    return None if head is None or head in cue.words else source_words(tree, head, cue.words, heads)


def _holders(page: _Page, tree: Tree, source: Run) -> tuple[str, ...]:
    """The entities that the source names."""
    first, last = source
    tops = [i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last] or [first]
    heads = (tops[0], *(c for c in tree.kids(tops[0], "conj") if tops[0] < c <= last))
    phrase = Phrase(heads=heads, first=first, last=last)
    return page.tellers.who(page.document.sentences[tree.index], phrase).speakers


def _line(page: _Page, tree: Tree, cue: Cue, content: tuple[Span, ...]) -> Span:
    """A script's line: all of its paragraph behind the colon; of a single sentence without its stop."""
    start = tree.tokens[cue.words[-1] + 1].span.start
    whole = next(p for p in page.paragraphs if p.holds(tree.span(0, len(tree.tokens) - 1)))
    last = page.document.sentences[tree.index].span.end >= whole.end
    return Span(start=start, end=max(start + 1, content[-1].end if last and content else whole.end))


def _announcing(page: _Page, a: Attribution) -> Attribution:
    """With the next paragraph, where a cue and its colon end their own: "The governor added:"."""
    if not a.rule.endswith("-announced"):
        return a
    end = page.document.sentences[a.sentence].span.end
    following = [q for p, q in pairwise(page.paragraphs) if p.end == end]
    return replace(a, content=tuple(following))


def _with_running(page: _Page, found: list[Attribution]) -> list[Attribution]:
    """With the quotations that no cue hands over, each given to who spoke last, else to who speaks next in the paragraph."""
    found = list(found)
    paragraph = [s.paragraph for s in page.document.sentences]
    speech = [i for i, a in enumerate(found) if a.kind == "speech" and a.source]
    for m in running(page.trees, page.marked, [c for a in found for c in a.content]):
        here = page.document.sentence_at(m.span.start) or 0
        before = [
            i for i in speech if found[i].cue[0].start < m.span.start and paragraph[here] - paragraph[found[i].sentence] < 2
        ]
        same = [i for i in before if paragraph[found[i].sentence] == paragraph[here]]
        after = [i for i in speech if found[i].sentence > here and paragraph[found[i].sentence] == paragraph[here]]
        chosen = same[-1:] or after[:1] or before[-1:]
        for i in chosen:
            found[i] = replace(found[i], content=tuple(sorted((*found[i].content, m.outer))))
    return found


def _nested(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each with the innermost attribution in whose content its cue stands."""

    def around(a: Attribution) -> str | None:
        holding = [(len(c), b.id) for b in found if b is not a for c in b.content if c.holds(a.cue[0])]
        return min(holding)[1] if holding else None

    return tuple(replace(a, within=around(a)) for a in found)

"""PLOVER events of one page: who does what to whom, when and where, and whether it happened."""

from __future__ import annotations

from dataclasses import replace

from parley.annotate.event_coding import HOSTILE, Coding, code_sentence
from parley.annotate.event_guesses import guess_codings
from parley.annotate.event_tree import Tree, tree_of
from parley.annotate.lookup import AGENTS, entity_of, mention_at
from parley.language.event_types import EventTypes
from parley.lexicon import Lexicon
from parley.model.marks import EventMention, Marks, Mention, Quotation
from parley.model.text import Document, Sentence, Span

SIDE = frozenset({"conj", "advcl", "parataxis", "ccomp", "acl:relcl", "punct", "cc", "mark", "appos", "csubj"})
"""Relations of what is cut from the words that tell an event."""
LONGEST = 300  # characters of the words that tell an event
FIRST_PARAGRAPHS = 4
LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "on"})


def find_events(
    document: Document, marks: Marks, lexicon: Lexicon, types: EventTypes | None = None
) -> tuple[EventMention, ...]:
    """The events that the page tells, in the order of the text: at most one for each predicate or event noun.

    Args:
        types: the classifier, asked in the first paragraphs where the frames are silent; None for frames alone.

    Sentences without tokens and titles are left out. An event is what the words say, not what is so: whose word it is stands in
    `factuality` ("reported") and in the marks around it.
    """
    found = []
    for sentence in document.sentences:
        if sentence.role != "title" and sentence.tokens:
            tree = tree_of(sentence.tokens)
            codings = code_sentence(sentence.tokens, lexicon.plover)
            if types is not None and sentence.paragraph <= FIRST_PARAGRAPHS:
                actors = {k for k in range(len(sentence.tokens)) if _entities(marks, tree, (k,))}
                codings += guess_codings(sentence, tree, actors, codings, lexicon, types)
            found += [_mention(document, marks, sentence, tree, c) for c in codings]
    ordered = sorted(found, key=lambda e: (e.span, e.type, e.rule))
    return tuple(replace(e, id=f"{document.id}.v{k}") for k, e in enumerate(ordered))


def _mention(document: Document, marks: Marks, sentence: Sentence, tree: Tree, coding: Coding) -> EventMention:
    span = _span(tree, coding)
    actors = _entities(marks, tree, (coding.actor,))
    event = EventMention(
        id="",
        span=span,
        type=coding.type,
        mode=coding.mode,
        contexts=coding.contexts,
        actors=actors,
        recipients=tuple(e for e in _entities(marks, tree, coding.recipients) if e not in actors),
        when=_when(marks, sentence, span),
        place=_place(document, marks, span),
        factuality=coding.factuality,
        rule=coding.rule,
    )
    quotation = _quotation(marks, tree.tokens[coding.head].span.start)
    return _in_mouth(event, quotation) if quotation and coding.told_by is None else event


def _in_mouth(event: EventMention, quotation: Quotation) -> EventMention:
    """An event inside quotation marks whose speaker stands in another sentence."""
    speakers = quotation.speakers
    if not speakers or set(speakers) & set(event.actors):
        return event
    others = tuple(dict.fromkeys((*event.actors, *event.recipients)))
    if event.rule.endswith("+should"):
        return replace(event, actors=speakers, recipients=others)
    if event.type in HOSTILE and event.factuality == "happened" and event.actors:
        return replace(event, type="ACCUSE", mode="allege", actors=speakers, recipients=event.actors)
    return replace(event, factuality="reported") if event.factuality == "happened" and event.actors else event


def _quotation(marks: Marks, position: int) -> Quotation | None:
    return next((q for q in marks.quotations if q.form == "direct" and q.content.start <= position < q.content.end), None)


def _span(tree: Tree, coding: Coding) -> Span:
    """The words from the first to the last of the predicate and what it takes, without side clauses."""
    kept: set[int] = set()
    for part in coding.parts:
        kept |= _with_arguments(tree, part)
    if coding.actor is not None:
        kept.add(coding.actor)
    order = sorted(kept)
    first, last = order[0], order[-1]
    start, end = tree.tokens[first].span.start, tree.tokens[last].span.end
    if end - start <= LONGEST:
        return Span(start=start, end=end)
    head = coding.parts[-1]
    near = [k for k in order if abs(tree.tokens[k].span.start - tree.tokens[head].span.start) <= LONGEST // 2]
    return Span(start=tree.tokens[near[0]].span.start, end=tree.tokens[near[-1]].span.end)


def _with_arguments(tree: Tree, top: int) -> set[int]:
    found, todo = {top}, [top]
    while todo:
        for c in tree.below[todo.pop()]:
            if tree.rel(c) not in SIDE:
                found.add(c)
                todo.append(c)
    return found


def _entities(marks: Marks, tree: Tree, heads: tuple[int | None, ...]) -> tuple[str, ...]:
    """Ids of the entities named at token numbers and at what is coordinated with them; only those that can act."""
    near = [k for h in heads if h is not None for k in (h, *tree.under(h, "conj"))]
    mentions = (mention_at(marks, tree.tokens[k].span.start) for k in near)
    ids = dict.fromkeys(m.entity for m in mentions if m is not None)
    found = (entity_of(marks, i) for i in ids)
    return tuple(e.id for e in found if e is not None and e.kind in AGENTS)


def _when(marks: Marks, sentence: Sentence, span: Span) -> str | None:
    """The first date inside the span; else the only one of the sentence."""
    dates = [t for t in marks.times if t.type in ("DATE", "TIME") and t.value and sentence.span.holds(t.span)]
    inside = [t for t in dates if span.holds(t.span)]
    chosen = inside[:1] or (dates if len(dates) == 1 else [])
    return chosen[0].value.partition("T")[0] if chosen and chosen[0].value else None


def _place(document: Document, marks: Marks, span: Span) -> str | None:
    """The first place inside the span that stands behind a preposition of place."""
    for mention in marks.mentions:
        if span.holds(mention.span) and mention.form == "name":
            entity = entity_of(marks, mention.entity)
            before = document.text[: mention.span.start].rstrip().rpartition(" ")[2].lower()
            if (
                entity is not None
                and entity.kind in ("place", "state")
                and before in LOCATIVE
                and not _adjective(document, mention)
            ):
                return mention.head.of(document.text)
    return None


def _adjective(document: Document, mention: Mention) -> bool:
    """Is the name used as an adjective ("on American soil")?"""
    sentence = document.sentence_at(mention.head.start)
    tokens = document.sentences[sentence].tokens if sentence is not None else ()
    return any(t.span.start == mention.head.start and t.upos == "ADJ" for t in tokens)

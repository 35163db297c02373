"""Quotations in captions, which have no parsed sentences: words and their order alone decide."""

from __future__ import annotations

import re

from parley.annotate.quote_marks import Marked, find_marked
from parley.lexicon.speech import Speech
from parley.model.marks import Entity, Form, Marks, Quotation
from parley.model.text import Document, Span

WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|[^\W_]")
STOP = re.compile(r"[.!?;:,()\[\]\n“”\"]")
FULL = re.compile(r"[A-Z].*\s.*\s")  # a capital and three words: somebody's sentence
LONGEST_NAME = 10  # words between the start of a clause and its verb that can name the speaker


def find_caption_quotes(document: Document, marks: Marks, speech: Speech) -> list[Quotation]:
    """The marked words of captions that have a speech verb with a speaker before it, without ids."""
    blocks = [b.span for b in document.blocks if b.role == "caption" and len(b.span)]
    found = []
    for marked in find_marked(document.text, blocks, speech):
        quotation = _voiced(document, marks, speech, marked, blocks[marked.paragraph])
        if quotation is not None:
            found.append(quotation)
    return found


def _voiced(document: Document, marks: Marks, speech: Speech, marked: Marked, block: Span) -> Quotation | None:
    text = document.text
    cue = _cue(text, speech, Span(start=block.start, end=marked.outer.start), last=True)
    if cue is None:
        cue = _cue(text, speech, Span(start=marked.outer.end, end=block.end), last=False)
    teller = _teller(text, cue, block) if cue is not None else None
    if cue is None or teller is None:
        return None
    form: Form = "direct" if FULL.match(marked.span.of(text)) else "partial"
    return Quotation(
        id="",
        span=marked.span,
        content=marked.span,
        form=form,
        speakers=_entities(marks.entities, teller.of(text)),
        speaker_span=teller,
        via=None,
        cue=cue,
        utterance=f"caption {cue.start}",
        rule="caption-cue",
    )


def _cue(text: str, speech: Speech, where: Span, *, last: bool) -> Span | None:
    """A finite speech verb in the stretch: the last before the words, or the first behind them."""
    words = list(WORD.finditer(text, where.start, where.end))
    lower = [w.group().lower() for w in words]
    found = []
    for k, word in enumerate(words):
        form = speech.verb_at(lower, k)
        if form is not None and form.verb.report == "speech" and form.shapes & {"past", "s"}:
            found.append(Span(start=word.start(), end=words[k + form.words - 1].end()))
    return (found[-1] if last else found[0]) if found else None


def _teller(text: str, cue: Span, block: Span) -> Span | None:
    """The words before the verb, back to a punctuation mark."""
    stops = [m.end() for m in STOP.finditer(text, block.start, cue.start)]
    words = list(WORD.finditer(text, stops[-1] if stops else block.start, cue.start))
    if not words or len(words) > LONGEST_NAME or not any(w.group()[0].isupper() for w in words):
        return None
    return Span(start=words[0].start(), end=words[-1].end())


def _entities(entities: tuple[Entity, ...], words: str) -> tuple[str, ...]:
    """The entity whose name the words hold, the longest of several; a person's last name counts."""
    plain = _plain(words)
    named = [(len(n), e.id) for e in entities for n in _names(e) if f" {n} " in f" {plain} "]
    return (max(named)[1],) if named else ()


def _names(entity: Entity) -> tuple[str, ...]:
    name = _plain(entity.name)
    return (name, name.split()[-1]) if entity.kind == "person" and name else (name,)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.lower()))

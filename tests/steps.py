"""Pages out of invented sentences, parsed and marked by the real parts, for tests of measures and positions."""

import hashlib
from dataclasses import replace
from functools import cache

from parley.align.actors import match_actors
from parley.annotate.dates import find_dates
from parley.annotate.measures import find_measures
from parley.annotate.mentions import find_mentions
from parley.annotate.quotes import find_quotes
from parley.annotate.stances import find_stances
from parley.language.parser import Parser
from parley.lexicon import load
from parley.model.marks import Marks, Page
from parley.model.text import Block, Document, OffsetMap, Sentence, Snapshot, Span


@cache
def parser():
    """The shipped parser, loaded once."""
    return Parser()


def parsed(*texts):
    """Each text as one sentence with tokens, positions counted over the texts joined by a blank."""
    found, at = [], 0
    for text, tokens in zip(texts, parser().parse(list(texts)), strict=True):
        moved = tuple(replace(t, span=t.span.shift(at)) for t in tokens)
        found.append(Sentence(span=Span(start=at, end=at + len(text)), role="body", paragraph=len(found), tokens=moved))
        at += len(text) + 1
    return tuple(found)


@cache
def read_page(*texts, document="D0", published="2031-05-05"):
    """A page of these sentences with all marks that measures and stances need, and these two."""
    text, lexicon = " ".join(texts), load()
    sha = hashlib.sha256(text.encode()).hexdigest()
    made = Document(
        id=document,
        snapshot=Snapshot(uri=f"{document}.txt", text=text, sha256=sha, media_type="text/plain", encoding="utf-8"),
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=(Block(span=Span(start=0, end=len(text)), role="body", rule="test"),),
        sentences=parsed(*texts),
        published=published,
        published_basis="declared",
        language="en",
    )
    marks = Marks(document=document)
    entities, mentions = find_mentions(made, marks, lexicon)
    marks = replace(marks, entities=entities, mentions=mentions)
    marks = replace(marks, times=find_dates(made, marks, lexicon))
    marks = replace(marks, quotations=find_quotes(made, marks, lexicon))
    marks = replace(marks, stances=find_stances(made, marks, lexicon))
    return Page(document=made, marks=replace(marks, measures=find_measures(made, marks, lexicon)))


def name_of(page, entity):
    """The name of an entity of the page; None for None."""
    return next((e.name for e in page.marks.entities if e.id == entity), None)


def cast_of(*pages):
    """The actors of the pages."""
    return match_actors(pages, load())

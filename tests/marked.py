"""Pages of a few invented sentences, parsed and marked with dates and quantities, for tests of the stages behind them."""

from dataclasses import replace

from parley.annotate.dates import find_dates
from parley.annotate.quantities import find_quantities
from parley.model.marks import Marks, Page
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences


def document_of(text, tools, published="2031-03-05", name="D0"):
    """A parsed document that is all body, a block a line; 5 March 2031 is a Wednesday."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(span=Span(start=start, end=start + len(line)), role="body", rule="test"))
        start += len(line) + 1
    sentences = find_sentences(text, tuple(blocks))
    parsed = tools.parser.parse([s.span.of(text) for s in sentences])
    return Document(
        id=name,
        snapshot=Snapshot(uri=f"{name}.txt", text=text, sha256=name, media_type="text/plain", encoding="utf-8"),
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=tuple(blocks),
        sentences=tuple(
            replace(s, tokens=tuple(replace(t, span=t.span.shift(s.span.start)) for t in tokens))
            for s, tokens in zip(sentences, parsed, strict=True)
        ),
        published=published,
    )


def page_of(text, tools, published="2031-03-05", name="D0"):
    """The document with its dates and quantities."""
    document = document_of(text, tools, published, name)
    marks = Marks(document=name)
    marks = replace(marks, times=find_dates(document, marks, tools.lexicon))
    marks = replace(marks, quantities=find_quantities(document, marks, tools.lexicon))
    return Page(document=document, marks=marks)

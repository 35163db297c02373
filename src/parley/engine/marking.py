"""One page: a snapshot becomes a Document with tokens, a Document becomes a Page with all its marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.annotate.attributions import find_attributions
from parley.annotate.dates import find_dates
from parley.annotate.entity_tags import settle_tags
from parley.annotate.events import find_events
from parley.annotate.measures import find_measures
from parley.annotate.mentions import find_mentions
from parley.annotate.quantities import find_quantities
from parley.annotate.quotes import find_quotes
from parley.annotate.stances import find_stances
from parley.annotate.statements import find_statements
from parley.engine.tools import Tools
from parley.model.marks import Marks, Page
from parley.model.records import Failure
from parley.model.text import Document, Sentence, Token

Step = Callable[[Document, Marks, Tools], dict[str, tuple[object, ...]]]


def _mentions(document: Document, marks: Marks, tools: Tools) -> dict[str, tuple[object, ...]]:
    entities, mentions = find_mentions(document, marks, tools.lexicon)
    return {"entities": entities, "mentions": mentions}


STEPS: tuple[tuple[str, Step], ...] = (
    ("mentions", _mentions),
    ("times", lambda d, m, t: {"times": find_dates(d, m, t.lexicon)}),
    ("quantities", lambda d, m, t: {"quantities": find_quantities(d, m, t.lexicon)}),
    ("quotations", lambda d, m, t: {"quotations": find_quotes(d, m, t.lexicon)}),
    ("attributions", lambda d, m, t: {"attributions": find_attributions(d, m, t.lexicon)}),
    ("statements", lambda d, m, t: {"statements": find_statements(d, m, t.lexicon)}),
    ("stances", lambda d, m, t: {"stances": find_stances(d, m, t.lexicon)}),
    ("measures", lambda d, m, t: {"measures": find_measures(d, m, t.lexicon)}),
    ("events", lambda d, m, t: {"events": find_events(d, m, t.lexicon, t.events)}),
)
"""What is marked, in this order: each step sees the marks of those before it."""


def with_tokens(document: Document, tools: Tools) -> Document:
    """The document with the tokens of each sentence, in positions of the document's text."""
    texts = [s.span.of(document.text) for s in document.sentences]
    parsed = settle_tags(tools.parser.parse(texts), tools.lexicon.names)
    return replace(document, sentences=tuple(map(_shifted, document.sentences, parsed)))


def _shifted(sentence: Sentence, tokens: tuple[Token, ...]) -> Sentence:
    by = sentence.span.start
    return replace(sentence, tokens=tuple(replace(t, span=t.span.shift(by)) for t in tokens))


def mark_page(document: Document, tools: Tools) -> tuple[Page, tuple[Failure, ...]]:
    """All marks of one parsed document.

    A step that fails leaves its marks out and a Failure in their place: one bad page never stops a story.
    """
    marks, failures = Marks(document=document.id), []
    for name, step in STEPS:
        try:
            marks = replace(marks, **step(document, marks, tools))  # type: ignore[arg-type]
        except Exception as error:  # a defect in one rule must not cost the reader the whole story
            failures.append(_failure(document, name, error))
    return Page(document=document, marks=marks), tuple(failures)


def _failure(document: Document, step: str, error: Exception) -> Failure:
    return Failure(
        id="",
        source=document.id,
        uri=document.snapshot.uri,
        step=f"mark {step}",
        error=type(error).__name__,
        detail=f"{error}; please report this: the other marks of the page stand",
    )

"""What a record over many pages cites: a few clauses of each source, and the conditions that its mentions carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parley.model.marks import Condition, Page
from parley.model.records import Bound, Citation, cite
from parley.model.text import Document, Span

MOST = 3  # citations of one source: more prove nothing
BUDGET = 800  # characters cited of one source


def cite_some(passages: Iterable[tuple[Document, Span]], order: Iterable[Page]) -> tuple[Citation, ...]:
    """A few passages of each source, none of them overlapping.

    Args:
        passages: the best first; what comes later gives way.
        order: pages in the order in which their citations are to stand.
    """
    chosen: list[Citation] = []
    spent, count = Counter[str](), Counter[str]()
    for document, span in passages:
        citation = cite(document, span)
        source, length = citation.source, citation.end - citation.start
        if count[source] >= MOST or spent[source] + length > BUDGET or any(c.meets(citation) for c in chosen):
            continue
        chosen.append(citation)
        spent[source] += length
        count[source] += 1
    places = list(dict.fromkeys(page.document.id for page in order))
    return tuple(sorted(chosen, key=lambda c: (places.index(c.source), c.start)))


def bounds_of(conditions: Iterable[tuple[Page, Condition]]) -> tuple[Bound, ...]:
    """The conditions in the words of their sources, each once a source."""
    found: dict[tuple[str, str], Bound] = {}
    for page, condition in conditions:
        text = condition.span.of(page.document.text)
        bound = Bound(text=text, citation=cite(page.document, condition.span), kind=condition.kind)
        found.setdefault((page.document.id, text.lower()), bound)
    return tuple(found.values())

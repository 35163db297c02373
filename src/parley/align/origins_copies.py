"""How much text two pages share, and how much of it is more than a shared quotation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from parley.model.marks import Page
from parley.model.records import Citation, Reuse

TWIN = 0.8  # of both bodies: two prints of one text
PASSAGES = 2
TOGETHER = 150  # characters of two or more passages outside quotations
ALONE = 250  # characters of a single one
SHARE = 0.2  # of the shorter body, however it is made up


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The text that two pages share.

    Attributes:
        shares: of the two bodies, 0 to 1.
        unquoted: characters outside quotations, in the one of the two that has fewer of them.
        citations: the passages outside quotations, of both pages; where there are none, all passages.
    """

    pages: tuple[str, str]
    shares: tuple[float, float]
    unquoted: int
    passages: int
    citations: tuple[Citation, ...]

    @property
    def twins(self) -> bool:
        """Are the two prints of one text?"""
        return min(self.shares) >= TWIN

    @property
    def one_chain(self) -> bool:
        """Do they share so much that one was copied from the other, or both from a third?"""
        several = self.passages >= PASSAGES and self.unquoted >= TOGETHER
        return several or self.unquoted >= ALONE or (self.unquoted > 0 and max(self.shares) >= SHARE)


def shared_texts(pages: tuple[Page, ...], reuse: tuple[Reuse, ...]) -> tuple[Shared, ...]:
    """The text that each pair of pages shares, in the order of the pairs' first passages."""
    quoted = {p.document.id: _quoted(p) for p in pages}
    size = {p.document.id: max(1, sum(len(s) for s in p.document.body())) for p in pages}
    by_pair: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for r in reuse:
        by_pair[r.a.source, r.b.source].append(r)
    return tuple(_shared(pair, found, quoted, size) for pair, found in by_pair.items())


def _shared(
    pair: tuple[str, str], found: list[Reuse], quoted: dict[str, list[tuple[int, int]]], size: dict[str, int]
) -> Shared:
    own = [min(_outside(r.a, quoted[pair[0]]), _outside(r.b, quoted[pair[1]])) for r in found]
    free = [r for r, n in zip(found, own, strict=True) if 2 * n >= len(r.a.exact)]
    return Shared(
        pages=pair,
        shares=(
            min(1.0, sum(len(r.a.exact) for r in found) / size[pair[0]]),
            min(1.0, sum(len(r.b.exact) for r in found) / size[pair[1]]),
        ),
        unquoted=sum(own),
        passages=len(free),
        citations=tuple(c for r in free or found for c in (r.a, r.b)),
    )


def _quoted(page: Page) -> list[tuple[int, int]]:
    """Raw positions of the words inside quotation marks."""
    spans = (page.document.map.to_raw(q.content) for q in page.marks.quotations if q.form != "indirect" and len(q.content))
    return [(s.start, s.end) for s in spans]


def _outside(citation: Citation, quoted: list[tuple[int, int]]) -> int:
    inside = sum(max(0, min(citation.end, e) - max(citation.start, s)) for s, e in quoted)
    return max(0, citation.end - citation.start - inside)

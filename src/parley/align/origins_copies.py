"""How much text two pages share, and how much of it is more than a shared quotation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from parley.align.reuse_words import WORD
from parley.model.marks import Page
from parley.model.records import Citation, Reuse, cite

TWIN = 0.8  # of both bodies: two prints of one text
PASSAGES = 2
TOGETHER = 150  # characters of two or more passages outside quotations
ALONE = 250  # characters of a single one
SHARE = 0.2  # of the shorter body
CLAUSE = 60  # characters: less is a turn of phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The text that two pages share.

    Attributes:
        shares: of the two bodies, 0 to 1.
        unquoted: characters outside quotations, in the one of the two that has fewer of them; `shorter` is the length of the
            shorter body.
        citations: the passages outside quotations, of both pages; where there are none, all passages.
    """

    pages: tuple[str, str]
    shares: tuple[float, float]
    unquoted: int
    shorter: int
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
        return several or self.unquoted >= ALONE or self.unquoted >= max(CLAUSE, SHARE * self.shorter)


def shared_texts(pages: tuple[Page, ...], reuse: tuple[Reuse, ...]) -> tuple[Shared, ...]:
    """The text that each pair of pages shares, in the order of pages; pairs that share none are left out."""
    quoted = {p.document.id: _quoted(p) for p in pages}
    size = {p.document.id: max(1, sum(len(s) for s in p.document.body())) for p in pages}
    by_pair: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for r in reuse:
        by_pair[r.a.source, r.b.source].append(r)
    told = {p.document.id: _sentences(p) for p in pages}
    found = []
    for one, other in combinations(pages, 2):
        pair = (one.document.id, other.document.id)
        same = told[pair[0]].keys() & told[pair[1]].keys()
        whole = tuple(sum(len(told[d][f].exact) for f in same) / size[d] for d in pair)
        proof = [c for f in list(told[pair[0]])[:1] if f in same for c in (told[pair[0]][f], told[pair[1]][f])]
        if by_pair[pair] or min(whole) >= TWIN:
            found.append(_shared(pair, by_pair[pair], quoted, size, (whole[0], whole[1]), tuple(proof)))
    return tuple(found)


def _shared(
    pair: tuple[str, str],
    found: list[Reuse],
    quoted: dict[str, list[tuple[int, int]]],
    size: dict[str, int],
    whole: tuple[float, float],
    proof: tuple[Citation, ...],
) -> Shared:
    own = [min(_outside(r.a, quoted[pair[0]]), _outside(r.b, quoted[pair[1]])) for r in found]
    free = [r for r, n in zip(found, own, strict=True) if 2 * n >= len(r.a.exact)]
    return Shared(
        pages=pair,
        shares=(
            min(1.0, max(whole[0], sum(len(r.a.exact) for r in found) / size[pair[0]])),
            min(1.0, max(whole[1], sum(len(r.b.exact) for r in found) / size[pair[1]])),
        ),
        unquoted=sum(own),
        shorter=min(size[d] for d in pair),
        passages=len(free),
        citations=tuple(c for r in free or found for c in (r.a, r.b)) or proof,
    )


def _sentences(page: Page) -> dict[str, Citation]:
    """The body's sentences by their words alone."""
    text = page.document.text
    body = [s for s in page.document.sentences if s.role == "body"]
    return {" ".join(WORD.findall(s.span.of(text).casefold())): cite(page.document, s.span) for s in body}


def _quoted(page: Page) -> list[tuple[int, int]]:
    """Raw positions of the words inside quotation marks."""
    spans = (page.document.map.to_raw(q.content) for q in page.marks.quotations if q.form != "indirect" and len(q.content))
    return [(s.start, s.end) for s in spans]


def _outside(citation: Citation, quoted: list[tuple[int, int]]) -> int:
    inside = sum(max(0, min(citation.end, e) - max(citation.start, s)) for s, e in quoted)
    return max(0, citation.end - citation.start - inside)

"""Independent reporting chains: who stands behind the pages of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from parley.align.origins_copies import Shared, shared_texts
from parley.align.origins_stated import Stated, find_stated
from parley.lexicon import Lexicon
from parley.model.chains import WHOLE
from parley.model.marks import Page
from parley.model.records import Citation, Origin, OriginBasis, Reuse, cite
from parley.model.text import Document

CREDIT = 0.95  # a page that credits one agency stands on it
STATED, STATED_MORE, STATED_LEAD, STATED_MOST = 0.25, 0.05, 0.15, 0.6
"""A passage that names its source; each further one; one at the head of the article; and at most."""
OWN = 0.55  # "told this newspaper"
UNKNOWN = WHOLE
SHARED = "text shared by "
MAIN_SHARE = 0.3  # of a body: from here on the chain of copied text is the page's main one

Kind = Literal["agency-credit", "copied-text", "stated", "own-reporting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """One page tied to one chain."""

    chain: str
    page: str
    kind: Kind
    citations: tuple[Citation, ...]
    score: float


@dataclass(slots=True, kw_only=True)
class _Groups:
    """Union-find over page ids."""

    parent: dict[str, str] = field(default_factory=dict)

    def root(self, x: str) -> str:
        while self.parent.get(x, x) != x:
            x = self.parent[x]
        return x

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.root(a), self.root(b)))
        self.parent[second] = first


def match_origins(pages: tuple[Page, ...], reuse: tuple[Reuse, ...], lexicon: Lexicon) -> tuple[Origin, ...]:
    """The reporting chains behind the pages, in the order of the pages that first stand on them.

    A page may stand on several: on an agency that it credits, on text that it shares with others, on outlets that it names.
    What is not known to come from elsewhere is the page's own chain ("unknown: ..." unless it says that the reporting is its
    own); that is no claim that it is independent. A copy of a page stands on the chains of that page and adds none.
    """
    shared = shared_texts(pages, reuse)
    twins = _twins(pages, shared)
    media = _media(lexicon)
    ties: list[_Tie] = []
    for page in pages:
        if twins[page.document.id] == page.document.id:
            ties += [*_credits(page), *_stated(page, media)]
    ties += _copied([s for s in shared if not s.twins], ties)
    for page in pages:
        if twins[page.document.id] == page.document.id and not any(
            t.score >= WHOLE and t.page == page.document.id for t in ties
        ):
            ties.append(_unknown(page.document))
    return _origins(pages, [*ties, *_of_twins(twins, ties, shared)])


def _twins(pages: tuple[Page, ...], shared: Iterable[Shared]) -> dict[str, str]:
    """For each page the one whose text it prints again: the first that credits somebody, else the first; itself if none."""
    groups = _Groups()
    for s in shared:
        if s.twins:
            groups.join(*s.pages)
    members: dict[str, list[Document]] = defaultdict(list)
    for p in pages:
        members[groups.root(p.document.id)].append(p.document)
    first = {root: max(docs, key=lambda d: bool(d.agencies)).id for root, docs in members.items()}
    return {p.document.id: first[groups.root(p.document.id)] for p in pages}


def _of_twins(twins: Mapping[str, str], ties: list[_Tie], shared: Iterable[Shared]) -> list[_Tie]:
    """A second print stands on all chains of the first."""
    proof = {frozenset(s.pages): s.citations for s in shared}
    found = []
    for page, first in twins.items():
        for tie in ties if page != first else ():
            if tie.page == first:
                cited = proof.get(frozenset((page, first)), tie.citations)[:2]
                found.append(_Tie(chain=tie.chain, page=page, kind="copied-text", citations=cited, score=tie.score))
    return found


def _credits(page: Page) -> list[_Tie]:
    document = page.document
    agencies = [a for a in document.agencies if a != document.outlet]
    return [
        _Tie(chain=a, page=document.id, kind="agency-credit", citations=_credit_line(document, a), score=CREDIT / len(agencies))
        for a in agencies
    ]


def _credit_line(document: Document, agency: str) -> tuple[Citation, ...]:
    """The line that credits the agency by name, else the first credit or byline, else the head of the text."""
    lines = [b.span for b in document.blocks if b.role in ("credit", "byline") and b.span.of(document.text).strip()]
    named = [s for s in lines if agency.lower() in s.of(document.text).lower()]
    chosen = (named or lines)[:1]
    return (cite(document, chosen[0]),) if chosen else _head(document)


def _head(document: Document) -> tuple[Citation, ...]:
    """The first sentence of the body, which stands for the whole."""
    body = [s.span for s in document.sentences if s.role == "body"] or [s.span for s in document.sentences]
    return (cite(document, body[0]),) if body else ()


def _stated(page: Page, media: Mapping[str, str]) -> list[_Tie]:
    """What the page names as its sources; where that is its own outlet, the reporting is its own."""
    document = page.document
    by_name: dict[str, list[Stated]] = defaultdict(list)
    for found in find_stated(page, media):
        by_name[found.name].append(found)
    ties = []
    for name, said in by_name.items():
        own = name == document.outlet
        more = STATED + STATED_MORE * (len(said) - 1) + STATED_LEAD * any(s.lead for s in said)
        ties.append(
            _Tie(
                chain=name,
                page=document.id,
                kind="own-reporting" if own else "stated",
                citations=tuple(cite(document, s.span) for s in said),
                score=OWN if own else round(min(STATED_MOST, more), 2),
            )
        )
    return ties


def _copied(shared: list[Shared], ties: list[_Tie]) -> list[_Tie]:
    """Pages tied by copied text: to the agency that one of them credits, else to a chain of that text.

    Where pages that share text credit different agencies, each other page is tied to those that it itself shares text with.
    """
    links = [s for s in shared if s.one_chain]
    credited: dict[str, list[str]] = defaultdict(list)
    for t in ties:
        if t.kind == "agency-credit":
            credited[t.page].append(t.chain)
    found = []
    for pages in _connected(links):
        agencies = list(dict.fromkeys(a for p in pages for a in credited[p]))
        for page in pages:
            near = [s for s in links if page in s.pages]
            direct = list(dict.fromkeys(a for s in near for p in s.pages for a in credited[p]))
            chains = [] if credited[page] else agencies if len(agencies) == 1 else direct
            if not agencies:
                chains = [SHARED + ", ".join(sorted(pages, key=_number))]
            found += [_copy_tie(page, chain, near) for chain in chains]
    return found


def _connected(links: list[Shared]) -> list[list[str]]:
    """The pages that hang together by shared text."""
    groups = _Groups()
    for s in links:
        groups.join(*s.pages)
    members: dict[str, list[str]] = defaultdict(list)
    for page in dict.fromkeys(p for s in links for p in s.pages):
        members[groups.root(page)].append(page)
    return list(members.values())


def _copy_tie(page: str, chain: str, near: list[Shared]) -> _Tie:
    share = max(s.shares[s.pages.index(page)] for s in near)
    citations = tuple(dict.fromkeys(c for s in near for c in s.citations))
    return _Tie(
        chain=chain,
        page=page,
        kind="copied-text",
        citations=tuple(sorted(citations, key=lambda c: c.source != page)),
        score=round(min(0.9, WHOLE * share / MAIN_SHARE), 2),
    )


def _number(page: str) -> tuple[int, str]:
    return len(page), page


def _unknown(document: Document) -> _Tie:
    outlet = document.outlet or document.title or document.snapshot.uri
    kind: Kind = "own-reporting"
    return _Tie(chain=f"unknown: {outlet}", page=document.id, kind=kind, citations=_head(document), score=UNKNOWN)


def _origins(pages: tuple[Page, ...], ties: list[_Tie]) -> tuple[Origin, ...]:
    order = [p.document.id for p in pages]
    by_chain: dict[str, list[_Tie]] = defaultdict(list)
    for t in sorted(ties, key=lambda t: order.index(t.page)):
        by_chain[t.chain].append(t)
    return tuple(
        Origin(
            id=f"O{k}",
            label=_label(chain, pages),
            sources=tuple(dict.fromkeys(t.page for t in found)),
            basis=tuple(OriginBasis(kind=t.kind, citations=t.citations, score=t.score) for t in found),
        )
        for k, (chain, found) in enumerate(by_chain.items())
    )


def _label(chain: str, pages: tuple[Page, ...]) -> str:
    """The chain's name, with outlets for page ids."""
    if not chain.startswith(SHARED):
        return chain
    names = {p.document.id: p.document.outlet or p.document.title or p.document.snapshot.uri for p in pages}
    shared = chain.removeprefix(SHARED).split(", ")
    return SHARED + ", ".join(dict.fromkeys(names[d] for d in shared))


def _media(lexicon: Lexicon) -> dict[str, str]:
    """Each way of writing an outlet or agency, without article, with its name; an agency goes before an outlet."""
    named = [(o.name, o.names) for o in lexicon.outlets.outlets] + [(a.name, a.names) for a in lexicon.outlets.agencies]
    return {alias.removeprefix("The "): name for name, names in named for alias in (name, *names)}

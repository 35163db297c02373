"""Sources and origins: what was read, what was set aside, and the text with its cited passages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from parley.model.brief import Brief, Source
from parley.model.records import Citation, Origin, Reuse
from parley.output.view.index import Evidence, Index, SourceLabel
from parley.output.view.markup import visible, visible_near
from parley.output.view.words import DATE_BASES, ORIGIN_BASES, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a source's text.

    Attributes:
        role: "body", another role of the page, or empty for what has none.
        cited: it is part of a cited passage.
        anchor: set where a cited passage begins.
    """

    text: str
    role: str
    cited: bool
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A part that is not the article."""

    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A passage that stands in another source too."""

    id: str
    kind: str
    similarity: str
    other: SourceLabel
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One source."""

    label: SourceLabel
    title: str
    byline: str
    agencies: str
    date_basis: str
    uri: str
    link: bool
    language: str
    sha256: str
    chars: int
    warnings: tuple[str, ...]
    origins: tuple[str, ...]
    copies: tuple[Copied, ...]
    asides: tuple[SetAside, ...]
    text: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why sources stand on one origin."""

    kind: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginShown:
    """One independent reporting chain."""

    id: str
    letter: str
    label: str
    sources: tuple[SourceLabel, ...]
    basis: tuple[Basis, ...]


def origins_of(index: Index) -> tuple[OriginShown, ...]:
    """The origins of a brief."""
    return tuple(_origin(o, index) for o in index.brief.origins)


def _origin(origin: Origin, index: Index) -> OriginShown:
    kinds: dict[str, list[Citation]] = {}
    for basis in origin.basis:
        kinds.setdefault(basis.kind, []).extend(basis.citations)
    return OriginShown(
        id=origin.id,
        letter=index.letters[origin.id],
        label=origin.label,
        sources=index.labels_of(origin.sources),
        basis=tuple(Basis(kind=ORIGIN_BASES.get(k, said(k)), evidence=index.evidence(found)) for k, found in kinds.items()),
    )


def sources_of(index: Index) -> tuple[Shown, ...]:
    """The sources of a brief, in its order."""
    cited = _cited(index.brief)
    return tuple(_shown(s, cited.get(s.id, ()), index) for s in index.brief.sources)


def _shown(source: Source, cited: tuple[tuple[int, int], ...], index: Index) -> Shown:
    markup = source.id in index.markup
    return Shown(
        label=index.label(source.id),
        title=source.title or "title not stated",
        byline=source.byline or "not stated",
        agencies=", ".join(source.agencies) or "none",
        date_basis=DATE_BASES.get(source.published_basis or "", "basis not stated"),
        uri=source.uri,
        link=source.uri.startswith(("http://", "https://")),
        language=source.language or "not stated",
        sha256=source.sha256,
        chars=source.chars,
        warnings=source.warnings,
        origins=tuple(index.letters[o.id] for o in index.brief.origins if source.id in o.sources),
        copies=tuple(_copied(r, source.id, index) for r in index.brief.reuse if source.id in (r.a.source, r.b.source)),
        asides=tuple(_asides(source, markup)),
        text=tuple(stretches(source, cited, markup=markup)) if source.text else (),
    )


def _copied(reuse: Reuse, source: str, index: Index) -> Copied:
    mine, theirs = (reuse.a, reuse.b) if reuse.a.source == source else (reuse.b, reuse.a)
    return Copied(
        id=reuse.id if reuse.a.source == source else "",
        kind=said(reuse.kind),
        similarity=f"{reuse.similarity:.0%}",
        other=index.label(theirs.source),
        evidence=index.evidence((mine, theirs)),
    )


def _asides(source: Source, markup: bool) -> Iterator[SetAside]:
    for aside in source.asides:
        part = source.text[aside.start : aside.end]
        text = (visible(part) if markup else part).strip()
        if text:
            yield SetAside(role=aside.role, text=text)


def stretches(source: Source, cited: tuple[tuple[int, int], ...], *, markup: bool) -> Iterator[Stretch]:
    """The text in stretches that are cited or not, and of one role.

    Args:
        cited: raw ranges of cited passages; they may overlap.
        markup: the text is HTML: then only the article's parts are given, without tags.
    """
    starts = {start for start, _ in cited}
    roles = sorted([(a, b, "body") for a, b in source.body] + [(a.start, a.end, a.role) for a in source.asides])
    edges = sorted({0, len(source.text), *(p for a, b in cited for p in (a, b)), *(p for a, b, _ in roles for p in (a, b))})
    edges = [e for e in edges if 0 <= e <= len(source.text)]
    depth = _depths(cited)
    k, level = 0, 0
    for start, end in pairwise(edges):
        level += depth.get(start, 0)
        while k < len(roles) and roles[k][1] <= start:
            k += 1
        role = roles[k][2] if k < len(roles) and roles[k][0] <= start else ""
        part = source.text[start:end]
        anchor = f"{source.id}-{start}" if start in starts else ""
        if markup and not role and not anchor and not level:
            continue
        yield Stretch(text=visible_near(part) if markup else part, role=role, cited=level > 0, anchor=anchor)


def _depths(cited: tuple[tuple[int, int], ...]) -> Mapping[int, int]:
    """How many passages begin, less how many end, at each position."""
    found: dict[int, int] = {}
    for start, end in cited:
        found[start] = found.get(start, 0) + 1
        found[end] = found.get(end, 0) - 1
    return found


def _cited(brief: Brief) -> dict[str, tuple[tuple[int, int], ...]]:
    """All cited ranges of each source, wherever in the brief they are cited."""
    found: dict[str, set[tuple[int, int]]] = {}
    texts = {s.id: len(s.text) for s in brief.sources}
    for c in _citations(brief):
        if 0 <= c.start < c.end <= texts.get(c.source, 0):
            found.setdefault(c.source, set()).add((c.start, c.end))
    return {source: tuple(sorted(ranges)) for source, ranges in found.items()}


def _citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _citations(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _citations(inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for f in dataclasses.fields(value):
            yield from _citations(getattr(value, f.name))

"""HTML -> visible text, offset map and blocks with their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.outlets import Outlets
from parley.model.text import Block, Declared, OffsetMap, Role, Run, Span
from parley.text.content import Place, find_places
from parley.text.datelines import dateline_length
from parley.text.declared import declared_in
from parley.text.markup import Chunk, read_markup
from parley.text.page_roles import find_roles

ALIKE = 0.5  # share of the words of two titles, the site's name in one of them counted, that both have
BETWEEN = "\n\n"  # what stands between two chunks in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """The visible text of a page with its map to the source, its blocks, and what it declares."""

    text: str
    map: OffsetMap
    blocks: tuple[Block, ...]
    declared: Declared


def read_html(source: str, outlets: Outlets) -> HtmlPage:
    """The visible text of an HTML page, each chunk of it a block.

    Args:
        source: the decoded page; raw positions count in it.
    """
    chunks, head = read_markup(source)
    declared = declared_in(head)
    text, offsets, spans = _joined(chunks)
    places = find_places(chunks)
    title = _title(chunks, places, declared)
    blocks: list[Block] = []
    roles = find_roles([s.of(text) for s in spans], places, title, outlets)
    first = next((k for k, (role, _) in enumerate(roles) if role == "body"), None)
    for k, (span, (role, rule)) in enumerate(zip(spans, roles, strict=True)):
        blocks += _dated(text, span, role, rule) if k == first else [Block(span=span, role=role, rule=rule)]
    return HtmlPage(text=text, map=offsets, blocks=tuple(blocks), declared=declared)


def _joined(chunks: tuple[Chunk, ...]) -> tuple[str, OffsetMap, list[Span]]:
    """The text of all chunks, its map, and the span of each chunk's words."""
    parts: list[str] = []
    runs: list[Run] = []
    spans = []
    at = 0
    for chunk in chunks:
        if parts:
            raw = runs[-1].raw.end
            runs.append(_run(at, len(BETWEEN), raw, raw, exact=False))
            parts.append(BETWEEN)
            at += len(BETWEEN)
        start = at
        for piece in chunk.pieces:
            last = runs[-1] if runs else None
            if last and last.exact and piece.exact and last.raw.end == piece.start and last.text.end == at:
                runs[-1] = _run(last.text.start, at + len(piece.text) - last.text.start, last.raw.start, piece.end, exact=True)
            else:
                runs.append(_run(at, len(piece.text), piece.start, piece.end, exact=piece.exact))
            parts.append(piece.text)
            at += len(piece.text)
        spans.append(Span(start=start, end=start + len(chunk.text().rstrip())))
    return "".join(parts), OffsetMap(runs=tuple(runs)), spans


def _run(at: int, length: int, start: int, end: int, *, exact: bool) -> Run:
    return Run(text=Span(start=at, end=at + length), raw=Span(start=start, end=end), exact=exact)


def _title(chunks: tuple[Chunk, ...], places: tuple[Place, ...], declared: Declared) -> int | None:
    """Index of the headline: the heading nearest in words to the declared title, or another line that is that title, else
    the first h1."""
    wanted = _words(declared.title or "")

    def fit(k: int) -> float:
        words = _words(chunks[k].text())
        return len(words & wanted) / (len(words | wanted) or 1)

    headings = [k for k, p in enumerate(places) if "heading" in p.traits]
    best = max(headings, key=lambda k: (fit(k), -k), default=None)
    if best is not None and fit(best) >= ALIKE:
        return best
    first = next((k for k, p in enumerate(places) if p.paragraph), 0)
    line = next((k for k in range(first) if "side" not in places[k].traits and len(wanted) >= 2 and fit(k) >= ALIKE), None)
    if line is not None:
        return line
    return next((k for k in headings if any(e.tag == "h1" for e in chunks[k].element.up())), None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _dated(text: str, span: Span, role: Role, rule: str) -> list[Block]:
    """The block, cut in two behind a dateline."""
    cut = span.start + dateline_length(span.of(text))
    if not span.start < cut < span.end:
        return [Block(span=span, role=role, rule=rule)]
    first = Block(span=Span(start=span.start, end=cut), role="dateline", rule="place-and-dash")
    return [first, Block(span=Span(start=cut, end=span.end), role=role, rule=rule)]

"""HTML -> visible text, offset map and blocks: which chunks of a page are the article."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from parley.lexicon.outlets import Outlets
from parley.model.text import Block, Declared, OffsetMap, Role, Run, Span
from parley.text.lines import DATELINE
from parley.text.markup import Chunk, Element, read_markup

SIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|sidebar|side-bar|aside|related|recommend\w*|share|sharing|social|comments?|"
    r"disqus|newsletter|subscri\w*|promo\w*|advert\w*|ads?|sponsor\w*|cookie\w*|breadcrumbs?|tags?|widget|popular|trending|more-\w+|"
    r"masthead|toolbar|pagination|login|signup|teaser\w*|outbrain|taboola|banner|print-only|copyright|dialog|modal)(?:[\s_-]|$)"
)
CAPTION = re.compile(r"figcaption|(?:^|[\s_-])(?:caption|wp-caption|photo-credit|image-credit|credit)(?:[\s_-]|$)")
BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|contributor|dateline-author)(?:[\s_-]|$)")
DATE = re.compile(r"(?:^|[\s_-])(?:date|time|timestamp|published|pubdate|updated)(?:[\s_-]|$)")
STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-title|deck|dek|summary|lead-text|article-intro|excerpt|subheadline)(?:[\s_-]|$)"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LEAVES = frozenset({"p", "span", "font", "b", "i", "em", "strong", "a", "li", "blockquote", "html"})
PARAGRAPH_WORDS = 8
LAYOUT = 0.4  # share of the page's running text
MOST_LINKED = 0.5  # share of a paragraph's characters inside links from which it is a list of links


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """The visible text of a page with its map to the source, its blocks, and what it declares."""

    text: str
    map: OffsetMap
    blocks: tuple[Block, ...]
    declared: Declared


def read_html(source: str, outlets: Outlets) -> HtmlPage:
    """The visible text of an HTML page.

    Args:
        source: the decoded page; raw positions count in it.
    """
    markup = read_markup(source)
    chunks = markup.chunks
    broad = _broad(chunks)
    home = _home(chunks, broad)
    title = _title(chunks, markup.declared)
    text, runs = "", list[Run]()
    blocks: list[Block] = []
    for k, chunk in enumerate(chunks):
        if text:
            at = Span(start=runs[-1].raw.end, end=runs[-1].raw.end)
            runs.append(Run(text=Span(start=len(text), end=len(text) + 2), raw=at, exact=False))
            text += "\n\n"
        start = len(text)
        for piece in chunk.pieces:
            span = Span(start=len(text), end=len(text) + len(piece.text))
            runs.append(Run(text=span, raw=Span(start=piece.start, end=piece.end), exact=piece.exact))
            text += piece.text
        role, rule = _role(chunk, k == title, home, broad, outlets)
        blocks += _dated(text, Span(start=start, end=start + len(text[start:].rstrip())), role, rule)
    return HtmlPage(text=text, map=OffsetMap(runs=_joined(runs)), blocks=_ordered(blocks), declared=markup.declared)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """The runs with neighbours made one where they follow each other on both sides."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.exact and run.exact and last.raw.end == run.raw.start:
            found[-1] = Run(
                text=Span(start=last.text.start, end=run.text.end), raw=Span(start=last.raw.start, end=run.raw.end), exact=True
            )
        else:
            found.append(run)
    return tuple(found)


def _is_paragraph(chunk: Chunk) -> bool:
    words = chunk.text()
    ends = bool(re.search(r"[.!?…:][\"”’')\]]*\s*$", words))
    return len(words.split()) >= PARAGRAPH_WORDS and _linked(chunk) <= MOST_LINKED and (ends or len(words.split()) > 25)


def _linked(chunk: Chunk) -> float:
    total = sum(len(p.text) for p in chunk.pieces)
    return sum(len(p.text) for p in chunk.pieces if p.linked) / total if total else 0.0


def _broad(chunks: tuple[Chunk, ...]) -> frozenset[int]:
    """Numbers of the elements that hold a large share of the page's running text: their classes speak of the page's layout
    ("content-with-sidebar"), not of what they hold."""
    held: dict[int, int] = defaultdict(int)
    total = 0
    for chunk in filter(_is_paragraph, chunks):
        size = len(chunk.text().split())
        total += size
        for element in chunk.path:
            held[element.number] += size
    return frozenset(n for n, size in held.items() if size >= LAYOUT * total)


def _hint(pattern: re.Pattern[str], chunk: Chunk, broad: frozenset[int]) -> bool:
    """Does an element around the chunk say so, the broad ones left out?"""
    return any(pattern.search(e.hints) for e in chunk.path if e.number not in broad)


def _home(chunks: tuple[Chunk, ...], broad: frozenset[int]) -> int | None:
    """Number of the element whose paragraphs weigh most: each gives its words to its parent and half to the one above."""
    weight: dict[int, float] = defaultdict(float)
    depth: dict[int, int] = {}
    for chunk in chunks:
        if not _is_paragraph(chunk) or _hint(SIDE, chunk, broad) or any(e.tag in HEADINGS for e in chunk.path):
            continue
        size = len(chunk.text().split())
        around = _containers(chunk)
        for step, element in enumerate(reversed(around[-3:])):
            weight[element.number] += size * (1.0, 0.7, 0.4)[step]
            depth[element.number] = len(around) - step
    return max(weight, key=lambda n: (weight[n], depth[n]), default=None)


def _containers(chunk: Chunk) -> tuple[Element, ...]:
    return tuple(
        e for e in chunk.path if e.tag not in ("p", "span", "font", "b", "i", "em", "strong", "a", "li", "blockquote", "html")
    )


def _title(chunks: tuple[Chunk, ...], declared: Declared) -> int | None:
    """Index of the headline: the heading nearest in words to the declared title, else the first h1."""
    headings = [k for k, c in enumerate(chunks) if any(e.tag in ("h1", "h2") for e in c.path) and len(c.text().split()) >= 2]
    wanted = set(re.findall(r"\w+", (declared.title or "").lower()))

    def fit(k: int) -> float:
        words = set(re.findall(r"\w+", chunks[k].text().lower()))
        return len(words & wanted) / (len(words | wanted) or 1)

    best = max(headings, key=lambda k: (fit(k), -k), default=None)
    if best is not None and fit(best) >= 0.5:
        return best
    return next((k for k in headings if any(e.tag == "h1" for e in chunks[k].path)), None)


def _role(chunk: Chunk, titled: bool, home: int | None, broad: frozenset[int], outlets: Outlets) -> tuple[Role, str]:
    words = chunk.text().strip()
    if titled:
        return "title", "heading"
    if _hint(CAPTION, chunk, broad):
        return "caption", "class-caption"
    inside = any(e.number == home for e in chunk.path)
    if not inside and _hint(STANDFIRST, chunk, broad) and len(words.split()) >= 5 and not _hint(SIDE, chunk, broad):
        return "standfirst", "class-standfirst"
    if _hint(BYLINE, chunk, broad) and len(words.split()) <= 20:
        return "byline", "class-byline"
    if _hint(DATE, chunk, broad) and len(words.split()) <= 12:
        return "date", "class-date"
    if _hint(SIDE, chunk, broad) or not inside:
        return "furniture", "outside-the-article"
    rule = next((r for r in outlets.lines if r.matches(words)), None)
    if rule is not None:
        return rule.role, rule.id
    if any(e.tag in HEADINGS for e in chunk.path):
        return "subhead", "heading"
    if _linked(chunk) > MOST_LINKED:
        return "furniture", "links"
    return (
        ("body", "paragraph")
        if _is_paragraph(chunk) or (len(words.split()) >= 4 and words[-1:] in '.!?”"')
        else ("furniture", "fragment")
    )


def _dated(text: str, span: Span, role: Role, rule: str) -> list[Block]:
    match = DATELINE.match(span.of(text)) if role == "body" else None
    if match is None or match.end() >= len(span):
        return [Block(span=span, role=role, rule=rule)]
    cut = span.start + match.end()
    first = Block(span=Span(start=span.start, end=cut), role="dateline", rule="place-and-dash")
    return [first, Block(span=Span(start=cut, end=span.end), role=role, rule=rule)]


def _ordered(blocks: list[Block]) -> tuple[Block, ...]:
    return tuple(b for b in blocks if len(b.span))

"""Which chunks of a page are its article.

By what chunks are (length, share of links, how they end), where they stand (the element that holds most of the running text),
and what the classes around them say. Measured with `python -m bench extraction`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.text.markup import INLINE, Chunk, Element


def _hint(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")


SIDE = _hint(
    r"nav\w*|menu|footer|side-?bar\w*|aside|related\w*|recommend\w*|shar(?:e|ing)\w*|social\w*|newsletter\w*",
    r"subscri\w*|promo\w*|advert\w*|ads?|sponsor\w*|cookie\w*|bread-?crumbs?|tags|tag-?list|tag-?cloud|widgets?|popular|trending|most-?read",
    r"more-\w+|read-?more|masthead|toolbar|pagination|pager|login|sign-?up|teasers?|outbrain|taboola|banner|copyright|dialog|modal",
    r"popup|sr-only|visually-?hidden|screen-reader\w*|skip-?link\w*|print-only|contentinfo|complementary|gallery-nav|paywall-promo",
)
COMMENTS = re.compile(r"(?<![a-z-])(?:comments?\w*|disqus\w*|replies|responses|respond)(?![a-z])")
SIDE_TAGS = frozenset({"nav", "footer", "aside", "menu", "form", "dialog"})
CAPTION = _hint(r"\w*caption\w*|photo-?credit|image-?credit|img-?credit|media-?credit|credit|legende")
BYLINE = _hint(r"byline\w*|authors?|author-\w+|contributors?|writer")
DATE = _hint(r"date\w*|time|time-?stamp|published|pub-?date|updated|posted-on|entry-meta|post-meta|article-meta")
STANDFIRST = _hint(
    r"standfirst|sub-?title|sub-?head\w*|deck|dek|summary|article-intro|excerpt|sub-?headline|chapeau|lede|lead|strapline"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WHOLES = frozenset({"html", "body", "main", "article"})
TRAITS: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "side": (SIDE, SIDE_TAGS),
    "caption": (CAPTION, frozenset({"figcaption", "caption"})),
    "byline": (BYLINE, frozenset()),
    "date": (DATE, frozenset({"time"})),
    "standfirst": (STANDFIRST, frozenset()),
    "heading": (re.compile(r"(?!)"), HEADINGS),
    "text": (re.compile(r"(?!)"), frozenset({"p", "li", "blockquote"})),
}
PARAGRAPHS = INLINE | {"p", "li", "blockquote"}
ENDS = re.compile(r"[.!?…:][\"”’')\]]*\s*$")
LEAST_WORDS = 8  # of a paragraph that ends like a sentence
LONG_WORDS = 25  # of one that need not
MOST_LINKED = 0.5  # share of characters inside links from which a line is a list of links
MOST_LINKED_SENTENCE = 0.85  # the same of a whole sentence, which may be one long link and the words around it
LAYOUT = 0.4  # share of the page's running text from which an element's classes speak of the layout, not of what it holds
DESCENT = 0.9  # share of an element's running text that one child must hold to be the article's place instead


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a chunk stands.

    Attributes:
        traits: of the elements around it.
        inside: does the article's element hold it?
        holder: number of the nearest element around it that is more than a paragraph, the same for its neighbours.
        paragraph: is it running text?
        linked: share of its characters that stand in links.
    """

    traits: frozenset[str]
    inside: bool
    holder: int
    paragraph: bool
    linked: float


def find_places(chunks: Sequence[Chunk]) -> tuple[Place, ...]:
    """The place of each chunk."""
    order = _elements(chunks)
    linked = [_linked(c) for c in chunks]
    paragraph = [_is_paragraph(c, share) for c, share in zip(chunks, linked, strict=True)]
    held = _held(order, chunks, lambda k: paragraph[k])
    most = max(held.values(), default=0)
    broad = {e for e, words in held.items() if words >= LAYOUT * most}
    traits = _traits(order, broad)
    good = _held(order, chunks, lambda k: paragraph[k] and not traits[chunks[k].element] & {"side", "caption", "heading"})
    home = _home(order, good)
    inside: dict[Element, bool] = {}
    for element in order:
        inside[element] = element is home or (element.parent is not None and inside[element.parent])
    number = {element: n for n, element in enumerate(order)}
    return tuple(
        Place(
            traits=traits[c.element],
            inside=inside[c.element],
            holder=number[next((e for e in c.element.up() if e.tag not in PARAGRAPHS), order[0])],
            paragraph=paragraph[k],
            linked=linked[k],
        )
        for k, c in enumerate(chunks)
    )


def _elements(chunks: Sequence[Chunk]) -> list[Element]:
    """All elements around the chunks, the outer before the inner."""
    seen: dict[Element, None] = {}
    for chunk in chunks:
        fresh = []
        for element in chunk.element.up():
            if element in seen:
                break
            fresh.append(element)
        seen.update(dict.fromkeys(reversed(fresh)))
    return list(seen)


def _held(order: Sequence[Element], chunks: Sequence[Chunk], counts: Callable[[int], bool]) -> dict[Element, int]:
    """How many words of the chunks that count each element holds."""
    held = dict.fromkeys(order, 0)
    for k, chunk in enumerate(chunks):
        if counts(k):
            held[chunk.element] += len(chunk.text().split())
    for element in reversed(order):
        if element.parent is not None:
            held[element.parent] += held[element]
    return held


def _traits(order: Sequence[Element], broad: set[Element]) -> dict[Element, frozenset[str]]:
    known: dict[Element, frozenset[str]] = {}
    for element in order:
        around = known[element.parent] if element.parent is not None else frozenset()
        own = {
            name
            for name, (hint, tags) in TRAITS.items()
            if element.tag in tags or (element.hints and element not in broad and hint.search(element.hints))
        }
        if element in broad:
            own -= {"side"}
        if COMMENTS.search(element.hints) and element.tag not in WHOLES:
            own |= {"side"}
        known[element] = around | own if own else around
    return known


def _home(order: Sequence[Element], good: dict[Element, int]) -> Element | None:
    """The smallest element that holds most of the running text: from the root down, as long as one child holds most of it."""
    if not order or not good[order[0]]:
        return None
    children: dict[Element, list[Element]] = defaultdict(list)
    for element in order[1:]:
        if element.parent is not None:
            children[element.parent].append(element)
    home = order[0]
    while True:
        best = max(children[home], key=lambda e: good[e], default=None)
        if best is None or good[best] < DESCENT * good[home]:
            return home
        home = best


def _linked(chunk: Chunk) -> float:
    total = sum(len(p.text) for p in chunk.pieces)
    return sum(len(p.text) for p in chunk.pieces if p.linked) / total if total else 0.0


def _is_paragraph(chunk: Chunk, linked: float) -> bool:
    words = chunk.text()
    count = len(words.split())
    if ENDS.search(words):
        return count >= LEAST_WORDS and linked <= MOST_LINKED_SENTENCE
    return count >= LONG_WORDS and linked <= MOST_LINKED

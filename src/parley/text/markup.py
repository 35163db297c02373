"""HTML as visible pieces of text, each with its place in the source and the elements around it.

The tokenizer is the standard library's: it streams, so neither a million nested tags nor tags that never close can hurt it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from parley.model.text import Declared
from parley.text.dates import find_date

UNSEEN = frozenset(
    {"script", "style", "template", "svg", "iframe", "select", "textarea", "button", "object", "noscript", "canvas", "math"}
)
VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track", "param"}
)
INLINE_TAGS = """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span
strike strong sub sup time tt u var wbr img input meta link source"""
INLINE = frozenset(INLINE_TAGS.split())
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An open element: its tag, class and id in one string for hints, and its number in the page."""

    tag: str
    hints: str
    number: int
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of visible text; `exact` where it is the raw stretch itself."""

    text: str
    start: int
    end: int
    exact: bool
    linked: bool


@dataclass(slots=True, kw_only=True)
class Chunk:
    """Text between two breaks, with the elements that it stands in, outermost first."""

    path: tuple[Element, ...]
    pieces: list[Piece] = field(default_factory=list)

    def text(self) -> str:
        """The words."""
        return "".join(p.text for p in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A page: its chunks in order, what its head declares, and the text of its `title` element."""

    chunks: tuple[Chunk, ...]
    declared: Declared


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self.open: list[Element] = []
        self.unseen = 0  # open elements whose content nobody sees
        self.links = 0
        self.count = 0
        self.chunks: list[Chunk] = []
        self.current: Chunk | None = None
        self.metas: dict[str, str] = {}
        self.language: str | None = None
        self.titles: list[str] = []
        self.ld: list[str] = []
        self.times: list[str] = []
        self.in_title = self.in_ld = False

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "html":
            self.language = given.get("lang", "")[:2].lower() or None
        if tag == "meta":
            self.metas.setdefault(
                (given.get("property") or given.get("name") or given.get("itemprop") or "").lower(), given.get("content", "")
            )
        if tag == "time" and given.get("datetime"):
            self.times.append(given["datetime"])
        self.in_title = self.in_title or (tag == "title" and not self.in_svg())
        self.in_ld = tag == "script" and "ld+json" in given.get("type", "")
        if tag not in INLINE:
            self.current = None
        if tag in VOID:
            return
        style = given.get("style", "").replace(" ", "").lower()
        hidden = tag in UNSEEN or "hidden" in given or "display:none" in style or given.get("aria-hidden") == "true"
        self.count += 1
        hints = (
            f"{tag} {given.get('class', '')} {given.get('id', '')} {given.get('role', '')} {given.get('itemprop', '')}".lower()
        )
        self.open.append(Element(tag=tag, hints=hints, number=self.count, hidden=hidden))
        self.unseen += hidden
        self.links += tag == "a"

    def in_svg(self) -> bool:
        return any(e.tag == "svg" for e in self.open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.in_title = self.in_title and tag != "title"
        self.in_ld = self.in_ld and tag != "script"
        if tag not in INLINE:
            self.current = None
        for depth in range(1, min(len(self.open), 200) + 1):  # a stray end tag closes nothing far above it
            if self.open[-depth].tag == tag:
                for closed in self.open[-depth:]:
                    self.unseen -= closed.hidden
                    self.links -= closed.tag == "a"
                del self.open[-depth:]
                return

    def handle_data(self, data: str) -> None:
        if self.in_ld:
            self.ld.append(data)
        if self.in_title:
            self.titles.append(data)
        if self.unseen or self.in_title:
            return
        start = self.place()
        for match in re.finditer(r"\s+|\S+", data):
            words, blank = match[0], match[0].isspace()
            self.add(" " if blank else words, start + match.start(), start + match.end(), not blank or len(words) == 1)

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name}")

    def reference(self, raw: str) -> None:
        start = self.place()
        raw += ";" if self.source.startswith(";", start + len(raw)) else ""
        if self.in_title:
            self.titles.append(html.unescape(raw))
        elif not self.unseen:
            self.add(html.unescape(raw), start, start + len(raw), exact=False)

    def add(self, text: str, start: int, end: int, exact: bool) -> None:
        if self.current is None:
            if text.isspace():
                return
            self.current = Chunk(path=tuple(self.open[-40:]))
            self.chunks.append(self.current)
        pieces = self.current.pieces
        if text == " " and pieces[-1].text.endswith(" "):
            return  # blanks on both sides of a tag are one
        pieces.append(Piece(text=text, start=start, end=end, exact=exact, linked=self.links > 0))

    def error(self, message: str) -> None:
        """Old versions of the standard library call this; broken markup is no reason to stop."""


def read_markup(source: str) -> Markup:
    """The visible text of a page in chunks, and what the page declares of itself."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return Markup(chunks=tuple(c for c in reader.chunks if c.text().strip()), declared=_declared(reader))


def _declared(reader: _Reader) -> Declared:
    metas = reader.metas
    written = (
        next((metas[k] for k in DATES if metas.get(k)), None)
        or _in_ld(reader.ld, "datePublished")
        or next(iter(reader.times), None)
    )
    title = metas.get("og:title") or _in_ld(reader.ld, "headline") or SPACE.sub(" ", "".join(reader.titles)).strip()
    author = metas.get("author") or metas.get("article:author") or metas.get("byl")
    return Declared(
        title=title or None,
        outlet=metas.get("og:site_name") or metas.get("application-name") or None,
        byline=author if author and not author.startswith("http") else None,
        published=find_date(written) if written else None,
        language=reader.language,
        url=metas.get("og:url") or None,
    )


DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date",
    "dc.date.issued",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)


def _in_ld(scripts: list[str], key: str) -> str | None:
    match = re.search(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.)*)"', "".join(scripts))
    return html.unescape(match[1]) if match else None

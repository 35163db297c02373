"""HTML as visible pieces of text, each with its place in the source and the element around it.

The tokenizer is our own, so that positions are exact and the same on every version of Python, and takes time in proportion to
the page: tags nested a million deep, tags that never close and stray `<` cannot hurt it.

What a page shows is divided into chunks: between two breaks. A break stands where a block element begins or ends, and also
where markup stands that dropping each `<...>` would not remove (a script, a hidden word, a comment or an attribute with `>` in
it). So inside a chunk the source, with tags dropped and references decoded, always equals the text but for white space.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
UNSEEN = frozenset(
    {"template", "svg", "select", "button", "object", "noscript", "canvas", "math", "audio", "video", "datalist"}
)
VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(VOID_TAGS.split())
INLINE_TAGS = """a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label link mark meta
noscript q rp rt ruby s samp script small source span strike strong style sub sup svg template time tt u var wbr"""
INLINE = frozenset(INLINE_TAGS.split())
BLOCK_TAGS = """address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
hr main menu nav ol p pre section table ul"""
CLOSES = {  # where one of these begins, an open one of those ends, unless a wall stands between
    **dict.fromkeys(BLOCK_TAGS.split(), frozenset({"p"})),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "a": frozenset({"a"}),
}
WALLS = frozenset({"ul", "ol", "dl", "table", "div", "article", "section", "body", "html"})
DEEPEST = 512  # elements inside each other; deeper ones are taken as part of the last, as browsers do
DEEP = 40  # open elements that are looked through for one that an opening tag closes
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?>[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>"
)
SIMPLE = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>[^>]*+)>")
RAW_END = {name: re.compile(rf"</{name}[^>]*>", re.IGNORECASE) for name in RAW}
ATTRIBUTE = re.compile(r"([^\s=/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")  # as html.unescape reads them
WORDS = re.compile(r"\S+(?: \S+)*|\s+")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")  # parts paragraphs where the page keeps its lines, in `pre`
MOST_BROKEN_TAGS = 50  # quotes that never close make a tag eat the page; after so many of them a quote in a tag means nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """An element: its tag, what its class, id, role and itemprop say, and the element around it."""

    tag: str
    hints: str
    parent: Element | None
    hidden: bool
    linked: bool

    def up(self) -> Iterator[Element]:
        """This element and those around it, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of visible text; `exact` where each character stands for the one at its place in the raw stretch."""

    text: str
    start: int
    end: int
    exact: bool
    linked: bool


@dataclass(slots=True, kw_only=True)
class Chunk:
    """Text between two breaks, with the element that it stands in."""

    element: Element
    pieces: list[Piece] = field(default_factory=list)

    def text(self) -> str:
        """The words."""
        return "".join(p.text for p in self.pieces)


@dataclass(slots=True, kw_only=True)
class Head:
    """What a page says of itself, as it says it: meta elements, language, titles, JSON-LD, time elements."""

    metas: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    title: str = ""
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)


def read_markup(source: str) -> tuple[tuple[Chunk, ...], Head]:
    """The visible text of a page in chunks, without empty ones, and what the page says of itself."""
    reader = _Reader(source)
    reader.read()
    return tuple(c for c in reader.chunks if not c.text().isspace()), reader.head


class _Reader:
    """Goes once through a page; keeps the open elements and the chunk that is being filled."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.last_close = source.rfind(">")
        self.broken_tags = 0
        self.open: list[Element] = [Element(tag="", hints="", parent=None, hidden=False, linked=False)]
        self.count: Counter[str] = Counter()
        self.chunks: list[Chunk] = []
        self.current: Chunk | None = None
        self.line: Chunk | None = None  # the chunk that a `br` has just broken
        self.head = Head()

    def read(self) -> None:
        at, source = 0, self.source
        while at < len(source):
            mark = source.find("<", at)
            if mark != at:
                self._text(at, mark if mark >= 0 else len(source))
                if mark < 0:
                    return
            at = self._markup(mark)

    def _markup(self, at: int) -> int:
        """Takes the markup that begins at `at`; gives where it ends."""
        after = self.source[at + 1 : at + 4]
        if after == "!--":
            end = whole = self._behind("-->", at + 4)
        elif after[:1] in ("!", "?") or (after[:1] == "/" and not after[1:2].isalpha()):
            end = whole = self._behind(">", at + 1)
        elif (tag := self._tag(at)) is not None:
            end = whole = tag.end()
            name = tag["name"].lower()
            if tag["close"]:
                self._closed(name)
            else:
                whole = self._opened(name, tag["attributes"], end)
        else:  # a `<` that is no markup belongs to no chunk
            self._break()
            return at + 1
        if ">" in self.source[at : end - 1]:
            self._break()
        return whole

    def _break(self) -> None:
        self.current = self.line = None

    def _behind(self, mark: str, at: int) -> int:
        found = self.source.find(mark, at)
        return found + len(mark) if found >= 0 else len(self.source)

    def _tag(self, at: int) -> re.Match[str] | None:
        if at > self.last_close:
            return None
        found = TAG.match(self.source, at) if self.broken_tags < MOST_BROKEN_TAGS else None
        self.broken_tags += found is None
        return found or SIMPLE.match(self.source, at)

    def _opened(self, name: str, attributes: str, end: int) -> int:
        given: dict[str, str] = {}
        if attributes:
            given = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(attributes)}
            self._note(name, given)
        if name in RAW:
            return self._raw(name, given, end)
        if name == "br":
            self.current, self.line = None, self.current
        elif name not in INLINE:
            self._break()
        if name not in VOID:
            self._end_implied(name)
            if len(self.open) < DEEPEST:
                self._nest(name, given)
        return end

    def _nest(self, name: str, given: dict[str, str]) -> None:
        above = self.open[-1]
        hints = " ".join(given[k] for k in ("class", "id", "role", "itemprop") if k in given).lower()
        hidden = above.hidden or _is_hidden(name, given)
        linked = above.linked or (name == "a" and "href" in given)
        self.open.append(Element(tag=name, hints=hints, parent=above, hidden=hidden, linked=linked))
        self.count[name] += 1

    def _note(self, name: str, given: dict[str, str]) -> None:
        if name == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.head.metas.setdefault(key.lower(), given.get("content", "").strip())
        elif name == "html":
            self.head.language = given.get("lang") or given.get("xml:lang")
        elif name == "link" and given.get("rel") == "canonical":
            self.head.metas.setdefault("canonical", given.get("href", ""))
        elif name == "time" and given.get("datetime"):
            self.head.times.append(given["datetime"])

    def _raw(self, name: str, given: dict[str, str], at: int) -> int:
        """Passes over an element that holds no markup; gives where it ends."""
        close = RAW_END[name].search(self.source, at)
        inner, end = (self.source[at : close.start()], close.end()) if close else (self.source[at:], len(self.source))
        if name == "title" and not self.count["svg"]:
            self.head.title = self.head.title or html.unescape(inner)
        elif name == "script" and "ld+json" in given.get("type", ""):
            self.head.scripts.append(inner)
        if inner.strip():
            self._break()
        return end

    def _end_implied(self, name: str) -> None:
        """Ends the element that the start of another one ends: a paragraph, a list item, a cell, a link."""
        ending = CLOSES.get(name)
        if ending is None or not any(self.count[tag] for tag in ending):
            return
        closed = 0
        for depth, element in enumerate(reversed(self.open[-DEEP:]), 1):
            if element.tag in ending:
                closed = depth
            elif element.tag in WALLS:
                break
        if closed:
            self._drop(closed)

    def _closed(self, name: str) -> None:
        if name not in INLINE:
            self._break()
        if not self.count[name]:
            return
        depth = next((d for d, e in enumerate(reversed(self.open[-DEEP:]), 1) if e.tag == name), 0)
        if name not in INLINE:
            self._drop(depth or next(d for d, e in enumerate(reversed(self.open), 1) if e.tag == name))
        elif depth and all(e.tag in INLINE for e in self.open[-depth:]):
            self._drop(depth)
        elif depth:  # it ends inside a block that began in it: the block goes on
            del self.open[-depth]
            self.count[name] -= 1

    def _drop(self, depth: int) -> None:
        for element in self.open[-depth:]:
            self.count[element.tag] -= 1
        del self.open[-depth:]

    def _text(self, start: int, end: int) -> None:
        if self.open[-1].hidden:
            if not self.source[start:end].isspace():
                self._break()
            return
        if self.count["pre"]:
            for blank in BLANK_LINE.finditer(self.source, start, end):
                self._run(start, blank.start())
                self._break()
                start = blank.end()
        self._run(start, end)

    def _run(self, start: int, end: int) -> None:
        if self.source.find("&", start, end) < 0:
            self._words(start, end)
            return
        for reference in REFERENCE.finditer(self.source, start, end):
            self._words(start, reference.start())
            start = self._reference(reference[0], reference.start())
        self._words(start, end)

    def _reference(self, raw: str, at: int) -> int:
        """Adds what a character reference stands for; gives where it ends, which may be before the letters behind it."""
        text, end = html.unescape(raw), len(raw)
        while text and end and raw[end - 1] == text[-1] != ";":
            text, end = text[:-1], end - 1
        if not end:  # it stands for itself
            self._words(at, at + len(raw))
            return at + len(raw)
        if text:
            self._add(" " if text.isspace() else text, at, at + end, exact=False)
        return at + end

    def _words(self, start: int, end: int) -> None:
        for match in WORDS.finditer(self.source, start, end):
            blank = match[0].isspace()
            self._add(" " if blank else match[0], match.start(), match.end(), exact=not blank or len(match[0]) == 1)

    def _add(self, text: str, start: int, end: int, *, exact: bool) -> None:
        if self.current is None:
            if text == " ":
                return
            self.current = self._next_line(text, start) or self._next_chunk()
        pieces = self.current.pieces
        if text == " " and pieces[-1].text[-1] == " ":
            return  # blanks on both sides of a tag are one
        pieces.append(Piece(text=text, start=start, end=end, exact=exact, linked=self.open[-1].linked))

    def _next_chunk(self) -> Chunk:
        self.chunks.append(Chunk(element=self.open[-1]))
        return self.chunks[-1]

    def _next_line(self, text: str, start: int) -> Chunk | None:
        """The chunk before a `br`, where the text behind it goes on in mid-sentence."""
        before = self.line
        if before is None or not text[0].islower() or not (before.pieces[-1].text.rstrip() or ".")[-1].isalnum():
            return None
        if before.pieces[-1].text[-1] != " ":
            before.pieces.append(Piece(text=" ", start=start, end=start, exact=False, linked=False))
        return before


def _is_hidden(name: str, given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    return name in UNSEEN or (
        name not in ("html", "body")
        and ("hidden" in given or "display:none" in style or "visibility:hidden" in style or given.get("aria-hidden") == "true")
    )

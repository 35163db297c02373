"""What was read: bytes as a Snapshot, an article as a Document, and the map between their positions.

Every position is a count of Unicode code points, 0-based, half-open. A `Span` without further word is a position in
`Document.text`; a position in `Snapshot.text` is called raw.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from parley.errors import OffsetError

Role = Literal[
    "title",  # the headline
    "standfirst",  # the desk's summary under the headline
    "subhead",  # a heading inside the article
    "outlet",  # the line that names the outlet
    "date",  # the line that dates the article
    "dateline",  # "PARIS —" before the first sentence
    "byline",  # who wrote it
    "credit",  # "Source: AFP"
    "body",  # the running text
    "caption",  # words under a picture
    "repeated",  # a second copy of a title, caption or paragraph
    "headline",  # the headline of another article
    "furniture",  # navigation, forms, copyright lines, adverts
]
Basis = Literal["declared", "dateline", "inferred", "file"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(start=2, end=5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise OffsetError(f"no span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of this span in the text that it counts in."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(start=self.start + by, end=self.end + by)

    def holds(self, other: Span) -> bool:
        """Does `other` lie inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Do the two share at least one code point?"""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of Document.text and the raw stretch that it was made from.

    Where `exact`, the two have the same length and position i of one is position i of the other.
    """

    text: Span
    raw: Span
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """Positions of a Document's text in its Snapshot's text: runs in order, without gaps in `text`, raw never falling.

    >>> OffsetMap.identity(5).to_raw(Span(start=1, end=3))
    Span(start=1, end=3)
    """

    runs: tuple[Run, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that is its own source."""
        whole = Span(start=0, end=length)
        return cls(runs=(Run(text=whole, raw=whole, exact=True),))

    def to_raw(self, span: Span) -> Span:
        """The raw span of the words at `span`; never wider than the runs that it touches.

        Raises:
            OffsetError: `span` is empty or ends behind the text.
        """
        if not self.runs or not len(span) or span.end > self.runs[-1].text.end:
            raise OffsetError(f"no words at {span.start}-{span.end}")
        first, last = self._run(span.start), self._run(span.end - 1)
        start = first.raw.start + (span.start - first.text.start if first.exact else 0)
        end = last.raw.start + (span.end - last.text.start) if last.exact else last.raw.end
        return Span(start=start, end=end)

    def _run(self, position: int) -> Run:
        return self.runs[bisect_right(self.runs, position, key=lambda r: r.text.start) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the container of an article says about it (HTML metadata, JSON fields); None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None  # EDTF
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One source as it was read; `text` is never changed.

    Attributes:
        uri: path as given, or address; for an item of a JSON file the path, "#" and the item's place.
        text: the decoded text, newlines as they were.
        sha256: of the bytes, in hex.
        media_type: "text/plain", "text/html" or "application/json".
        encoding: what `text` was decoded by.
    """

    uri: str
    text: str
    sha256: str
    media_type: str
    encoding: str
    declared: Declared = Declared()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text with one role in the page. Blocks are in order and do not overlap."""

    span: Span
    role: Role
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word as Universal Dependencies counts it.

    Attributes:
        span: in Document.text (the parser itself counts from the sentence's start).
        upos: universal part of speech.
        head: index in the sentence's tokens; -1 for the root.
        rel: dependency relation to the head, with its subtype ("nsubj:pass").
        entity: BIO tag: O, or B-/I- with PER, ORG, GPE, LOC, NORP or EVENT.
    """

    span: Span
    text: str
    upos: str
    lemma: str
    head: int
    rel: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a title, standfirst or body block; it never crosses a block, and a quotation of several sentences is
    several Sentences.

    Attributes:
        role: that of its block ("title", "standfirst" or "body").
        paragraph: counts the paragraphs of the document from 0; sentences of one paragraph share it.
    """

    span: Span
    role: Role
    paragraph: int
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: its text, what each part of the page is, and what is known about it.

    Attributes:
        id: "D0", "D1" ... in the story's canonical order (not the order of input).
        text: the visible text; for plain text the snapshot's text itself, or nearly.
        map: positions of `text` in `snapshot.text`.
        sentences: of title, standfirst and body, in the order of the text.
        agencies: credited agencies by the name in the lexicon ("AFP"), in order of credit.
        dateline: the place named there ("PARIS"), as written.
        published: EDTF, to the day or closer where known.
        published_basis: how `published` is known.
    """

    id: str
    snapshot: Snapshot
    text: str
    map: OffsetMap
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...] = ()
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    published_basis: Basis | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()

    def body(self) -> tuple[Span, ...]:
        """The spans of the running text."""
        return tuple(b.span for b in self.blocks if b.role == "body")

    def sentence_at(self, position: int) -> int | None:
        """Index of the sentence that holds the position; None between sentences and outside the article."""
        k = bisect_right(self.sentences, position, key=lambda s: s.span.start) - 1
        return k if k >= 0 and position < self.sentences[k].span.end else None

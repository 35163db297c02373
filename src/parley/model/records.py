"""What MANY pages say: the records of a story, named and shaped as the contract `parley.brief/1` names them.

Matchers build them with `cite`. Their sources are Documents' ids; the ledger puts the contract's source ids in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from parley.model.marks import Factuality, Form, Kind, Voice
from parley.model.text import Document, Span

Agreement = Literal["single", "agree", "differ", "updated"]
Relation = Literal["asserts", "differs", "contradicts", "silent"]
Standing = Literal["agreed", "single-origin", "differs", "contradicted"]
Severity = Literal["high", "medium", "low"]
OPPOSITE = "says the opposite or denies it"  # the note of a cell whose source speaks against the claim
DivergenceKind = Literal[
    "contradiction",
    "number",
    "date",
    "altered-quotation",
    "wording",
    "scope",
    "attribution",
    "omission",
    "source-error",
]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """A passage of a source that anyone can check: `exact` stands at start:end of the source's decoded text (raw positions)."""

    source: str
    start: int
    end: int
    exact: str

    def meets(self, other: Citation) -> bool:
        """Do the two share at least one code point of one source?"""
        return self.source == other.source and self.start < other.end and other.start < self.end

    def holds(self, other: Citation) -> bool:
        """Does `other` lie inside this passage?"""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


def cite(document: Document, span: Span) -> Citation:
    """The citation of the words at `span`, white space at both ends left out.

    Raises:
        OffsetError: there are no words at `span`.
    """
    words = span.of(document.text)
    lead = len(words) - len(words.lstrip())
    trimmed = Span(start=span.start + lead, end=span.start + max(lead, len(words.rstrip())))
    raw = document.map.to_raw(trimmed)
    return Citation(source=document.id, start=raw.start, end=raw.end, exact=trimmed.of(document.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two marks were joined, or kept apart: no score without its reason.

    Attributes:
        relation: "same-actor", "same-utterance", "same-claim" ...; score: 0 to 1.
        compared: the values that were compared, as text.
    """

    left: Citation
    right: Citation
    relation: str
    score: float
    reason: str
    compared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One way in which one source names an actor, and how often; `citation` is where it first does."""

    text: str
    source: str
    count: int
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The same somebody or something across pages.

    Attributes:
        id: "A0"; entities: ids of the page entities merged here; key: id in the lexicon.
        affiliation: name of the state or body it belongs to.
        links: why the entities were merged.
    """

    id: str
    name: str
    kind: Kind
    roles: tuple[str, ...]
    affiliation: str | None
    aliases: tuple[Alias, ...]
    wikidata: str | None = None
    key: str | None = None
    entities: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """All actors of a story, found by the page entities that they are made of."""

    actors: tuple[Actor, ...]
    _by_entity: Mapping[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_entity", {e: a for a in self.actors for e in a.entities})

    def of(self, entity: str | None) -> Actor | None:
        """The actor that a page entity belongs to; None for None and for an entity without actor."""
        return self._by_entity.get(entity) if entity is not None else None

    def ids(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        """Actor ids of page entities, in order, without repetition."""
        found = (self.of(e) for e in entities)
        return tuple(dict.fromkeys(a.id for a in found if a is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginBasis:
    """What shows that sources stand on one origin."""

    kind: Literal["agency-credit", "copied-text", "stated", "own-reporting"]
    citations: tuple[Citation, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent reporting chain. A source may stand on several."""

    id: str
    label: str
    sources: tuple[str, ...]
    basis: tuple[OriginBasis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A passage that stands in two sources; similarity 0 to 1 over words."""

    id: str
    kind: Literal["identical", "edited"]
    a: Citation
    b: Citation
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One quotation of one source, with its speaker among the actors (the contract's `quotations`).

    `citation`: the words inside the marks, or the reported clause with speaker and cue; `mark`: the page's Quotation.
    """

    id: str
    form: Form
    speaker: str | None
    speakers: tuple[str, ...]
    speaker_text: str | None
    via: str | None
    cue: str | None
    citation: Citation
    group: str | None
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Where two prints of one utterance part."""

    kind: Literal["wording", "truncated", "gloss", "translation"]
    a: Citation
    b: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationGroup:
    """One utterance as several outlets print it."""

    id: str
    members: tuple[str, ...]
    differences: tuple[Difference, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A condition in the words of a source."""

    text: str
    citation: Citation
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusNote:
    """The status that one source gives a measure, and by whose word."""

    status: str
    source: str
    date: str | None
    by: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A step proposed, discussed, agreed ... over all sources; `status` is the furthest that the sources support."""

    id: str
    type: str
    subtype: str | None
    status: str
    label: str
    place: str | None
    proposers: tuple[str, ...]
    addressees: tuple[str, ...]
    via: tuple[str, ...]
    conditions: tuple[Bound, ...]
    when: str | None
    citations: tuple[Citation, ...]
    history: tuple[StatusNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an actor stands on an issue; several where sources or objects differ."""

    id: str
    actor: str
    issue: str
    object: str | None
    value: str
    strength: int
    voice: Voice
    via: str | None
    conditions: tuple[Bound, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date as one source gives it."""

    text: str
    when: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A dated happening, past or to come (the contract's `schedule`)."""

    id: str
    label: str
    when: str | None
    tense: Literal["past", "future"]
    place: str | None
    actors: tuple[str, ...]
    readings: tuple[DateReading, ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReading:
    """A number as one source gives it; `said_by` is the actor whose count it is, None for the outlet's own word."""

    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    citation: Citation
    said_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one quantity, with all its readings.

    Attributes:
        series: shared by the figures of one quantity whose numbers part: other counters, other days; None for a number alone.
    """

    id: str
    counted: str
    unit: str | None
    low: float | None
    high: float | None
    hedge: str | None
    readings: tuple[FigureReading, ...]
    agreement: Agreement
    series: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source does with a claim."""

    relation: Relation
    citations: tuple[Citation, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim over all sources; `cells` has one entry a source.

    Attributes:
        text: the claim as a sentence of its own, with its attribution.
        weight: how much of the story it is: support, place in the articles, kind of content; larger is more.
        readable: whether `text` can stand alone (no word in it points to another sentence); told_at: what it was made from.
    """

    id: str
    text: str
    cells: Mapping[str, Cell]
    outlets: int
    origins: int
    voices: tuple[str, ...]
    standing: Standing
    weight: float = 0.0
    readable: bool = False
    told_at: Citation | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a divergence."""

    sources: tuple[str, ...]
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """Where sources part, or one of them errs."""

    id: str
    kind: DivergenceKind
    topic: str
    severity: Severity
    sides: tuple[Side, ...]
    explanation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A PLOVER event over all sources."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str | None
    place: str | None
    factuality: Factuality
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence of the account."""

    id: str
    text: str
    kind: Literal["reported", "attributed", "disputed", "gap"]
    citations: tuple[Citation, ...]
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A step that could not work on one source: told, never lost."""

    id: str
    source: str | None
    uri: str | None
    step: str
    error: str
    detail: str | None = None

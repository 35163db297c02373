"""What ONE page says: marks, each with its span in the page's text and the id of the rule or model that made it.

References between marks are ids that are unique inside the story: they begin with the document's id ("D0.e3").
An `Entity` is somebody or something inside one page; an Actor (records.py) is the same across pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.text import Document, Span

Kind = Literal["person", "state", "organisation", "armed-group", "alliance", "place", "event", "group"]
Form = Literal["direct", "partial", "indirect"]
Voice = Literal["own-quote", "own-indirect", "attributed-by-other", "outlet"]
Modality = Literal["actual", "future", "possible", "hypothetical", "conditional", "requested", "negated"]
Bearing = Literal["held", "denied", "wanted", "open"]
AttributionKind = Literal["speech", "thought", "wish", "plan", "order", "stance", "denial", "finding"]
Factuality = Literal["happened", "planned", "called-for", "conditional", "negated", "reported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something named in one page, with all its mentions merged.

    Attributes:
        id: "D0.e3".
        name: the fullest name in the page ("Sergei Lavrov"), without title.
        roles: titles and roles as the page gives them ("Russian foreign minister").
        affiliation: lexicon key, or else name, of the state or body that it belongs to.
        key: id in the lexicon ("state:RU", "org:un"), if it is known there.
    """

    id: str
    name: str
    kind: Kind
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the page names an entity.

    Attributes:
        span: the name with its title if that is written together ("US Secretary of State John Kerry" is one mention).
        head: the name alone inside it ("John Kerry"); equals `span` for a pronoun or a role.
        form: "name", "role" ("the minister"), "pronoun", or "metonym" ("Damascus" for the government).
    """

    span: Span
    head: Span
    entity: str
    form: Literal["name", "role", "pronoun", "metonym"]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRef:
    """A time expression, by TIMEX3's types.

    Attributes:
        value: EDTF for DATE and TIME, an ISO 8601 duration ("P3Y") for DURATION and SET; None where it cannot be said.
        basis: what it was resolved by: "absolute", "publication", "sentence" (another date near by) or "none".
        direction: where the words or the tense place it against the publication date.
        hedge: "about", "late", "early" ... as written.
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    basis: Literal["absolute", "publication", "sentence", "none"]
    direction: Literal["past", "present", "future", "unknown"]
    hedge: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of something.

    Attributes:
        span: the words of number, hedge and unit ("some 30 countries").
        low, high: inclusive bounds; equal for a plain number; None on an open side; both None for a vague one ("millions").
        unit: "USD", "percent", "year", "month", "day", "hour", "km" ..., else the counted noun's class ("people",
            "states") or lemma.
        counted: what is counted, in the page's words ("countries invited").
        hedge: "some", "at least", "nearly", "more than" ... as written.
        said_by: entity ids of those who say it, from the quotation or attribution around it.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    counted: str
    hedge: str | None
    said_by: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that the page gives as somebody's.

    Attributes:
        id: "D0.q2".
        span: the words inside the marks; for indirect speech the reported clause with its speaker and cue.
        content: the words that are the speaker's own message (inside the marks, or the reported clause without speaker
            and cue).
        speakers: entity ids of whose words or stand it is; several for joint speakers; empty if unknown.
        speaker_span: the words that name the speaker.
        via: entity id of who relays it, if another ("Lavrov said that Damascus was ready": speaker Damascus, via Lavrov).
        cue: "said", "according to".
        utterance: parts of one utterance broken by a cue, or over several paragraphs, share it ("D0.u1").
    """

    id: str
    span: Span
    content: Span
    form: Form
    speakers: tuple[str, ...]
    speaker_span: Span | None
    via: str | None
    cue: Span | None
    utterance: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that the page gives to somebody: what is said, thought, wished, planned, ordered or praised, not only speech.

    Attributes:
        source: the words that name whose it is; empty where the page does not say.
        cue: the words that hand it over ("has said", "according to", "refused to say").
        content: the words that are the source's, in several pieces where a cue or the writer's remark parts them.
        holders: entity ids of the source.
        bearing: what the source does with the content: holds it, denies it, wants it, or leaves it open.
        negated: whether the cue is ("did not say"); the content is open then.
        modality: of the cue.
        sentence: index in Document.sentences of the sentence that holds the cue.
        within: id of the attribution in whose content the cue stands.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    holders: tuple[str, ...]
    kind: AttributionKind
    bearing: Bearing
    negated: bool
    modality: Modality
    sentence: int
    within: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Words that bind a step or a stand to something.

    Attributes:
        kind: reciprocity, guarantee, precondition, sequencing, scope_limit, time_limit, exclusion or endorsement.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One proposition: the smallest clause that an outlet asserts or reports.

    Attributes:
        id: "D0.s4".
        span: the clause with its subject; with its attribution where that is written around it.
        content: the clause without its attribution.
        sentence: index in Document.sentences.
        subject: the words of its subject where they stand outside of `span` (a coordinated clause); else None.
        holders: entity ids of whose word it is; empty where it is the outlet's own.
        via: entity id of who relays it.
        quotation: id of the Quotation that it stands in.
        negated: whether the main verb is negated.
    """

    id: str
    span: Span
    content: Span
    sentence: int
    holders: tuple[str, ...]
    via: str | None
    voice: Voice
    quotation: str | None
    modality: Modality
    negated: bool
    rule: str
    subject: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Where one party stands on one issue, as one passage has it.

    Attributes:
        actor: entity id.
        issue: code of ontology issues ("participation").
        object: of what ("Iran" for participation).
        value: code of position values ("supports_if").
        strength: 0 to 3.
        via: entity id of who tells it, if another.
    """

    id: str
    span: Span
    actor: str
    issue: str
    object: str | None
    value: str
    strength: int
    voice: Voice
    via: str | None
    conditions: tuple[Condition, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureMention:
    """A step that one passage tells of: proposed, discussed, agreed, refused ...

    Attributes:
        type, subtype, status: codes of the ontology.
        label: short neutral name in words ("localised ceasefire").
        place: as written, without article ("Aleppo").
        proposers, addressees: entity ids.
        via: entity id of who tells of it.
        when: EDTF.
        about: entity ids of whom the step is about, where that is not who proposes it (who attends, who travels).
    """

    id: str
    span: Span
    type: str
    subtype: str | None
    status: str
    modality: Modality
    label: str
    place: str | None
    proposers: tuple[str, ...]
    addressees: tuple[str, ...]
    via: str | None
    conditions: tuple[Condition, ...]
    when: str | None
    rule: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A PLOVER event in one clause.

    Attributes:
        type, mode, contexts: PLOVER codes ("REQUEST", "yield", ("military",)).
        actors, recipients: entity ids.
        when: EDTF.
    """

    id: str
    span: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str | None
    place: str | None
    factuality: Factuality
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All marks of one page, each kind in the order of the text."""

    document: str
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeRef, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    measures: tuple[MeasureMention, ...] = ()
    events: tuple[EventMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A read and marked article: what the matchers take."""

    document: Document
    marks: Marks

"""Finding one's way in the entities and mentions of a page; pure helpers for all finders."""

from __future__ import annotations

from parley.model.marks import Entity, Kind, Marks, Mention
from parley.model.text import Document, Span

AGENTS: frozenset[Kind] = frozenset({"person", "state", "organisation", "armed-group", "alliance", "group"})
"""Kinds that can act, speak and want."""


def entity_of(marks: Marks, entity: str | None) -> Entity | None:
    """The entity with this id; None for None or an unknown id."""
    return next((e for e in marks.entities if e.id == entity), None)


def mentions_in(marks: Marks, span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside the span, in the order of the text."""
    return tuple(m for m in marks.mentions if span.holds(m.span))


def mention_at(marks: Marks, position: int) -> Mention | None:
    """The mention that covers the position; the shortest of several."""
    here = [m for m in marks.mentions if m.span.start <= position < m.span.end]
    return min(here, key=lambda m: (len(m.span), m.span), default=None)


def entity_at(marks: Marks, position: int) -> Entity | None:
    """The entity that is named at the position."""
    mention = mention_at(marks, position)
    return entity_of(marks, mention.entity) if mention else None


def entities_in(marks: Marks, span: Span, kinds: frozenset[Kind] = AGENTS) -> tuple[Entity, ...]:
    """The entities of these kinds that are mentioned inside the span, each once, in the order of the text."""
    ids = dict.fromkeys(m.entity for m in mentions_in(marks, span))
    found = (entity_of(marks, i) for i in ids)
    return tuple(e for e in found if e is not None and e.kind in kinds)


def mention_before(marks: Marks, position: int, kinds: frozenset[Kind] = AGENTS) -> Mention | None:
    """The nearest mention of one of these kinds that ends at or before the position."""
    allowed = {e.id for e in marks.entities if e.kind in kinds}
    before = [m for m in marks.mentions if m.span.end <= position and m.entity in allowed]
    return max(before, key=lambda m: (m.span.end, m.span.start), default=None)


def subject_in(document: Document, marks: Marks, sentence: int) -> Mention | None:
    """The mention that is the subject of the sentence's main verb; without tokens, the first agent before any other.

    None where the subject is no known entity.
    """
    whole = document.sentences[sentence]
    root = next((k for k, t in enumerate(whole.tokens) if t.head < 0), None)
    if root is None:
        allowed = {e.id for e in marks.entities if e.kind in AGENTS}
        return next((m for m in mentions_in(marks, whole.span) if m.entity in allowed), None)
    subject = next((t for t in whole.tokens if t.head == root and t.rel.startswith("nsubj")), None)
    return mention_at(marks, subject.span.start) if subject else None

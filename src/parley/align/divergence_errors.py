"""Divergences that are one source's error: it gives somebody to another side than all others do."""

from __future__ import annotations

import re
from collections import Counter

from parley.lexicon import Lexicon
from parley.model.ledger import Ledger
from parley.model.marks import Entity, Page
from parley.model.records import Actor, Citation, Divergence, Side, cite
from parley.model.text import Span

FEWEST = 2  # pages that must agree before another one is said to err


def swapped_sides(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Persons whom one page alone makes speak for another state or body than the others do."""
    persons = [a for a in ledger.actors if a.kind == "person"]
    return tuple(d for person in persons if (d := _swap(pages, person)) is not None)


def _swap(pages: tuple[Page, ...], person: Actor) -> Divergence | None:
    sides = {p.document.id: found for p in pages if (found := _side_of(p, person)) is not None}
    counts = Counter(side for side, _ in sides.values())
    if len(counts) != 2:
        return None
    (usual, most), (odd, least) = counts.most_common()
    if most < FEWEST or least != 1:
        return None
    told = [c for side, c in sides.values() if side == usual]
    wrong = [c for side, c in sides.values() if side == odd]
    return Divergence(
        id="",
        kind="source-error",
        topic=f"whom {person.name} speaks for",
        severity="high",
        sides=tuple(
            Side(sources=tuple(c.source for c in cited), text=cited[0].exact, citations=tuple(cited)) for cited in (told, wrong)
        ),
        explanation="one source gives the person to another side than the others do",
    )


def _side_of(page: Page, person: Actor) -> tuple[str, Citation] | None:
    """The state or body that a page gives the person to, and the words that say so."""
    for entity in page.marks.entities:
        named = any(m.entity == entity.id and m.form in ("name", "role") for m in page.marks.mentions)
        if entity.id in person.entities and entity.affiliation and named:
            return _root(entity.affiliation), cite(page.document, _words(page, entity))
    return None


def _root(key: str) -> str:
    """The state behind a body's key ("org:SD/armed-forces"), so that minister and ministry are one side."""
    match = re.match(r"(?:org|place|group):([A-Z]{2})/", key)
    return f"state:{match[1]}" if match else key


def _words(page: Page, entity: Entity) -> Span:
    """The longest words that name the entity: those with its title."""
    named = [m for m in page.marks.mentions if m.entity == entity.id and m.form in ("name", "role")]
    return max(named, key=lambda m: (len(m.span), -m.span.start)).span

"""Where accounts differ: contradictions first, sides in neutral columns."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.records import Divergence
from parley.output.view.index import Evidence, Index, SourceLabel
from parley.output.view.words import DIVERGENCES, capital, said

SHOWN = 2  # passages of a side that stand open; enough to see it, few enough to compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One side: what it says in short, and the passages."""

    sources: tuple[SourceLabel, ...]
    text: str
    shown: tuple[Evidence, ...]
    more: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """One divergence."""

    id: str
    kind: str
    kind_words: str
    topic: str
    severity: str
    sides: tuple[Column, ...]
    explanation: str


def partings_of(index: Index) -> tuple[Parting, ...]:
    """Divergences in the page's order of kinds, the graver first in each kind."""
    kinds, grades = list(DIVERGENCES), ("high", "medium", "low")
    rank = {kind: k for k, kind in enumerate(kinds)}
    found = sorted(
        index.brief.divergences,
        key=lambda d: (rank.get(d.kind, len(kinds)), grades.index(d.severity) if d.severity in grades else len(grades)),
    )
    return tuple(parting_of(d, index) for d in found)


def parting_of(divergence: Divergence, index: Index) -> Parting:
    """One divergence for the reader."""
    return Parting(
        id=divergence.id,
        kind=divergence.kind,
        kind_words=DIVERGENCES.get(divergence.kind, capital(said(divergence.kind))),
        topic=divergence.topic,
        severity=divergence.severity,
        sides=tuple(
            Column(
                sources=index.labels_of(side.sources),
                text=side.text,
                shown=(found := index.evidence(side.citations))[:SHOWN],
                more=found[SHOWN:],
            )
            for side in divergence.sides
        ),
        explanation=divergence.explanation or "",
    )

"""All records of one story in one value: what is written is written from this and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.records import (
    Actor,
    Claim,
    Divergence,
    Event,
    Figure,
    Happening,
    Measure,
    Origin,
    Position,
    QuotationGroup,
    Quoted,
    Reuse,
    SummarySentence,
)
from parley.model.text import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All records of one story; every later stage reads this and nothing else."""

    documents: tuple[Document, ...]
    origins: tuple[Origin, ...]
    reuse: tuple[Reuse, ...]
    actors: tuple[Actor, ...]
    quotations: tuple[Quoted, ...]
    quotation_groups: tuple[QuotationGroup, ...]
    measures: tuple[Measure, ...]
    positions: tuple[Position, ...]
    schedule: tuple[Happening, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    divergences: tuple[Divergence, ...]
    events: tuple[Event, ...]
    summary: tuple[SummarySentence, ...] = ()

"""The whole page: all sections, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from parley.model.brief import Brief, MadeBy
from parley.output.view.account import Told, account_of
from parley.output.view.claims import Matrix, matrix_of
from parley.output.view.divergences import Parting, partings_of
from parley.output.view.figures import Counted, figures_of
from parley.output.view.header import Changed, Header, changes_of, header_of
from parley.output.view.index import index_of
from parley.output.view.measures import MeasureType, measures_of
from parley.output.view.positions import Positions, positions_of
from parley.output.view.schedule import Schedule, schedule_of
from parley.output.view.sources import OriginShown, Shown, origins_of, sources_of
from parley.output.view.speakers import Speaker, speakers_of
from parley.output.view.wording import Wording, wording_of

SECTIONS: tuple[tuple[str, str], ...] = (
    ("changes", "What changed"),
    ("account", "The account"),
    ("measures", "Measures"),
    ("positions", "Positions"),
    ("schedule", "Schedule"),
    ("claims", "Claims by outlet"),
    ("divergences", "Where accounts differ"),
    ("speakers", "Who said what"),
    ("figures", "Figures"),
    ("wording", "Wording"),
    ("sources", "Sources"),
    ("method", "Method"),
)
"""Anchor and heading of each section; `changes` only where there was an earlier run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One entry of the table of contents; `count` is empty where there is nothing to count."""

    id: str
    title: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that an output shows."""

    header: Header
    sections: tuple[Section, ...]
    changes: tuple[Changed, ...]
    account: tuple[Told, ...]
    measures: tuple[MeasureType, ...]
    positions: Positions
    schedule: Schedule
    claims: Matrix
    divergences: tuple[Parting, ...]
    speakers: tuple[Speaker, ...]
    figures: tuple[Counted, ...]
    wording: Wording
    origins: tuple[OriginShown, ...]
    sources: tuple[Shown, ...]
    made_by: MadeBy


def page_of(brief: Brief) -> Page:
    """All sections of a brief."""
    index = index_of(brief)
    return Page(
        header=header_of(index),
        sections=tuple(_sections(brief)),
        changes=changes_of(index, frozenset(_ids(brief))),
        account=account_of(index),
        measures=measures_of(index),
        positions=positions_of(index),
        schedule=schedule_of(index),
        claims=matrix_of(index),
        divergences=partings_of(index),
        speakers=speakers_of(index),
        figures=figures_of(index),
        wording=wording_of(index),
        origins=origins_of(index),
        sources=sources_of(index),
        made_by=brief.made_by,
    )


def _sections(brief: Brief) -> Iterator[Section]:
    counts = {
        "changes": len(brief.changes),
        "measures": len(brief.measures),
        "positions": len(brief.positions),
        "schedule": len(brief.schedule),
        "claims": len(brief.claims),
        "divergences": len(brief.divergences),
        "speakers": len(brief.quotations),
        "figures": len(brief.figures),
        "sources": len(brief.sources),
    }
    for name, title in SECTIONS:
        if name != "changes" or brief.changes:
            yield Section(id=name, title=title, count=str(counts[name]) if name in counts else "")


def _ids(brief: Brief) -> Iterator[str]:
    """The ids of all items, which are anchors of the page."""
    for f in fields(brief):
        value = getattr(brief, f.name)
        if isinstance(value, tuple):
            yield from (item.id for item in value)

"""Positions: a matrix of parties and issues, each value a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.model.records import Position
from parley.output.view.index import Evidence, Index, Name
from parley.output.view.measures import Condition, condition_of
from parley.output.view.words import VOICES, capital, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a party stands on an issue, as some sources have it."""

    id: str
    issue: str
    value: str
    object: str
    voice: str
    via: Name | None
    conditions: tuple[Condition, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionCell:
    """The stands of one party on one issue; empty: it states none."""

    issue: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One row."""

    name: Name
    cells: tuple[PositionCell, ...]

    @property
    def stands(self) -> tuple[Stand, ...]:
        """All stands of the party, in the order of the issues."""
        return tuple(s for cell in self.cells for s in cell.stands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The matrix; issues with most stands first, and parties with most stands first."""

    issues: tuple[str, ...]
    parties: tuple[Party, ...]


def positions_of(index: Index) -> Positions:
    """The matrix of a brief."""
    found = index.brief.positions
    issues = tuple(code for code, _ in Counter(p.issue for p in found).most_common())
    actors = tuple(actor for actor, _ in Counter(p.actor for p in found).most_common())
    parties = tuple(_party(actor, issues, index) for actor in actors)
    return Positions(issues=tuple(capital(said(i)) for i in issues), parties=parties)


def _party(actor: str, issues: tuple[str, ...], index: Index) -> Party:
    mine = [p for p in index.brief.positions if p.actor == actor]
    cells = tuple(
        PositionCell(issue=capital(said(i)), stands=tuple(_stand(p, index) for p in mine if p.issue == i)) for i in issues
    )
    name = index.name(actor)
    return Party(name=name or Name(text=actor, anchor=""), cells=cells)


def _stand(position: Position, index: Index) -> Stand:
    return Stand(
        id=position.id,
        issue=capital(said(position.issue)),
        value=said(position.value) or "not stated",
        object=position.object or "",
        voice=VOICES.get(position.voice, said(position.voice)),
        via=index.name(position.via),
        conditions=tuple(condition_of(b, index) for b in position.conditions),
        evidence=index.evidence(position.citations),
    )

"""Measures: what is on the table, with its status as a path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.records import Bound, Measure, StatusNote
from parley.output.view.dates import date_words
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import capital, said

PATH: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("called for", ("floated", "called_for", "proposed", "offered")),
    ("discussed", ("under_discussion",)),
    ("agreed", ("accepted_in_principle", "conditional", "agreed", "signed")),
    ("scheduled", ("scheduled", "declared")),
    ("in force", ("in_force", "partially_implemented", "implemented", "extended")),
)
"""Stages that are drawn, and the statuses of the ontology that reach them; every other status leaves the path."""

_STAGE: Mapping[str, int] = {status: k for k, (_, statuses) in enumerate(PATH) for status in statuses}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the path; `note` is the exact status where a source reports this stage."""

    name: str
    reached: bool
    current: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition, in the words of a source."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The status that one source gives."""

    status: str
    source: SourceLabel
    date: str
    by: tuple[Name, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """One measure. `off` is its status where that stands on no stage of the path ("refused")."""

    id: str
    label: str
    subtype: str
    place: str
    status: str
    off: str
    when: str
    proposers: tuple[Name, ...]
    addressees: tuple[Name, ...]
    via: tuple[Name, ...]
    stages: tuple[Stage, ...]
    conditions: tuple[Condition, ...]
    history: tuple[Step, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureType:
    """All measures of one type."""

    name: str
    measures: tuple[Tabled, ...]


def measures_of(index: Index) -> tuple[MeasureType, ...]:
    """Measures by type, in the order in which the brief first names each type."""
    kinds = dict.fromkeys(m.type for m in index.brief.measures)
    return tuple(
        MeasureType(name=capital(said(kind)), measures=tuple(_tabled(m, index) for m in index.brief.measures if m.type == kind))
        for kind in kinds
    )


def _tabled(measure: Measure, index: Index) -> Tabled:
    return Tabled(
        id=measure.id,
        label=measure.label,
        subtype=said(measure.subtype),
        place=measure.place or "place not stated",
        status=said(measure.status) or "status not stated",
        off="" if measure.status in _STAGE else said(measure.status),
        when=date_words(measure.when) if measure.when else "",
        proposers=index.names(measure.proposers),
        addressees=index.names(measure.addressees),
        via=index.names(measure.via),
        stages=stages_of(measure),
        conditions=tuple(condition_of(b, index) for b in measure.conditions),
        history=tuple(_step(note, index) for note in measure.history),
        evidence=index.evidence(measure.citations),
    )


def stages_of(measure: Measure) -> tuple[Stage, ...]:
    """The path of a measure: a stage is reached only where a source reports a status of it, never by inference."""
    reported = dict.fromkeys((*(note.status for note in measure.history), measure.status))
    found = []
    for k, (name, _) in enumerate(PATH):
        notes = [said(s) for s in reported if _STAGE.get(s) == k]
        current = _STAGE.get(measure.status) == k
        found.append(
            Stage(name=name, reached=bool(notes), current=current, note=said(measure.status) if current else ", ".join(notes))
        )
    return tuple(found)


def condition_of(bound: Bound, index: Index) -> Condition:
    """A condition for the reader."""
    return Condition(kind=said(bound.kind), text=bound.text, evidence=index.evidence((bound.citation,)))


def _step(note: StatusNote, index: Index) -> Step:
    return Step(
        status=said(note.status),
        source=index.label(note.source),
        date=date_words(note.date) if note.date else "",
        by=index.names(note.by),
        evidence=index.evidence((note.citation,)),
    )

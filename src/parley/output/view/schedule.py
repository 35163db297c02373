"""Schedule: happenings on one track, publications on another, drawn by day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.model.records import DateReading, Happening
from parley.output.view.dates import MONTHS, Days, date_words, days_of, sort_key
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import AGREEMENTS, FACTUALITY, capital, said

NEAR = timedelta(days=45)  # what lies further from the first and last publication is listed, and drawn at the edge
LEFT, RIGHT = 6.0, 94.0  # percent: the ends of the drawn days; beyond them stands what is earlier or later
MARK = 4.2  # percent of the width that one mark needs beside another, on a phone as well


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReading:
    """A date as some sources give it, where they give it alike; `quoted` are their own words for it."""

    when: str
    quoted: tuple[str, ...]
    sources: tuple[SourceLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One happening; `number` is its mark in the drawing."""

    id: str
    number: int
    label: str
    when: str
    tense: str
    place: str
    actors: tuple[Name, ...]
    agreement: str
    agreement_words: str
    readings: tuple[DayReading, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark on a track: from `left` to `right` percent, in the lane `lane` from the top."""

    anchor: str
    text: str
    title: str
    left: float
    right: float
    lane: int
    future: bool
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the scale."""

    left: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The articles of one day; `left` is None where the day is not drawn, `lane` counts from the top."""

    when: str
    left: float | None
    lane: int
    sources: tuple[SourceLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An event as PLOVER codes it."""

    id: str
    type: str
    actors: tuple[Name, ...]
    recipients: tuple[Name, ...]
    when: str
    place: str
    factuality: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The two tracks and the list; no marks where nothing can be drawn."""

    happenings: tuple[Dated, ...]
    marks: tuple[Mark, ...]
    published: tuple[Edition, ...]
    ticks: tuple[Tick, ...]
    earlier: bool
    later: bool
    events: tuple[Coded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    last: date

    def place(self, day: date) -> float:
        if day < self.first:
            return LEFT / 2 - 1
        if day > self.last:
            return (RIGHT + 100) / 2 + 1
        return round(LEFT + (RIGHT - LEFT) * (day - self.first).days / max(1, (self.last - self.first).days), 2)


def schedule_of(index: Index) -> Schedule:
    """The schedule of a brief, in order of date; what has no date comes last and is not drawn."""
    ordered = sorted(index.brief.schedule, key=lambda h: sort_key(h.when))
    dated = tuple(_dated(h, k, index) for k, h in enumerate(ordered, start=1))
    papers = [days_of(s.published) for s in index.brief.sources]
    scale = _scale([days_of(h.when) for h in ordered], papers)
    marks = _laid(tuple(_mark(h, d, scale) for h, d in zip(ordered, dated, strict=True))) if scale else ()
    return Schedule(
        happenings=dated,
        marks=marks,
        published=_editions(index, scale),
        ticks=_ticks(scale) if scale else (),
        earlier=any(m.left < LEFT - 1 for m in marks),
        later=any(m.right > RIGHT + 1 for m in marks),
        events=_events(index),
    )


def _dated(happening: Happening, number: int, index: Index) -> Dated:
    days: dict[str, list[DateReading]] = {}
    for r in happening.readings:
        days.setdefault(date_words(r.when), []).append(r)
    readings = tuple(
        DayReading(
            when=when,
            quoted=tuple(dict.fromkeys(r.text for r in found if r.text and r.text in r.citation.exact)),
            sources=index.labels_of(r.citation.source for r in found),
        )
        for when, found in days.items()
    )
    return Dated(
        id=happening.id,
        number=number,
        label=capital(happening.label),
        when=date_words(happening.when),
        tense=happening.tense,
        place=happening.place or "",
        actors=index.names(happening.actors),
        agreement=happening.agreement,
        agreement_words=AGREEMENTS.get(happening.agreement, happening.agreement),
        readings=readings,
        evidence=index.evidence(r.citation for r in happening.readings),
    )


def _events(index: Index) -> tuple[Coded, ...]:
    return tuple(
        Coded(
            id=e.id,
            type=" · ".join((e.type, *((said(e.mode),) if e.mode else ()), *map(said, e.contexts))),
            actors=index.names(e.actors),
            recipients=index.names(e.recipients),
            when=date_words(e.when),
            place=e.place or "",
            factuality=FACTUALITY.get(e.factuality, e.factuality),
            evidence=index.evidence(e.citations),
        )
        for e in index.brief.events
    )


def _scale(happenings: list[Days | None], papers: list[Days | None]) -> _Scale | None:
    """The days to draw: from the publications as far as the happenings near them reach, at least a week."""
    printed = [d for p in papers if p for d in (p.first, p.last) if d]
    dated = [d for h in happenings if h for d in (h.first, h.last) if d]
    if not printed and not dated:
        return None
    first, last = min(printed or dated), max(printed or dated)
    near = [d for d in dated if first - NEAR <= d <= last + NEAR] + [first, last]
    first, last = min(near), max(near)
    if last - first < timedelta(days=6):
        first, last = first - timedelta(days=2), last + timedelta(days=4)
    return _Scale(first=first, last=last)


def _mark(happening: Happening, dated: Dated, scale: _Scale) -> Mark | None:
    days = days_of(happening.when)
    if days is None:
        return None
    ends = [scale.place(d) for d in (days.first, days.last) if d]
    if (days.first and days.first < scale.first) and (days.last and days.last > scale.last):
        return None  # a span wider than the drawing says nothing in it; the list has it
    return Mark(
        anchor=happening.id,
        text=str(dated.number),
        title=f"{dated.number}. {dated.label}, {dated.when}",
        left=ends[0],
        right=ends[-1],
        lane=0,
        future=happening.tense == "future",
        differs=happening.agreement == "differ",
    )


def _editions(index: Index, scale: _Scale | None) -> tuple[Edition, ...]:
    """The sources by day of publication, in order; those without a date last."""
    by_day: dict[str | None, list[str]] = {}
    for source in sorted(index.brief.sources, key=lambda s: sort_key(s.published)):
        by_day.setdefault(source.published[:10] if source.published else None, []).append(source.id)
    found: list[Edition] = []
    lanes: list[float] = []
    for day, sources in by_day.items():
        days = days_of(day)
        left = scale.place(days.first) if scale and days and days.first else None
        lane = _lane(lanes, left, left, 2 * MARK) if left is not None else 0
        found.append(Edition(when=date_words(day), left=left, lane=lane, sources=index.labels_of(sources)))
    return tuple(found)


def _lane(lanes: list[float], left: float, right: float, room: float) -> int:
    """The first lane with room for a mark; `lanes` holds the end of each and is brought up to date."""
    lane = next((k for k, end in enumerate(lanes) if end + room <= left), len(lanes))
    lanes[lane : lane + 1] = [right]
    return lane


def _laid(marks: tuple[Mark | None, ...]) -> tuple[Mark, ...]:
    """The marks in lanes, so that none covers another."""
    lanes: list[float] = []
    ordered = sorted((m for m in marks if m), key=lambda m: m.left)
    return tuple(replace(m, lane=_lane(lanes, m.left, m.right, MARK)) for m in ordered)


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """At most seven days on the scale, whole steps apart; the month is named where it begins."""
    total = (scale.last - scale.first).days
    step = next(s for s in (1, 2, 7, 14, 28, 10**6) if total / s <= 7)
    found, month = [], 0
    for k in range(0, total + 1, step):
        day = scale.first + timedelta(days=k)
        name = f" {MONTHS[day.month][:3]}" if day.month != month else ""
        month = day.month
        found.append(Tick(left=scale.place(day), text=f"{day.day}{name}"))
    return tuple(found)

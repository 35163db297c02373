"""Figures: a range strip with hedge, source and who counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.model.records import Figure, FigureReading
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import AGREEMENTS, number_words, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading.

    Attributes:
        left, right: ends on the strip, in percent; equal for a point; None where it has no number.
        open_low, open_high: the range has no end on this side.
    """

    words: str
    hedge: str
    source: SourceLabel
    said_by: tuple[Name, ...]
    left: float | None
    right: float | None
    open_low: bool
    open_high: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One quantity. `strip`: there is a range to draw; `low` and `high` are the ends of its scale in words.

    Attributes:
        others: ids of the figures whose numbers of the same quantity are told here too.
    """

    id: str
    others: tuple[str, ...]
    counted: str
    words: str
    agreement: str
    agreement_words: str
    strip: bool
    low: str
    high: str
    readings: tuple[Reading, ...]


def figures_of(index: Index) -> tuple[Counted, ...]:
    """The figures of a brief; those on which sources part come first."""
    quantities: dict[str, list[Figure]] = {}
    for figure in index.brief.figures:
        quantities.setdefault(figure.series or figure.id, []).append(figure)
    ordered = sorted(quantities.values(), key=lambda fs: fs[0].agreement not in ("differ", "updated"))
    return tuple(_counted(_together(fs), tuple(f.id for f in fs[1:]), index) for fs in ordered)


def _together(figures: list[Figure]) -> Figure:
    """The numbers of one quantity as one figure, from the lowest to the highest."""
    if len(figures) == 1:
        return figures[0]

    def size(figure: Figure) -> float:
        return figure.low if figure.low is not None else figure.high if figure.high is not None else 0.0

    ordered = sorted(figures, key=size)
    ends = [v for f in figures for v in (f.low, f.high) if v is not None]
    readings = tuple(r for f in ordered for r in f.readings)
    return replace(figures[0], readings=readings, low=min(ends, default=None), high=max(ends, default=None), hedge=None)


def _counted(figure: Figure, others: tuple[str, ...], index: Index) -> Counted:
    ends = [v for r in figure.readings for v in (r.value, r.low, r.high) if v is not None]
    low, high = (min(ends), max(ends)) if ends else (0.0, 0.0)
    unit = None if figure.unit and figure.unit.casefold() in figure.counted.casefold() else figure.unit
    return Counted(
        id=figure.id,
        others=others,
        counted=figure.counted,
        words=range_words(None, figure.low, figure.high, figure.hedge, unit),
        agreement=figure.agreement,
        agreement_words=AGREEMENTS.get(figure.agreement, figure.agreement),
        strip=high > low,
        low=number_words(low),
        high=number_words(high),
        readings=tuple(_reading(r, figure.unit, low, high, index) for r in figure.readings),
    )


def _reading(reading: FigureReading, unit: str | None, low: float, high: float, index: Index) -> Reading:
    """Positions run from 4 to 96 percent, so that a mark at the end is drawn whole."""

    def place(value: float | None, fallback: float) -> float:
        share = (value - low) / (high - low) if value is not None and high > low else fallback
        return round(4 + 92 * share, 2)

    bounds = [v for v in (reading.value, reading.low, reading.high) if v is not None]
    first = reading.low if reading.low is not None else reading.value if reading.high is None else None
    last = reading.high if reading.high is not None else reading.value if reading.low is None else None
    return Reading(
        words=range_words(reading.value, reading.low, reading.high, None, unit),
        hedge=reading.hedge or "",
        source=index.label(reading.citation.source),
        said_by=index.names((reading.said_by,) if reading.said_by else ()),
        left=place(first, 0.0) if bounds else None,
        right=place(last, 1.0) if bounds else None,
        open_low=bool(bounds) and first is None,
        open_high=bool(bounds) and last is None,
        evidence=index.evidence((reading.citation,)),
    )


def range_words(value: float | None, low: float | None, high: float | None, hedge: str | None, unit: str | None) -> str:
    """A number or range with hedge and unit; a vague one is "no number stated"."""
    bound = hedge
    if value is not None and low in (None, value) and high in (None, value):
        number = number_words(value)
    elif low is not None and high is not None:
        number = number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"
    elif low is not None or high is not None:
        number = number_words(low if low is not None else high or 0.0)
        bound = hedge or ("at least" if high is None else "at most")
    else:
        return "no number stated"
    return " ".join(p for p in (bound or "", number, said(unit)) if p)

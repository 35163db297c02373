"""The value of dates that name a calendar's own parts: days, months, years, seasons, quarters."""

from __future__ import annotations

from datetime import date, timedelta

from parley.annotate.date_calendar import (
    easter_of,
    ends_of,
    interval,
    month_value,
    nearest_day,
    nearest_of,
    nearest_year,
    safe_date,
    weekday_of,
)
from parley.annotate.date_frame import Basis, Frame, Resolved, side, unresolved
from parley.lexicon.dates import Direction


def resolve_day(frame: Frame) -> Resolved:
    """Month and day, with or without year or clock."""
    found, basis = _day(frame, _month(frame, "month"), int(frame.get("day")))
    if found is None:
        return unresolved()
    clock = f"T{frame.get('hour')}:{frame.get('minute')}" if frame.get("hour") else ""
    return Resolved(value=f"{found}{clock}", basis=basis)


def resolve_holiday(frame: Frame) -> Resolved:
    """A holiday with a fixed date, on a weekday of a month, or counted from Easter."""
    name, dates = frame.get("holiday"), frame.lexicon.dates
    if name in dates.holidays:
        found, basis = _day(frame, *dates.holidays[name])
        return Resolved(value=str(found), basis=basis) if found else unresolved()
    if frame.get("year"):
        return Resolved(value=str(_feast(frame, int(frame.get("year")))))
    if frame.today is None:
        return unresolved()
    days = [_feast(frame, frame.today.year + k) for k in (-1, 0, 1)]
    way = {-1: "past", 1: "future"}.get(side(frame.get("which")), frame.direction) if frame.get("which") else "unknown"
    return Resolved(value=str(nearest_of(frame.today, days, way)), basis="publication")


def _feast(frame: Frame, year: int) -> date:
    name, dates = frame.get("holiday"), frame.lexicon.dates
    return (
        easter_of(year) + timedelta(days=dates.easter[name]) if name in dates.easter else weekday_of(year, *dates.feasts[name])
    )


def resolve_figures(frame: Frame) -> Resolved:
    """A date in figures: day first, unless only month first is a date or that one is a year nearer to publication."""
    a, b, yy = int(frame.get("a")), int(frame.get("b")), int(frame.get("yy"))
    year = yy if yy > 99 else yy + (1900 if yy > 50 else 2000)
    options = [d for d in (safe_date(year, b, a), safe_date(year, a, b)) if d]
    if not options:
        return unresolved()
    near = [d for d in options if frame.today and abs((d - frame.today).days) <= 3]
    return Resolved(value=str((near or options)[0]))


def resolve_days(frame: Frame) -> Resolved:
    """Two days as the ends of a stretch."""
    month2 = _month(frame, "month2") if frame.get("month2") else 0
    first, last = int(frame.get("day")), int(frame.get("day2"))
    month = _month(frame, "month")
    # "March 30 to April 2" names the month of its start first; in "30 March to 2 April" the rule calls it month2.
    from_month, to_month = (month, month2 or month) if frame.rule == "date-month-days" else (month2 or month, month)
    start, basis = _day(frame, from_month, first)
    if start is None:
        return unresolved()
    end = safe_date(start.year + (to_month < from_month), to_month, last)
    return Resolved(value=interval(start, end), basis=basis) if end and start < end else unresolved()


def resolve_month(frame: Frame) -> Resolved:
    """A month, with or without year; "next March", "October last year"."""
    month, which = _month(frame, "month"), frame.get("which")
    if which and frame.today and not frame.get("year"):
        if "year" in frame.get("whole"):
            return _edged(frame, month_value(frame.today.year + side(which), month), "publication")
        direction: Direction = {-1: "past", 1: "future"}.get(side(which), frame.direction)  # type: ignore[assignment]
        year = nearest_year(frame.today, month, direction) if side(which) else frame.today.year
        same = year == frame.today.year and month == frame.today.month
        return _edged(frame, month_value(year + (side(which) if same else 0), month), "publication")
    found, basis = _year(frame, month)
    return _edged(frame, month_value(found, month), basis) if found else unresolved()


def resolve_months(frame: Frame) -> Resolved:
    """Two months as the ends of a stretch."""
    first, last = _month(frame, "month"), _month(frame, "month2")
    given = frame.get("year2", "year")
    year, basis = (int(given), "absolute") if given else _year(frame, first)
    if not year:
        return unresolved()
    start = int(frame.get("year")) if frame.get("year") else year - (1 if given and last < first else 0)
    end = int(frame.get("year2")) if frame.get("year2") else start + (last < first)
    return Resolved(value=interval(month_value(start, first), month_value(end, last)), basis=basis)  # type: ignore[arg-type]


def resolve_year(frame: Frame) -> Resolved:
    """A year."""
    return _edged(frame, frame.get("year"), "absolute")


def resolve_years(frame: Frame) -> Resolved:
    """Two years as the ends of a stretch, the second perhaps in two figures."""
    first, until = frame.get("year", "first"), frame.get("until", "last")
    last = until if len(until) == 4 else first[:2] + until
    return Resolved(value=interval(first, last)) if first < last else unresolved()


def resolve_year_end(frame: Frame) -> Resolved:
    """The end of the year of publication."""
    return Resolved(value=f"{frame.today.year}-12-31~", basis="publication") if frame.today else unresolved()


def resolve_decade(frame: Frame) -> Resolved:
    """Ten years."""
    digits = frame.get("decade").strip("'’‘`")
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Resolved(value=interval(f"{start:04d}", f"{start + 9:04d}"))


def resolve_century(frame: Frame) -> Resolved:
    """A hundred years, from the year 1 on."""
    named = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = named.get(frame.get("named")) or int(frame.get("century"))
    return Resolved(value=interval(f"{100 * number - 99:04d}", f"{100 * number:04d}"))


def resolve_season(frame: Frame) -> Resolved:
    """A season of a year, as its months in the north."""
    first, last = frame.lexicon.dates.seasons[frame.get("season")]
    basis: Basis = "absolute" if frame.get("year") else "publication"
    if frame.get("year"):
        year = int(frame.get("year"))
    elif frame.today is None:
        return unresolved()
    else:
        which = frame.get("which")
        direction: Direction = {-1: "past", 1: "future"}.get(side(which), frame.direction) if which else frame.direction  # type: ignore[assignment]
        this = which and not side(which)
        year = (
            frame.today.year - (this and frame.today.month <= last < first)
            if this
            else nearest_year(frame.today, first, direction)
        )
        ends = ends_of(_months(year, first, last))
        if which and side(which) and ends and ends[0] <= frame.today <= ends[1]:
            year += side(which)
    return Resolved(value=_months(year, first, last), basis=basis)


def _months(year: int, first: int, last: int) -> str:
    return interval(month_value(year, first), month_value(year + (last < first), last))


def _month(frame: Frame, name: str) -> int:
    digits = frame.get("mm") if name == "month" else ""
    return int(digits) if digits else frame.lexicon.dates.months[frame.get(name)]


def _year(frame: Frame, month: int) -> tuple[int, Basis]:
    """The year as written, else by publication, else by the last full date before; 0 where nothing gives one."""
    if frame.get("year"):
        return int(frame.get("year")), "absolute"
    if frame.today:
        return nearest_year(frame.today, month, frame.direction), "publication"
    ends = ends_of(frame.anchor)
    return (nearest_year(ends[0], month, "unknown"), "sentence") if ends else (0, "none")


def _day(frame: Frame, month: int, day: int) -> tuple[date | None, Basis]:
    """The day with the year as written, else by publication, else by the last full date before."""
    if frame.get("year"):
        return safe_date(int(frame.get("year")), month, day), "absolute"
    weekday = frame.lexicon.dates.weekdays.get(frame.get("weekday"))
    if frame.today:
        return nearest_day(frame.today, month, day, frame.direction, weekday), "publication"
    ends = ends_of(frame.anchor)
    return (nearest_day(ends[0], month, day, "unknown", weekday), "sentence") if ends else (None, "none")


def _edged(frame: Frame, value: str, basis: Basis) -> Resolved:
    """The value; "the end of June" is about its last day, "the start of June" about its first."""
    ends, mod = ends_of(value), frame.get("mod")
    if ends and "end" in mod:
        return Resolved(value=f"{ends[1]}~", basis=basis)
    if ends and ("start" in mod or "beginning" in mod):
        return Resolved(value=f"{ends[0]}~", basis=basis)
    return Resolved(value=value, basis=basis)

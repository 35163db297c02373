"""The value of quarters of a year, and of what business news counts from the quarter that a page reports on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.annotate.date_calendar import ends_of, interval, month_value, quarter_value
from parley.annotate.date_frame import Basis, Frame, Resolved, side, unresolved
from parley.annotate.date_relative import counted, shifted

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
YEARS = 4  # quarters in one


def is_quarter(edtf: str | None) -> bool:
    """Is it a quarter of a calendar year?"""
    ends = ends_of(edtf)
    return ends is not None and edtf == quarter_value(ends[0].year, (ends[0].month + 2) // 3)


def reported(named: Sequence[str], today: date | None) -> str | None:
    """Of the quarters that a page named, in their order, the one it reports on: the latest that is over, else the last."""
    over = [q for q in named if today and (ends := ends_of(q)) and ends[1] < today]
    return max(over, default=named[-1] if named else None)


def resolve_quarter(frame: Frame) -> Resolved:
    """A quarter or half of a year."""
    word = frame.get("ordinal")
    number = ORDINALS.get(word) or int(word[0])
    half = frame.get("piece") == "half"
    if half and number == YEARS:  # the final one
        number = 2
    year, basis = _year(frame, number, 6 if half else 3)
    if not year:
        return unresolved()
    value = interval(month_value(year, 6 * number - 5), month_value(year, 6 * number)) if half else quarter_value(year, number)
    return Resolved(value=value, basis=basis)


def _year(frame: Frame, number: int, months: int) -> tuple[int, Basis]:
    """As written, else the last one in which that part has begun, for business news reports; 0 where nothing tells."""
    if frame.get("year", "year2"):
        return int(frame.get("year", "year2")), "absolute"
    if frame.today is None:
        return 0, "none"
    if frame.get("whose", "which"):
        return frame.today.year + side(frame.get("whose", "which")), "publication"
    begun = frame.today >= date(frame.today.year, min(12, months * number - months + 1), 1)
    year = frame.today.year - (0 if begun or frame.direction == "future" else 1)
    return year - bool(frame.get("before")), "publication"


def resolve_period(frame: Frame) -> Resolved:
    """ "The quarter", "the latest period", "the year-ago quarter": by the one that the page reports on, else the last."""
    state, year = frame.get("state", "state2", "state3"), frame.get("year", "year2")
    if state == "current" and frame.today:
        return Resolved(value=shifted(frame.today, "Q", 0), basis="publication")
    base = _first_day(frame.quarter)
    if base is None and state in ("latest", "most recent") and frame.today:
        base = _first_day(shifted(frame.today, "Q", -1))
    if base is None:
        return _without_quarter(frame, state, year)
    if year:
        return Resolved(value=quarter_value(int(year), (base.month + 2) // 3), basis="sentence")
    back = YEARS if state.endswith(("ago", "earlier", "comparable", "corresponding")) else 1 if side(state) < 0 else 0
    return Resolved(value=shifted(base, "Q", -back), basis="sentence")


def _without_quarter(frame: Frame, state: str, year: str) -> Resolved:
    if year:
        return Resolved(value=year)
    if state.endswith(("ago", "earlier")) and frame.today:
        return Resolved(value=f"{frame.today.year - 1}", basis="publication")
    return unresolved()


def resolve_year_before(frame: Frame) -> Resolved:
    """ "A year ago", "a year earlier": that very quarter or month where the page just named one, else the year."""
    if frame.quarter and (base := _first_day(frame.quarter)):
        return Resolved(value=shifted(base, "Q", -YEARS), basis="sentence")
    if frame.get("way") == "ago":
        return Resolved(value=counted(frame.today, "Y", -1), basis="publication") if frame.today else unresolved("past")
    ends = ends_of(frame.anchor)
    if ends is None:
        return unresolved("past")
    month = frame.anchor == month_value(ends[0].year, ends[0].month)
    return Resolved(value=counted(ends[0], "M", -12) if month else counted(ends[0], "Y", -1), basis="sentence")


def _first_day(edtf: str | None) -> date | None:
    ends = ends_of(edtf)
    return ends[0] if ends else None

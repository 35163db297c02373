"""EDTF dates in words, and as days for drawing."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = calendar.month_name
_POINT = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """First and last day of a date; None on an open side."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    year: int
    month: int | None
    day: int | None
    time: str
    about: bool

    def words(self, *, year: bool = True, month: bool = True) -> str:
        parts = [str(self.day)] if self.day else []
        if self.month and month:
            parts.append(MONTHS[self.month])
        if year or not parts:
            parts.append(str(self.year))
        return ("about " if self.about else "") + " ".join(parts) + self.time


def date_words(edtf: str | None) -> str:
    """A date as a reader says it ("12–13 January 2014", "by 22 January 2014"); what is no EDTF is given back as it stands.

    >>> date_words("2014-01-12/2014-01-13")
    '12–13 January 2014'
    >>> date_words("../2014-01-22")
    'by 22 January 2014'
    """
    if not edtf:
        return "date not stated"
    left, slash, right = edtf.partition("/")
    first, last = _point(left), _point(right)
    if not slash:
        return first.words() if first else edtf
    if first and last:
        return _range_words(first, last)
    if first and right in ("", ".."):
        return f"from {first.words()}"
    if last and left in ("", ".."):
        return f"by {last.words()}"
    return edtf


def _range_words(first: _Point, last: _Point) -> str:
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if first == last:
        return first.words()
    dash = "–" if same_month and first.day and last.day else " – "
    return f"{first.words(year=not same_year, month=not (same_month and first.day))}{dash}{last.words()}"


def days_of(edtf: str | None) -> Days | None:
    """The days that a date covers; None for no date and for what is no EDTF."""
    if not edtf:
        return None
    left, slash, right = edtf.partition("/")
    first, last = _point(left), _point(right if slash else left)
    if not (first or last):
        return None
    try:
        return Days(first=_first_day(first) if first else None, last=_last_day(last) if last else None)
    except ValueError:
        return None


def sort_key(edtf: str | None) -> tuple[date, date]:
    """Orders dates by their first known day; no date comes last."""
    days = days_of(edtf)
    if days is None:
        return (date.max, date.max)
    first = days.first or days.last or date.max
    return (first, days.last or date.max)


def _point(text: str) -> _Point | None:
    bare = text.strip().rstrip("?~%")
    found = _POINT.fullmatch(bare)
    if not found:
        return None
    year, month, day = int(found[1]), _number(found[2]), _number(found[3])
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return None
    time = f", {found[4]}{' UTC' if found[5] == 'Z' else ' ' + found[5] if found[5] else ''}" if found[4] else ""
    return _Point(year=year, month=month, day=day, time=time, about=bare != text.strip())


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _first_day(point: _Point) -> date:
    return date(point.year, point.month or 1, point.day or 1)


def _last_day(point: _Point) -> date:
    month = point.month or 12
    return date(point.year, month, point.day or calendar.monthrange(point.year, month)[1])

"""EDTF dates as days, for comparing them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF date or interval; an open side reaches to the end of the calendar; None for no date.

    >>> days_of("../2031-02")
    (datetime.date(1, 1, 1), datetime.date(2031, 2, 28))
    """
    left, slash, right = (edtf or "").partition("/")
    first = date.min if left == ".." else _day(left, last=False)
    last = date.max if right == ".." and slash else _day(right if slash else left, last=True)
    return (first, last) if first and last else None


def _day(text: str, *, last: bool) -> date | None:
    found = _POINT.fullmatch(text.strip("~?% "))
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    try:
        return date(year, month, int(found[3]) if found[3] else monthrange(year, month)[1] if last else 1)
    except ValueError:
        return None


def length_of(edtf: str | None) -> int | None:
    """Days that a date covers; None for an open one and for none."""
    days = days_of(edtf)
    return None if days is None or date.min in days or date.max in days else (days[1] - days[0]).days + 1


def within(narrow: str, wide: str) -> bool:
    """Does the first date lie inside the second?"""
    a, b = days_of(narrow), days_of(wide)
    return bool(a and b and b[0] <= a[0] and a[1] <= b[1])

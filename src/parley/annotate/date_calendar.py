"""Days, weeks, months and years as EDTF, and the nearest of them on the right side of a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from parley.lexicon.dates import Direction

_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")


def ends_of(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF date or interval without open side; None for anything else.

    >>> ends_of("2014-02")
    (datetime.date(2014, 2, 1), datetime.date(2014, 2, 28))
    """
    parts = [p.rstrip("~?%") for p in (edtf or "").split("/")]
    first, last = _PART.fullmatch(parts[0]), _PART.fullmatch(parts[-1])
    if not first or not last:
        return None
    try:
        start = date(int(first[1]), int(first[2] or 1), int(first[3] or 1))
        month = int(last[2] or 12)
        return start, date(int(last[1]), month, int(last[3] or monthrange(int(last[1]), month)[1]))
    except ValueError:
        return None


def day_of(edtf: str | None) -> date | None:
    """The day that an EDTF date names; None where it is wider or narrower than one day, or none."""
    ends = ends_of(edtf)
    return ends[0] if ends and ends[0] == ends[1] else None


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_value(year: int, month: int) -> str:
    """A month as EDTF; `month` may lie outside 1 to 12 and then counts on from that year.

    >>> month_value(2014, 0)
    '2013-12'
    """
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}"


def interval(first: date | str, last: date | str) -> str:
    """An EDTF interval; one date where both ends are the same."""
    left, right = str(first), str(last)
    return left if left == right else f"{left}/{right}"


def week_of(day: date, shift: int = 0) -> str:
    """Monday to Sunday of the week of `day`, `shift` weeks on."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return interval(monday, monday + timedelta(days=6))


def weekend_of(day: date, shift: int = 0) -> str:
    """Saturday and Sunday of the week of `day`, `shift` weeks on."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift, days=5)
    return interval(saturday, saturday + timedelta(days=1))


def quarter_value(year: int, quarter: int) -> str:
    """First to last month of a quarter, counted from 1; it may lie outside 1 to 4 and then counts on."""
    return interval(month_value(year, 3 * quarter - 2), month_value(year, 3 * quarter))


def nearest_year(today: date, month: int, direction: Direction) -> int:
    """The year of a month that the page gives without one: by the tense, and without tense the nearest.

    In the past it is the last one that has begun, in the future the next one that is not over.
    """
    years = (today.year - 1, today.year, today.year + 1)
    if direction == "past":
        return max(y for y in years if date(y, month, 1) <= today)
    if direction == "future":
        return min(y for y in years if date(y, month, monthrange(y, month)[1]) >= today)
    return min(years, key=lambda y: abs(date(y, month, 15) - today))


def weekday_of(year: int, month: int, weekday: int, which: int) -> date:
    """So-and-so-many of a weekday (Monday 0) in a month; -1 is the last.

    >>> weekday_of(2031, 11, 3, 4)
    datetime.date(2031, 11, 27)
    """
    if which < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter_of(year: int) -> date:
    """Easter Sunday by the western reckoning. Source: the anonymous Gregorian algorithm (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nearest_of(today: date, days: list[date], way: str) -> date:
    """The nearest of these days, before or after `today` where `way` is "past" or "future" and there is one."""
    sided = [d for d in days if (way == "past" and d < today) or (way == "future" and d > today)]
    return min(sided or days, key=lambda d: abs(d - today))


FAR = timedelta(days=45)  # of a day that is nearer the tense is not asked: no other year's comes into question


def nearest_day(today: date, month: int, day: int, direction: Direction, weekday: int | None) -> date | None:
    """The date of a month and day without year: one on the weekday that is named with it, else the nearest.

    The tense decides only where the nearest is far away; None where no year has such a day.
    """
    years = range(today.year - 3, today.year + 4) if weekday is not None else range(today.year - 1, today.year + 2)
    days = [d for y in years if (d := safe_date(y, month, day))]
    fitting = [d for d in days if d.weekday() == weekday] or days
    if not fitting:
        return None
    nearest = min(fitting, key=lambda d: abs(d - today))
    sided = [d for d in fitting if (d <= today if direction == "past" else d >= today)]
    if abs(nearest - today) <= FAR or direction not in ("past", "future") or not sided:
        return nearest
    return min(sided, key=lambda d: abs(d - today))


def nearest_weekday(today: date, weekday: int, direction: Direction) -> date:
    """The weekday on the right side of `today`, which itself counts: news names its own day by weekday too.

    Whatever the tense, yesterday's weekday is yesterday, and tomorrow's is tomorrow: it has begun where the news happened.
    Of 14 such cases of TempEval-3's TimeBank and AQUAINT in which the tense said otherwise, 12 were so.
    """
    ahead = (weekday - today.weekday()) % 7
    if ahead <= 1 or (direction == "future" and ahead < 6):
        return today + timedelta(days=ahead)
    return today - timedelta(days=7 - ahead)

"""Values of two statements beside each other: numbers of one counted thing, dates as intervals."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from parley.align.agreement_fields import Count

Fit = Literal["equal", "left", "right", "apart"]
"""How two values lie: equal, the left or the right one inside the other, or both cannot be true."""

ROUNDED = 0.1  # what a hedge ("some 300") leaves open to each side
ANYBODY = frozenset({"people", "person", "other", "others", "more"})


def fit_of_counts(left: tuple[Count, ...], right: tuple[Count, ...]) -> Fit | None:
    """How the numbers of what both count lie; None where they count nothing in common."""
    pairs = [(a, b) for a in left for b in right if counts_same(a, b)]
    fits = [_fit(_range(a), _range(b)) for a, b in pairs]
    if not fits:
        return None
    return next((f for f in ("equal", "left", "right") if f in fits), "apart")


def counts_same(a: Count, b: Count) -> bool:
    """Is one thing counted? Ministers are not invitations, nor ministers journalists; people may be either."""
    if a.unit != b.unit:
        return False
    mine, theirs = a.counted - ANYBODY, b.counted - ANYBODY
    return bool(mine & theirs) or not mine or not theirs


def _range(count: Count) -> tuple[float, float]:
    slack = ROUNDED if count.about and count.low == count.high else 0.0
    return count.low * (1 - slack), count.high * (1 + slack)


def fit_of_days(left: tuple[str, ...], right: tuple[str, ...]) -> Fit | None:
    """How the dates lie; None where one side has none that can be placed."""
    mine, theirs = ([d for v in days if (d := _interval(v))] for days in (left, right))
    if not mine or not theirs:
        return None
    fits = [_fit(a, b) for a in mine for b in theirs]
    return next((f for f in ("equal", "left", "right") if f in fits), "apart")


def _fit(a: tuple[float, float], b: tuple[float, float]) -> Fit:
    if a == b:
        return "equal"
    if a[1] < b[0] or b[1] < a[0]:
        return "apart"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "left"
    return "right" if a[0] <= b[0] and b[1] <= a[1] else "equal"


def _interval(value: str) -> tuple[float, float] | None:
    """First and last day of an EDTF date or interval as ordinals; a fuzzy one reaches a few days further."""
    ends = value.split("/")
    first, last = _days(ends[0]), _days(ends[-1])
    if first is None or last is None:
        return None
    fuzzy = 3 if re.search(r"[~?%]", value) else 0
    return first[0].toordinal() - fuzzy, last[1].toordinal() + fuzzy


def _days(value: str) -> tuple[date, date] | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
        if day:
            return first, first
        following = date(year + (not month or month == "12"), int(month or 12) % 12 + 1, 1)
        return first, following - timedelta(days=1)
    except ValueError:
        return None

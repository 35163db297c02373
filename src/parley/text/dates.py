"""Publication dates as pages write them; only absolute ones, to the day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,4}|local time)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
CLOCK = rf"(?:\s*[,|@–-]?\s*(?:at\s+)?{TIME})?"
FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d\S*)?",
    r"(?P<y>\d{4})/(?P<m>\d\d?)/(?P<d>\d\d?)" + CLOCK,
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d{4,6}Z?)?(?!\d)",
    WEEKDAY + r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?,?[\s-]+" + MONTH + r",?[\s-]+(?P<y>\d{4})(?!\d)" + CLOCK,
    WEEKDAY + r"(?<![a-z])" + MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)" + CLOCK,
    r"(?<!\d)(?P<d>\d{1,2})(?P<sep>[./-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)" + CLOCK,
)
LEAD = rf"(?:(?:first\s+)?(?:published|posted|(?:last\s+)?(?:updated|modified)|date|on)\s*(?:on|at)?\s*:?\s*)?(?:{TIME},?\s+)?"
YEARS = range(1800, 2200)  # what lies outside is a default value of somebody's software


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(LEAD + form, re.IGNORECASE) for form in FORMS)


def find_date(text: str, *, whole: bool = False) -> str | None:
    """The first absolute date in the text, as EDTF to the day.

    A date in figures is read day first; where that is no date, month first. What the clock says is left out: the page
    seldom says in which zone.

    Args:
        whole: the text must be a date, perhaps with a time, and nothing else.
    """
    found = find_dates(text, whole=whole)
    return found[0] if found else None


def find_dates(text: str, *, whole: bool = False) -> tuple[str, ...]:
    """All absolute dates in the text, in the order of the text."""
    if not any(c.isdigit() for c in text):
        return ()
    if whole:
        matches = [m for p in _patterns() if (m := p.fullmatch(text.strip()))]
    else:
        matches = sorted((m for p in _patterns() for m in p.finditer(text)), key=lambda m: m.start())
    return tuple(day for m in matches if (day := _edtf(m.groupdict())))


def without_date(text: str) -> str | None:
    """What a line holds beside its first absolute date, the clock and day of the week belonging to that; None without a date.

    >>> without_date("Lumba Post | Friday 2 May 2031, 10:15 CET")
    'Lumba Post | '
    """
    if not any(c.isdigit() for c in text):
        return None
    matches = [m for p in _patterns() for m in p.finditer(text) if _edtf(m.groupdict())]
    first = min(matches, key=lambda m: (m.start(), -m.end()), default=None)
    return text[: first.start()] + text[first.end() :] if first else None


def _edtf(parts: dict[str, str | None]) -> str | None:
    day, month = int(parts["d"] or 0), parts.get("mon")
    number = MONTHS.index(month[:3].lower()) + 1 if month else int(parts.get("m") or 0)
    if not month and number > 12 >= day:
        day, number = number, day
    try:
        found = date(int(parts["y"] or 0), number, day)
    except ValueError:
        return None
    return found.isoformat() if found.year in YEARS else None

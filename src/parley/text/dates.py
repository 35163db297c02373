"""Publication dates as pages write them; only absolute ones, to the day."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d\S*)?",
    WEEKDAY + r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?,?\s+" + MONTH.format("mon") + r",?\s+(?P<y>\d{4})" + CLOCK,
    WEEKDAY + MONTH.format("mon") + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})" + CLOCK,
    r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})" + CLOCK,
)
LEAD = r"(?:(?:published|posted|updated|last updated|date|on)\s*(?:on|at)?\s*:?\s*)?"
PATTERNS = tuple(re.compile(LEAD + f, re.IGNORECASE) for f in FORMS)


def find_date(text: str, *, whole: bool = False) -> str | None:
    """The first absolute date in the text, as EDTF to the day.

    Args:
        whole: the text must be a date and nothing else.

    A date in figures is read day first; where that is no date, month first.
    """
    for pattern in PATTERNS:
        match = pattern.fullmatch(text.strip()) if whole else pattern.search(text)
        if match and (found := _edtf(match.groupdict())):
            return found
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    day, month = int(parts["d"] or 0), parts.get("mon")
    number = MONTHS.index(month[:3].lower()) + 1 if month else int(parts.get("m") or 0)
    if not month and number > 12 >= day:
        day, number = number, day
    try:
        return date(int(parts["y"] or 0), number, day).isoformat()
    except ValueError:
        return None

"""The value of dates that count from the day of publication or from another date of the text."""

from __future__ import annotations

from datetime import date, timedelta

from parley.annotate.date_calendar import (
    day_of,
    ends_of,
    interval,
    month_value,
    nearest_weekday,
    quarter_value,
    week_of,
    weekend_of,
)
from parley.annotate.date_frame import Basis, Frame, Resolved, Type, side, unresolved
from parley.lexicon.dates import Direction

SATURDAY = 5


def resolve_deictic(frame: Frame) -> Resolved:
    """today, yesterday morning, this evening, last night, the day before yesterday."""
    kind: Type = (
        "TIME" if frame.get("part") or frame.get("deictic") == "tonight" or "overnight" in frame.get("whole") else "DATE"
    )
    if frame.today is None:
        return unresolved(kind=kind)
    shift = frame.lexicon.dates.deictics.get(frame.get("deictic"), 0)
    if frame.get("beyond"):
        shift = -2 if frame.get("beyond").startswith("before") else 2
    elif frame.get("which") == "last":
        shift = -1
    return Resolved(value=str(frame.today + timedelta(days=shift)), type=kind, basis="publication")


def resolve_weekday(frame: Frame) -> Resolved:
    """A weekday on the side where the tense places it; "next Friday" is a day of the coming week.

    Where "next" is said less than three days before that weekday, it means the one after: the near one goes by its name alone.
    """
    kind: Type = "TIME" if frame.get("part") else "DATE"
    if frame.today is None:
        return unresolved(kind=kind)
    number = frame.lexicon.dates.weekdays[frame.get("weekday")]
    ahead = (number - frame.today.weekday()) % 7
    week, which = frame.get("week"), frame.get("which")
    if week and week != "week":
        shift = 7 * (1 if "ahead" in week else side(week.replace("of ", "").split()[0]))
        found = frame.today + timedelta(days=number - frame.today.weekday() + shift)
    elif side(which) > 0:
        found = frame.today + timedelta(days=ahead + (7 if ahead < 3 and which == "next" else 0 if ahead else 7))
    elif side(which) < 0:
        found = frame.today - timedelta(days=(7 - ahead) % 7 or 7)
    elif which:
        found = nearest_weekday(frame.today, number, "past" if frame.direction == "past" else "future")
    else:
        found = nearest_weekday(frame.today, number, frame.direction)
    return Resolved(value=str(found), type=kind, basis="publication")


def resolve_unit(frame: Frame) -> Resolved:
    """This week, last month, early next year."""
    if frame.today is None:
        return unresolved()
    value = shifted(frame.today, frame.lexicon.dates.units.get(frame.get("unit"), "Y"), side(frame.get("which")))
    way = frame.get("when").split()[0] if frame.get("when") else ""
    direction: Direction = {"later": "future", "earlier": "past"}.get(way, "unknown")  # type: ignore[assignment]
    return Resolved(value=value, basis="publication", direction=direction if side(frame.get("which")) == 0 else "unknown")


def resolve_weekend(frame: Frame) -> Resolved:
    """ "The weekend": this week's where it has begun or the tense looks ahead, else the last one."""
    if frame.today is None:
        return unresolved()
    this = frame.today.weekday() >= SATURDAY or frame.direction == "future"
    return Resolved(value=weekend_of(frame.today, 0 if this else -1), basis="publication")


def resolve_past_unit(frame: Frame) -> Resolved:
    """ "The past year" is a stretch up to now, "the coming week" one from now; the current one is a date."""
    which, unit = frame.get("which", "which2"), frame.lexicon.dates.units[frame.get("unit", "unit2")]
    if which in ("current", "full", "fiscal") and frame.today:
        return Resolved(value=shifted(frame.today, unit, 0), basis="publication", direction="present")
    way = "past" if side(which) < 0 else "future" if side(which) > 0 else "present"
    return Resolved(value=length("1", unit), type="DURATION", basis="publication", direction=way)  # type: ignore[arg-type]


def resolve_next(frame: Frame) -> Resolved:
    """ "The next day", "the previous month", "that year": counted from the last date that the page named."""
    ends, unit = ends_of(frame.anchor), frame.lexicon.dates.units.get(frame.get("unit"), "D")
    if ends is None:
        return unresolved()
    if unit == "D" and day_of(frame.anchor) is None:
        return unresolved()
    shift = side(frame.get("which")) if frame.get("which") not in ("same", "") else 0
    kind: Type = "TIME" if frame.get("part") else "DATE"
    return Resolved(value=shifted(ends[1] if shift > 0 else ends[0], unit, shift), type=kind, basis="sentence")


def resolve_edge(frame: Frame) -> Resolved:
    """The end, middle or beginning of this or another week, month, year."""
    if frame.today is None:
        return unresolved()
    unit = frame.lexicon.dates.units[frame.get("unit")]
    value = shifted(frame.today, unit, side(frame.get("which")))
    ends, edge = ends_of(value), frame.get("edge")
    if ends is None:
        return unresolved()
    found = {"end": ends[1], "close": ends[1], "beginning": ends[0], "start": ends[0], "turn": ends[0]}.get(edge)
    return Resolved(value=f"{found}~" if found else value, basis="publication")


def resolve_ago(frame: Frame) -> Resolved:
    """So and so many units before publication; "a few days" are two to five."""
    unit = frame.lexicon.dates.units[frame.get("unit", "unit2").rstrip("s") if frame.get("bare") else frame.get("unit")]
    if frame.today is None:
        return unresolved("past")
    if frame.get("vague") and unit == "D":
        return Resolved(value=interval(f"{frame.today - timedelta(5)}~", f"{frame.today - timedelta(2)}~"), basis="publication")
    count = frame.lexicon.units.numbers.value_of(_one(frame.get("n"))) if frame.get("n") else None
    if count is None:
        return unresolved("past")
    return Resolved(value=counted(frame.today, unit, -count), basis="publication")


def resolve_offset(frame: Frame) -> Resolved:
    """So and so many units after or before the last date that the page named, or from now."""
    unit = frame.lexicon.dates.units[frame.get("unit", "unit2")]
    way = frame.get("way", "way2")
    from_now = way in ("from now", "hence")
    ends = (frame.today, frame.today) if from_now and frame.today else ends_of(frame.anchor)
    count = frame.lexicon.units.numbers.value_of(_one(frame.get("n"))) if frame.get("n") else None
    if ends is None or count is None:
        number = str(int(count)) if count is not None else "X"
        return Resolved(value=length(number, unit), type="DURATION", basis="none")
    forward = way in ("later", "afterwards", "from now", "hence")
    basis: Basis = "publication" if from_now else "sentence"
    if unit.startswith("T"):
        return Resolved(value=str(ends[0]) if ends[0] == ends[1] else None, type="TIME", basis=basis)
    if unit == "D" and ends[0] != ends[1]:
        return unresolved()
    return Resolved(value=counted(ends[1] if forward else ends[0], unit, count if forward else -count), basis=basis)


def shifted(day: date, unit: str, shift: int) -> str | None:
    """The day, week, month ... of `day`, `shift` units on, as EDTF; `unit` by Dates.units."""
    if unit == "D":
        return str(day + timedelta(days=shift))
    if unit == "W":
        return week_of(day, shift)
    if unit == "WE":
        return weekend_of(day, shift)
    if unit == "M":
        return month_value(day.year, day.month + shift)
    if unit == "Q":
        return quarter_value(day.year, (day.month + 2) // 3 + shift)
    if unit == "Y":
        return f"{day.year + shift:04d}"
    size = {"E": 10, "C": 100}.get(unit)
    first = day.year // size * size + shift * size if size else 0
    return interval(f"{first:04d}", f"{first + size - 1:04d}") if size else None


def counted(day: date, unit: str, count: float) -> str | None:
    """The date `count` units on: to the day for days, about the day for weeks, else to the month or year."""
    try:
        if unit == "D":
            return str(day + timedelta(days=round(count)))
        if unit in ("W", "W2", "WE"):
            return f"{day + timedelta(weeks=round(count) * (2 if unit == 'W2' else 1))}~"
        if unit in ("M", "Q"):
            return month_value(day.year, day.month + round(count) * (3 if unit == "Q" else 1))
        if unit in ("Y", "E", "C"):
            years = day.year + round(count * {"Y": 1, "E": 10, "C": 100}[unit])
            return f"{years:04d}" if 0 < years < 10000 else None
        return str(day)
    except OverflowError:
        return None


def length(number: str, unit: str) -> str:
    """An ISO 8601 duration; `number` may be "X" for a vague one."""
    halves = {"TM": (60, "S"), "TH": (60, "M"), "Y": (12, "M")}
    if "." in number and unit in halves:
        whole, part = divmod(float(number), 1)
        size, small = halves[unit]
        written = f"{whole:g}{unit[-1]}" if whole else ""
        return f"P{'T' if unit[0] == 'T' else ''}{written}{part * size:g}{small}"
    if unit in ("TS", "TM", "TH"):
        return f"PT{number}{unit[1]}"
    if unit in ("W2", "Q", "E", "C"):
        factor, letter = {"W2": (2, "W"), "Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y")}[unit]
        return f"P{number if number == 'X' else f'{float(number) * factor:g}'}{letter}"
    return f"P{number}{'W' if unit == 'WE' else unit}"


def _one(words: str) -> str:
    return "one" if words in ("a", "an") else words

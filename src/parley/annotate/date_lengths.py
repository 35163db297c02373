"""The value of stretches of time, repeated times, times of day, and words like "now" and "recently"."""

from __future__ import annotations

from datetime import date, timedelta

from parley.annotate.date_calendar import day_of, nearest_day, nearest_weekday, safe_date
from parley.annotate.date_frame import Frame, Resolved, unresolved
from parley.annotate.date_relative import length

OFTEN = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def resolve_stretch(frame: Frame) -> Resolved:
    """ "The past three years", "recent months": a length that ends or begins now."""
    unit = _unit(frame)
    way = "past" if frame.get("side") in ("recent", "past", "last", "previous") else "future"
    return Resolved(value=length(_number(frame), unit), type="DURATION", basis="publication", direction=way)  # type: ignore[arg-type]


def resolve_duration(frame: Frame) -> Resolved:
    """A length of time."""
    return Resolved(value=length(_number(frame), _unit(frame)), type="DURATION", basis="absolute")


def resolve_set(frame: Frame) -> Resolved:
    """A time that comes again: its period, as ISO 8601 duration."""
    if frame.get("often"):
        return Resolved(value=OFTEN[frame.get("often")], type="SET")
    if frame.get("weekday"):
        return Resolved(value="P1W", type="SET")
    if frame.get("month", "season"):
        return Resolved(value="P1Y", type="SET")
    if frame.get("part"):
        return Resolved(value="P1D", type="SET")
    number = _number(frame) if frame.get("n") else "1"
    return Resolved(value=length(number, _unit(frame)), type="SET")


def resolve_clock(frame: Frame) -> Resolved:
    """A time of day, on the weekday named with it, else on the last day named, else on the day of publication."""
    hour, minute = _hour(frame)
    day = frame.today
    if frame.get("weekday") and day:
        day = nearest_weekday(day, frame.lexicon.dates.weekdays[frame.get("weekday")], frame.direction)
    elif frame.get("deictic") and day:
        day += timedelta(days=frame.lexicon.dates.deictics[frame.get("deictic")])
    elif frame.get("month"):
        day = _dated(frame)
    elif frame.anchor and day_of(frame.anchor):
        day = day_of(frame.anchor)
    if day is None or not 0 <= hour < 24:
        return unresolved(kind="TIME")
    basis = "sentence" if frame.anchor and not frame.get("weekday", "deictic", "month") else "publication"
    return Resolved(value=f"{day}T{hour:02d}:{minute:02d}", type="TIME", basis=basis)  # type: ignore[arg-type]


def _dated(frame: Frame) -> date | None:
    """The day of a clock time that names month and day."""
    month, day = frame.lexicon.dates.months[frame.get("month")], int(frame.get("day"))
    if frame.get("year"):
        return safe_date(int(frame.get("year")), month, day)
    return nearest_day(frame.today, month, day, frame.direction, None) if frame.today else None


def _hour(frame: Frame) -> tuple[int, int]:
    if frame.get("hour24"):
        return int(frame.get("hour24")), int(frame.get("minute24"))
    if not frame.get("hour"):
        return (12 if "noon" in frame.get("whole") else 0), 0
    hour, minute = int(frame.get("hour")), int(frame.get("minute") or 0)
    return (hour % 12 + (12 if frame.get("meridiem") == "p" else 0) if hour <= 12 else -1), minute


def resolve_part(frame: Frame) -> Resolved:
    """A part of the day alone: of the last day named, else of the day of publication."""
    day = day_of(frame.anchor) or frame.today
    return Resolved(value=str(day), type="TIME", basis="sentence") if day else unresolved(kind="TIME")


def resolve_reference(frame: Frame) -> Resolved:
    """No date, but a side of the present."""
    return unresolved(frame.lexicon.dates.references[frame.get("reference")])


def _unit(frame: Frame) -> str:
    word = frame.get("unit", "unit2")
    units = frame.lexicon.dates.units
    return units.get(word) or units.get({"centurie": "century"}.get(word, word.rstrip("s"))) or "D"


def _number(frame: Frame) -> str:
    """The count of units; 1 for "daylong" and "the year", 2 for a couple, "X" for "months" and for "two to three"."""
    words = frame.get("n")
    if not words:
        return "2" if "couple" in frame.get("whole") else "1" if _is_single(frame) else "X"
    if frame.get("from") or frame.get("or") in ("two", "three"):
        return "X"
    value = _value(words, frame)
    if value is None:
        return "X"
    return f"{value + FRACTIONS.get(frame.get('fraction'), 0.5 if frame.get('half') else 0):g}"


def _is_single(frame: Frame) -> bool:
    if frame.rule == "date-the-year":
        return True
    return frame.rule == "date-long" and not frame.get("whole").split("-")[0].removesuffix("long").rstrip("- ").endswith("s")


def _value(words: str, frame: Frame) -> float | None:
    if words in ("a", "an"):
        return 1.0
    return 0.5 if words.startswith(("half", "a half")) else frame.lexicon.units.numbers.value_of(words)

"""Time expressions of news English (`data/lang/en/dates.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from parley.errors import LexiconError
from parley.lexicon import numbers
from parley.lexicon.reader import Entry, entries, read_yaml, words

FILE = "lang/en/dates.yaml"

Direction = Literal["past", "present", "future", "unknown"]

MODS = ("early", "late", "mid", "later", "earlier", *(f"{e} of" for e in ("end", "beginning", "start", "middle")), "end")
DAY = r"(?P<day{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
MACRO = re.compile(r"\{([a-z]+2?)\}")
SPOKEN = r"(?:eighteen|nineteen|twenty)\s+"  # "nineteen ninety-six", as transcripts have it
YEAR = r"(?P<year{0}>(?:1[5-9]|20)\d\d|{1})"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """One kind of time expression: its pattern, and the name of the calculation that gives its value."""

    id: str
    pattern: re.Pattern[str]
    resolve: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Knowledge about dates; words in lower case.

    Attributes:
        months, weekdays: names, also short ones, with their number (January 1, Monday 0).
        seasons: first and last month; a last month that is smaller lies in the next year.
        units: "week" with its ISO 8601 letter; "TH" is an hour, "E" a decade, "C" a century, "WE" a weekend.
        holidays: month and day of those with a fixed date.
        feasts: month, weekday and which of the month (-1 the last) of those on a weekday; easter: days from Easter.
        parts: of the day, by TIMEX3; deictics: days from publication; references: side of the present.
        ambiguous: months that are also other words; leads: what makes a bare month or year a date before it.
        holders: words before a number that is no year.
        plain: lemmas that tell no dated clause from another.
        future, ahead: cues of the future: governors ("due"), words before a noun ("ahead").
        same_past: verbs whose past looks like their present.
        rules: in their order.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    deictics: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int]]
    feasts: Mapping[str, tuple[int, int, int]]
    easter: Mapping[str, int]
    references: Mapping[str, Direction]
    ambiguous: frozenset[str]
    leads: frozenset[str]
    holders: frozenset[str]
    plain: frozenset[str]
    future: frozenset[str]
    ahead: frozenset[str]
    same_past: frozenset[str]
    rules: tuple[DateRule, ...]


def read() -> Dates:
    """Reads the data file.

    Raises:
        LexiconError: the file breaks its own rules.
    """
    data = read_yaml(FILE)
    cues = {str(e["id"]): frozenset(words(e, "words")) for e in entries(data, "cues", FILE)}
    seasons = {w: (int(a), int(b)) for w, (a, b) in cast(Mapping[str, list[int]], _table(data, "seasons")).items()}
    references = {w: cast(Direction, str(e["direction"])) for e in entries(data, "references", FILE) for w in words(e, "words")}
    return Dates(
        months=_numbers(data, "months"),
        weekdays=_numbers(data, "weekdays"),
        seasons=seasons,
        units={w: str(v) for w, v in _table(data, "units").items()},
        parts={w: str(v) for w, v in _table(data, "parts").items()},
        deictics=_numbers(data, "deictics"),
        holidays={w.lower(): (int(m), int(d)) for w, (m, d) in cast(Mapping[str, list[int]], _table(data, "holidays")).items()},
        feasts={w.lower(): (m, d, n) for w, (m, d, n) in cast(Mapping[str, list[int]], _table(data, "feasts")).items()},
        easter=_numbers(data, "easter"),
        references=references,
        ambiguous=_set(data, "ambiguous"),
        leads=_set(data, "leads"),
        holders=_set(data, "holders"),
        plain=_set(data, "plain"),
        future=cues["future-governor"],
        ahead=cues["future-noun"],
        same_past=cues["same-past"],
        rules=_rules(data, references),
    )


def _table(data: Entry, key: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for entry in entries(data, key, FILE):
        table = entry["words"]
        if not isinstance(table, dict):
            raise LexiconError(FILE, str(entry["id"]), "words is not a table of values")
        found |= table
    return found


def _numbers(data: Entry, key: str) -> dict[str, int]:
    return {w.lower(): int(str(v)) for w, v in _table(data, key).items()}


def _set(data: Entry, key: str) -> frozenset[str]:
    return frozenset(w.lower() for e in entries(data, key, FILE) for w in words(e, "words"))


def _rules(data: Entry, references: Mapping[str, Direction]) -> tuple[DateRule, ...]:
    macros = _macros(data, references)
    found = []
    for entry in entries(data, "rules", FILE):
        try:
            pattern = re.compile(rf"(?<![\w.])(?:{MACRO.sub(lambda m: macros[m[1]], str(entry['pattern']))})", re.IGNORECASE)
        except (KeyError, re.error) as error:
            raise LexiconError(FILE, str(entry.get("id")), f"pattern: {error}") from error
        found.append(DateRule(id=f"date-{entry['id']}", pattern=pattern, resolve=str(entry["resolve"])))
    return tuple(found)


def _macros(data: Entry, references: Mapping[str, Direction]) -> dict[str, str]:
    """What {name} stands for; names of months and days only with a capital, for "may" and "sat" are no dates."""
    known = numbers.read()
    stop = r"(?:(?<=[A-Za-z]{3})(?<![a-z]{4})(?<!May)\.|(?<=Sept)\.)?"  # the full stop of a short name
    month = rf"(?-i:(?P<month{{0}}>{_named(_table(data, 'months'))})\b){stop.replace('{', '{{').replace('}', '}}')}"
    full = r"(?<=y)(?<!\.)"  # a short name of a day needs a date behind it: "sat" and "sun" are words
    dated = r"(?=\.?,?\s+(?-i:[A-Z][a-z]+\.?\s+\d|\d))"
    weekday = rf"(?-i:(?P<weekday{{0}}>{_named(_table(data, 'weekdays'))})(?=\b|s\b))\.?(?:{full}|{dated})"
    units = _either(_table(data, "units"))
    teens, tens, ones = ([w for w, v in known.cardinals.items() if a <= v < b] for a, b in ((10, 20), (20, 100), (1, 10)))
    spoken = rf"{SPOKEN}(?:(?:{'|'.join(tens)})(?:[\s-](?:{'|'.join(ones)}))?|{'|'.join(teens)}|oh[\s-](?:{'|'.join(ones)}))\b"
    return {
        "month": month.format(""),
        "month2": month.format("2"),
        "weekday": weekday.format(""),
        "day": DAY.format(""),
        "day2": DAY.format("2"),
        "year": YEAR.format("", spoken),
        "year2": YEAR.format("2", spoken),
        "season": rf"(?P<season>{_either(_table(data, 'seasons'))})",
        "unit": rf"(?P<unit>{units})",
        "unit2": rf"(?P<unit2>{units})",
        "part": rf"(?P<part>{_either(_table(data, 'parts'))})",
        "deictic": rf"(?P<deictic>{_either(_table(data, 'deictics'))})(?!\w)",
        "reference": rf"(?P<reference>{_either(references)})",
        "holiday": rf"(?-i:(?P<holiday>{_either({w: 0 for k in ('holidays', 'feasts', 'easter') for w in _table(data, k)})}))",
        "mod": rf"(?P<mod>{_either(dict.fromkeys(MODS))})",
        "mod2": rf"(?P<mod2>{_either(dict.fromkeys(MODS))})",
        "about": rf"(?P<about>{known.hedge}|(?:just\s+)?(?:a\s+)?little\s+(?:more|less)\s+than)",
        "number": rf"(?:{known.exact}|an?(?=[\s-]))",
    }


def _either(options: Mapping[str, object]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(options, key=lambda w: (-len(w), w)))


def _named(options: Mapping[str, object]) -> str:
    """Names as written and in capitals."""
    return _either({w: 0 for name in options for w in (name, name.upper())})

"""Time expressions of a page, resolved against its own publication date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from parley.annotate import date_lengths, date_quarters, date_relative, date_values
from parley.annotate.date_calendar import day_of, ends_of
from parley.annotate.date_frame import Frame, Resolved
from parley.annotate.date_guards import is_time
from parley.annotate.date_tense import direction_at
from parley.lexicon import Lexicon
from parley.lexicon.dates import DateRule, Direction
from parley.model.marks import Marks, TimeRef
from parley.model.text import Document, Sentence, Span

RESOLVERS: Mapping[str, Callable[[Frame], Resolved]] = MappingProxyType(
    {
        "day": date_values.resolve_day,
        "holiday": date_values.resolve_holiday,
        "weekend": date_relative.resolve_weekend,
        "figures": date_values.resolve_figures,
        "days": date_values.resolve_days,
        "month": date_values.resolve_month,
        "months": date_values.resolve_months,
        "year": date_values.resolve_year,
        "years": date_values.resolve_years,
        "decade": date_values.resolve_decade,
        "century": date_values.resolve_century,
        "season": date_values.resolve_season,
        "quarter": date_quarters.resolve_quarter,
        "period": date_quarters.resolve_period,
        "year-before": date_quarters.resolve_year_before,
        "year-end": date_values.resolve_year_end,
        "deictic": date_relative.resolve_deictic,
        "weekday": date_relative.resolve_weekday,
        "unit": date_relative.resolve_unit,
        "past-unit": date_relative.resolve_past_unit,
        "next": date_relative.resolve_next,
        "edge": date_relative.resolve_edge,
        "ago": date_relative.resolve_ago,
        "offset": date_relative.resolve_offset,
        "stretch": date_lengths.resolve_stretch,
        "duration": date_lengths.resolve_duration,
        "set": date_lengths.resolve_set,
        "clock": date_lengths.resolve_clock,
        "part": date_lengths.resolve_part,
        "reference": date_lengths.resolve_reference,
    }
)


COMPARING = frozenset({"date-year-before", "date-the-quarter"})


def find_dates(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[TimeRef, ...]:
    """The time expressions of title, standfirst and body, in the order of the text.

    Weekdays and "yesterday" are resolved against `document.published`; without it they stay without value. "A day later" counts
    from the last date named before. What "by June" or "since June" bounds is left to the matchers: the value is that of "June".
    """
    today = day_of((document.published or "")[:10])
    found: list[TimeRef] = []
    for sentence in document.sentences:
        for rule, span, groups in _chosen(document.text, sentence, lexicon):
            found.append(_ref(sentence, rule, span, groups, today, _named(found, today), lexicon))
    return tuple(found)


def _named(found: list[TimeRef], today: date | None) -> tuple[str | None, str | None]:
    """The last date that the page named, and the quarter it reports on; a comparison with the year before is neither."""
    named = [t for t in reversed(found) if t.type in ("DATE", "TIME") and t.rule not in COMPARING and ends_of(t.value)]
    quarters = [t.value for t in reversed(named) if t.value and t.rule == "date-quarter" and date_quarters.is_quarter(t.value)]
    return next((t.value for t in named), None), date_quarters.reported(quarters, today)


def _chosen(text: str, sentence: Sentence, lexicon: Lexicon) -> list[tuple[DateRule, Span, Mapping[str, str]]]:
    """The matches of one sentence that do not overlap: the longest first, the earlier rule among equals."""
    matches = []
    for order, rule in enumerate(lexicon.dates.rules):
        for match in rule.pattern.finditer(text, sentence.span.start, sentence.span.end):
            span = _extent(match)
            if is_time(rule, match, span, sentence, lexicon):
                groups = {name: _plain(name, words or "", lexicon) for name, words in match.groupdict().items()}
                matches.append((-len(span), order, span, rule, groups | {"whole": span.of(text).lower()}))
    kept: list[tuple[DateRule, Span, Mapping[str, str]]] = []
    for _, _, span, rule, groups in sorted(matches, key=lambda m: (m[0], m[1], m[2])):
        if not any(span.meets(other) for _, other, _ in kept):
            kept.append((rule, span, groups))
    return sorted(kept, key=lambda k: k[1])


def _plain(group: str, words: str, lexicon: Lexicon) -> str:
    """What a group matched, in lower case; a year in figures, however it is written."""
    if not group.startswith("year") or not words[:1].isalpha():
        return words.lower()
    century, _, rest = words.lower().partition(" ")
    numbers = lexicon.units.numbers
    return f"{100 * (numbers.value_of(century) or 0) + (numbers.value_of(rest.replace('oh', '')) or 0):.0f}"


def _extent(match: re.Match[str]) -> Span:
    named = [n for n in ("span", "span2") if n in match.re.groupindex and match[n] is not None]
    start, end = match.span(named[0]) if named else match.span()
    return Span(start=start, end=end)


def _ref(
    sentence: Sentence,
    rule: DateRule,
    span: Span,
    groups: Mapping[str, str],
    today: date | None,
    named: tuple[str | None, str | None],
    lexicon: Lexicon,
) -> TimeRef:
    tense = direction_at(sentence, span, lexicon.dates)
    frame = Frame(rule=rule.id, groups=groups, today=today, anchor=named[0], quarter=named[1], direction=tense, lexicon=lexicon)
    found = RESOLVERS[rule.resolve](frame)
    return TimeRef(
        span=span,
        type=found.type,
        value=found.value,
        basis=found.basis,
        direction=found.direction if found.direction != "unknown" else _side_of(found, today, tense),
        hedge=_hedge(groups),
        rule=rule.id,
    )


def _side_of(found: Resolved, today: date | None, tense: Direction) -> Direction:
    """Where the value lies against the publication; by the tense where there is no value."""
    ends = ends_of(found.value) if found.type in ("DATE", "TIME") else None
    if ends is None or today is None:
        return tense
    if ends[1] < today:
        return "past"
    if ends[0] > today:
        return "future"
    return "present" if tense == "unknown" else tense


def _hedge(groups: Mapping[str, str]) -> str | None:
    words = next((groups[n] for n in ("mod", "about", "edge", "when") if groups.get(n)), "")
    return " ".join(words.split()) or None

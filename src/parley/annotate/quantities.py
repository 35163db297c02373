"""Numbers of something: how many or how much, of what, with which hedge, by whose word."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.annotate.quantity_counted import Counted, find_counted
from parley.annotate.quantity_guards import is_quantity
from parley.annotate.quantity_voices import find_voices
from parley.lexicon import Lexicon
from parley.lexicon.units import Units
from parley.model.marks import Marks, Quantity, TimeRef
from parley.model.text import Document, Sentence, Span

HANDED = re.compile(r"\b(?:hand|turn|give|take|sign|bring)(?:s|ed|ing)?\s$|\b(?:gave|took|brought)\s$", re.IGNORECASE)
HUMAN = frozenset({"killed", "wounded", "casualties", "missing", "displaced", "held", "freed"})  # what befalls people alone
TIME_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour", "DE": "decade"}


def find_quantities(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The quantities of title, standfirst and body, in the order of the text.

    Dates, ages, numbers inside names and "one" as a pronoun are left out. What is counted is read from the sentence alone.
    """
    found: list[Quantity] = []
    for sentence in document.sentences:
        voices = find_voices(sentence, marks, lexicon)
        times = tuple(t for t in marks.times if t.span.meets(sentence.span))
        numbers = _numbers(document.text, sentence, times, lexicon)
        spans = tuple(span for _, span in numbers)
        walls = (*spans, *(t.span for t in times))
        here = [_quantity(document.text, sentence, m, span, walls, voices, lexicon) for m, span in numbers]
        here = _same_sums(document.text, here, lexicon.units)
        here += [_length(document.text, sentence, t, voices, lexicon) for t in _bare_lengths(times, spans)]
        found += sorted(here, key=lambda q: q.span)
    return tuple(found)


def _numbers(text: str, sentence: Sentence, times: tuple[TimeRef, ...], lexicon: Lexicon) -> list[tuple[re.Match[str], Span]]:
    found = []
    for match in lexicon.units.quantity.finditer(text, sentence.span.start, sentence.span.end):
        words = match[0]
        lead = len(words) - len(words.lstrip())
        span = Span(start=match.start() + lead, end=match.start() + len(words.rstrip()))
        if is_quantity(match, span, sentence, times, lexicon):
            found.append((match, span))
    return found


def _quantity(
    text: str,
    sentence: Sentence,
    match: re.Match[str],
    span: Span,
    walls: tuple[Span, ...],
    voices: tuple[str, ...],
    lexicon: Lexicon,
) -> Quantity:
    """The quantity at `span`; no search for what it counts passes the numbers and dates at `walls`."""
    units = lexicon.units
    span, hedge = _hedged(match, span, sentence)
    counted = find_counted(sentence, span, text, tuple(w for w in walls if not w.meets(span)), units)
    low, high = _bounds(match, hedge, units)
    if (match["unit"] or "").lower().startswith("decade"):
        low, high = (None if v is None else 10 * v for v in (low, high))
    unit = units.unit_of(match["sign"] or match["unit"] or "")
    end = counted.end if unit is None and counted.words else span.end
    return Quantity(
        span=Span(start=span.start, end=max(end, span.end)),
        low=low,
        high=high,
        unit="year" if unit == "decade" else unit or _class_of(counted, units),
        counted=_label(counted, unit, _measured(sentence, span), units),
        hedge=hedge,
        said_by=voices,
        rule="quantity-range" if match["high"] else "quantity-vague" if match["loose"] else "quantity-number",
    )


def _same_sums(text: str, quantities: list[Quantity], units: Units) -> list[Quantity]:
    """A sum in brackets right behind a sum in another currency is the same sum, and says so."""
    made: list[Quantity] = []
    for quantity in quantities:
        last = made[-1] if made else None
        money = last is not None and {last.unit, quantity.unit} <= set(units.currencies.values()) and last.unit != quantity.unit
        if money and last is not None and text[last.span.end : quantity.span.start].strip() in ("(", "[", "or", ", or"):
            quantity = replace(quantity, counted=f"{last.counted}, in another currency")
        made.append(quantity)
    return made


def _hedged(match: re.Match[str], span: Span, sentence: Sentence) -> tuple[Span, str | None]:
    """The span and hedge of a number; "over" that belongs to a verb ("hands over four soldiers") is no hedge."""
    hedge = " ".join((match["hedge"] or "").split())
    particle = any(t.span.start == span.start and t.rel == "compound:prt" for t in sentence.tokens)
    if hedge and (particle or HANDED.search(match.string, sentence.span.start, span.start)) and hedge.lower() == "over":
        return Span(start=match.start("sign") if match["sign"] else match.start("low"), end=span.end), None
    return span, hedge or None


def _measured(sentence: Sentence, span: Span) -> str:
    """The noun that a length or share is of, before it: "a truce of ten days", "turnout of 40%", "cut the fleet by 98%"."""
    before = [t for t in sentence.tokens if t.span.end <= span.start][-4:]
    link = next((t for t in reversed(before) if t.upos == "ADP"), None)
    noun = next((t for t in reversed(before) if t.upos == "NOUN"), None)
    near = noun is not None and link is not None and noun.span.end <= link.span.start
    return noun.text if near and noun is not None and link is not None and link.text.lower() in ("of", "by", "at", "to") else ""


def _bounds(match: re.Match[str], hedge: str | None, units: Units) -> tuple[float | None, float | None]:
    if match["loose"]:
        return None, None
    low, high = units.numbers.value_of(match["low"]), units.numbers.value_of(match["high"] or "")
    if high is not None and low is not None:
        scale = re.search(r"[a-z]+$", match["high"].lower())
        if scale and low < high / 100 and units.numbers.scales.get(scale[0], 1) > 1:
            low *= units.numbers.scales[scale[0]]
        return (low, high) if low <= high else (low, low)
    bound = units.numbers.bound_of(_hedge_word(hedge, units))
    return (low, None) if bound == "low" else (None, low) if bound == "high" else (low, low)


def _hedge_word(hedge: str | None, units: Units) -> str | None:
    """The part of a compound hedge that bounds ("at least some")."""
    words = " ".join((hedge or "").lower().split()).removesuffix(" the")
    bounding = [h for h, b in units.numbers.hedges.items() if b != "none" and re.search(rf"\b{re.escape(h)}\b", words)]
    return max(bounding, key=len, default=words or None)


def _class_of(counted: Counted, units: Units) -> str:
    """People, states, or else the noun itself; a killed or wounded number without noun counts people."""
    if counted.head in units.classes:
        return units.classes[counted.head]
    if counted.human:
        return "people"
    if counted.head in ("", "others"):
        return "people" if counted.outcome in HUMAN else counted.head
    return counted.head


def _label(counted: Counted, unit: str | None, measured: str, units: Units) -> str:
    """The counted thing with what befell it; a sum says that it is one."""
    thing = counted.words.lstrip("- ").removeprefix("of ").removeprefix("the ")
    if unit in units.times.values():
        return f"length of {thing or measured or 'time'}"
    if unit == "times":
        return "times"
    if unit is not None and unit in units.currencies.values():
        return " ".join(p for p in ("sum", counted.outcome if counted.outcome in ("sought", "pledged") else "") if p)
    if unit is not None and not thing:
        return measured or ("share" if unit == "percent" else "amount")
    words = thing or ("people" if counted.outcome else "")
    outcome = counted.outcome if counted.outcome and counted.outcome not in words.split() else ""
    return " ".join(p for p in (words, outcome) if p)


def _bare_lengths(times: tuple[TimeRef, ...], spans: tuple[Span, ...]) -> list[TimeRef]:
    """Lengths of time that have no number of their own: "months-long", "for months", "daylong"."""
    rules = ("date-long", "date-bare-units")
    return [t for t in times if t.type == "DURATION" and t.rule in rules and not any(t.span.meets(s) for s in spans)]


def _length(text: str, sentence: Sentence, time: TimeRef, voices: tuple[str, ...], lexicon: Lexicon) -> Quantity:
    counted = find_counted(sentence, time.span, text, (), lexicon.units)
    value = re.fullmatch(r"PT?(\d+|X)([A-Z]+)", time.value or "")
    number = float(value[1]) if value and value[1] != "X" else None
    return Quantity(
        span=time.span,
        low=number,
        high=number,
        unit=TIME_UNITS.get(value[2] if value else "", "day"),
        counted=f"length of {counted.words}" if counted.words and time.rule == "date-long" else "length of time",
        hedge=time.hedge,
        said_by=voices,
        rule="quantity-length",
    )

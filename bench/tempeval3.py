"""Time expressions against TimeML: the shared task's measures for task A of TempEval-3.

Source: UzZaman et al. 2013, SemEval-2013 Task 1: strict is the same extent, relaxed any overlap, value F1 the relaxed matches
whose value is right over all.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from parley.annotate.date_calendar import ends_of
from parley.annotate.dates import find_dates
from parley.language.parser import Parser
from parley.lexicon import load
from parley.model.marks import Marks, TimeRef
from parley.model.text import Block, Document, OffsetMap, Snapshot, Span
from parley.text.segment import find_sentences

PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI", "overnight": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAYS = tuple(name.lower() for name in calendar.day_name)
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
INTERVALS = frozenset({"date-years", "date-months", "date-month-days", "date-days-month"})
JOINT = re.compile(r"\s+(?:and|to|or|through|until|till)\s+")
AGO = frozenset({"date-ago", "date-offset"})
REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 value."""

    start: int
    end: int
    value: str
    text: str


def run(data: Path | None) -> dict[str, float]:
    """Figures over all .tml files beneath `data`; without tags in the text they are left out."""
    if data is None:
        raise SystemExit("tempeval3 needs --data: a folder of .tml files")
    files = sorted(p for p in data.rglob("*.tml") if not p.name.startswith("."))
    with ProcessPoolExecutor(max_workers=2) as pool:
        counts = list(pool.map(counted, files, chunksize=8))
    gold, found, strict, relaxed, right = (sum(c[k] for c in counts) for k in range(5))
    return {
        "extent_strict_f1": f1(strict, found, gold),
        "extent_relaxed_f1": f1(relaxed, found, gold),
        "value_f1": f1(right, found, gold),
    }


def f1(hits: int, found: int, gold: int) -> float:
    """The F1 of `hits` among `found` and `gold`."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def counted(path: Path) -> tuple[int, int, int, int, int]:
    """Of one file: gold, found, same extent, overlapping, overlapping with the right value."""
    gold, found = compared(path)
    pairs = [(g, f) for g in gold if (f := next((f for f in found if f.start < g.end and g.start < f.end), None))]
    strict = sum(g.start == f.start and g.end == f.end for g, f in pairs)
    return len(gold), len(found), strict, len(pairs), sum(g.value == f.value for g, f in pairs)


def compared(path: Path) -> tuple[list[Timex], list[Timex]]:
    """Gold and found time expressions of one file."""
    text, gold, published = read_tml(path)
    refs = find_dates(_parsed(_document(text, published)), Marks(document="D0"), load())
    return gold, [t for r in refs for t in timexes_of(r, text)]


@cache
def _parser() -> Parser:
    return Parser()


def _parsed(document: Document) -> Document:
    found = _parser().parse([s.span.of(document.text) for s in document.sentences])
    sentences = (
        replace(s, tokens=tuple(replace(t, span=t.span.shift(s.span.start)) for t in tokens))
        for s, tokens in zip(document.sentences, found, strict=True)
    )
    return replace(document, sentences=tuple(sentences))


def read_tml(path: Path) -> tuple[str, list[Timex], str]:
    """The text, its gold time expressions and the day of publication.

    Raises:
        ParseError: the file is no XML.
    """
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None:
        return "", [], ""
    parts: list[str] = []
    gold: list[Timex] = []
    _walk(body, parts, gold)
    return "".join(parts), gold, (stamp.get("value", "") if stamp is not None else "")[:10]


def _walk(node: ElementTree.Element, parts: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        _walk(child, parts, gold)
        parts.append(child.tail or "")
    if node.tag == "TIMEX3":
        end = sum(map(len, parts))
        gold.append(Timex(start=start, end=end, value=node.get("value", ""), text="".join(parts)[start:end]))


def _document(text: str, published: str) -> Document:
    day = published if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    paragraphs = list(re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    blocks = tuple(Block(span=Span(start=m.start(), end=m.end()), role="body", rule="bench") for m in paragraphs)
    return Document(
        id="D0",
        snapshot=Snapshot(uri="", text=text, sha256="", media_type="text/plain", encoding="utf-8"),
        text=text,
        map=OffsetMap.identity(len(text)),
        blocks=blocks,
        sentences=find_sentences(text, blocks),
        published=day,
    )


def timexes_of(ref: TimeRef, text: str) -> list[Timex]:
    """A TimeRef in TIMEX3's own values, which has codes for weeks, seasons and parts of the day.

    An interval that the words make of two dates ("from March to May") is two expressions there.
    """
    words = ref.span.of(text)
    left, _, right = (ref.value or "").partition("/")
    joint = JOINT.search(words) if ref.rule in INTERVALS and right else None
    if joint is None:
        return [Timex(start=ref.span.start, end=ref.span.end, value=_value(ref, words.lower()), text=words)]
    first, second = words[: joint.start()], words[joint.end() :]
    return [
        Timex(start=ref.span.start, end=ref.span.start + len(first), value=left, text=first),
        Timex(start=ref.span.end - len(second), end=ref.span.end, value=right, text=second),
    ]


def _value(ref: TimeRef, words: str) -> str:
    if ref.value is None:
        return REFERENCES.get(ref.direction, "")
    if ref.type == "SET":
        return _repeated(ref.value, words)
    if ref.type == "DURATION":
        return ref.value
    if "T" in ref.value:
        return ref.value
    if ref.type == "TIME":
        return ref.value + next((code for word, code in PARTS.items() if word in words), "")
    return _date(ref, words)


def _repeated(value: str, words: str) -> str:
    """A weekday or month that comes again has its own form in TIMEX3."""
    for names, form in ((DAYS, "XXXX-WXX-{}"), (MONTHS, "XXXX-{:02d}")):
        number = next((k for k, name in enumerate(names, 1) if re.search(rf"\b{name}", words)), 0)
        if number:
            return form.format(number)
    return value


def _date(ref: TimeRef, words: str) -> str:
    value = (ref.value or "").replace("~", "")
    if "week" in words and (day := ends_of(value)) and (ref.value or "").endswith("~") and ref.rule in AGO:
        return f"{day[0].isocalendar().year}-W{day[0].isocalendar().week:02d}"
    ends = ends_of(value)
    if ends is None or "/" not in value:
        if ref.hedge and ends and re.search(r"end|start|beginning", ref.hedge):
            return value[:4] if "year" in words or not re.search("month|[a-z]{3,}", words.split(" of ")[-1]) else value[:7]
        return value
    first, last = ends
    for season, code in SEASONS.items():
        if season in words:
            return f"{first.year}-{code}"
    if last - first == timedelta(6):
        return f"{first.isocalendar().year}-W{first.isocalendar().week:02d}"
    if last - first == timedelta(1) and "weekend" in words:
        return f"{first.isocalendar().year}-W{first.isocalendar().week:02d}-WE"
    return _long(first, last, value)


def _long(first: date, last: date, value: str) -> str:
    years = last.year - first.year + 1
    months = last.month - first.month + 1
    if years == 10:
        return f"{first.year // 10}"
    if years == 100:
        return f"{first.year // 100}"
    if years == 1 and first.day == 1 and months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if years == 1 and first.day == 1 and months == 6:
        return f"{first.year}-H{1 if first.month == 1 else 2}"
    return value


def errors(paths: Iterable[Path]) -> list[str]:
    """What was missed, found too much or given another value, one line each: for the one who mends the rules."""
    lines = []
    for path in paths:
        gold, found = compared(path)
        for g in gold:
            hit = next((f for f in found if f.start < g.end and g.start < f.end), None)
            if hit is None:
                lines.append(f"missed {g.text!r} {g.value}")
            elif hit.value != g.value:
                lines.append(f"value {g.text!r} {g.value} got {hit.text!r} {hit.value} ({path.name})")
        lines += [f"extra {f.text!r} {f.value}" for f in found if not any(f.start < g.end and g.start < f.end for g in gold)]
    return lines

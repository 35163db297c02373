"""What looks like a quantity and is none: dates, ages, names with numbers, numbers of resolutions, telephone numbers, "one"."""

from __future__ import annotations

import re

from parley.lexicon import Lexicon
from parley.model.marks import TimeRef
from parley.model.text import Sentence, Span

AGE_AFTER = re.compile(r"[\s-]*(?:years?|months?|weeks?|days?)?[\s-]+olds?\b|[\s-]+years?\s+of\s+age", re.IGNORECASE)
AGE_BEFORE = re.compile(r"\b(?:aged|age|ages|age of|ages of|aged between)\s+(?:\d+\s+(?:to|and)\s+)?$", re.IGNORECASE)
APPOSED_AGE = re.compile(r"[A-Z][\w’'-]+,\s+$")
CHAIN = re.compile(r"(?:\b[A-Za-z.]+)?[\s,]*(?:\d{1,4}[\s,]+(?:and\s+)?)*$")
STRETCH = "date-span-of-units"  # "the past three years" places, it does not measure
AGE_BOUND = re.compile(r"\b(?:under|over|above|below)\s*$", re.IGNORECASE)
AGED = re.compile(r"\b(?:children|people|men|women|boys|girls|those|anyone|adults|minors|citizens)\s+$", re.IGNORECASE)
RATIO = (
    re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?\w+\s+[a-z]"),
    re.compile(r"\b(?:one|two|three|\d+)\s+(?:in|out of)\s+(?:every\s+)?$"),
)
ATTRIBUTE = re.compile(r"-([a-z]+)")
TELEPHONE = re.compile(r"(?:\+?\d[\d()]*[\s-]){2,}\d|\d{3}-\d{3,4}")


def is_quantity(match: re.Match[str], span: Span, sentence: Sentence, times: tuple[TimeRef, ...], lexicon: Lexicon) -> bool:
    """Is the number that was found at `span` a number of something?"""
    text = match.string
    before, after = text[sentence.span.start : span.start], text[span.end : sentence.span.end]
    if any(t.span.meets(span) for t in times if t.type != "DURATION" or t.rule == STRETCH):
        return False
    if AGE_AFTER.match(after) or AGE_AFTER.match(text[span.end - len(match["unit"] or "") : sentence.span.end]):
        return False
    if AGE_BEFORE.search(before) or TELEPHONE.match(text, max(sentence.span.start, span.start - 1), sentence.span.end):
        return False
    if match["sign"] or match["unit"] or match["loose"]:
        return True
    if AGE_BOUND.search(match["hedge"] or "") and AGED.search(before):
        return False
    if APPOSED_AGE.search(before) and after.startswith(",") and text[span.start : span.end].isdigit():
        return False
    part = ATTRIBUTE.match(after)
    if part and (part[1] == "state" or part[1] not in lexicon.units.classes):
        return False  # "a 12-point plan", "the two-state solution"
    if (RATIO[0].match(after) and match["low"].isdigit() and len(match["low"]) < 3) or RATIO[1].search(before):
        return False
    return not _is_score(match) and not _is_named(match, before, after, lexicon) and not _is_pronoun(match, after)


def _is_named(match: re.Match[str], before: str, after: str, lexicon: Lexicon) -> bool:
    """Does the number belong to a name: "Resolution 2118 and 2254", "Geneva 2", "Six-Party", "No. 10"?"""
    first = CHAIN.search(before)
    holder = re.match(r"[A-Za-z.]+", first[0]) if first else None
    if holder and holder[0].rstrip(".").lower() in lexicon.dates.holders:
        return True
    number = match[0].strip()
    if re.match(r"-[A-Z]", after) or (number.istitle() and re.match(r"[\s-][A-Z][a-z]", after) and before.strip()):
        return True
    bare = number.isdigit() and not match["hedge"] and len(number) <= 4
    named = re.search(r"\b[A-Z][\w’'.]*\s$", before)
    return bool(bare and named and not re.match(r"[\s-]+[a-z]{3,}", after)) or bool(
        re.match(r"(?:st|nd|rd|th)\b|[:/]\d", after)
    )


def _is_score(match: re.Match[str]) -> bool:
    """ "14-0" is a vote or a score: no range falls."""
    low, high = match["low"] or "", match["high"] or ""
    return low.isdigit() and high.isdigit() and int(high) < int(low)


def _is_pronoun(match: re.Match[str], after: str) -> bool:
    """ "One" alone, "one of", "no one": a quantity only with a hedge."""
    words = match[0].lower().split()
    return words == ["one"] or (words[-1:] == ["one"] and bool(re.match(r"\s+of\b", after)) and len(words) == 1)

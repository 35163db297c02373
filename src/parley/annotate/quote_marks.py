"""Quotation marks in pairs: which stretches of an article stand in marks, also where a mark is lost or left open.

A mark left open at a paragraph's end belongs to a quotation that goes on: the next paragraph re-opens it (the custom of
news English), or goes on without a mark up to the one that closes it. Else the closing mark is lost.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parley.annotate.quote_ends import lost_end, lost_start
from parley.annotate.quote_singles import single_marked
from parley.lexicon.speech import Speech
from parley.model.text import Span

DOUBLE = re.compile(r"``|''|[“”„‟«»〝〞\"]")
OPENS_AFTER = frozenset("([{—–-/‘'“„«\n\t \xa0\u2009\u202f")
CLOSES_BEFORE = frozenset(".,;:!?)]}—–-…’'”»\n\t \xa0\u2009\u202f")
LONGEST_CARRY = 500  # characters that a quotation may go on in the next paragraph without a mark of its own

Side = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch inside quotation marks.

    Attributes:
        span: the words, without the marks and without white space at the ends.
        outer: the words with the marks.
        paragraph: index of the paragraph where it begins.
        goes_on: the next paragraph re-opens it.
        continues: it re-opens the quotation of the paragraph before.
        single: it stands in single marks.
    """

    span: Span
    outer: Span
    paragraph: int
    goes_on: bool = False
    continues: bool = False
    single: bool = False


def find_marked(text: str, paragraphs: Sequence[Span], speech: Speech) -> tuple[Marked, ...]:
    """The stretches in quotation marks, in order; none lies inside another.

    Args:
        text: the document's text.
        paragraphs: spans of its paragraphs, in order.
    """
    doubles = _double_marked(text, paragraphs, speech)
    found: list[Marked] = []
    for k, paragraph in enumerate(paragraphs):
        mine = [m for m in doubles if m.paragraph == k]
        taken = [m.outer for m in doubles if m.outer.meets(paragraph)]
        singles = [Marked(span=i, outer=o, paragraph=k, single=True) for i, o in single_marked(text, paragraph, taken)]
        found += [m for m in mine if not any(s.span.holds(m.outer) for s in singles)]
        found += [s for s in singles if not any(m.outer.holds(s.outer) for m in mine)]
    return tuple(sorted(_singles_going_on(text, paragraphs, found), key=lambda m: m.span))


def _double_marked(text: str, paragraphs: Sequence[Span], speech: Speech) -> list[Marked]:
    found: list[Marked] = []
    carry: int | None = None  # position of a mark left open in the paragraph before
    again = False
    for k, paragraph in enumerate(paragraphs):
        marks = _sided(text, paragraph)
        if carry is not None and marks:
            found.append(_marked(text, carry, marks[0][0].start, marks[0][0].end, k - 1))
            marks, carry = marks[1:], None
        here, left = _pairs(text, paragraph, marks, speech)
        found += [replace(m, paragraph=k, continues=again and i == 0) for i, m in enumerate(here)]
        again = False
        if left is None:
            continue
        following = paragraphs[k + 1] if k + 1 < len(paragraphs) else None
        kind = _goes_on(text, following) if following else None
        if kind == "carry":
            carry = left
            continue
        end = paragraph.end if kind == "re-opened" else lost_end(text, left, paragraph.end, speech)
        again = kind == "re-opened"
        continues = bool(found) and found[-1].goes_on and not here
        found.append(replace(_marked(text, left, end, end, k), goes_on=again, continues=continues))
    return [m for m in found if len(m.span)]


def _goes_on(text: str, following: Span) -> str | None:
    """How the next paragraph takes up a quotation that was left open: "re-opened", "carry" (no mark but the closing one)."""
    marks = _sided(text, following)
    if not marks:
        return None
    first, side = marks[0]
    if first.start - following.start <= 1 and side != "close":
        return "re-opened"
    return "carry" if side == "close" and first.start - following.start <= LONGEST_CARRY else None


def _pairs(text: str, paragraph: Span, marks: Sequence[tuple[Span, Side]], speech: Speech) -> tuple[list[Marked], int | None]:
    """The closed pairs of a paragraph, and the position of the mark that is left open at its end."""
    found: list[Marked] = []
    left: int | None = None
    i = 0
    while i < len(marks):
        mark, side = marks[i]
        if left is None:
            if side != "close":
                left = mark.start
            elif (start := lost_start(text, paragraph.start, mark, speech)) is not None:
                found.append(_marked(text, start, mark.start, mark.end, 0))
        elif side != "open":
            found.append(_marked(text, left, mark.start, mark.end, 0))
            left = None
        elif [s for _, s in marks[i + 1 : i + 3]] == ["close", "close"]:
            i += 1  # a pair inside a pair: both its marks are words of the outer one
        else:
            end = lost_end(text, left, mark.start, speech)
            found.append(_marked(text, left, end, end, 0))
            left = mark.start
        i += 1
    return found, left


def _marked(text: str, start: int, end: int, outer_end: int, paragraph: int) -> Marked:
    """The words between the mark at `start` (or from there on, where there is none) and `end`, trimmed."""
    mark = DOUBLE.match(text, start)
    inner = mark.end() if mark else start
    words = text[inner:end]
    lead = len(words) - len(words.lstrip())
    span = Span(start=inner + lead, end=max(inner + lead, inner + len(words.rstrip())))
    return Marked(span=span, outer=Span(start=start, end=max(outer_end, span.end)), paragraph=paragraph)


def _sided(text: str, paragraph: Span) -> list[tuple[Span, Side]]:
    found: list[tuple[Span, Side]] = []
    low = False
    for mark in DOUBLE.finditer(text, paragraph.start, paragraph.end):
        side = _side(text, paragraph, mark, low)
        low = mark.group() == "„" or (low and side == "open")
        found.append((Span(start=mark.start(), end=mark.end()), side))
    return found


def _side(text: str, paragraph: Span, mark: re.Match[str], low: bool) -> Side:
    """Whether a mark opens or closes, by its shape, and where the shape leaves it open by its neighbours."""
    free_before = mark.start() <= paragraph.start or text[mark.start() - 1] in OPENS_AFTER
    free_after = mark.end() >= paragraph.end or text[mark.end()] in CLOSES_BEFORE
    shape = mark.group()
    if shape in ("„", "〝", "``"):
        return "open"
    if shape == "〞":
        return "close"
    if free_before != free_after:
        return "open" if free_before else "close"
    if shape in "“‟":
        return "close" if low else "open"
    if shape == "«":
        return "open"
    return "close" if shape in ("”", "»") else "either"


def _singles_going_on(text: str, paragraphs: Sequence[Span], found: list[Marked]) -> list[Marked]:
    """Single-marked paragraphs left open that the next paragraph re-opens."""
    extra: list[Marked] = []
    starts = {m.outer.start for m in found}
    for k, (paragraph, following) in enumerate(itertools.pairwise(paragraphs)):
        if text[paragraph.start] != "‘" or text[following.start] != "‘" or paragraph.start in starts:
            continue
        span = Span(start=paragraph.start + 1, end=paragraph.end)
        if not any(m.outer.meets(span) for m in found):
            extra.append(Marked(span=span, outer=paragraph, paragraph=k, goes_on=True, single=True))
    reopened = {m.paragraph + 1 for m in extra}
    return [*extra, *(replace(m, continues=True) if m.single and m.paragraph in reopened else m for m in found)]

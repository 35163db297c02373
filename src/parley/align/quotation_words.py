"""Words of quotations, made comparable: spelling variants meet, editor's brackets are told apart, each word keeps its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.text import Span

WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[’'][^\W_]+)*")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NEGATIONS = "no not never none nothing nobody neither nor without cannot refuse refuses refused deny denies denied"
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_SMALL = (
    "a an the this that these those it its he she they them his her their him we our us i my you your who which what whom "
    "whose of in on at to for from by with about into over under between among during before after as than then and or but "
    "if so because while when where there here is are was were be been being am has have had having do does did done will "
    "would can could may might must shall should also still just only very more most such some any all both each other "
    "another own later earlier today yesterday tomorrow week month year monday tuesday wednesday thursday friday "
    "saturday sunday said says say saying told tells tell added according s t re ve ll d up out off not no"
)
NEGATIONS = frozenset(_NEGATIONS.split())
NUMBERS = {w: str(n) for n, w in enumerate(_NUMBERS.split())}
SMALL = frozenset(_SMALL.split())
STEM = 6  # letters that a word is compared by: inflections meet, and few other words do


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a quotation: its place in the document, its comparable form, and whether it stands in an editor's brackets."""

    span: Span
    form: str
    gloss: bool
    proper: bool


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words at `span` of a document's text."""
    glosses = [Span(start=m.start(), end=m.end()) for m in BRACKETS.finditer(text, span.start, span.end)]
    found = []
    for m in WORD.finditer(text, span.start, span.end):
        at = Span(start=m.start(), end=m.end())
        gloss = any(g.holds(at) for g in glosses)
        inner = at.start > span.start and text[at.start - 2 : at.start - 1] not in ".!?:"
        found.append(Word(span=at, form=plain(m.group()), gloss=gloss, proper=m.group()[0].isupper() and inner))
    return tuple(found)


def plain(word: str) -> str:
    """The comparable form: lower case, no possessive, one spelling of British and American variants, digits for numbers.

    >>> plain("Localised"), plain("harbour’s"), plain("seven")
    ('localized', 'harbor', '7')
    """
    low = word.lower().replace("’", "'")
    low = NUMBERS.get(low, low)
    if low.endswith("n't"):
        return "not"
    low = re.sub(r"'s?$", "", low)
    low = re.sub(r"(?<=\d),(?=\d{3})", "", low)
    low = re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", low) if len(low) > 6 else low
    return re.sub(r"our(s|ed|ing|able)?$", r"or\1", low) if len(low) > 5 else low


def content_stems(words: tuple[Word, ...]) -> frozenset[str]:
    """What the words are about: stems of all but the small ones."""
    return frozenset(w.form[:STEM] for w in words if w.form not in SMALL and (len(w.form) > 2 or w.form.isdigit()))


def numbers_in(words: tuple[Word, ...]) -> frozenset[str]:
    """The numbers among the words."""
    return frozenset(w.form.rstrip(".") for w in words if w.form[0].isdigit())


def is_negative(words: tuple[Word, ...]) -> bool:
    """Is there an odd number of negations?"""
    return sum(w.form in NEGATIONS for w in words) % 2 == 1

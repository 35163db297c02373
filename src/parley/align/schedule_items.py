"""Dated clauses of single pages: what happens, on which date, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Literal

from parley.align.schedule_dates import days_of, length_of
from parley.align.schedule_labels import label_of
from parley.lexicon import Lexicon
from parley.model.marks import Page, TimeRef
from parley.model.text import Sentence, Span, Token

LONGEST = 1100  # days; a wider stretch (a decade, a century) dates no happening
LEFT, FURTHEST = 60, 100  # characters before the date that are kept where no punctuation comes nearer, and that are looked at
RIGHT, RIGHT_OF_OPENER = 30, 60  # characters behind it, the second where the date opens its clause
OPENING = 15  # characters before a date that still opens its clause
DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT", "PRON", "ADJ"})
BOUNDARY = re.compile(r",(?!\d)|[;:—–“”\"()]|\s--?\s|\.{3}|…")
LEADS = re.compile(
    r"(?:\b(?:on|in|at|by|since|from|until|till|during|of|for|before|after|as|the|about|around|early|late|through)\s+)+$", re.I
)
SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+|at\s+least\s+)*$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:by|until|till|no\s+later\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
SKIPPED_RULES = frozenset({"date-day-part", "date-that", "date-decade", "date-century", "date-quarter"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date of one page with the clause around it.

    Attributes:
        when: EDTF; bounded on one side behind "since" and "by".
        clause: what is cited.
        label: the clause without its date; neat: whether it reads as a clause or noun phrase of its own.
        words: lemmas of its telling words, names among them; around: those of the whole sentence.
        kinds: sorts of happening that it names ("talks", "event"); around_kinds: that the sentence names.
        names: proper nouns in it; speech: whether the date is that of somebody's words.
    """

    page: Page
    time: TimeRef
    when: str
    clause: Span
    label: str
    neat: bool
    words: frozenset[str]
    around: frozenset[str]
    kinds: frozenset[str]
    around_kinds: frozenset[str]
    names: frozenset[str]
    speech: bool
    tense: Literal["past", "future"]
    place: str | None
    entities: tuple[str, ...]


def find_dated(page: Page, lexicon: Lexicon) -> list[Dated]:
    """The dated clauses of the running text and its standfirst.

    "Today" inside quotation marks is the speaker's own day and dates nothing; so do stretches, and "last year" alone.
    """
    found = []
    for time in page.marks.times:
        at = page.document.sentence_at(time.span.start)
        if at is None or page.document.sentences[at].role == "title" or not _dates_something(page, time):
            continue
        found.append(_dated(page, time, page.document.sentences[at], lexicon))
    return found


def _dates_something(page: Page, time: TimeRef) -> bool:
    if time.type not in ("DATE", "TIME") or time.value is None or time.rule in SKIPPED_RULES:
        return False
    length = length_of(time.value)
    if length is None or length > LONGEST:
        return False
    if time.rule == "date-week-of" and time.type == "TIME":
        return False  # "the next morning" hangs on another happening, which may be a mere wish
    words = time.span.of(page.document.text).lower()
    if time.rule == "date-unit" and words in ("last year", "this year"):
        return False
    quoted = any(q.form != "indirect" and q.content.holds(time.span) for q in page.marks.quotations)
    return not (quoted and time.rule in ("date-deictic", "date-part-now"))


def _dated(page: Page, time: TimeRef, sentence: Sentence, lexicon: Lexicon) -> Dated:
    text = page.document.text
    governor = governor_of(sentence, time.span)
    clause = clause_around(text, time.span, sentence, governor)
    inside = [t for t in sentence.tokens if clause.holds(t.span) and not t.span.meets(time.span)]
    when = _bounded(text, time, sentence)
    label = label_of(sentence, time.span, text, lexicon.units.scopes)
    return Dated(
        page=page,
        time=time,
        when=when,
        clause=clause,
        label=label or _label(text, clause, time.span),
        neat=label is not None,
        words=frozenset(_lemma(t) for t in inside if _tells(t, lexicon)),
        around=frozenset(_lemma(t) for t in sentence.tokens if _tells(t, lexicon)),
        kinds=_kinds(inside, lexicon),
        around_kinds=_kinds(sentence.tokens, lexicon),
        names=frozenset(t.text for t in inside if t.upos == "PROPN"),
        speech=governor is not None and _is_speech(governor, lexicon),
        tense=_tense(page, time, when),
        place=_place(inside),
        entities=tuple(dict.fromkeys(m.entity for m in page.marks.mentions if clause.meets(m.span))),
    )


def governor_of(sentence: Sentence, date: Span) -> Token | None:
    """The verb that a date hangs on, else its noun; None without tokens."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.span.meets(date)]
    index = next((tokens[i].head for i in inside if tokens[i].head not in inside), -1)
    return tokens[index] if index >= 0 else None


def clause_around(text: str, date: Span, sentence: Sentence, governor: Token | None) -> Span:
    """The words around a date: its governor and on to the nearest punctuation, some 60 characters to each side at most."""
    whole = sentence.span
    left = governor is not None and governor.span.end <= date.start and date.start - governor.span.start <= FURTHEST
    inner = min(date.start, governor.span.start) if left and governor else date.start
    cuts = [m.end() for m in BOUNDARY.finditer(text, whole.start, inner)]
    start = cuts[-1] if cuts else whole.start
    if date.start - start > FURTHEST:
        start = max(start, min(inner, date.start - LEFT))
    opener = not left and date.start - start < OPENING
    skip = 1 if opener and text[date.end : date.end + 1] == "," else 0
    cut = BOUNDARY.search(text, date.end + skip, whole.end)
    limit = date.end + (RIGHT_OF_OPENER if opener else RIGHT)
    end = min(cut.start() if cut else whole.end, limit)
    return _whole_words(text, Span(start=start, end=max(end, date.end)), date, sentence)


def _whole_words(text: str, span: Span, date: Span, sentence: Sentence) -> Span:
    """The span from the first whole word to the last one that can end a phrase."""
    tokens = [t for t in sentence.tokens if span.holds(t.span)]
    while tokens and tokens[-1].span.start >= date.end and tokens[-1].upos in DANGLING:
        tokens.pop()
    while tokens and tokens[0].span.end <= date.start and tokens[0].upos in ("PUNCT", "CCONJ"):
        tokens.pop(0)
    if not tokens:
        return date
    return Span(start=min(tokens[0].span.start, date.start), end=max(tokens[-1].span.end, date.end))


def _kinds(tokens: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    """What sorts of happening the words name: talks, an attack, a truce ..."""
    found = (lexicon.units.scopes.get(t.text.lower()) or ("talks" if t.lemma.lower() == "meet" else None) for t in tokens)
    return frozenset(k for k in found if k)


def _is_speech(governor: Token, lexicon: Lexicon) -> bool:
    form = lexicon.speech.forms.get(governor.text.lower())
    return form is not None and form.verb.report == "speech" and "clause" in form.verb.frames


def _bounded(text: str, time: TimeRef, sentence: Sentence) -> str:
    value = time.value or ""
    before = text[sentence.span.start : time.span.start]
    if "/" in value or "T" in value:
        return value
    if SINCE.search(before):
        return f"{value}/.."
    return f"../{value.rstrip('~')}" if UNTIL.search(before) else value


def _label(text: str, clause: Span, date: Span) -> str:
    before, after = text[clause.start : date.start], text[date.end : clause.end]
    before = LEADS.sub("", before)
    after = re.sub(r"^\s*['’]s\b", "", after)
    words = " ".join(f"{before} {after}".split()).strip(" ,;:.-–—'’")
    return words[:1].upper() + words[1:] if words else text[clause.start : clause.end]


def _tells(token: Token, lexicon: Lexicon) -> bool:
    word = token.text.lower()
    if token.upos not in ("NOUN", "PROPN", "VERB", "ADJ") or len(word) < 3:
        return False
    return _lemma(token) not in lexicon.dates.plain and word not in lexicon.dates.weekdays and word not in lexicon.dates.months


def _lemma(token: Token) -> str:
    return token.lemma.lower().replace("’", "'").removesuffix("'s").rstrip("s")


def _tense(page: Page, time: TimeRef, when: str) -> Literal["past", "future"]:
    days, today = days_of(when.split("/")[-1] if when.startswith("..") else when), days_of(page.document.published)
    if days and today and days[0] > today[1]:
        return "future"
    if days and today and days[1] < today[0]:
        return "past"
    return "future" if time.direction == "future" else "past"


def _place(tokens: list[Token]) -> str | None:
    """A name of a place behind "in", "at", "to" or "near"."""
    for k, token in enumerate(tokens):
        if token.entity in ("B-GPE", "B-LOC") and k and tokens[k - 1].text.lower() in ("in", "at", "to", "near", "the", "of"):
            rest = list(takewhile(lambda t: t.entity.startswith("I-"), tokens[k + 1 :]))
            named = list(dropwhile(lambda t: not t.text[:1].isupper(), [token, *rest]))
            if named:
                return " ".join(t.text for t in named)
    return None

"""Publication dates that a page does not give: from its own calendar and the agreement of the other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.model.text import Document
from parley.text.dates import find_dates

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b(?P<before>\w+)?\W{{1,2}}(?P<day>{'|'.join(DAYS)})(?:['’]?s)?\b", re.IGNORECASE)
AWAY = frozenset({"next", "last", "coming", "following", "previous", "every", "since", "until", "till", "by"})
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{3,}")
SHARED = 0.2  # share of the smaller page's names that another must have too for both to tell of one story
NEXT_BEST = 0.6  # of the largest such share: what another page must have too for its date to count
NEAR = 3  # days: an article is printed so soon after the weekday that it calls by its name
LEAST_HEAD = 1500  # characters at the start of an article in which its news is dated


def infer_dates(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents, those without a date of their own dated by inference where there is evidence.

    A text that says "on Monday" of its news was printed on that Monday or soon after it: which Monday, a full date in the
    text or the dates of the other articles of the story say. Without a weekday or without such a date it stays undated,
    unless it names the month of the others' date.
    """
    dated = [(d.published[:10], _names(d)) for d in documents if d.published]
    return tuple(d if d.published else _inferred(d, _anchor(d, dated)) for d in documents)


def _names(document: Document) -> frozenset[str]:
    return frozenset(n for n in NAME.findall(_body(document)) if n.lower() not in DAYS)


def _body(document: Document) -> str:
    return "\n".join(s.of(document.text) for s in document.body())


def _anchor(document: Document, dated: Sequence[tuple[str, frozenset[str]]]) -> date | None:
    """The day that most articles of the same story bear, the earliest of several; else the text's own only full date."""
    mine = _names(document)
    shares = [(len(mine & theirs) / max(1, min(len(mine), len(theirs))), day) for day, theirs in dated]
    enough = max(SHARED, NEXT_BEST * max((share for share, _ in shares), default=0.0))
    days = Counter(day for share, day in shares if share >= enough)
    if not days:
        own = set(find_dates(_body(document)))
        return date.fromisoformat(own.pop()) if len(own) == 1 else None
    top = max(days.values())
    try:
        return date.fromisoformat(min(day for day, n in days.items() if n == top))
    except ValueError:  # a date without its day
        return None


def _inferred(document: Document, anchor: date | None) -> Document:
    if anchor is None:
        return document
    body = _body(document)
    named = _first_weekday(body[: max(LEAST_HEAD, len(body) // 2)])
    day = anchor
    if named is not None:
        back = (anchor.weekday() - named) % 7
        day = anchor - timedelta(days=back) if back <= NEAR else anchor + timedelta(days=7 - back)
    elif anchor.strftime("%B") not in body:
        return document
    return replace(document, published=day.isoformat(), published_basis="inferred")


def _first_weekday(text: str) -> int | None:
    """The first weekday that is named as near ("on Monday", not "next Monday")."""
    for match in WEEKDAY.finditer(" " + text):
        if (match["before"] or "").lower() not in AWAY:
            return DAYS.index(match["day"].lower())
    return None

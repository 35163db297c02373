"""Dated happenings across pages, past and to come, with the date as each page gives it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from parley.align.schedule_dates import days_of, length_of, within
from parley.align.schedule_items import Dated, find_dated
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Agreement, Cast, DateReading, Happening, cite

ALIKE = 0.34  # share of the smaller clause's telling words that two clauses of one date must have in common
LIKE_SENTENCES = 3  # telling words that two sentences of one day must have in common
UNNAMED = 0.05  # likeness of "peace talks this month", which names nothing, to talks of that month
PLEASANT = 50  # characters of a label that is easy to read
STRONG = 5  # the same where their dates are a day apart
RELATIVE = frozenset({"date-deictic", "date-part-now"})
LOOSE = frozenset({"date-unit", "date-month", "date-months", "date-edge-of", "date-month-of-other-year"})


def match_schedule(pages: tuple[Page, ...], cast: Cast, lexicon: Lexicon) -> tuple[Happening, ...]:
    """The dated happenings, by date; several clauses are one happening where they share a date and what happens.

    A date that is less exact ("later this month") joins the exact one that lies in it, where the words are alike. A page's
    "yesterday" that is a day off what the others say of the same thing stays as it reads, and the entry says that they differ.
    """
    groups: list[list[Dated]] = []
    exact_first = sorted((d for page in pages for d in find_dated(page, lexicon)), key=_rank)
    for item in exact_first:
        best = max(groups, key=lambda g: _fit(item, g), default=None)
        if best is not None and _fit(item, best)[0]:
            best.append(item)
        else:
            groups.append([item])
    order = {p.document.id: k for k, p in enumerate(pages)}
    made = [_happening(sorted(g, key=lambda d: (order[d.page.document.id], d.time.span)), cast) for g in groups]
    made.sort(
        key=lambda h: (days_of(h.when) or days_of("9999"), order[h.readings[0].citation.source], h.readings[0].citation.start)
    )
    return tuple(replace(h, id=f"T{k}") for k, h in enumerate(made))


def _fit(item: Dated, group: list[Dated]) -> tuple[bool, bool, int, float]:
    """How well an item fits a group: at all, by its very date, by how many pages tell of it, by likeness."""
    best = max(likeness(item, o) for o in group)
    return best > 0, best >= 1, len({d.page.document.id for d in group}), best


def _rank(item: Dated) -> tuple[bool, int]:
    """Weekdays and days first, then wider dates; relative days last among days, for they are the ones that err."""
    return (item.time.rule in RELATIVE and length_of(item.when) == 1, length_of(item.when) or 10_000)


def likeness(a: Dated, b: Dated) -> float:
    """How surely two dated clauses tell of one happening; 0 where they do not."""
    if a.speech and b.speech and not a.names & b.names:
        return 0.0
    near, far = _shared(a.words, b.words), _shared(a.around, b.around)
    if days_of(a.when) == days_of(b.when):
        return 1 + near[1] if _same_day(a, b, near, far) else 0.0
    if _inside(a, b) or _inside(b, a):
        talks = "talks" in a.around_kinds & b.around_kinds and a.tense == b.tense and _near(a, b)
        unnamed = UNNAMED if not (a.names and b.names) else 0.0
        return near[1] + far[1] + unnamed if talks else 0.0
    if _a_day_off(a, b):
        return far[1] / 2 if far[0] >= STRONG and far[1] >= ALIKE else 0.0
    return 0.0


def _shared(left: frozenset[str], right: frozenset[str]) -> tuple[int, float]:
    """How many words two sets share, and their share of the smaller set."""
    count = len(left & right)
    return count, count / (min(len(left), len(right)) or 1)


def _same_day(a: Dated, b: Dated, near: tuple[int, float], far: tuple[int, float]) -> bool:
    """On one day: clauses alike; talks to come; or, for two happenings and no words spoken, sentences alike."""
    if near[0] >= 2 and near[1] >= ALIKE:
        return True
    kinds = a.kinds & b.kinds
    if a.tense == b.tense == "future" and "talks" in a.around_kinds & b.around_kinds:
        return True
    if kinds and near[0]:
        return True
    return not a.speech and not b.speech and far[0] >= LIKE_SENTENCES and far[1] >= ALIKE


def _inside(narrow: Dated, wide: Dated) -> bool:
    return (
        wide.time.rule in LOOSE
        and within(narrow.when, wide.when)
        and (length_of(narrow.when) or 0) < (length_of(wide.when) or 0)
    )


def _near(a: Dated, b: Dated) -> bool:
    """Is the wider date a loose word for a near one ("this month"), not a long past year?"""
    return max(length_of(a.when) or 999, length_of(b.when) or 999) <= 62


def _a_day_off(a: Dated, b: Dated) -> bool:
    """Is one a relative day ("yesterday") of one page and the other the day beside it in another page?"""
    days, others = days_of(a.when), days_of(b.when)
    if a.page is b.page or not days or not others or a.tense != b.tense:
        return False
    relative = (a.time.rule in RELATIVE) != (b.time.rule in RELATIVE)
    return relative and length_of(a.when) == length_of(b.when) == 1 and abs(days[0] - others[0]) == timedelta(days=1)


def _happening(group: list[Dated], cast: Cast) -> Happening:
    when = _common_date(group)
    first = next((d for d in group if d.when == when), group[0])
    entities = tuple(dict.fromkeys(e for d in group for e in d.entities))
    return Happening(
        id="",
        label=_best_label([d for d in group if d.when == when] or [first]),
        when=when,
        tense=first.tense,
        place=next((d.place for d in group if d.place), None),
        actors=cast.ids(entities),
        readings=tuple(_reading(d) for d in group),
        agreement=_agreement(group, when),
    )


def _best_label(group: list[Dated]) -> str:
    """The label that reads best: one that stands alone, says what the others say, and is neither a word nor a long story."""
    said = [set(d.label.lower().split()) for d in group]

    def common(k: int) -> int:
        return sum(len(said[k] & other) for other in said)

    best = min(range(len(group)), key=lambda k: (not group[k].neat, -common(k), abs(len(group[k].label) - PLEASANT)))
    return group[best].label


def _reading(item: Dated) -> DateReading:
    document = item.page.document
    return DateReading(text=item.time.span.of(document.text), when=item.when, citation=cite(document, item.clause))


def _common_date(group: list[Dated]) -> str:
    """The narrowest date that most pages give, a relative day counting only where nothing else is said."""
    firm = [d for d in group if d.time.rule not in RELATIVE] or group
    narrowest = min(length_of(d.when) or 10_000 for d in firm)
    votes = Counter(d.when for d in firm if (length_of(d.when) or 10_000) == narrowest)
    return max(votes, key=lambda w: (votes[w], -firm.index(next(d for d in firm if d.when == w))))


def _agreement(group: list[Dated], when: str) -> Agreement:
    if any(d.when != when and not within(when, d.when) for d in group):
        return "differ"
    return "agree" if len({d.page.document.id for d in group}) > 1 else "single"

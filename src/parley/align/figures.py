"""Figures across pages: one entry for each number of each quantity, and which of them are the same quantity counted otherwise.

Numbers of one quantity that part (other counters, other days) stay entries of their own, tied by their `series`: nothing is
called a disagreement that could be an earlier count, a lower bound, a sub-group or another attack.
"""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from parley.align.figure_items import GENERIC, HARM, LEAST, Item, find_items
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Agreement, Cast, Figure, FigureReading, cite

SPELLING = 0.7  # normalised similarity of two spellings of one place
APART = 3  # times by which two lower bounds of one count must differ to be two counts
ROUNDED = 0.1  # share by which a hedged number ("some 80") may miss another and still say the same
TOLERANT = frozenset({"some", "about", "around", "roughly", "approximately", "nearly", "almost", "close to", "an estimated"})


def match_figures(pages: tuple[Page, ...], cast: Cast, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of the story in the order in which the pages first give them."""
    items = [i for page in pages for i in find_items(page, cast, lexicon)]
    groups: list[list[Item]] = []
    for item in items:
        group = next((g for g in groups if any(same_number(item, other) for other in g)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    series = _series(groups)
    found = []
    for k, group in enumerate(groups):
        rivals = [groups[j] for j in range(len(groups)) if j != k and series[j] is not None and series[j] == series[k]]
        found.append(replace(_figure(group, rivals), id=f"F{k}", series=series[k]))
    return tuple(found)


def same_number(a: Item, b: Item) -> bool:
    """Do two quantities give the same number of the same thing?"""
    if a.number != b.number or a.quantity.unit != b.quantity.unit:
        return False
    if a.number is None and (
        a.quantity.span.of(a.page.document.text).lower() != b.quantity.span.of(b.page.document.text).lower()
    ):
        return a.scope == b.scope == "old" and same_thing(a, b)
    if a.quantity.rule == "quantity-length" or not _weighty(a):
        return same_thing(a, b)
    loose = a.thing == b.thing or "" in (a.thing, b.thing)
    agreed = (
        a.outcome == b.outcome
        or "" in (a.outcome, b.outcome)
        or (a.thing == b.thing != "" and not {a.outcome, b.outcome} <= HARM)
    )
    return loose and agreed and _one_scope(a, b)


def _weighty(item: Item) -> bool:
    """Is the number large enough, or what it counts narrow enough, that two of it are hardly there by chance?"""
    return item.number is not None and (item.number >= 10 or (item.number >= LEAST and item.thing not in GENERIC))


def same_thing(a: Item, b: Item) -> bool:
    """Do two quantities count the same thing of the same scope, whatever their numbers?"""
    same = a.quantity.unit == b.quantity.unit and a.thing == b.thing and a.outcome == b.outcome
    return same and _one_scope(a, b)


def _one_scope(a: Item, b: Item) -> bool:
    """A war is not one attack, and an old attack is not this one."""
    return a.scope == b.scope or not ("old" in (a.scope, b.scope) or {a.scope, b.scope} == {"war", "event"})


def _series(groups: list[list[Item]]) -> list[str | None]:
    """For each group the name of its series; None where its quantity is counted once, or is too general to be compared."""
    names: list[str | None] = [None] * len(groups)
    count = 0
    for k, group in enumerate(groups):
        mates = [j for j in range(len(groups)) if j != k and names[j] is None and _comparable(group, groups[j])]
        if names[k] is None and mates:
            for j in (k, *mates):
                names[j] = f"series {count}"
            count += 1
    return names


def _comparable(group: list[Item], other: list[Item]) -> bool:
    """Are two numbers ones of the same quantity? Only of tolls can that be told: a count of captives freed may be a part."""
    a, b = group[0], other[0]
    if not a.outcome or a.number is None or b.number is None or not same_thing(a, b):
        return False
    if a.outcome not in HARM:
        return False
    scopes = {a.scope, b.scope}
    return (len(scopes) == 1 or scopes == {"event", ""}) and any(_places_meet(x, y) for x in group for y in other)


def _places_meet(a: Item, b: Item) -> bool:
    """Two tolls are of two attacks where their sentences name different places, but for spelling."""
    if a.scope == "war" or not a.places or not b.places:
        return True
    return any(Levenshtein.normalized_similarity(x, y) >= SPELLING for x in a.places for y in b.places)


def _figure(group: list[Item], rivals: list[list[Item]]) -> Figure:
    first = max(group, key=lambda i: len(i.quantity.counted))
    low, high = first.quantity.low, first.quantity.high
    exact = next((i for i in group if i.number is not None and i.quantity.low == i.quantity.high), None)
    hedges = {i.quantity.hedge.lower() if i.quantity.hedge else None for i in group}
    return Figure(
        id="",
        counted=_label(first),
        unit=first.quantity.unit or None,
        low=exact.number if exact else low,
        high=exact.number if exact else high,
        hedge=group[0].quantity.hedge if len(hedges) == 1 else None,
        readings=tuple(_reading(i) for i in group),
        agreement=_agreement(group, rivals),
    )


def _label(item: Item) -> str:
    """What is counted, with the war or attack that a toll is of, in the page's words."""
    words = item.quantity.counted or item.quantity.unit
    return f"{words} in the {item.scope_word}" if item.scope_word else words


def _reading(item: Item) -> FigureReading:
    quantity = item.quantity
    exact = quantity.low is not None and quantity.low == quantity.high
    return FigureReading(
        value=quantity.low if exact else None,
        low=None if exact else quantity.low,
        high=None if exact else quantity.high,
        hedge=quantity.hedge,
        citation=cite(item.page.document, quantity.span),
        said_by=next(iter(item.said_by), None),
    )


def _agreement(group: list[Item], rivals: list[list[Item]]) -> Agreement:
    """Differs where a page of the same day gives a number that cannot be true with it; updated where only other days do."""
    pairs = [(a, b) for a in group for rival in rivals for b in rival if a.page is not b.page]
    if any(a.day == b.day and not may_both_hold(a, b) for a, b in pairs):
        return "differ"
    if any(a.day != b.day for a, b in pairs):
        return "updated"
    return "agree" if len({i.page.document.id for i in group}) > 1 else "single"


def may_both_hold(a: Item, b: Item) -> bool:
    """Can the two numbers be true of one quantity at one time? Rounded numbers leave room, and so do lower bounds,
    but nobody says "more than 80" who counts 800.
    """
    if a.quantity.high is None and b.quantity.high is None and a.number and b.number:
        return max(a.number, b.number) < APART * min(a.number, b.number)
    (low, high), (other_low, other_high) = _range(a), _range(b)
    return low <= other_high and other_low <= high


def _range(item: Item) -> tuple[float, float]:
    low = item.quantity.low if item.quantity.low is not None else 0.0
    high = item.quantity.high if item.quantity.high is not None else float("inf")
    slack = ROUNDED if (item.quantity.hedge or "").lower() in TOLERANT else 0.0
    return low * (1 - slack), high * (1 + slack)

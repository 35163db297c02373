"""Quantities of single pages, made ready for comparing: what each counts, of which scope, by whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from parley.align.figure_places import find_places
from parley.align.schedule_dates import days_of
from parley.lexicon import Lexicon
from parley.lexicon.units import Units
from parley.model.marks import Page, Quantity
from parley.model.records import Cast
from parley.model.text import Sentence

OLD = timedelta(days=45)  # a number dated further back belongs to an earlier happening
LEAST = 3  # smaller numbers without an outcome are incidental: "both sides", "the two leaders"
MANY = 10  # of things that are neither people nor states and to which nothing is said to have happened
NEAR = 12  # tokens on each side of a number in which its war or attack is named
GENERIC = frozenset(
    {"people", "others", "persons", "victims", "dead", "lives", "deaths", "casualties", "fatalities", "bodies", "wounded", ""}
)
HARM = frozenset({"killed", "wounded", "casualties", "missing"})
MODALS = frozenset({"could", "would", "might", "may", "can", "to", "will"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One quantity with what comparing needs.

    Attributes:
        number: its value, or the bound of an open range; None for a vague one.
        thing: sub-group, scope noun or head noun ("children", "war", "missiles"); "" for people at large.
        outcome: label of what befell it; "" for none.
        scope: "war", "event", "old" (harm dated long before publication) or "".
        scope_word: the word that shows it ("conflict"); "".
        places: names of places in its sentence and of those that they lie in; no states, for a state holds both of two attacks.
        day: of publication; for harm dated long before it, that date.
    """

    page: Page
    quantity: Quantity
    number: float | None
    thing: str
    outcome: str
    scope: str
    scope_word: str
    places: frozenset[str]
    day: str
    said_by: tuple[str, ...]


def find_items(page: Page, cast: Cast, lexicon: Lexicon) -> list[Item]:
    """The quantities of a page that a careful reader would list as figures of the story."""
    found = []
    for quantity in page.marks.quantities:
        at = page.document.sentence_at(quantity.span.start)
        if at is None:
            continue
        sentence = page.document.sentences[at]
        item = _item(page, quantity, sentence, cast, lexicon)
        if is_figure(item, sentence, lexicon.units):
            found.append(item)
    return found


def _item(page: Page, quantity: Quantity, sentence: Sentence, cast: Cast, lexicon: Lexicon) -> Item:
    words = quantity.counted.lower().split()
    outcome = next((w for w in words[-1:] if w in lexicon.units.outcomes), "")
    scope, scope_word = _scope(quantity, outcome, sentence, lexicon.units)
    old = _old_date(page, sentence) if outcome in HARM else None
    return Item(
        page=page,
        quantity=quantity,
        number=quantity.low if quantity.low is not None else quantity.high,
        thing=_thing(words[:-1] if outcome else words, quantity.unit, lexicon.units),
        outcome=outcome,
        scope="old" if old else scope,
        scope_word=scope_word,
        places=find_places(page, sentence),
        day=old or (page.document.published or "")[:10],
        said_by=cast.ids(_voices(page, quantity)),
    )


def _thing(words: list[str], unit: str, units: Units) -> str:
    head = words[-1] if words else ""
    if unit in units.times.values():
        return units.scopes.get(head, head if head != "time" else "")
    if unit in units.currencies.values() or unit in units.measures.values():
        return head if unit in units.measures.values() else ""
    if head in GENERIC:
        return ""
    return units.parts.get(head, head.rstrip("s") if unit != "states" else "")


def _scope(quantity: Quantity, outcome: str, sentence: Sentence, units: Units) -> tuple[str, str]:
    """Of what a number of people is, and the word that shows it: the nearest before it, else behind it."""
    if outcome not in HARM:
        return "", ""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.span.meets(quantity.span)), None)
    if at is None:
        return "", ""
    near = (*reversed(tokens[max(0, at - NEAR) : at]), *tokens[at + 1 : at + NEAR])
    around = [t.text.lower() for t in near if t.rel != "compound"]  # a "war monitor" is no war
    word = next((w for w in around if units.scopes.get(w) in ("war", "event")), "")
    return units.scopes.get(word, ""), word


def _old_date(page: Page, sentence: Sentence) -> str | None:
    """A date in the sentence that lies long before publication."""
    published = days_of(page.document.published)
    for time in page.marks.times:
        days = days_of(time.value) if time.type == "DATE" and time.span.meets(sentence.span) else None
        if days and published and published[0] - days[1] > OLD:
            return time.value
    return None


def _voices(page: Page, quantity: Quantity) -> tuple[str, ...]:
    """The speakers of the quotation that the number stands in, else those whom its sentence names."""
    around = [q for q in page.marks.quotations if q.content.holds(quantity.span)]
    best = min(around, key=lambda q: len(q.content), default=None)
    return best.speakers if best is not None and best.speakers else quantity.said_by


def is_figure(item: Item, sentence: Sentence, units: Units) -> bool:
    """Is the number one of the story: a toll, a sum, a count with an outcome, a length of something; not an incidental one?"""
    quantity = item.quantity
    if quantity.unit in units.times.values():
        return _is_length(item, sentence, units)
    if item.outcome in HARM and _is_supposed(item, sentence):
        return False
    if item.number is None:
        scale = quantity.span.of(item.page.document.text).lower()
        small = any(w in scale for w in ("several", "a few", "a handful"))
        return "very few" in scale or (bool(item.outcome) and not small)
    if quantity.unit == "times":
        return item.number >= 2 and item.number < 100
    if quantity.unit in units.currencies.values() or quantity.unit in units.measures.values():
        return True
    if not quantity.unit:
        return False
    if quantity.unit not in ("people", "states", "households") and not item.outcome and not quantity.hedge:
        return item.number >= MANY
    return item.number >= LEAST or (item.outcome in HARM | {"held", "freed"} and item.number >= 1) or bool(quantity.hedge)


def _is_length(item: Item, sentence: Sentence, units: Units) -> bool:
    """A length of a named thing, or of time with a number; "for months" only where something is delayed or held so long."""
    if item.number is not None:
        before = item.page.document.text[sentence.span.start : item.quantity.span.start].lower().split()[-1:]
        return bool(item.thing) or (item.number >= LEAST and before != ["in"]) or "later" in _behind(item)
    if item.quantity.counted != "length of time":
        return True
    verbs = [t.lemma.lower() for t in sentence.tokens if t.upos == "VERB" and t.span.end <= item.quantity.span.start]
    return bool(verbs) and verbs[-1] in units.lasting


def _behind(item: Item) -> str:
    end = item.quantity.span.end
    return item.page.document.text[end : end + 7].lower() if (item.number or 0) >= LEAST else ""


def _is_supposed(item: Item, sentence: Sentence) -> bool:
    """Is the harm only possible: "could kill", "the ability to kill"?"""
    before = [t for t in sentence.tokens if t.span.end <= item.quantity.span.start]
    verbs = [i for i, t in enumerate(before) if t.upos == "VERB"]
    return bool(verbs) and any(t.text.lower() in MODALS for t in before[max(0, verbs[-1] - 2) : verbs[-1]])

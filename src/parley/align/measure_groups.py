"""Which mentions tell of one step. Kinds of steps, places that differ, and different people keep steps apart."""

from __future__ import annotations

from dataclasses import dataclass

from parley.align.position_parties import party_of
from parley.lexicon import Lexicon
from parley.model.marks import MeasureMention, Page
from parley.model.records import Actor, Cast

BY_PLACE = frozenset(
    {"ceasefire", "humanitarian_access", "de_escalation", "withdrawal", "prisoner_exchange", "territory_borders"}
)
"""Issues whose steps differ where their places do."""
BY_PEOPLE = frozenset({"participation", "talks"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention of a step in its page."""

    page: Page
    mention: MeasureMention

    @property
    def in_text(self) -> bool:
        """Does it stand outside of the headline?"""
        k = self.page.document.sentence_at(self.mention.span.start)
        return k is not None and self.page.document.sentences[k].role != "title"


Key = tuple[str, str, tuple[str, ...], str]


def group_measures(told: tuple[Told, ...], cast: Cast, lexicon: Lexicon) -> tuple[tuple[Told, ...], ...]:
    """The mentions by step, groups and members in the order given."""
    places = places_by_name(cast)
    groups: dict[Key, list[Told]] = {}
    for one in told:
        groups.setdefault(_key(one, cast, lexicon, places), []).append(one)
    return tuple(tuple(g) for g in _talks_joined(_handovers_joined(groups)))


def places_by_name(cast: Cast) -> dict[str, Actor]:
    """Actors by each lower-case name of theirs; of several the first."""
    found: dict[str, Actor] = {}
    for actor in cast.actors:
        for text in (actor.name, *(a.text for a in actor.aliases)):
            found.setdefault(text.lower(), actor)
    return found


def _key(one: Told, cast: Cast, lexicon: Lexicon, places: dict[str, Actor]) -> Key:
    mention = one.mention
    kind = lexicon.ontology.issues[mention.type].group_of(mention.subtype)
    people = _parties(mention, cast) if mention.type in BY_PEOPLE else ()
    place = ""
    if mention.type in BY_PLACE and mention.place is not None:
        place = _narrow(mention.place, places)
    if mention.type == "talks" and kind == "*":
        place = _narrow(mention.place, places) if mention.place else ""
    if mention.type == "talks" and kind in ("visit", "meeting"):
        people = people[:1]
        kind = "visit"
    elif mention.type == "talks" and kind in ("*", "summit") and mention.status in ("implemented", "extended"):
        kind += " past"
    if mention.type == "sanctions" and mention.status == "implemented":
        kind += " past"
    if mention.type == "humanitarian_access" and lexicon.ontology.statuses[mention.status].phase == "off":
        place += " failed"
    return (mention.type, kind, tuple(sorted(people)), place)


def _parties(mention: MeasureMention, cast: Cast) -> tuple[str, ...]:
    """Whom the step is about; for attendance the party that a person speaks for, for a journey the person."""
    actors = [a for e in mention.about if (a := cast.of(e)) is not None]
    if mention.type == "talks":
        return tuple(dict.fromkeys(a.id for a in actors))
    return tuple(dict.fromkeys(party_of(a, cast) for a in actors))


def _narrow(place: str, places: dict[str, Actor]) -> str:
    """A name for a town or district; nothing for a state: what is said of a whole country is the step in general."""
    actor = places.get(place.lower())
    if actor is None:
        return place.lower()
    return "" if actor.kind == "state" else actor.id


def _handovers_joined(groups: dict[Key, list[Told]]) -> dict[Key, list[Told]]:
    """A release without a place is the one with a place, if there is only one: the place is where people are handed over."""
    joined: dict[Key, list[Told]] = {}
    for key, members in groups.items():
        placed = [k for k in groups if k[:3] == key[:3] and k[3]] if key[0] == "prisoner_exchange" and not key[3] else []
        target = placed[0] if len(placed) == 1 else key
        joined[target] = [*joined.get(target, []), *members]
    return joined


def _talks_joined(groups: dict[Key, list[Told]]) -> list[list[Told]]:
    """Talks without a venue join those with the most mentions: a story has one conference of which all speak."""
    loose: Key = ("talks", "*", (), "")
    venues = [k for k in groups if k[:3] == loose[:3] and k != loose]
    if loose not in groups or not venues:
        return list(groups.values())
    main = max(venues, key=lambda k: len(groups[k]))
    merged = {k: v for k, v in groups.items() if k != loose}
    merged[main] = [*groups[main], *groups[loose]]
    return list(merged.values())

"""Where a story plays: the place of a step that its sources name only elsewhere in their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from parley.align.measure_groups import Told, places_by_name
from parley.align.position_parties import party_of
from parley.lexicon import Lexicon
from parley.model.records import Actor, Cast

LEAST = 2  # mentions of steps with a place before that place is where the story plays
GROUND = frozenset(
    {
        "ceasefire",
        "humanitarian_access",
        "prisoner_exchange",
        "political_transition",
        "de_escalation",
        "confidence_building",
        "counter_terrorism",
        "civilian_protection",
        "refugees_idps",
    }
)
"""Issues whose steps are taken where the conflict is."""
OWN = frozenset({"weapons"})
"""Issues whose steps a state takes in its own land."""
FORUM = frozenset({"participation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a story's steps share: the state of the conflict and the forum of the talks, as named with other steps.

    Attributes:
        lands: of the id of each state among the actors the name of its land, which its government may not bear.
    """

    theatre: str | None
    forum: str | None
    lands: Mapping[str, str]

    def place_of(self, group: tuple[Told, ...], cast: Cast) -> str | None:
        """The place of a step that no clause names; None where the story does not make it plain."""
        mention = group[0].mention
        if mention.type in GROUND:
            return self.theatre
        if mention.type in FORUM:
            return self.forum
        return _own_land(group, cast, self.lands) if mention.type in OWN else None


def scene_of(told: tuple[Told, ...], cast: Cast, lexicon: Lexicon) -> Scene:
    """The scene by the commonest places of the steps told."""
    places = places_by_name(cast)
    names = {a.id: lexicon.names.name_of(a.key) or a.name for a in cast.actors if a.kind == "state"}
    lands = Counter(
        names[actor.id]
        for t in told
        if t.mention.type in GROUND
        and t.mention.place
        and (actor := places.get(t.mention.place.lower()))
        and actor.kind == "state"
    )
    forums = Counter(t.mention.place for t in told if t.mention.type in FORUM and t.mention.place)
    return Scene(theatre=_most(lands), forum=_most(forums), lands=names)


def _most(counts: Counter[str]) -> str | None:
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= LEAST else None


def _own_land(group: tuple[Told, ...], cast: Cast, lands: Mapping[str, str]) -> str | None:
    """The state whose step it is: of who declares it, or of whom it is asked."""
    by_id: dict[str, Actor] = {a.id: a for a in cast.actors}
    found: Counter[str] = Counter()
    for one in group:
        asked = one.mention.status in ("called_for", "floated", "refused")
        for entity in one.mention.addressees if asked else one.mention.proposers:
            actor = cast.of(entity)
            land = by_id.get(party_of(actor, cast)) if actor else None
            if land is not None and land.kind == "state":
                found[lands[land.id]] += 1
    return max(found, key=lambda name: found[name], default=None)

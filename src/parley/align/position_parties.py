"""Whose word a person's is."""

from __future__ import annotations

from parley.model.records import Actor, Cast

SPEAKING_ROLES = (
    "president",
    "minister",
    "secretary",
    "spokes",
    "chancellor",
    "premier",
    "ambassador",
    "king",
    "leader",
    "chief",
    "head",
    "chairman",
    "envoy",
    "ruler",
    "dictator",
    "diplomat",
    "commander",
    "negotiator",
)
"""Words in the role of a person whose word is that of the state or body that he belongs to."""


def party_of(actor: Actor, cast: Cast) -> str:
    """Id of the state or body whose word a person's is, where that is an actor too; else the actor's own."""
    if actor.kind != "person" or actor.affiliation is None:
        return actor.id
    speaks = any(word in role.lower() for role in actor.roles for word in SPEAKING_ROLES)
    wanted = actor.affiliation.lower()
    of = next((a.id for a in cast.actors if a.kind != "person" and wanted in (a.name.lower(), (a.key or "").lower())), None)
    return of if of is not None and speaks else actor.id

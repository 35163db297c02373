"""Wording: what each outlet calls the same group."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.records import Actor, Alias
from parley.output.view.divergences import Parting, partings_of
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import said

GROUPS = frozenset({"group", "armed-group", "alliance", "organisation"})
"""Kinds of actors for which the choice of a word is a choice; a person's or a state's names are looked up, not chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What one outlet calls the group; `times` by name, in words."""

    source: SourceLabel
    words: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledBy:
    """One group and its names by outlet."""

    name: Name
    outlets: tuple[Called, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoIsWho:
    """One actor of the story."""

    id: str
    name: str
    kind: str
    known_as: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Names of groups, differences of wording, and all actors."""

    groups: tuple[CalledBy, ...]
    partings: tuple[Parting, ...]
    actors: tuple[WhoIsWho, ...]


def wording_of(index: Index) -> Wording:
    """The wording section of a brief."""
    groups = tuple(_called(a, index) for a in index.brief.actors if a.kind in GROUPS and _differs(a))
    partings = tuple(p for p in partings_of(index) if p.kind == "wording")
    return Wording(groups=groups, partings=partings, actors=tuple(_actor(a) for a in index.brief.actors))


def _plain(text: str, name: str) -> str:
    """The name as it counts for a choice of words: an abbreviation is no other choice than the full name."""
    plain = text.casefold().removeprefix("the ").replace(".", "").strip()
    initials = "".join(w[0] for w in name.split() if w[0].isupper()).casefold()
    return name.casefold() if plain == initials else plain


def _differs(actor: Actor) -> bool:
    """Do at least two outlets name it, and not all by the same names?"""
    names: dict[str, set[str]] = {}
    for alias in actor.aliases:
        names.setdefault(alias.source, set()).add(_plain(alias.text, actor.name))
    return len(names) > 1 and len({frozenset(n) for n in names.values()}) > 1


def _called(actor: Actor, index: Index) -> CalledBy:
    by_source: dict[str, list[Alias]] = {}
    for alias in actor.aliases:
        by_source.setdefault(alias.source, []).append(alias)
    outlets = tuple(
        Called(
            source=index.label(source),
            words=tuple(f"{a.text} × {a.count}" if a.count > 1 else a.text for a in sorted(found, key=lambda a: -a.count)),
            evidence=index.evidence(a.citation for a in found if a.citation),
        )
        for source, found in by_source.items()
    )
    return CalledBy(name=Name(text=actor.name, anchor=actor.id), outlets=outlets)


def _actor(actor: Actor) -> WhoIsWho:
    aliases = dict.fromkeys(a.text for a in actor.aliases if a.text != actor.name)
    return WhoIsWho(
        id=actor.id, name=actor.name, kind=said(actor.kind), known_as=", ".join(actor.roles), aliases=tuple(aliases)
    )

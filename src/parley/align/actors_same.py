"""Are two pages' entities one and the same? The rules of merging, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from parley.align.actors_entities import Seen
from parley.lexicon.names import Names, plain
from parley.lexicon.names_compare import alike, name_parts, same_person, surname_of
from parley.model.marks import Kind

BODIES: frozenset[Kind] = frozenset({"organisation", "alliance", "armed-group", "group"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two entities are one."""

    score: float
    reason: str
    compared: tuple[str, str]


def same_actor(a: Seen, b: Seen, names: Names) -> Match | None:
    """Why two entities are one beyond doubt; None where they are not, or may not be.

    Names that only one other could mean (a surname, a role) are no matter of two entities: see `by_part`.
    """
    x, y = a.entity, b.entity
    if x.key is not None and x.key == y.key:
        if x.key.startswith("group:/") and not _lasting(x.key, names):
            return None  # "officials" of two pages may be others
        return Match(score=1.0, reason="one entry of the lexicon", compared=(x.key, x.key))
    if x.key is not None and y.key is not None:
        return None
    if x.kind == "person" and y.kind == "person":
        return _same_person(a, b, names)
    if x.kind == "person" or y.kind == "person" or (x.kind != y.kind and not {x.kind, y.kind} <= BODIES):
        return None
    return _same_name(a, b)


def _same_person(a: Seen, b: Seen, names: Names) -> Match | None:
    x, y = a.entity, b.entity
    if a.named and b.named:
        if not same_person(x.name, y.name, names):
            return None
        exact = plain(x.name) == plain(y.name)
        reason = "same full name" if exact else "same name, spelt or shortened otherwise"
        return Match(score=1.0 if exact else 0.9, reason=reason, compared=(x.name, y.name))
    if a.named or b.named or plain(x.name) != plain(y.name) or x.affiliation != y.affiliation:
        return None
    return Match(score=0.7, reason="same role, no name", compared=(x.name, y.name))


def _same_name(a: Seen, b: Seen) -> Match | None:
    x, y = _bare(a.entity.name), _bare(b.entity.name)
    if x == y:
        return Match(score=0.95, reason="same name", compared=(a.entity.name, b.entity.name))
    one, two = x.split(), y.split()
    if len(one) == len(two) > 0 and all(map(alike, one, two)) and (len(one) > 1 or a.entity.kind == "place"):
        return Match(score=0.85, reason="same name, spelt otherwise", compared=(a.entity.name, b.entity.name))
    return None


def _bare(name: str) -> str:
    return plain(name).removeprefix("the ")


def by_part(part: Seen, whole: Seen, names: Names) -> Match | None:
    """Why an entity may be one that another page calls by a fuller name; to be used only if no other fits as well."""
    x, y = part.entity, whole.entity
    if x.kind == "person" and y.kind == "person" and whole.named:
        return _surname(part, whole, names) if part.named else _role(part, whole, names)
    if x.key and x.key.startswith("group:/") and y.key and y.key.startswith("group:"):
        same = x.key.rsplit("/", 1)[-1] == y.key.rsplit("/", 1)[-1]
        if not same or not _lasting(x.key, names):
            return None
        return Match(score=0.6, reason="the only such group", compared=(x.name, y.name))
    if x.key is None and x.kind in BODIES and y.kind in BODIES:
        one, two = _bare(x.name).split(), _bare(y.name).split()
        if 1 < len(one) < len(two) and set(one) <= set(two) and (one[-1] == two[-1] or one[0] == two[0]):
            return Match(score=0.7, reason="a part of the name", compared=(x.name, y.name))
    return None


def _lasting(key: str, names: Names) -> bool:
    ident = key.rsplit("/", 1)[-1]
    return any(g.id == ident and g.lasting for g in names.groups.values())


def _surname(part: Seen, whole: Seen, names: Names) -> Match | None:
    x, y = part.entity, whole.entity
    one, two = name_parts(x.name, names), name_parts(y.name, names)
    if len(one) != 1 or len(two) < 2 or not alike(one[0], surname_of(y.name, names)):
        return None
    if x.affiliation and y.affiliation and x.affiliation != y.affiliation:
        return None
    return Match(score=0.8, reason="same surname", compared=(x.name, y.name))


def _role(part: Seen, whole: Seen, names: Names) -> Match | None:
    x, y = part.entity, whole.entity
    mine, theirs = offices(x.roles, names), offices(y.roles, names)
    if not x.affiliation or x.affiliation != y.affiliation or not mine & theirs:
        return None
    return Match(score=0.75, reason="same office of the same state or body", compared=(x.name, y.name))


def offices(roles: tuple[str, ...], names: Names) -> set[str]:
    """Ids of offices that only one can hold at a time, in roles as written."""
    found = set()
    for role in roles:
        parts = plain(role).split()
        for i in range(len(parts)):
            for j in range(len(parts), i, -1):
                known = names.roles.get(" ".join(parts[i:j]))
                if known is not None:
                    found |= {known.id} if known.office and not known.plural else set()
                    break
    return found - {"leader", "envoy", "minister", "ambassador", "negotiator"}

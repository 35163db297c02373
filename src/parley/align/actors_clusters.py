"""Entities of all pages, put together to actors: what is sure first, then what only one can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.align.actors_entities import Seen
from parley.align.actors_same import Match, by_part, same_actor
from parley.lexicon.names import Names
from parley.model.records import Link


@dataclass(slots=True, kw_only=True)
class Cluster:
    """An actor in the making: its entities in the order of pages, and why they are one."""

    members: list[Seen]
    links: list[Link] = field(default_factory=list)

    def take(self, other: Cluster, match: Match, left: Seen, right: Seen) -> None:
        """Makes the other's entities its own."""
        self.members += other.members
        self.links += other.links
        self.links.append(
            Link(
                left=left.first(),
                right=right.first(),
                relation="same-actor",
                score=match.score,
                reason=match.reason,
                compared=match.compared,
            )
        )


def cluster(seen: Sequence[Seen], names: Names) -> list[Cluster]:
    """Clusters in the order of their first entity.

    A surname, a role or a part of a name joins an entity to another page's only where a single cluster fits.
    """
    clusters: list[Cluster] = []
    for one in seen:
        home = _home(one, clusters, names)
        if home is None:
            clusters.append(Cluster(members=[one]))
            continue
        found, match, other = home
        found.take(Cluster(members=[one]), match, other, one)
    return _joined_by_part(clusters, names)


def _home(one: Seen, clusters: list[Cluster], names: Names) -> tuple[Cluster, Match, Seen] | None:
    """The cluster that an entity belongs to; None where none fits, or several do as well."""
    fits: list[tuple[Cluster, Match, Seen]] = []
    for other in clusters:
        found = [(m, s) for s in other.members if (m := same_actor(one, s, names)) is not None]
        if found:
            match, member = max(found, key=lambda x: x[0].score)
            fits.append((other, match, member))
    if not fits:
        return None
    best = max(f[1].score for f in fits)
    top = [f for f in fits if f[1].score == best]
    return top[0] if len(top) == 1 else None


def _joined_by_part(clusters: list[Cluster], names: Names) -> list[Cluster]:
    gone: set[int] = set()
    for k, part in enumerate(clusters):
        fits = []
        for j, whole in enumerate(clusters):
            if j == k or j in gone:
                continue
            found = [(m, a, b) for a in part.members for b in whole.members if (m := by_part(a, b, names)) is not None]
            if found:
                fits.append((j, max(found, key=lambda x: x[0].score)))
        if len(fits) == 1:
            j, (match, left, right) = fits[0]
            clusters[j].take(part, match, right, left)
            gone.add(k)
    return [c for k, c in enumerate(clusters) if k not in gone]

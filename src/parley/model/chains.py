"""Which reporting chains stand behind sources: how many independent ones, and the main one of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from parley.model.records import Citation, Origin

WHOLE = 0.5
"""From this strength on an origin stands behind most of a source, not only behind the passages that its basis cites."""


def strength(origin: Origin, source: str) -> float:
    """How much of `source` stands on `origin`, 0 to 1: the best score of a basis that cites it; 0 for another's origin."""
    return max((b.score for b in origin.basis if any(c.source == source for c in b.citations)), default=0.0)


def origin_of(origins: Sequence[Origin], source: str) -> str | None:
    """Id of the origin behind most of `source`, the first of several; None where no origin names it."""
    named = [o for o in origins if source in o.sources]
    return max(named, key=lambda o: strength(o, source)).id if named else None


def chains_of(origins: Sequence[Origin], source: str, citations: Iterable[Citation] = ()) -> frozenset[str]:
    """Ids of the origins that `source` stands on, for the passages cited.

    Where a basis (a credit inside the text, a copied passage) touches a cited passage, only its origins; else those behind
    most of the source.
    """
    here = [c for c in citations if c.source == source]
    named = [o for o in origins if source in o.sources]
    exact = {
        o.id for o in named if any(p.meets(c) for b in o.basis if b.kind != "agency-credit" for p in b.citations for c in here)
    }
    main = origin_of(origins, source)
    whole = {o.id for o in named if o.id == main or strength(o, source) >= WHOLE}
    return frozenset(exact or whole)


def count_origins(origins: Sequence[Origin], sources: Iterable[str], citations: Iterable[Citation] = ()) -> int:
    """The smallest number of reporting chains that can stand behind what all `sources` say: never more than there are.

    Args:
        citations: the passages that say it, of any of the sources; without them each source counts by what it mostly stands on.
    """
    cited = tuple(citations)
    open_ = {chains_of(origins, s, cited) or frozenset({f"source {s}"}) for s in sources}
    chosen = frozenset(o for chains in open_ if len(chains) == 1 for o in chains)
    left = [chains for chains in open_ if not chains & chosen]
    choices = sorted(frozenset().union(*left))
    for n in range(len(left) + 1):
        if any(all(chains & set(pick) for chains in left) for pick in combinations(choices, n)):
            return len(chosen) + n
    return len(chosen) + len(left)

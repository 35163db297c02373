"""Two or three who were named together and are meant together: "A and B ... they", "A met B ... the two men"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from parley.annotate.names_chains import Chain
from parley.annotate.names_quoted import Quoted
from parley.annotate.names_refs import Ref
from parley.annotate.references_places import BODIES, Place
from parley.model.marks import Kind

ALIKE = 1.0  # a plural fits those named side by side a little better than one body
ACROSS = -5.0  # subject and object of one verb
PRESENT = -7.0  # the only two that a sentence names
REACH = 3  # sentences back in which those are looked for who are meant by "they"
FAR = 5  # and by a noun with its number, which says more
KINDS: dict[Kind | None, frozenset[Kind]] = {
    None: BODIES | {"person", "group"},
    "person": frozenset({"person"}),
    "state": frozenset({"state"}),
    "organisation": BODIES - {"state"} | {"group"},
}
SIDES = frozenset({"sides", "parties", "camps", "delegations"})  # bodies, whoever speaks for them
Score = Callable[[int], float]


def find_joint(
    k: int,
    refs: Sequence[Ref],
    places: Sequence[Place],
    found: Mapping[int, Chain],
    joint: Mapping[int, tuple[Chain, ...]],
    marked: Quoted,
    score: Score,
) -> tuple[tuple[Chain, ...], float]:
    """Whom a plural stands for together, and a score as of a single antecedent; empty where nobody is named so.

    Args:
        k: index of the plural in `refs`.
        found: chains of the Refs before it; joint: those of the plurals before it.
        score: how well a Ref before it would fit as its only antecedent, by its place.
    """
    ref = refs[k]
    by_sentence = defaultdict(list)
    for j in range(k - 1, -1, -1):
        if marked.distance(refs[j].sentence, ref.sentence) > (FAR if ref.count else REACH):
            break
        by_sentence[refs[j].sentence].append(j)
    if ref.sort == "pronoun" and any(r.count and r.sentence == ref.sentence for r in refs[k + 1 : k + 9]):
        return (), 0.0  # "they said the two leaders": somebody else
    focus = _focus(k, refs, places, found)
    every = [
        c
        for s in sorted(by_sentence, reverse=True)
        for c in _of_sentence(k, sorted(by_sentence[s]), refs, places, found, joint)
    ]
    with_focus = [c for c in every if focus is None or any(m is focus for m in c[0])]
    chains, j, more = next(iter(with_focus or every), ((), 0, 0.0))
    return chains, (score(j) + more if chains else 0.0)


def _focus(k: int, refs: Sequence[Ref], places: Sequence[Place], found: Mapping[int, Chain]) -> Chain | None:
    """The subject of the main verb before the plural's own sentence: one of those meant, if any are named with him."""
    before = [j for j in range(k) if refs[j].sentence < refs[k].sentence and places[j].subject and places[j].main]
    return found.get(before[-1]) if before else None


def _of_sentence(
    k: int,
    here: Sequence[int],
    refs: Sequence[Ref],
    places: Sequence[Place],
    found: Mapping[int, Chain],
    joint: Mapping[int, tuple[Chain, ...]],
) -> Iterator[tuple[tuple[Chain, ...], int, float]]:
    """Those whom the plural may stand for by one sentence, the surest first."""
    ref = refs[k]
    for j in reversed(here):
        if j in joint and _agree(ref, joint[j]):
            yield joint[j], j, ALIKE
    for chains, j, more in _together(ref, here, refs, places, found):
        own = places[k].verb in {places[i].verb for i in here if any(found.get(i) is c for c in chains)}
        if refs[here[0]].sentence == ref.sentence and own:
            continue  # nobody is the object of a verb whose subject he is
        if not (
            places[k].quoted and ref.count and not places[j].quoted
        ):  # whom a speaker calls so, the page need not have named
            yield chains, j, more


def _together(
    ref: Ref, here: Sequence[int], refs: Sequence[Ref], places: Sequence[Place], found: Mapping[int, Chain]
) -> list[tuple[tuple[Chain, ...], int, float]]:
    """Those whom one sentence names side by side, the surest first; with one of their Refs and what to add to its score."""
    made: list[tuple[tuple[Chain, ...], int, float]] = []
    fitting = [j for j in here if j in found and refs[j].sort not in ("pronoun", "pair") and not places[j].owner]
    sides: dict[int, list[int]] = defaultdict(list)
    for j in fitting:
        if places[j].top >= 0:
            sides[places[j].top].append(j)
    for some in sides.values():
        chains = _distinct(found[j] for j in some)
        if len(chains) > 1 and _agree(ref, chains):
            made.append((chains, some[0], ALIKE))
    by_verb: dict[int, list[int]] = defaultdict(list)
    for j in fitting:
        if places[j].verb >= 0 and (places[j].subject or (places[j].object and places[j].mutual)):
            by_verb[places[j].verb].append(j)
    for some in by_verb.values():
        chains = _distinct(found[j] for j in some)
        if len(chains) == 2 and any(places[j].subject for j in some) and _agree(ref, chains):
            made.append((chains, some[0], ACROSS + 4 * (ref.sort == "pair")))
    every = _distinct(found[j] for j in fitting if _fits(ref, found[j]))
    if ref.sort == "pair" and len(every) == ref.count and _agree(ref, every):
        made.append((every, fitting[-1], PRESENT))
    return sorted(made, key=lambda m: -m[2])


def _distinct(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    found: list[Chain] = []
    for chain in chains:
        if all(c is not chain for c in found):
            found.append(chain)
    return tuple(found)


def _agree(ref: Ref, chains: tuple[Chain, ...]) -> bool:
    persons = sum(c.kind == "person" for c in chains)
    return persons in (0, len(chains)) and (not ref.count or len(chains) == ref.count) and all(_fits(ref, c) for c in chains)


def _fits(ref: Ref, chain: Chain) -> bool:
    if ref.gender is not None and chain.gender not in (None, ref.gender):
        return False
    if ref.name in SIDES:
        return chain.kind in BODIES or (chain.kind == "group" and (chain.key or "").endswith("opposition"))
    return chain.kind in KINDS[ref.kind]

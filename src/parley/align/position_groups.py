"""Which stances are one position: the same party, or who speaks for it; the same issue and thing; the same side."""

from __future__ import annotations

from dataclasses import dataclass

from parley.align.position_parties import party_of
from parley.lexicon import Lexicon
from parley.model.marks import Page, Stance
from parley.model.records import Actor, Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A stance in its page, with its holder among the actors."""

    page: Page
    stance: Stance
    actor: Actor

    @property
    def in_text(self) -> bool:
        """Does it stand outside of the headline?"""
        k = self.page.document.sentence_at(self.stance.span.start)
        return k is not None and self.page.document.sentences[k].role != "title"


def group_stances(stood: tuple[Stood, ...], cast: Cast, lexicon: Lexicon) -> tuple[tuple[Stood, ...], ...]:
    """The stances by position, groups and members in the order given; headlines alone make none."""
    groups: dict[tuple[str, str, str, str], list[Stood]] = {}
    for one in stood:
        side = lexicon.ontology.values[one.stance.value].polarity
        key = (party_of(one.actor, cast), one.stance.issue, _thing(one.stance, cast), side)
        groups.setdefault(key, []).append(one)
    joined = _one_clause(list(groups.items()))
    return tuple(tuple(g) for g in joined if any(one.in_text for one in g))


def _one_clause(groups: list[tuple[tuple[str, str, str, str], list[Stood]]]) -> list[list[Stood]]:
    """Groups that differ only by their thing become one where mostly the same clauses say them ("end tests, shut the site")."""
    kept: list[tuple[tuple[str, str, str, str], list[Stood]]] = []
    for key, members in sorted(groups, key=lambda g: -len(g[1])):
        same = next(
            (k for k in kept if (k[0][0], k[0][1], k[0][3]) == (key[0], key[1], key[3]) and _shared(k[1], members)), None
        )
        if same is None:
            kept.append((key, list(members)))
        else:
            same[1].extend(members)
    return [members for _, members in kept]


def _shared(a: list[Stood], b: list[Stood]) -> bool:
    """Do half of the stances of `b` stand in clauses of `a`?"""
    met = [s for s in b if any(o.page is s.page and o.stance.span.meets(s.stance.span) for o in a)]
    return 2 * len(met) >= len(b)


def _thing(stance: Stance, cast: Cast) -> str:
    """What the stand is on: an actor's id, where it names one, so that two names of one are the same."""
    if stance.object is None:
        return ""
    wanted = stance.object.lower()
    for actor in cast.actors:
        if wanted == actor.name.lower() or any(wanted == a.text.lower() for a in actor.aliases):
            return actor.id
    return wanted

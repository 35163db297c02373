"""One Position out of the stances that say it."""

from __future__ import annotations

from collections import Counter

from parley.align.evidence import bounds_of, cite_some
from parley.align.position_groups import Stood
from parley.lexicon import Lexicon
from parley.model.marks import Voice
from parley.model.records import Cast, Citation, Position

NEAREST: tuple[Voice, ...] = ("own-quote", "own-indirect", "attributed-by-other", "outlet")
"""Voices, the one nearest to the party first."""


def position_of(number: str, group: tuple[Stood, ...], cast: Cast, lexicon: Lexicon) -> Position:
    """The record: held by whom most stances name (of a person and the state the first named), in the nearest voice."""
    actor = Counter(s.actor.id for s in group).most_common(1)[0][0]
    voice = min((s.stance.voice for s in group), key=NEAREST.index)
    value = value_of(group, lexicon)
    best = next(s for s in group if s.stance.value == value)
    teller = next((s.stance.via for s in group if s.stance.voice == voice and s.stance.via is not None), None)
    via = cast.of(teller)
    return Position(
        id=number,
        actor=actor,
        issue=best.stance.issue,
        object=best.stance.object,
        value=value,
        strength=max(s.stance.strength for s in group),
        voice=voice,
        via=via.id if via is not None and via.id != actor else None,
        conditions=bounds_of((s.page, c) for s in group for c in s.stance.conditions),
        citations=_citations(group),
    )


def value_of(group: tuple[Stood, ...], lexicon: Lexicon) -> str:
    """The value of most stances; of equals the firmer, then the first."""
    counts = Counter(s.stance.value for s in group)
    return max(counts, key=lambda v: (counts[v], lexicon.ontology.values[v].strength))


def _citations(group: tuple[Stood, ...]) -> tuple[Citation, ...]:
    """The clauses that show the stand, out of the text before the headline, the firmest stances first."""
    best = sorted(group, key=lambda s: (not s.in_text, -s.stance.strength))
    return cite_some(((s.page.document, s.stance.span) for s in best), (s.page for s in group))

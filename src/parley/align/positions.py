"""Where each party stands over all sources: what one party wants of one thing is one Position, a change of mind another."""

from __future__ import annotations

from parley.align.position_groups import Stood, group_stances
from parley.align.position_records import position_of
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Cast, Position


def match_positions(pages: tuple[Page, ...], cast: Cast, lexicon: Lexicon) -> tuple[Position, ...]:
    """The positions of a story, those of most sources first, then in the order in which the pages tell them.

    Args:
        pages: in canonical order.
    """
    stood = tuple(
        Stood(page=page, stance=s, actor=actor) for page in pages for s in page.marks.stances if (actor := cast.of(s.actor))
    )
    groups = group_stances(stood, cast, lexicon)
    first = {id(one): k for k, one in enumerate(stood)}
    ranked = sorted(groups, key=lambda g: (-len({s.page.document.id for s in g}), first[id(g[0])]))
    return tuple(position_of(f"P{k}", group, cast, lexicon) for k, group in enumerate(ranked))

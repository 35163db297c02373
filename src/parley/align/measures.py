"""The steps of a process over all sources: mentions of one step become one Measure, different steps stay apart."""

from __future__ import annotations

from parley.align.measure_groups import Told, group_measures
from parley.align.measure_records import measure_of
from parley.align.measure_scenes import scene_of
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Cast, Measure


def match_measures(pages: tuple[Page, ...], cast: Cast, lexicon: Lexicon) -> tuple[Measure, ...]:
    """The measures of a story, those of most sources first, then in the order in which the pages tell them.

    Args:
        pages: in canonical order.
    """
    told = tuple(Told(page=page, mention=m) for page in pages for m in page.marks.measures)
    groups = [g for g in group_measures(told, cast, lexicon) if _is_measure(g)]
    scene = scene_of(told, cast, lexicon)
    ranked = sorted(groups, key=lambda g: (-len({t.page.document.id for t in g}), _first(g, told)))
    return tuple(measure_of(f"M{k}", group, scene, cast, lexicon) for k, group in enumerate(ranked))


def _first(group: tuple[Told, ...], told: tuple[Told, ...]) -> int:
    return told.index(group[0])


def _is_measure(group: tuple[Told, ...]) -> bool:
    """A step that only headlines name is told nowhere."""
    return any(t.in_text for t in group)

"""Where accounts differ: built from the records, graded, few.

Precision before recall: a false contradiction is the worst error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parley.align.divergence_claims import attributed_here_stated_there, conflicting_claims, only_one_says
from parley.align.divergence_errors import swapped_sides
from parley.align.divergence_records import date_conflicts, figure_conflicts, quotation_conflicts
from parley.align.divergence_wording import wording_conflicts
from parley.lexicon import Lexicon
from parley.model.ledger import Ledger
from parley.model.marks import Page
from parley.model.records import Divergence

Finder = Callable[[tuple[Page, ...], Ledger, Lexicon], tuple[Divergence, ...]]

FINDERS: tuple[Finder, ...] = (
    conflicting_claims,
    swapped_sides,
    figure_conflicts,
    date_conflicts,
    quotation_conflicts,
    wording_conflicts,
    attributed_here_stated_there,
    only_one_says,
)
"""One finder a kind of ground; in this order the kinds stand within one severity."""

RANK = {"high": 0, "medium": 1, "low": 2}
MOST = 24  # what a reader still looks through; the least severe are left out


def find_divergences(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """The divergences of a story, contradictions first, then by severity.

    Args:
        ledger: all records but divergences and account.
    """
    found = [d for finder in FINDERS for d in finder(pages, ledger, lexicon)]
    ordered = sorted(found, key=lambda d: (d.kind != "contradiction", RANK[d.severity]))[:MOST]
    return tuple(replace(d, id=f"X{k}") for k, d in enumerate(ordered))

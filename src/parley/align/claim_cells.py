"""One cell for each page: asserts, differs (and how), contradicts, or silent."""

from __future__ import annotations

from parley.align.claim_likeness import Likeness
from parley.align.claim_units import Unit
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Cell, Citation

NEAR = 0.50  # average likeness from which a page outside the claim speaks of the same thing, less exactly or otherwise
MOST_CITED = 3  # passages of one page in one cell; the best tell enough, and a reader reads them


def make_cells(
    pages: tuple[Page, ...],
    units: tuple[Unit, ...],
    cluster: tuple[int, ...],
    likeness: dict[tuple[int, int], Likeness],
    lexicon: Lexicon,
) -> dict[str, Cell]:
    """The cell of each page, by document id, in the order of pages.

    Args:
        cluster: indices of the units that tell the claim.
    """
    return {page.document.id: _cell(k, units, cluster, likeness) for k, page in enumerate(pages)}


def _cell(page: int, units: tuple[Unit, ...], cluster: tuple[int, ...], likeness: dict[tuple[int, int], Likeness]) -> Cell:
    own = [i for i in cluster if units[i].page == page]
    if own:
        return Cell(relation="asserts", citations=_cited(units, own))
    near = [(_average(i, cluster, likeness), i) for i, u in enumerate(units) if u.page == page]
    score, best = max(near, key=lambda x: (x[0], -x[1]), default=(0.0, -1))
    if score < NEAR:
        return Cell(relation="silent", citations=())
    conflicts = [c for i in cluster if (c := likeness[_key(best, i)].conflict)]
    if not conflicts:
        return Cell(relation="asserts", citations=(units[best].citation,))
    return Cell(
        relation="differs",
        citations=(units[best].citation,),
        note=f"another {conflicts[0]}" if conflicts[0] != "negation" else "said the other way round",
    )


def _average(i: int, cluster: tuple[int, ...], likeness: dict[tuple[int, int], Likeness]) -> float:
    scores = [likeness[_key(i, j)].score for j in cluster if j != i]
    return sum(scores) / len(scores) if scores else 0.0


def _key(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def _cited(units: tuple[Unit, ...], own: list[int]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(units[i].citation for i in own))[:MOST_CITED]

"""One cell for each page: asserts, differs (and how), contradicts, or silent.

A page that is not among those that tell the claim may still speak of it: the passage of it that comes nearest is compared with
the claim's core, the words that its tellers share, and with their fields.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.align.agreement import Agreement
from parley.align.agreement_pairs import Agreements
from parley.align.claim_likeness import Comparison
from parley.align.claim_units import Unit
from parley.model.marks import Page
from parley.model.records import OPPOSITE, Cell, Citation, Relation

SAYS = 0.46  # nearness from which a page says the claim itself; swept .46 to .60 on five stories, cells .63 to .67
TOUCHES = 0.36  # from which it speaks of the same thing, less exactly or otherwise, if a record has both on one matter
MOST_CITED = 3  # passages of one page in one cell; the best tell enough, and a reader reads them
NOTES = {"number": "gives another number", "date": "gives another date", "negation": OPPOSITE}
LOOSER = "speaks of it less exactly"
OTHER_WORDS = "in other words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What a claim is about: lemmas that at least half of its tellers share, with their weight in the story."""

    weight: dict[str, float]

    def share_in(self, lemmas: frozenset[str]) -> float:
        """Weighted share of the core that the lemmas hold."""
        total = sum(self.weight.values())
        return sum(w for lemma, w in self.weight.items() if lemma in lemmas) / total if total else 0.0


def make_cells(
    pages: tuple[Page, ...], compared: Comparison, cluster: tuple[int, ...], agreements: Agreements
) -> dict[str, Cell]:
    """The cell of each page, by document id, in the order of pages.

    Args:
        cluster: indices of the statements that tell the claim.
    """
    core = _core(compared, cluster)
    return {page.document.id: _cell(k, compared, cluster, core, agreements) for k, page in enumerate(pages)}


def _core(compared: Comparison, cluster: tuple[int, ...]) -> Core:
    counts = Counter(lemma for i in cluster for lemma in compared.units[i].lemmas)
    need = len(cluster) / 2
    return Core(weight={lemma: compared.weight.get(lemma, 1.0) for lemma, n in sorted(counts.items()) if n >= need})


def _cell(page: int, compared: Comparison, cluster: tuple[int, ...], core: Core, agreements: Agreements) -> Cell:
    units = compared.units
    own = [i for i in cluster if units[i].page == page]
    if own:
        return Cell(relation="asserts", citations=_cited(units, own))
    if (against := opponent(page, compared, cluster, agreements)) is not None:
        i, agreement = against[0], against[2]
        relation: Relation = "contradicts" if agreement.relation == "contradicts" else "differs"
        return Cell(relation=relation, citations=(units[i].citation,), note=OPPOSITE)
    near = [(_nearness(i, compared, cluster, core), -i) for i, u in enumerate(units) if u.page == page]
    score, best = max(near, default=(0.0, 0))
    return Cell(relation="silent", citations=()) if score < TOUCHES else _spoken(-best, score, compared, cluster)


def opponent(
    page: int, compared: Comparison, cluster: tuple[int, ...], agreements: Agreements
) -> tuple[int, int, Agreement] | None:
    """The statement of a page that contradicts the claim, or tells it as what somebody denies, with the teller that it opposes.

    None where it does neither.
    """
    near = (
        (i, j, agreement)
        for i in (i for i, u in enumerate(compared.units) if u.page == page)
        for j in (j for j in cluster if compared.score[i, j] >= TOUCHES)
        if (agreement := agreements.of(i, j)) is not None
    )
    found = [(i, j, a) for i, j, a in near if a.relation == "contradicts" or a.denied]
    return max(found, key=lambda f: (f[2].relation == "contradicts", compared.score[f[0], f[1]], -f[0]), default=None)


def _spoken(best: int, score: float, compared: Comparison, cluster: tuple[int, ...]) -> Cell:
    citation = compared.units[best].citation
    conflicts = Counter(c for j in cluster if (c := compared.conflict_of(best, j)))
    if conflicts and max(conflicts.values()) >= len(cluster) / 2:
        field = max(sorted(conflicts), key=lambda c: conflicts[c])
        return Cell(relation="differs", citations=(citation,), note=NOTES[field])
    if score >= SAYS:
        return Cell(relation="asserts", citations=(citation,), note=OTHER_WORDS)
    if any(compared.units[best].shared & compared.units[j].shared for j in cluster):
        return Cell(relation="differs", citations=(citation,), note=LOOSER)
    return Cell(relation="silent", citations=())  # near in words, but no record has the two on one matter


def _nearness(i: int, compared: Comparison, cluster: tuple[int, ...], core: Core) -> float:
    """Half the best likeness to a teller, half the share of the claim's core that the passage holds."""
    best = float(max(compared.score[i, j] for j in cluster))
    return 0.5 * best + 0.5 * core.share_in(compared.units[i].lemmas)


def _cited(units: tuple[Unit, ...], own: list[int]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(units[i].citation for i in own))[:MOST_CITED]

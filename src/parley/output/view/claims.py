"""Claims by outlet: rows are claims, columns are sources grouped by origin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.model.records import Cell, Claim
from parley.output.view.account import chip_words
from parley.output.view.index import Evidence, Index, Name, SourceLabel
from parley.output.view.words import RELATIONS, STANDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One source; `first` begins a group of columns."""

    source: SourceLabel
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """Neighbouring columns that stand on one origin; `letter` is empty for an unknown origin, `id` too."""

    id: str
    letter: str
    label: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCell:
    """What one source does with a claim, in a word and a sign."""

    source: SourceLabel
    first: bool
    relation: str
    sign: str
    word: str
    note: str
    anchor: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim. `voices` are those whose word it is; `outlet_word`: outlets say it in their own voice."""

    id: str
    text: str
    chip: str
    standing: str
    standing_words: str
    voices: tuple[Name, ...]
    outlet_word: bool
    cells: tuple[ClaimCell, ...]
    reasons: tuple[str, ...]

    @property
    def spoken(self) -> tuple[ClaimCell, ...]:
        """The cells that have evidence or a note."""
        return tuple(c for c in self.cells if c.evidence or c.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole picture."""

    groups: tuple[OriginGroup, ...]
    columns: tuple[Column, ...]
    rows: tuple[ClaimRow, ...]


def matrix_of(index: Index) -> Matrix:
    """The matrix of a brief: weightier claims first; larger origins first, sources of unknown origin last, each by itself."""
    groups, columns = _columns(index)
    ordered = sorted(index.brief.claims, key=lambda c: -c.weight)
    return Matrix(groups=groups, columns=columns, rows=tuple(_row(c, columns, index) for c in ordered))


def _columns(index: Index) -> tuple[tuple[OriginGroup, ...], tuple[Column, ...]]:
    labels = list(index.labels.values())
    sizes = Counter(s.origin for s in labels if s.origin)
    ordered = sorted(sizes, key=lambda o: (-sizes[o], list(index.letters).index(o)))
    members = {o: [s for s in labels if s.origin == o] for o in ordered}
    names = {o.id: o.label for o in index.brief.origins}
    groups = [OriginGroup(id=o, letter=index.letters[o], label=names[o], width=sizes[o]) for o in ordered]
    unknown = [s for s in labels if not s.origin]
    groups += [OriginGroup(id="", letter="", label="origin unknown", width=1) for _ in unknown]
    columns = [Column(source=s, first=k == 0) for o in ordered for k, s in enumerate(members[o])]
    return tuple(groups), (*columns, *(Column(source=s, first=True) for s in unknown))


def _row(claim: Claim, columns: tuple[Column, ...], index: Index) -> ClaimRow:
    return ClaimRow(
        id=claim.id,
        text=claim.text,
        chip=chip_words(claim.origins, claim.outlets),
        standing=claim.standing,
        standing_words=STANDINGS.get(claim.standing, claim.standing),
        voices=index.names(v for v in claim.voices if v != "outlet"),
        outlet_word="outlet" in claim.voices,
        cells=tuple(_cell(claim.id, claim.cells.get(c.source.id), c, index) for c in columns),
        reasons=tuple(dict.fromkeys(link.reason for link in claim.links if link.reason)),
    )


def _cell(claim: str, cell: Cell | None, column: Column, index: Index) -> ClaimCell:
    relation = cell.relation if cell else "silent"
    sign, word = RELATIONS.get(relation, ("?", relation))
    note = (cell.note or "") if cell else ""
    if relation == "silent" and "incomplete" in note:
        sign, word = RELATIONS["incomplete"]
    return ClaimCell(
        source=column.source,
        first=column.first,
        relation=relation,
        sign=sign,
        word=word,
        note=note,
        anchor=f"{claim}-{column.source.id}",
        evidence=index.evidence(cell.citations) if cell else (),
    )

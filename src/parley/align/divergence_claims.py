"""Divergences inside claims: said the other way round, less exactly, on whose word, or by one source alone."""

from __future__ import annotations

from parley.lexicon import Lexicon
from parley.model.ledger import Ledger
from parley.model.marks import Page, Statement
from parley.model.records import Cell, Citation, Claim, Divergence, DivergenceKind, Side, cite

WEIGHTY = 1.9  # weight from which the silence of the others is worth telling: a lead's step or figure in one outlet alone
MOST_SCOPES = 6  # of the weightiest claims; less detail is seldom worth a reader's time
MOST_ALONE = 4
MOST_VOICES = 5


def conflicting_claims(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Claims that a source contradicts, or tells with another number, date or scope."""
    numbers = [r.citation for f in ledger.figures if f.series for r in f.readings]
    found: list[Divergence] = []
    for claim in ledger.claims:
        asserting = [c for c in claim.cells.values() if c.relation == "asserts" and c.note is None]
        for relation in ("contradicts", "differs"):
            other = [c for c in claim.cells.values() if c.relation == relation]
            if asserting and other:
                conflict = _conflict(claim, asserting, other, relation)
                if not _is_told_by_figures(conflict, numbers) and not any(_mirrors(conflict, d) for d in found):
                    found.append(conflict)
    scopes = [d for d in found if d.kind == "scope"][:MOST_SCOPES]
    return tuple(d for d in found if d.kind != "scope" or d in scopes)


def _is_told_by_figures(divergence: Divergence, numbers: list[Citation]) -> bool:
    """Does each side hold a number of a quantity that is told as a divergence of its own?"""
    return divergence.kind == "number" and all(any(c.holds(n) for c in s.citations for n in numbers) for s in divergence.sides)


def _mirrors(divergence: Divergence, other: Divergence) -> bool:
    """Is it a contradiction that stands there already, told from the other side?"""
    if not divergence.kind == other.kind == "contradiction":
        return False
    return all(
        any(c.meets(o) for c in side.citations for o in theirs.citations)
        for side, theirs in zip(divergence.sides, reversed(other.sides), strict=True)
    )


def _conflict(claim: Claim, asserting: list[Cell], other: list[Cell], relation: str) -> Divergence:
    note = next((c.note for c in other if c.note), None)
    kind: DivergenceKind = "contradiction" if relation == "contradicts" else _kind(note)
    return Divergence(
        id="",
        kind=kind,
        topic=claim.text,
        severity="high" if relation == "contradicts" else "medium",
        sides=(_side(asserting), _side(other)),
        explanation=note,
    )


def _kind(note: str | None) -> DivergenceKind:
    if note and "number" in note:
        return "number"
    if note and "date" in note:
        return "date"
    return "scope"


def attributed_here_stated_there(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Claims that one source puts into somebody's mouth and another states as a fact of its own."""
    statement_at = {cite(p.document, s.span): s for p in pages for s in p.marks.statements}
    found = []
    for claim in ledger.claims:
        cited = [c for cell in claim.cells.values() if cell.relation == "asserts" for c in cell.citations]
        said = [c for c in cited if _voiced(statement_at.get(c))]
        bare = [
            c for c in cited if c in statement_at and not _voiced(statement_at[c]) and c.source not in {s.source for s in said}
        ]
        if said and bare:
            sides = (_cited(said), _cited(bare))
            found.append(
                Divergence(
                    id="",
                    kind="attribution",
                    topic=claim.text,
                    severity="medium",
                    sides=sides,
                    explanation="somebody's word in one source, the outlet's own statement in another",
                )
            )
    return tuple(found[:MOST_VOICES])


def _voiced(statement: Statement | None) -> bool:
    return statement is not None and statement.voice != "outlet"


def only_one_says(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Weighty claims of one source on which all others are silent."""
    if len(pages) < 3:
        return ()
    found = []
    for claim in ledger.claims:
        spoken = [c for c in claim.cells.values() if c.relation != "silent"]
        if len(spoken) == 1 and claim.weight >= WEIGHTY:
            found.append(
                Divergence(
                    id="",
                    kind="omission",
                    topic=claim.text,
                    severity="medium",
                    sides=(_side(spoken),),
                    explanation=f"one of {len(pages)} sources only",
                )
            )
    return tuple(found[:MOST_ALONE])


def _side(cells: list[Cell]) -> Side:
    return _cited([c for cell in cells for c in cell.citations[:1]])


def _cited(citations: list[Citation]) -> Side:
    unique = tuple(dict.fromkeys(citations))
    return Side(sources=tuple(dict.fromkeys(c.source for c in unique)), text=unique[0].exact, citations=unique[:4])

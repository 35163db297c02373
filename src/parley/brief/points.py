"""What the account can say beside the claims: the range of the main figure, and what nobody reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.lexicon import Lexicon
from parley.model.chains import count_origins
from parley.model.ledger import Ledger
from parley.model.records import Citation, Figure, SummarySentence

Kind = Literal["reported", "attributed", "disputed", "gap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence on its way into the account."""

    text: str
    kind: Kind
    citations: tuple[Citation, ...]
    outlets: int
    origins: int

    def sentence(self, number: int) -> SummarySentence:
        """The point as sentence `number` of the account."""
        return SummarySentence(
            id=f"Y{number}",
            text=self.text,
            kind=self.kind,
            citations=self.citations,
            outlets=self.outlets,
            origins=self.origins,
        )


def figure_point(ledger: Ledger) -> Point | None:
    """The figure on which most outlets part, with each reading; None where none part."""
    parted = [f for f in ledger.figures if f.agreement in ("differ", "updated") and len(_by_source(f)) > 1]
    if not parted:
        return None
    figure = max(parted, key=lambda f: (len(_by_source(f)), f.high or f.low or 0, f.id))
    cited = _by_source(figure)
    outlets = {d.id: d.outlet or d.snapshot.uri.rsplit("/", 1)[-1] for d in ledger.documents}
    readings = [f"{c.exact} ({outlets.get(source, source)})" for source, c in cited.items()]
    listed = ", ".join(readings[:-1]) + " and " + readings[-1]
    return Point(
        text=f"Accounts differ on the number of {figure.counted}: {listed}.",
        kind="disputed",
        citations=tuple(cited.values()),
        outlets=len(cited),
        origins=count_origins(ledger.origins, cited, cited.values()),
    )


def _by_source(figure: Figure) -> dict[str, Citation]:
    """The first reading of each source."""
    found: dict[str, Citation] = {}
    for reading in figure.readings:
        found.setdefault(reading.citation.source, reading.citation)
    return found


def gap_point(ledger: Ledger, lexicon: Lexicon) -> Point | None:
    """That a step called for or discussed is nowhere reported as agreed: a call is not a deal."""
    open_steps = [
        m for m in ledger.measures if m.status in ("called_for", "proposed", "offered", "under_discussion", "floated")
    ]
    told = [m for m in open_steps if len({c.source for c in m.citations}) > 1]
    if not told:
        return None
    step = max(told, key=lambda m: (len({c.source for c in m.citations}), len(m.citations), m.id))
    if any(
        m.type == step.type and m.status in ("agreed", "signed", "declared", "in_force", "implemented") for m in ledger.measures
    ):
        return None
    return Point(
        text=f"No article says that a {step.label} has been agreed.",
        kind="gap",
        citations=(),
        outlets=0,
        origins=0,
    )

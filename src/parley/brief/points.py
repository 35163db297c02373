"""What the account can say beside the claims: the range of the main figure, and what nobody reports."""

from __future__ import annotations

import re
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
    """The figure on which most outlets part, with each value and who gives it; None where none part."""
    parted = [f for f in ledger.figures if f.agreement in ("differ", "updated") and len(_by_value(f)) > 1]
    if not parted:
        return None
    figure = max(parted, key=lambda f: (len({r.citation.source for r in f.readings}), f.high or f.low or 0, f.id))
    values = _by_value(figure)
    names = {d.id: d.outlet or d.snapshot.uri.rsplit("/", 1)[-1] for d in ledger.documents}
    told = [f"{_number_words(cited[0].exact)} ({', '.join(names[c.source] for c in cited)})" for cited in values]
    cited = tuple(c for some in values for c in some)
    sources = [c.source for c in cited]
    return Point(
        text=f"The number of {figure.counted} is given as {', '.join(told[:-1])} and {told[-1]}.",
        kind="disputed",
        citations=cited,
        outlets=len(set(sources)),
        origins=count_origins(ledger.origins, sources, cited),
    )


def _by_value(figure: Figure) -> list[list[Citation]]:
    """The readings of each value, one a source, from the lowest value to the highest."""
    found: dict[tuple[float, float], list[Citation]] = {}
    for reading in figure.readings:
        low = reading.value if reading.value is not None else reading.low
        high = reading.value if reading.value is not None else reading.high
        if low is None and high is None:
            continue
        cited = found.setdefault((low or high or 0.0, high or low or 0.0), [])
        if all(c.source != reading.citation.source for c in cited):
            cited.append(reading.citation)
    return [found[value] for value in sorted(found)]


def _number_words(exact: str) -> str:
    """The number with its hedge, without the noun behind it: "at least 58" of "at least 58 people"."""
    match = re.match(r".*?\d[\d.,]*(?:\s(?:thousand|million|billion|dozen))?", exact)
    return match[0].rstrip(".,") if match else exact


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

"""What the account can say beside the claims: the range of the main figure, and what nobody reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.lexicon import Lexicon
from parley.model.chains import count_origins
from parley.model.ledger import Ledger
from parley.model.records import Citation, FigureReading, SummarySentence

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
    """The quantity on which most outlets part, with each value and who gives it; None where none part."""
    parted = [x for x in _by_quantity(ledger).values() if len(x) > 1]
    if not parted:
        return None
    values = max(parted, key=lambda x: (len({r.citation.source for some in x.values() for r in some}), max(x)))
    counted = next(f.counted for f in ledger.figures for r in f.readings if r in next(iter(values.values())))
    names = {d.id: d.outlet or d.snapshot.uri.rsplit("/", 1)[-1] for d in ledger.documents}
    told = [_told(values[v], names, ledger) for v in sorted(values)[:MOST_VALUES]]
    cited = tuple(r.citation for v in sorted(values)[:MOST_VALUES] for r in values[v])
    sources = [c.source for c in cited]
    return Point(
        text=f"The number of {_plural(counted)} is given as {', '.join(told[:-1])} and {told[-1]}.",
        kind="disputed",
        citations=cited,
        outlets=len(set(sources)),
        origins=count_origins(ledger.origins, sources, cited),
    )


DEALT = frozenset(
    {"ceasefire", "withdrawal", "prisoner_exchange", "humanitarian_access", "de_escalation", "weapons", "agreement_text"}
)
"""Issues on which parties come to a deal, so that the lack of one is news."""
DONE = frozenset({"agreed", "signed", "declared", "in_force", "partially_implemented", "implemented", "extended"})


def _with_article(label: str) -> str:
    """ "a truce in Aleppo has", "an exchange has", "humanitarian corridors have"."""
    head = re.split(r" (?:in|of|for|with|by|between|on|to|from|at)\b", label)[0]
    if re.search(r"[^s]s$", head):
        return f"{label} have"
    return f"{'an' if label[:1].lower() in 'aeiou' else 'a'} {label} has"


MOST_VALUES = 5
Values = dict[tuple[float, float], list[FigureReading]]


def _by_quantity(ledger: Ledger) -> dict[str, Values]:
    """For each quantity that is counted differently, or rises, its values with one reading a source."""
    found: dict[str, Values] = {}
    for figure in ledger.figures:
        if figure.agreement not in ("differ", "updated"):
            continue
        values = found.setdefault(figure.series or figure.id, {})
        for reading in figure.readings:
            low = reading.value if reading.value is not None else reading.low
            high = reading.value if reading.value is not None else reading.high
            if low is None and high is None:
                continue
            told = values.setdefault((low or high or 0.0, high or low or 0.0), [])
            if all(r.citation.source != reading.citation.source for r in told):
                told.append(reading)
    return found


def _told(readings: list[FigureReading], names: dict[str, str], ledger: Ledger) -> str:
    """A value with whose count it is, if somebody's, and who prints it."""
    counters = {a.id: a.name for a in ledger.actors if a.kind in ("organisation", "state", "person", "armed-group", "alliance")}
    by = next((counters[r.said_by] for r in readings if r.said_by in counters), None)
    outlets = ", ".join(dict.fromkeys(names[r.citation.source] for r in readings))
    return f"{_number_words(readings[0].citation.exact)} ({by + ', in ' if by else ''}{outlets})"


def _plural(counted: str) -> str:
    return counted[0].lower() + counted[1:]


def _number_words(exact: str) -> str:
    """The number with its hedge, without the noun behind it: "at least 58" of "at least 58 people"."""
    match = re.match(r".*?\d[\d.,]*(?:\s(?:thousand|million|billion|dozen))?", exact)
    return match[0].rstrip(".,").lower() if match else exact


def gap_point(ledger: Ledger, lexicon: Lexicon) -> Point | None:
    """That a step called for or discussed is nowhere reported as agreed: a call is not a deal."""
    open_steps = [
        m
        for m in ledger.measures
        if m.type in DEALT and m.status in ("called_for", "proposed", "offered", "under_discussion", "floated")
    ]
    told = [m for m in open_steps if 2 * len({c.source for c in m.citations}) >= max(4, len(ledger.documents))]
    if not told:
        return None  # what few articles tell of, the others need not settle
    step = max(told, key=lambda m: (len({c.source for c in m.citations}), len(m.citations), m.id))
    kin = [m for m in ledger.measures if m.type == step.type]
    if any(code in DONE for m in kin for code in (m.status, *(note.status for note in m.history))):
        return None
    return Point(
        text=f"No article says that {_with_article(step.label)} been agreed.",
        kind="gap",
        citations=(),
        outlets=0,
        origins=0,
    )

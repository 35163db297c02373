"""Divergences of numbers, dates and quotations: they stand in the records already and only need their sides."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from parley.lexicon import Lexicon
from parley.model.ledger import Ledger
from parley.model.marks import Page
from parley.model.records import Citation, Difference, Divergence, Figure, Happening, Severity, Side

SPELLING = 0.75  # normalised similarity of two words that are one word in two spellings ("localised", "localized")
DEATH = re.compile(r"kill|dead|death|died|toll|casualt|victim", re.IGNORECASE)


def figure_conflicts(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Figures that sources give differently, or that rose from one day to the next."""
    quantities: dict[str, list[Figure]] = {}
    for figure in ledger.figures:
        if figure.agreement in ("differ", "updated"):
            quantities.setdefault(figure.series or figure.id, []).append(figure)
    return tuple(d for figures in quantities.values() if (d := _figure(figures)) is not None)


def _figure(figures: list[Figure]) -> Divergence | None:
    """The values of one quantity as sides; None where there is one value only."""
    values: dict[tuple[float | None, float | None, float | None], list[Citation]] = {}
    for r in (r for f in figures for r in f.readings):
        values.setdefault((r.value, r.low, r.high), []).append(r.citation)
    if len(values) < 2:
        return None
    figure = figures[0]
    sides = tuple(_side(cited) for cited in values.values())
    later = all(f.agreement == "updated" for f in figures)
    return Divergence(
        id="",
        kind="number",
        topic=f"number: {figure.counted}",
        severity="high" if DEATH.search(figure.counted) else "medium",
        sides=sides,
        explanation="the number rose or fell with time" if later else "the same thing is counted differently",
    )


def date_conflicts(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """Happenings that sources date differently, one source's "yesterday" against the others' weekday among them."""
    return tuple(_date(h) for h in ledger.schedule if h.agreement in ("differ", "updated"))


def _date(happening: Happening) -> Divergence:
    values: dict[str | None, list[Citation]] = {}
    for r in happening.readings:
        values.setdefault(r.when, []).append(r.citation)
    return Divergence(
        id="",
        kind="date",
        topic=f"date: {happening.label}",
        severity="high" if happening.agreement == "differ" else "low",
        sides=tuple(_side(cited) for cited in values.values()),
        explanation=f"dated {' / '.join(str(v) for v in values)}",
    )


def quotation_conflicts(pages: tuple[Page, ...], ledger: Ledger, lexicon: Lexicon) -> tuple[Divergence, ...]:
    """One utterance printed in other words, or cut, inside quotation marks."""
    speaker = {q.id: q.speaker for q in ledger.quotations}
    names = {a.id: a.name for a in ledger.actors}
    found = []
    for group in ledger.quotation_groups:
        telling = [d for d in group.differences if _changes_words(d, lexicon.claims.small)]
        if not telling:
            continue
        who = next((names[s] for m in group.members if (s := speaker.get(m)) in names), "unknown speaker")
        found.append(_quotation(who, telling))
    return tuple(found)


def _quotation(who: str, differences: list[Difference]) -> Divergence:
    cited = tuple(dict.fromkeys(c for d in differences for c in (d.a, d.b)))
    worded = any(d.kind in ("wording", "gloss") for d in differences)
    by_source: dict[str, list[Citation]] = {}
    for c in cited:
        by_source.setdefault(c.source, []).append(c)
    severity: Severity = "high" if worded and len(by_source) > 1 else "medium"
    return Divergence(
        id="",
        kind="altered-quotation",
        topic=f"quotation: {who}",
        severity=severity,
        sides=tuple(_side(c[:2]) for c in by_source.values()),
        explanation="one utterance, printed " + ("in other words" if worded else "in parts"),
    )


def _changes_words(difference: Difference, small: frozenset[str]) -> bool:
    """Do the two prints part in more than spelling, case, stops and small words?"""
    if difference.kind == "truncated":
        return min(len(difference.a.exact.split()), len(difference.b.exact.split())) > 0
    mine, theirs = (_words(c.exact, small) for c in (difference.a, difference.b))
    left = [w for w in mine if not any(Levenshtein.normalized_similarity(w, o) >= SPELLING for o in theirs)]
    right = [w for w in theirs if not any(Levenshtein.normalized_similarity(w, o) >= SPELLING for o in mine)]
    return bool(left or right)


def _words(text: str, small: frozenset[str]) -> list[str]:
    return [w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in small]


def _side(cited: list[Citation]) -> Side:
    unique = tuple(dict.fromkeys(cited))
    return Side(sources=tuple(dict.fromkeys(c.source for c in unique)), text=unique[0].exact, citations=unique[:3])

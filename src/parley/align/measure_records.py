"""One Measure out of the mentions of one step."""

from __future__ import annotations

from collections import Counter

from parley.align.evidence import bounds_of, cite_some
from parley.align.measure_groups import Told
from parley.align.measure_scenes import Scene
from parley.lexicon import Lexicon
from parley.model.records import Cast, Citation, Measure, StatusNote, cite

OPEN = frozenset({"participation"})
"""Issues where one party's "we will come" does not settle what others dispute."""
OVERCOME = frozenset({"collapsed", "suspended", "stalled", "expired"})
"""What is over where the step is scheduled anew: talks that collapsed in winter and open again in June."""


def measure_of(number: str, group: tuple[Told, ...], scene: Scene, cast: Cast, lexicon: Lexicon) -> Measure:
    """The record; its words are those of the mention that names the step best."""
    best = _best(group)
    mentions = [t.mention for t in group]
    proposers = [p for m in mentions for p in cast.ids(m.proposers)]
    return Measure(
        id=number,
        type=best.mention.type,
        subtype=best.mention.subtype,
        status=status_of(group, lexicon),
        label=best.mention.label,
        place=_most([m.place for m in mentions if m.place is not None]) or scene.place_of(group, cast),
        proposers=tuple(dict.fromkeys(proposers)),
        addressees=tuple(dict.fromkeys(a for m in mentions for a in cast.ids(m.addressees))),
        via=tuple(dict.fromkeys(v for m in mentions if m.via is not None for v in cast.ids((m.via,)))),
        conditions=bounds_of((t.page, c) for t in group for c in t.mention.conditions),
        when=_most([m.when for m in mentions if m.when is not None and m.status in ("scheduled", "declared", "in_force")]),
        citations=_citations(group),
        history=_history(group, cast),
    )


def status_of(group: tuple[Told, ...], lexicon: Lexicon) -> str:
    """The furthest status that the sources support; an off-ramp where more sources tell of it than of progress.

    Before anything is agreed asking, offering and discussing are no steps beyond each other: there the status of most sources
    counts, or "disputed" where one tells of a dispute. One source that has it agreed by somebody else's word, where others do
    not, advances nothing.
    """
    ontology = lexicon.ontology
    by_source: dict[str, list[str]] = {}
    for one in group:
        by_source.setdefault(one.page.document.id, []).append(one.mention.status)
    furthest = [ontology.furthest(tuple(codes)) for codes in by_source.values()]
    moving = [c for c in furthest if ontology.statuses[c].rank]
    off = [c for c in furthest if not ontology.statuses[c].rank and not ("scheduled" in moving and c in OVERCOME)]
    told = Counter(code for codes in by_source.values() for code in dict.fromkeys(codes))
    if not moving or len(moving) < len(off):
        return max((c for c in told if not ontology.statuses[c].rank), key=lambda c: told[c])
    best = ontology.furthest(tuple(moving))
    open_ = group[0].mention.type in OPEN and furthest.count(best) * 2 < len(furthest)
    hearsay = furthest.count(best) == 1 < len(furthest) and all(t.mention.via for t in group if t.mention.status == best)
    if ontology.statuses[best].rank >= ontology.statuses["agreed"].rank and not open_ and not hearsay:
        return best
    if told["disputed"]:
        return "disputed"
    early = max((c for c in told if ontology.statuses[c].rank), key=lambda c: (told[c], ontology.statuses[c].rank))
    return "refused" if told["refused"] >= told[early] else early


def _best(group: tuple[Told, ...]) -> Told:
    """The mention with place and sub-type, out of the text and not the headline, the shortest of these; the first of equals."""
    return min(group, key=lambda t: (not t.in_text, t.mention.place is None, t.mention.subtype is None, len(t.mention.label)))


def _most(values: list[str]) -> str | None:
    return Counter(values).most_common(1)[0][0] if values else None


def _citations(group: tuple[Told, ...]) -> tuple[Citation, ...]:
    """The clauses that tell of the step, out of the text before the headline."""
    best = sorted(group, key=lambda t: not t.in_text)
    return cite_some(((t.page.document, t.mention.span) for t in best), (t.page for t in group))


def _history(group: tuple[Told, ...], cast: Cast) -> tuple[StatusNote, ...]:
    """Each status that a source gives, once, with whose word it is."""
    found: dict[tuple[str, str], StatusNote] = {}
    for one in group:
        mention, document = one.mention, one.page.document
        by = cast.ids((mention.via,) if mention.via is not None else mention.proposers)
        note = StatusNote(
            status=mention.status, source=document.id, date=document.published, by=by, citation=cite(document, mention.span)
        )
        found.setdefault((document.id, mention.status), note)
    return tuple(found.values())

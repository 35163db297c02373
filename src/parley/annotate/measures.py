"""What is proposed: the steps of a process that a page tells of, each with its status, parties, place and conditions."""

from __future__ import annotations

from parley.annotate.conditions import BINDING
from parley.annotate.measure_frames import Frame, clause_of, find_frames
from parley.annotate.measure_labels import label_of
from parley.annotate.measure_parties import subjects_of
from parley.annotate.measure_people import people_of
from parley.annotate.measure_places import place_of
from parley.annotate.measure_status import DEEDS
from parley.lexicon import Lexicon
from parley.model.marks import Marks, MeasureMention
from parley.model.text import Document

AHEAD = frozenset(
    [
        "floated",
        "called_for",
        "proposed",
        "offered",
        "under_discussion",
        "accepted_in_principle",
        "conditional",
        "agreed",
        "scheduled",
        "postponed",
        "withdrawn",
        "refused",
        "suspended",
        "stalled",
    ]
)
"""Statuses of visits, meetings and attendance that are told as measures: one that is over is an event."""
OPEN_MOODS = frozenset({"future", "possible", "conditional", "requested"})


def find_measures(document: Document, marks: Marks, lexicon: Lexicon) -> tuple[MeasureMention, ...]:
    """The measures in the order of the text; one clause may hold several.

    A status is the furthest that the clause itself says; what is to come, possible, asked for or denied is never done.
    """
    found: list[MeasureMention] = []
    for frame in find_frames(document, marks, lexicon):
        status = _status(frame)
        if status is not None:
            found += _mentions(document, marks, lexicon, frame, status, len(found))
    return tuple(found)


def _status(frame: Frame) -> str | None:
    """The status, bound to a condition where the clause binds it; None for what is no measure."""
    standing = frame.standing
    if standing is None:
        return None
    bound = any(c.kind in BINDING for c in frame.conditions)
    status = standing.status
    if bound and (
        status == "offered" or (standing.mood in OPEN_MOODS and status in ("scheduled", "floated", "declared", "agreed"))
    ):
        status = "conditional"
    if frame.found.term.issue == "other" or frame.found.term.subtype == "condemnation":
        return None
    if status == "in_force" and standing.index is None and frame.parties.told and frame.found.term.issue in DEEDS:
        status = "declared"
    if status == "declared" and standing.index is None and _is_relayed(frame):
        status = "offered"
    if frame.found.term.subtype == "delegation_composition" and status == "scheduled":
        return None  # "the delegations will meet" tells of talks
    over = frame.found.term.ahead or frame.found.term.issue == "participation"
    return None if over and status not in AHEAD | {"disputed", "unknown"} else status


def _is_relayed(frame: Frame) -> bool:
    """Does another than the party itself say what it will do?"""
    parties = frame.parties
    return parties.told and bool(parties.holders) and not set(parties.holders) & set(parties.speakers)


def _mentions(
    document: Document, marks: Marks, lexicon: Lexicon, frame: Frame, status: str, number: int
) -> list[MeasureMention]:
    sentence, term = document.sentences[frame.sentence], frame.found.term
    about = people_of(sentence, frame, marks)
    cue = frame.standing.index if frame.standing else None
    heads = (() if cue is None else (cue,)) + subjects_of(sentence.tokens, frame.found.head if cue is None else cue)
    held = frame.standing is not None and frame.standing.status in ("scheduled", "in_force", "implemented", "postponed")
    span = clause_of(sentence, cue if held and cue is not None else frame.found.head, frame.found.words, heads)
    place = place_of(document, sentence, frame.found, marks)
    if term.subtype == "visit" and place is None:
        return []
    proposers, via = _proposers(frame)
    asked = () if term.journey else frame.parties.holders
    when = next((t.value for t in marks.times if span.holds(t.span) and t.type in ("DATE", "TIME") and t.value), None)
    return [
        MeasureMention(
            id=f"{document.id}.m{number + n}",
            span=span,
            type=term.issue,
            subtype=term.subtype,
            status=status,
            modality=frame.standing.mood if frame.standing else "actual",
            label=label_of(document, sentence, frame.found, place, one, marks, lexicon),
            place=place,
            proposers=tuple(p for p in proposers if p not in one or term.journey or status in ("offered", "conditional")),
            addressees=tuple(a for a in (*asked, *frame.parties.addressees) if a not in (*one, *proposers)),
            via=via,
            conditions=frame.conditions,
            when=when,
            rule=f"{term.rule}+{frame.standing.rule if frame.standing else ''}",
            about=one,
        )
        for n, one in enumerate(about)
    ]


def _proposers(frame: Frame) -> tuple[tuple[str, ...], str | None]:
    """Whose step or demand it is, and who tells of it, if another."""
    parties = frame.parties
    standing = frame.standing
    asked = standing is not None and standing.index is None and standing.status == "called_for"
    asked = asked or (standing is not None and standing.holder == "speaker")
    holders = parties.speakers if asked else parties.holders
    teller = parties.via or next((s for s in parties.speakers if s not in holders), None)
    return holders, teller

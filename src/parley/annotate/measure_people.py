"""Whom a step is about: who is to attend, who travels."""

from __future__ import annotations

from parley.annotate.lookup import AGENTS, entity_of
from parley.annotate.measure_frames import Frame
from parley.annotate.measure_parties import agents_at, subjects_of
from parley.model.marks import Marks
from parley.model.text import Sentence

SIDES = frozenset({"delegation", "side", "party", "leader", "negotiator", "envoy", "team", "minister", "president", "general"})
"""Nouns of those who meet, where nobody is named."""
ADMITTING = frozenset({"include", "invite", "exclude", "bar", "admit", "leave"})


def people_of(sentence: Sentence, frame: Frame, marks: Marks) -> list[tuple[str, ...]]:
    """Whom the step is about, one tuple a step: attendance of two states is two steps."""
    term, head = frame.found.term, frame.found.head
    if term.subtype == "precondition" or (term.issue != "participation" and not term.journey):
        return [()]
    tokens, parties = sentence.tokens, frame.parties
    rels = ("obj", "nsubj:pass") if tokens[head].lemma.lower() in ADMITTING else ("nmod", "nmod:poss", "nsubj")
    owners = tuple(i for i, t in enumerate(tokens) if t.head == head and t.rel in rels)
    owners = tuple(i for i in owners if i + 1 not in owners) or subjects_of(tokens, head)
    conjuncts = tuple(i for i, t in enumerate(tokens) if t.head in owners and t.rel == "conj")
    inside = agents_at(sentence, (*owners, *conjuncts), marks, parties.speakers)
    if term.journey:
        travellers = agents_at(sentence, subjects_of(tokens, head), marks, parties.speakers) or parties.holders
        if any(_travels(marks, e) for e in travellers):
            return [travellers]
        sides = any(tokens[i].lemma.lower() in SIDES for i in subjects_of(tokens, head))
        return [()] if sides and term.subtype == "meeting" else []
    people = [e for e in inside or parties.addressees or parties.holders if _attends(marks, e)]
    return [(e,) for e in people] if term.subtype == "attendance" else [tuple(people)]


def _travels(marks: Marks, entity: str) -> bool:
    found = entity_of(marks, entity)
    return found is not None and found.kind in ("person", "organisation", "state", "group", "armed-group")


def _attends(marks: Marks, entity: str) -> bool:
    found = entity_of(marks, entity)
    return found is not None and found.kind in AGENTS

"""Judgements of a step that the clause only points to: "welcomed the announcement", "said the move was not enough"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.annotate.measure_frames import Frame
from parley.annotate.measure_parties import subjects_of
from parley.annotate.measure_paths import Governor, governor_at
from parley.lexicon import Lexicon
from parley.model.text import Sentence, Token

STRONG = frozenset({"supports", "opposes", "refuses", "sceptical", "denies", "demands"})
OBJECTS = ("obj", "obl", "nsubj:pass", "ccomp", "xcomp")
POINTERS = frozenset({"it", "this", "that", "they", "these"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judging cue and what it judges: the index of a noun or pronoun."""

    governor: Governor
    thing: int


def find_judgements(sentence: Sentence, taken: frozenset[int], lexicon: Lexicon) -> tuple[Judgement, ...]:
    """The judgements in a sentence whose cue is none of `taken`, in the order of the text.

    What is judged must be an act of the kind that news calls a move, an offer, an attack; by an impersonal judgement
    ("is not enough") also what "it" or "this" stands for.
    """
    tokens, found = sentence.tokens, []
    for i, token in enumerate(tokens):
        if i in taken or token.upos not in ("VERB", "ADJ", "NOUN", "ADV"):
            continue
        governor = governor_at(sentence, i, lexicon)
        if governor is None or governor.cue.value not in STRONG or governor.mood in ("hypothetical", "requested", "possible"):
            continue
        thing = _thing(tokens, governor, lexicon)
        if thing is not None:
            found.append(Judgement(governor=governor, thing=thing))
    return tuple(found)


def _thing(tokens: tuple[Token, ...], g: Governor, lexicon: Lexicon) -> int | None:
    acts = lexicon.ontology.cues.acts
    if g.cue.holder == "speaker":
        subjects = subjects_of(tokens, g.index)
        return next((s for s in subjects if tokens[s].lemma.lower() in acts | POINTERS), None)
    if g.noun:
        things = [i for i, t in enumerate(tokens) if t.head == g.index and t.rel == "nmod"]
    else:
        things = [i for i, t in enumerate(tokens) if t.head == g.index and t.rel in OBJECTS]
    return next((i for i in things if tokens[i].lemma.lower() in acts), None)


def issue_near(frames: tuple[Frame, ...], sentence: int) -> str:
    """The issue that "the move" or "the attack" is about: the commonest of this and the three sentences before."""
    near = Counter(f.found.term.issue for f in frames if sentence - 3 <= f.sentence <= sentence)
    return max(near, key=lambda issue: near[issue], default="other")

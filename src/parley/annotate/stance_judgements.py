"""Judgements of a step that the clause only points to: "welcomed the announcement", "said the move was not enough"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from parley.annotate.measure_frames import Frame
from parley.annotate.measure_parties import subjects_of
from parley.annotate.measure_paths import Governor, governor_at
from parley.annotate.measure_terms import top_of
from parley.annotate.modality import is_negated
from parley.lexicon import Lexicon
from parley.lexicon.ontology_words import Cue
from parley.model.text import Sentence, Token

STRONG = frozenset({"supports", "opposes", "refuses", "sceptical", "denies", "undecided"})
UNREAL = frozenset({"hypothetical", "requested", "possible"})
BACK = 10  # words before a judgement in which its thing may stand ("see the move as a step forward")
OBJECTS = ("obj", "obl", "nsubj:pass", "ccomp", "xcomp")
POINTERS = frozenset({"it", "this", "that", "they", "these"})
CLAUSES = frozenset({"what"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judging cue, the indices of its words, and of the noun or pronoun that it judges; None where that is not said."""

    governor: Governor
    words: tuple[int, ...]
    thing: int | None


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
        asked = _asked(sentence, governor, lexicon) if governor is not None and governor.mood == "requested" else None
        governor = asked or governor
        if governor is None or (asked is None and governor.cue.value not in STRONG) or governor.mood in UNREAL:
            continue
        words = words_of(tokens, governor)
        thing = _thing(tokens, governor, top_of(tokens, words), lexicon)
        minded = (
            governor.cue.holder == "subject" and token.upos == "ADJ" and any(t.head == i and t.rel == "cop" for t in tokens)
        )
        if thing is not None or minded:
            found.append(Judgement(governor=governor, words=words, thing=thing))
            taken = taken | set(words)
    return tuple(found)


def _asked(sentence: Sentence, g: Governor, lexicon: Lexicon) -> Governor | None:
    """The demand that governs an acceptance ("demanded that they accept the deal"); None where nobody asks."""
    head = sentence.tokens[g.index].head
    above = governor_at(sentence, head, lexicon) if head >= 0 else None
    friendly = g.cue.value in ("supports", "offers", "open_to")
    return replace(above, index=g.index) if above is not None and above.cue.value == "demands" and friendly else None


def words_of(tokens: tuple[Token, ...], g: Governor) -> tuple[int, ...]:
    """Indices of the words of a cue: from its first word on, or up to it for a phrase that ends there."""
    first = next((i for i, t in enumerate(tokens[: g.index]) if t.head == g.index and t.rel == "case"), None)
    if g.cue.words > 1 and first is not None and tokens[g.index].upos == "NOUN":
        return tuple(range(first, g.index + 1))
    return tuple(range(g.index, min(g.index + g.cue.words, len(tokens))))


def _thing(tokens: tuple[Token, ...], g: Governor, top: int, lexicon: Lexicon) -> int | None:
    acts = lexicon.ontology.cues.acts
    if g.cue.holder == "speaker":
        if g.noun and not _is_verdict(tokens, top, lexicon):
            return None
        subjects = subjects_of(tokens, top)
        named = next((s for s in subjects if tokens[s].lemma.lower() in acts | POINTERS), None)
        before = (i for i in range(g.index - 1, max(-1, g.index - BACK), -1) if tokens[i].lemma.lower() in acts)
        return next(before, None) if named is None else named
    if g.noun:
        things = [i for i, t in enumerate(tokens) if t.head == g.index and t.rel == "nmod"]
    else:
        things = [i for i, t in enumerate(tokens) if t.head == g.index and t.rel in OBJECTS]
    return next((i for i in things if tokens[i].lemma.lower() in acts | CLAUSES or _has_what(tokens, i)), None)


def _is_verdict(tokens: tuple[Token, ...], top: int, lexicon: Lexicon) -> bool:
    """Is the noun said of something ("is a trap", "called it a trap", "as a trap"), and not just the name of it?"""
    below = [t for t in tokens if t.head == top]
    return any(t.rel == "cop" or t.text.lower() == "as" for t in below) or namer(tokens, top, lexicon) is not None


def _has_what(tokens: tuple[Token, ...], index: int) -> bool:
    """ "welcomed what it called a step forward"."""
    return any(t.head == index and t.text.lower() in CLAUSES for t in tokens)


def namer(tokens: tuple[Token, ...], top: int, lexicon: Lexicon) -> int | None:
    """The verb by which somebody passes a judgement ("called the plan a trap", "described it as a farce"); None for none."""
    head = tokens[top].head
    tied = tokens[top].rel in ("xcomp", "obl", "obj", "obl:unmarked", "ccomp", "advcl")
    return head if head >= 0 and tied and tokens[head].lemma.lower() in lexicon.ontology.cues.naming else None


def find_silences(sentence: Sentence, taken: frozenset[int], lexicon: Lexicon) -> tuple[Judgement, ...]:
    """Who says nothing, and on what act, if that is said: "Oman has not commented", "Cairo has yet to respond to the offer"."""
    tokens, found = sentence.tokens, []
    for i, token in enumerate(tokens):
        value = lexicon.ontology.cues.unsaid.get(token.lemma.lower()) if token.upos == "VERB" and i not in taken else None
        if value is None or any(t.head == i and t.rel in ("ccomp", "xcomp", "obj") for t in tokens):
            continue
        if [t.text.lower() for t in tokens[max(0, i - 2) : i]] == ["yet", "to"] or is_negated(sentence, i, lexicon):
            thing = next(
                (k for k, t in enumerate(tokens) if t.head == i and t.lemma.lower() in lexicon.ontology.cues.acts), None
            )
            cue = Cue(rule="silence", status=None, value=value, strength=0, holder="subject", words=1, negative=True)
            governor = Governor(index=i, cue=cue, mood="actual", noun=False)
            found.append(Judgement(governor=governor, words=(i,), thing=thing))
    return tuple(found)


def issue_of(noun: str | None, frames: tuple[Frame, ...], sentence: int, lexicon: Lexicon) -> str:
    """The issue that the noun judged names by itself ("summit"); else that of what the text around is about."""
    known = lexicon.ontology.terms.first.get(noun or "", ())
    named = next((t.issue for t, phrase, alone in known if alone and phrase == (noun,) and not t.generic and not t.needs), None)
    return named or issue_near(frames, sentence)


def issue_near(frames: tuple[Frame, ...], sentence: int) -> str:
    """The issue that "the move" or "the attack" is about: the commonest of this and the three sentences before."""
    near = Counter(f.found.term.issue for f in frames if sentence - 3 <= f.sentence <= sentence)
    return max(near, key=lambda issue: near[issue], default="other")

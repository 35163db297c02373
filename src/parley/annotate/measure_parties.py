"""Who stands behind a step in its clause: whose step or demand it is, whom it is put to, who tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.annotate.lookup import AGENTS, entity_of, mention_at, mentions_in
from parley.annotate.measure_terms import case_of, is_passive
from parley.model.marks import Marks, Mention, Quotation
from parley.model.text import Sentence, Span, Token

PARTS = frozenset({"member", "delegate", "representative", "faction", "lawmaker", "deputy", "wing"})
"""Nouns of people who, without more said, are of the body that the sentence is about."""
FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Entity ids; `told` says whether a quotation covers the step, whose speakers are then in `speakers`."""

    holders: tuple[str, ...]
    addressees: tuple[str, ...]
    speakers: tuple[str, ...]
    via: str | None
    told: bool


def quotation_at(marks: Marks, position: int) -> Quotation | None:
    """The quotation whose content covers the position; the tightest of several."""
    here = [q for q in marks.quotations if q.content.start <= position < q.content.end]
    return min(here, key=lambda q: (len(q.content), q.id), default=None)


def parties_of(sentence: Sentence, head: int, cue: int | None, marks: Marks) -> Parties:
    """The parties of the step at token `head`, governed by the cue at token `cue` (None: by its own verb).

    The holder of a step that somebody asks of others is who asks; where nobody in the clause does, the speaker.
    """
    tokens = sentence.tokens
    quotation = quotation_at(marks, tokens[head if cue is None else cue].span.start)
    speakers = quotation.speakers if quotation else ()
    subjects = subjects_of(tokens, head if cue is None else cue)
    holders = agents_at(sentence, subjects, marks, speakers) if subjects else speakers
    if not holders and subjects and tokens[subjects[0]].upos == "PRON":
        holders = speakers
    if not holders and subjects and tokens[subjects[0]].lemma.lower() in PARTS:
        holders = agents_at(sentence, subjects_of(tokens, tokens[head if cue is None else cue].head), marks, speakers)
    between = _between(sentence, head, cue, marks)
    return Parties(
        holders=holders,
        addressees=tuple(e for e in between if e not in holders),
        speakers=speakers,
        via=quotation.via if quotation else None,
        told=quotation is not None,
    )


def subjects_of(tokens: tuple[Token, ...], index: int) -> tuple[int, ...]:
    """Indices of the subjects of a verb or adjective, or of who stands behind a noun ("a call by Oman", "Oman's call").

    Of a passive verb it is the agent ("brokered by Oman"); of a verb without subject that of the verb it hangs from.
    """
    at, seen = index, set[int]()
    while at >= 0 and at not in seen:
        seen.add(at)
        if (own := _own_subject(tokens, at)) is not None:
            return _with_conjuncts(tokens, own)
        if is_passive(tokens, at):
            patients = [i for i, t in enumerate(tokens) if t.head == at and t.rel == "nsubj:pass"]
            return _with_conjuncts(tokens, patients[0]) if patients and at != index else ()
        if (controller := _controller(tokens, at)) is not None:
            return _with_conjuncts(tokens, controller)
        if tokens[at].upos in ("NOUN", "PROPN") and at != index and tokens[at].rel in ("obl", "nmod", "nsubj"):
            return ()
        at = tokens[at].head
    return ()


def _own_subject(tokens: tuple[Token, ...], at: int) -> int | None:
    below = [(i, t) for i, t in enumerate(tokens) if t.head == at]
    passive = is_passive(tokens, at)
    if passive or tokens[at].upos == "NOUN":
        by = [i for i, t in below if t.rel.startswith(("obl", "nmod")) and case_of(tokens, i) == "by"]
        if by:
            return by[0]
    if tokens[at].upos == "NOUN" and (owner := [i for i, t in below if t.rel == "nmod:poss"]):
        return owner[0]
    subjects = [i for i, t in below if t.rel == "nsubj" or (t.rel == "nsubj:pass" and tokens[at].upos == "ADJ")]
    if not subjects or passive:
        return None
    if len(subjects) > 1 and subjects[1] == subjects[0] + 1:  # "Minsk's ally Oman": the name is who acts
        return subjects[1]
    if tokens[subjects[0]].text.lower() in ("who", "which", "that") and tokens[at].rel.startswith("acl"):
        return tokens[at].head
    return subjects[0]


def _controller(tokens: tuple[Token, ...], at: int) -> int | None:
    """Who acts in a verb without subject: the object of "urge them to attend", the noun of "Oman taking part"."""
    token = tokens[at]
    if token.head < 0 or tokens[at].upos != "VERB":
        return None
    if token.rel == "acl" and token.text.lower().endswith("ing"):
        beside = at > 0 and tokens[at - 1].upos in ("PROPN", "NOUN") and tokens[at - 1].head == token.head
        return at - 1 if beside else token.head
    if token.rel in ("xcomp", "ccomp", "advcl") and tokens[token.head].upos == "VERB":
        objects = [i for i, t in enumerate(tokens) if t.head == token.head and t.rel in ("obj", "iobj") and i < at]
        return objects[0] if objects and token.rel != "advcl" else None
    return None


def _with_conjuncts(tokens: tuple[Token, ...], first: int) -> tuple[int, ...]:
    found = [first]
    for i, token in enumerate(tokens):
        if token.head in found and token.rel == "conj" and token.upos in ("NOUN", "PROPN", "PRON", "NUM"):
            found.append(i)
    return tuple(found)


def agents_at(sentence: Sentence, heads: tuple[int, ...], marks: Marks, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Entities named by the noun phrases at `heads`; the speakers for "we" and "I"."""
    found: list[str] = []
    for head in _with_neighbours(sentence.tokens, heads):
        token = sentence.tokens[head]
        if token.text.lower() in FIRST_PERSON:
            found += speakers
            continue
        mention = mention_at(marks, token.span.start) or _owner_mention(sentence, head, marks)
        entity = entity_of(marks, mention.entity) if mention else None
        if entity is not None and entity.kind in AGENTS:
            found.append(entity.id)
    return tuple(dict.fromkeys(found))


def _with_neighbours(tokens: tuple[Token, ...], heads: tuple[int, ...]) -> tuple[int, ...]:
    """The heads with a name that "and" joins to the first, where the parse does not say so."""
    if not heads or min(heads) < 2 or tokens[min(heads) - 1].text.lower() != "and" or tokens[min(heads)].upos != "PROPN":
        return heads
    before = min(heads) - 2
    return (before, *heads) if tokens[before].upos == "PROPN" else heads


def _owner_mention(sentence: Sentence, head: int, marks: Marks) -> Mention | None:
    """A name inside the phrase that says whose it is: "Oman" in "Oman's government"."""
    order = ("appos", "flat", "nmod:poss", "compound", "amod", "nmod")
    inner = sorted((t for t in sentence.tokens if t.head == head and t.rel in order), key=lambda t: order.index(t.rel))
    named = (mention_at(marks, t.span.start) or _deeper(sentence, t, marks) for t in inner)
    return next((m for m in named if m is not None), None)


def _deeper(sentence: Sentence, noun: Token, marks: Marks) -> Mention | None:
    """A name in a chain of nouns: "a meeting of the Friends of Oman grouping"."""
    at = sentence.tokens.index(noun)
    inner = (
        t for t in sentence.tokens if t.head == at and t.rel in ("nmod", "compound", "flat", "appos") and noun.rel == "nmod"
    )
    return next((m for t in inner if (m := mention_at(marks, t.span.start)) is not None), None)


def _between(sentence: Sentence, head: int, cue: int | None, marks: Marks) -> tuple[str, ...]:
    """Agents named between the cue and the step: whom a call goes to; without a cue, the subject of the step's verb."""
    tokens = sentence.tokens
    if cue is None or cue >= head:
        return ()
    span = Span(start=tokens[cue].span.end, end=tokens[head].span.start)
    ids = [m.entity for m in mentions_in(marks, span)] if len(span) else []
    return tuple(dict.fromkeys(i for i in ids if (e := entity_of(marks, i)) is not None and e.kind in AGENTS))

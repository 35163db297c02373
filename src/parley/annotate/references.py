"""Pronouns: which entity named before a page means by he, she, it or they."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.annotate.names_chains import Chain
from parley.annotate.names_quoted import Quoted, find_quoted
from parley.annotate.names_refs import Ref
from parley.annotate.names_words import Word
from parley.lexicon.speech import Speech
from parley.model.marks import Kind
from parley.model.text import Document, Sentence, Token

REACH = 3  # sentences back in which an antecedent is looked for
BODIES: frozenset[Kind] = frozenset({"state", "organisation", "armed-group", "alliance"})
MANY: frozenset[Kind] = frozenset({"group", "armed-group"})
OBJECTS = frozenset({"him", "them", "himself", "themselves", "herself"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a Ref stands in its sentence.

    Attributes:
        subject: it is, or heads, the subject of a verb; speaking: of a verb of speech.
        verb: index of the verb it hangs from.
        main: that verb is the sentence's root.
        quoted: it stands inside quotation marks.
    """

    subject: bool
    speaking: bool
    verb: int
    main: bool
    quoted: bool
    owner: bool


def place_of(ref: Ref, document: Document, speech: Speech, marked: Quoted) -> Place:
    """The grammatical place of a Ref; without tokens nothing is known of it."""
    sentence = document.sentences[ref.sentence]
    token, _ = _head_token(ref, sentence)
    quoted = ref.head.start in marked.inside
    if token is None:
        return Place(subject=False, speaking=False, verb=-1, main=False, quoted=quoted, owner=False)
    owner = token.rel == "nmod:poss"
    while (
        token.rel in ("conj", "appos", "flat", "compound", "nmod:desc")
        and token.head >= 0
        and _nominal(sentence.tokens[token.head])
    ):
        token = sentence.tokens[token.head]
    verb = token.head
    hangs = sentence.tokens[verb] if verb >= 0 else None
    subject = token.rel.startswith("nsubj")
    return Place(
        subject=subject,
        speaking=subject and hangs is not None and hangs.text.lower() in speech.forms,
        verb=verb,
        main=hangs is not None and hangs.head < 0,
        quoted=quoted,
        owner=owner,
    )


def _nominal(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN", "PRON")


def _head_token(ref: Ref, sentence: Sentence) -> tuple[Token | None, int]:
    """The token of the Ref on which its others hang."""
    inside = {k for k, t in enumerate(sentence.tokens) if ref.span.start <= t.span.start < ref.span.end}
    for k in sorted(inside):
        if sentence.tokens[k].head not in inside and sentence.tokens[k].upos != "PUNCT":
            return sentence.tokens[k], k
    return None, -1


def find_antecedents(refs: Sequence[Ref], owners: dict[int, Chain], document: Document, speech: Speech) -> dict[int, Chain]:
    """The chain of each pronoun that can be resolved, by its index in `refs`.

    Args:
        refs: of the whole page, in the order of the text.
        owners: chains of the other Refs, by index.
    """
    marked = find_quoted(document)
    places = [place_of(r, document, speech, marked) for r in refs]
    found = dict(owners)
    for k, ref in enumerate(refs):
        if ref.sort == "pronoun" and not _is_empty(ref, document):
            chain = _antecedent(k, refs, places, found, document, marked)
            if chain is not None:
                found[k] = chain
                if chain.kind == "person" and chain.gender is None:
                    chain.gender = ref.gender
    return {k: c for k, c in found.items() if k not in owners}


def spokesmen(refs: Sequence[Ref], owners: dict[int, Chain], words: Sequence[tuple[Word, ...]]) -> dict[int, Chain]:
    """The body behind each nameless "its spokesman", by the index of the Ref."""
    named = {refs[k].span.start: chain for k, chain in owners.items() if refs[k].name in ("its", "their")}
    found = {}
    for k, ref in enumerate(refs):
        if k not in owners and ref.role is not None and ref.role.voice and ref.word > 0:
            chain = named.get(words[ref.sentence][ref.word - 1].span.start)
            if chain is not None:
                found[k] = chain
    return found


def _is_empty(ref: Ref, document: Document) -> bool:
    """Is it the "it" that stands for nobody: "it is clear that", "it was expected"?"""
    if ref.name != "it":
        return False
    sentence = document.sentences[ref.sentence]
    token, _ = _head_token(ref, sentence)
    if token is None or token.rel == "expl":
        return True
    if not token.rel.startswith("nsubj") or token.head < 0:
        return False
    head = sentence.tokens[token.head]
    copular = any(t.head == token.head and t.rel == "cop" for t in sentence.tokens)
    return copular or token.rel == "nsubj:pass" or head.lemma in ("be", "seem", "appear", "take", "remain", "happen", "mean")


def _antecedent(
    k: int, refs: Sequence[Ref], places: list[Place], found: dict[int, Chain], document: Document, marked: Quoted
) -> Chain | None:
    ref, place = refs[k], places[k]
    best, top = None, 0.0
    for j in range(k - 1, -1, -1):
        other = refs[j]
        if marked.distance(other.sentence, ref.sentence) > REACH:
            break
        chain = found.get(j)
        if chain is None or not _agrees(ref, chain, other) or not _free(ref, place, other, places[j]):
            continue
        score = _score(ref, place, other, places[j], document, marked)
        score += 2 if ref.gender is not None and chain.gender == ref.gender else 0
        if score > top:
            best, top = chain, score
    return best


def _agrees(ref: Ref, chain: Chain, other: Ref) -> bool:
    if ref.gender is not None:
        return chain.kind == "person" and chain.gender in (None, ref.gender)
    if ref.plural:
        return chain.kind in MANY or other.plural
    return chain.kind in BODIES and not other.plural


def _free(ref: Ref, place: Place, other: Ref, there: Place) -> bool:
    """May the two be the same? An object is never the subject of its own verb, unless reflexive."""
    if ref.sentence != other.sentence:
        return True
    if ref.head.start < other.span.end:
        return False
    same_verb = place.verb >= 0 and place.verb == there.verb
    return not (same_verb and ref.name in ("him", "them", "it") and not place.owner)


def _score(ref: Ref, place: Place, other: Ref, there: Place, document: Document, marked: Quoted) -> float:
    distance = marked.distance(other.sentence, ref.sentence)
    score = 10.0 - 3.0 * distance
    score += 3 * there.subject + 2 * there.speaking + 1.5 * (there.main and there.subject)
    score -= 2 * there.owner
    if there.quoted and not place.quoted:
        score -= 5
    if place.speaking and there.speaking:
        score += 1 if ref.gender is not None else 3
    if document.sentences[ref.sentence].paragraph == document.sentences[other.sentence].paragraph:
        score += 1
    if ref.gender is None and not ref.plural:
        score -= 4 if not there.subject else 0
        score -= 3 * max(0, distance - 1)
        if place.subject and distance == 0 and not there.subject:
            score -= 4
    if ref.plural:
        score -= 4 if not there.subject else 0
    return score - 6 if distance == 0 and place.subject and there.verb == place.verb and there.verb >= 0 else score

"""Pronouns and nouns that name again: which of those named before a page means by he, she, it or they."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from parley.annotate.names_chains import Chain
from parley.annotate.names_quoted import Quoted, find_quoted
from parley.annotate.names_refs import Ref
from parley.annotate.names_words import Word
from parley.annotate.references_joint import find_joint
from parley.annotate.references_places import BODIES, Place, head_token, place_of
from parley.lexicon import Lexicon
from parley.model.marks import Kind
from parley.model.text import Document, Sentence

REACH = 3  # sentences back in which an antecedent is looked for
MANY: frozenset[Kind] = frozenset({"group", "armed-group"})
MANY_WORDS = frozenset({"police", "authorities", "forces", "troops", "officials", "soldiers", "negotiators", "people"})
INTRODUCED = r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{}\b"
Joint = dict[int, tuple[Chain, ...]]


def find_antecedents(
    refs: Sequence[Ref],
    owners: dict[int, Chain],
    document: Document,
    lexicon: Lexicon,
    office_of: Callable[[Chain, Ref], Chain],
) -> tuple[dict[int, Chain], Joint]:
    """The chain of each pronoun that can be resolved, and the chains of each that stands for several, by its index in `refs`.

    Args:
        refs: of the whole page, in the order of the text.
        owners: chains of the other Refs, by index.
        office_of: the body of a person's office.
    """
    marked = find_quoted(document)
    places = [place_of(r, document, lexicon, marked) for r in refs]
    found, joint = dict(owners), Joint()
    for k, ref in enumerate(refs):
        if ref.sort == "office":
            owner = next((found[j] for j in range(k - 1, -1, -1) if refs[j].head.start == ref.head.start and j in found), None)
            if owner is not None and owner.kind == "person":
                found[k] = office_of(owner, ref)
            continue
        if ref.name in ("former", "latter"):
            several, _ = find_joint(k, refs, places, found, joint, marked, lambda j: 1.0)
            if several:
                found[k] = several[0 if ref.name == "former" else -1]
            continue
        if ref.sort not in ("pronoun", "noun", "pair") or _is_empty(ref, document):
            continue
        chain, score = (None, 0.0) if ref.count else _antecedent(k, refs, places, found, document, marked)
        fit = partial(_fit, k, refs, places, document, marked)
        several, both = find_joint(k, refs, places, found, joint, marked, fit) if ref.plural else ((), 0.0)
        if several and both > score:
            joint[k] = several
        elif chain is not None:
            found[k] = chain
            if chain.kind == "person" and chain.gender is None:
                chain.gender = ref.gender
    return {k: c for k, c in found.items() if k not in owners}, joint


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
    """Is it the "it" that stands for nobody: "it is clear that", "it was expected", "it rained"?"""
    if ref.name != "it":
        return False
    sentence = document.sentences[ref.sentence]
    token, _ = head_token(ref, sentence)
    if token is None or token.rel == "expl":
        return True
    if not token.rel.startswith("nsubj") or token.head < 0:
        return False
    head = sentence.tokens[token.head]
    if head.lemma in ("be", "seem", "appear", "take", "remain", "happen", "mean", "rain", "snow"):
        return True
    copular = any(t.head == token.head and t.rel == "cop" for t in sentence.tokens)
    return (copular and head.upos not in ("ADJ", "VERB")) or (
        (copular or token.rel == "nsubj:pass") and _has_clause(sentence, token.head)
    )


def _has_clause(sentence: Sentence, head: int) -> bool:
    """Does a clause hang from the word, for which "it" may only hold the place ("it was expected that")?"""
    return any(t.head == head and t.rel in ("csubj", "ccomp", "xcomp", "csubj:pass", "advcl") for t in sentence.tokens)


def _antecedent(
    k: int, refs: Sequence[Ref], places: list[Place], found: dict[int, Chain], document: Document, marked: Quoted
) -> tuple[Chain | None, float]:
    ref, place = refs[k], places[k]
    barred = _subjects(k, refs, places, found)
    best, top = None, 0.0
    for j in range(k - 1, -1, -1):
        other = refs[j]
        if marked.distance(other.sentence, ref.sentence) > REACH:
            break
        chain = found.get(j)
        if chain is None or not _agrees(ref, chain, other) or not _free(ref, place, other, places[j]):
            continue
        if any(chain is b for b in barred) or (ref.sort == "noun" and not _known_so(ref, chain, other, document)):
            continue
        score = _score(ref, place, other, places[j], document, marked)
        score += 2 if ref.gender is not None and chain.gender == ref.gender else 0
        if score > top:
            best, top = chain, score
    return best, top


def _subjects(k: int, refs: Sequence[Ref], places: list[Place], found: dict[int, Chain]) -> list[Chain]:
    """Who cannot be meant by an object: the subjects of its own verb."""
    if not places[k].object or places[k].owner or refs[k].name.endswith(("self", "selves")):
        return []
    same = [
        j for j in range(k) if refs[j].sentence == refs[k].sentence and places[j].verb == places[k].verb and places[j].subject
    ]
    return [found[j] for j in same if j in found]


def _known_so(ref: Ref, chain: Chain, other: Ref, document: Document) -> bool:
    """Has the page told of the person what the noun says: her age, or that she is a woman, and of no other since?"""
    text = document.text
    if ref.name.isdigit():
        ages = [text[r.head.end : r.head.end + 6] for r in chain.refs] + [
            text[max(0, r.head.start - 16) : r.head.start] for r in chain.refs
        ]
        return any(re.search(rf"\b{ref.name}\b", a) for a in ages)
    since = text[other.head.end : ref.head.start]
    return chain.gender == ref.gender and not re.search(INTRODUCED.format(ref.name), since)


def _agrees(ref: Ref, chain: Chain, other: Ref) -> bool:
    if ref.kind == "person" or ref.gender is not None:
        return chain.kind == "person" and (ref.gender is None or chain.gender in (None, ref.gender))
    if ref.plural:
        many = other.noun in MANY_WORDS or other.name.lower().rsplit(" ", 1)[-1] in MANY_WORDS
        return chain.kind in MANY or other.plural or (many and chain.kind != "person")
    return chain.kind in BODIES and not other.plural


def _free(ref: Ref, place: Place, other: Ref, there: Place) -> bool:
    """May the two be the same? An object is never the subject of its own verb, unless reflexive."""
    if ref.sentence != other.sentence:
        return True
    if ref.head.start < other.span.end:
        return False
    same_verb = place.verb >= 0 and place.verb == there.verb
    return not (same_verb and ref.name in ("him", "them", "it") and not place.owner)


def _fit(k: int, refs: Sequence[Ref], places: Sequence[Place], document: Document, marked: Quoted, j: int) -> float:
    return _score(refs[k], places[k], refs[j], places[j], document, marked)


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

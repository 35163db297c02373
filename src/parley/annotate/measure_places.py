"""Where a step is to take place, as its sentence has it."""

from __future__ import annotations

from parley.annotate.lookup import entity_of, mention_at, mentions_in
from parley.annotate.measure_paths import path_up
from parley.annotate.measure_terms import FoundTerm
from parley.annotate.measure_words import FRAMES, SAYING
from parley.annotate.modality import has_heads
from parley.model.marks import Marks, Mention
from parley.model.text import Document, Sentence, Token

LOCATING = frozenset({"in", "at", "near", "around", "inside", "of", "from", "across", "throughout", "into", "outside", "for"})
LEADING = frozenset({"to", "in", "at", "into", "for", "within"})
REACH = 20  # words between a step and its place
SEATED = frozenset({"session", "UNSC_resolution"})
BESIDE = 6  # words behind a step in which a place belongs to it whatever the parse says
CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "csubj", "nsubj", "conj")
ARTICLES = ("the ", "The ", "a ", "an ")


def place_of(document: Document, sentence: Sentence, found: FoundTerm, marks: Marks) -> str | None:
    """The nearest place that a preposition ties to the step, without article; for a journey its goal; else None."""
    tokens = sentence.tokens
    if found.term.issue == "participation":
        return _forum(document, sentence, found, marks)
    if found.term.subtype in SEATED and (seat := _seat(document, sentence, found, marks)) is not None:
        return seat
    cases = LEADING if found.term.journey else LOCATING
    path = path_up(sentence, found.head, found.term.backdrop) if has_heads(tokens) else ()
    path = path[:2] if found.term.backdrop else path
    near = {*found.words, *(i for i in path if tokens[i].lemma.lower() not in SAYING)}
    best: tuple[tuple[bool, bool, int], Mention] | None = None
    for i, token in enumerate(tokens):
        mention = mention_at(marks, token.span.start)
        if mention is None or mention.head.start != token.span.start or mention.form != "name":
            continue
        if token.upos == "ADJ" and not (i + 1 < len(tokens) and tokens[i + 1].upos == "PROPN"):
            continue
        entity = entity_of(marks, mention.entity)
        if entity is None or entity.kind not in ("place", "state"):
            continue
        distance = abs(i - found.head)
        case = _case_before(tokens, i)
        case = (
            "in" if case == "with" and any(t.lemma.lower() in ("begin", "start") for t in tokens[max(0, i - 3) : i]) else case
        )
        direct = found.term.journey and _is_object(tokens, i, found)
        if (case not in cases and not direct) or distance > REACH:
            continue
        if has_heads(tokens) and not _belongs(tokens, i, near) and not 0 < i - max(found.words) <= BESIDE:
            continue
        rank = (not _belongs(tokens, i, set(found.words)), i < found.head, distance)
        if best is None or rank < best[0]:
            best = (rank, mention)
    return _without_article(best[1].head.of(document.text)) if best else None


def _seat(document: Document, sentence: Sentence, found: FoundTerm, marks: Marks) -> str | None:
    """The body that meets or decides: the organisation named in the step's own phrase or hanging from it."""
    for i, token in enumerate(sentence.tokens):
        mention = mention_at(marks, token.span.start)
        entity = entity_of(marks, mention.entity) if mention else None
        if mention is None or entity is None or entity.kind != "organisation" or mention.form != "name":
            continue
        if i in found.words or _belongs(sentence.tokens, i, set(found.words)):
            return _without_article(mention.head.of(document.text))
    return None


def _case_before(tokens: tuple[Token, ...], i: int) -> str:
    """The preposition before a name, over its article and adjectives."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if tokens[k].upos == "ADP" and tokens[k].text not in ("'s", "’s"):
            return tokens[k].text.lower()
        if tokens[k].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM") or tokens[k].text in (",", ".", ";", ")"):
            return ""
    return ""


def _is_object(tokens: tuple[Token, ...], i: int, found: FoundTerm) -> bool:
    while tokens[i].rel in ("compound", "flat", "amod") and tokens[i].head >= 0:
        i = tokens[i].head
    return tokens[i].rel in ("obj", "obl") and tokens[i].head in found.words


def _belongs(tokens: tuple[Token, ...], i: int, near: set[int]) -> bool:
    """Does the name hang from one of these words, with no other clause and no frame ("ahead of the talks in ...") between?"""
    for _ in range(len(tokens)):
        if i in near:
            return True
        token = tokens[i]
        if token.head < 0 or token.rel.startswith(CLAUSES) or _cases(tokens, i) & FRAMES:
            return False
        i = token.head
    return False


def _cases(tokens: tuple[Token, ...], noun: int) -> set[str]:
    return {t.text.lower() for t in tokens if t.head == noun and t.rel == "case"}


def _forum(document: Document, sentence: Sentence, found: FoundTerm, marks: Marks) -> str | None:
    """The conference or talks that somebody is to attend: the nearest named in the sentence."""
    inside = mentions_in(marks, sentence.span)
    events = [m for m in inside if m.form == "name" and (e := entity_of(marks, m.entity)) is not None and e.kind == "event"]
    at = sentence.tokens[found.head].span.start
    nearest = min(events, key=lambda m: (abs(m.span.start - at), m.span.start), default=None)
    return _without_article(nearest.span.of(document.text)) if nearest else None


def _without_article(text: str) -> str:
    return next((text[len(a) :] for a in ARTICLES if text.startswith(a)), text)

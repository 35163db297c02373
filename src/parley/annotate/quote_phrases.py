"""Noun phrases of who speaks: their extent in the parse, and the words and mentions that stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.annotate.clauses import children, subtree
from parley.model.text import Sentence, Span, Token

NEGATIVE = frozenset({"not", "n't", "n’t", "never", "hardly", "nor", "neither"})
LOST_APOSTROPHE = re.compile(r"(?:is|are|was|were|has|have|had|do|does|did|wo|ca|could|would|should)nt")
Below = tuple[tuple[int, ...], ...]

CUT = frozenset(
    {"acl:relcl", "parataxis", "advcl", "punct", "ccomp", "cop", "nsubj", "aux", "mark", "discourse", "dep", "orphan"}
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase.

    Attributes:
        heads: indices of its head noun and of those coordinated with it.
        first, last: indices of its first and last token, both inside.
    """

    heads: tuple[int, ...]
    first: int
    last: int

    def span(self, tokens: tuple[Token, ...]) -> Span:
        """The words of the phrase."""
        return Span(start=tokens[self.first].span.start, end=tokens[self.last].span.end)


def phrase_of(tokens: tuple[Token, ...], below: Below, head: int, low: int = -1, high: int = 10**6) -> Phrase:
    """The noun phrase of `head`, without relative clauses, as far as it lies between tokens `low` and `high`, both outside."""
    cut = [i for i in _under(below, head) if i != head and _is_cut(tokens, i)]
    words = [i for i in subtree(below, head, without=cut) if low < i < high]
    first = last = head
    while first - 1 in words or (first - 2 in words and first - 1 > low and tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in words or (last + 2 in words and last + 1 < high and tokens[last + 1].upos == "PUNCT"):
        last += 1
    while first < head and (
        tokens[first].text.lower() in ("which", "what")
        or tokens[first].upos in ("PUNCT", "ADP", "ADV", "SCONJ")
        or tokens[first].rel == "cc"
    ):
        first += 1
    while last + 1 < high and last > head and tokens[last].upos == "PUNCT":
        last -= 1
    dashes = [i for i in range(first, head) if tokens[i].text in ("—", "–", "--", "-")]
    first = dashes[-1] + 1 if dashes else first  # a dateline is no part of the name
    heads = [head, *(c for c in below[head] if tokens[c].rel == "conj" and tokens[c].upos in NOMINAL and first <= c <= last)]
    return Phrase(heads=tuple(heads), first=first, last=last)


def _under(below: Below, top: int) -> list[int]:
    return subtree(below, top)


def _is_cut(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.rel == "acl":
        return token.upos == "VERB"
    return token.rel in CUT or (token.rel == "conj" and token.upos in ("VERB", "AUX"))


def below_of(sentence: Sentence) -> Below:
    """For each token the indices of its dependents."""
    return children(sentence.tokens)


def is_closing(tokens: tuple[Token, ...], last: int) -> bool:
    """Does no further clause follow the token `last`, so that what is said stands before it?

    A relative clause, or one with an ing-form ("adding that ..."), does not count.
    """
    for i in range(last + 1, len(tokens)):
        word = tokens[i].text.lower()
        if word in ("who", "which", "whose", "where") or (tokens[i].upos == "VERB" and word.endswith("ing")):
            return True
        if tokens[i].upos == "AUX" or (tokens[i].upos == "VERB" and tokens[i].rel not in ("amod", "acl", "case", "compound")):
            return tokens[i - 1].text.lower() == "to"
    return True


def has_clause(tokens: tuple[Token, ...], end: int) -> bool:
    """Is there a finite verb among the tokens before `end`, the auxiliaries right before it left out?"""
    while end > 0 and end <= len(tokens) and tokens[end - 1].upos in ("AUX", "ADV", "PART"):
        end -= 1
    return any(t.upos == "AUX" or (t.upos == "VERB" and t.rel != "amod") for t in tokens[:end])


def is_negated(tokens: tuple[Token, ...], below: Below, verb: int) -> bool:
    """Is the verb said not to happen: "not", "never", or "no" before its subject?"""
    for c in below[verb]:
        word = tokens[c].text.lower()
        if c < verb and (tokens[c].lemma.lower() in NEGATIVE or LOST_APOSTROPHE.fullmatch(word)):
            return True
        if word == "longer" and c > 0 and tokens[c - 1].text.lower() == "no":
            return True
        if tokens[c].rel == "obj" and any(tokens[d].text.lower() == "no" and tokens[d].rel == "det" for d in below[c]):
            return True
        if tokens[c].rel.startswith("nsubj") and any(tokens[d].text.lower() in {"no", "neither"} for d in below[c]):
            return True
    return False

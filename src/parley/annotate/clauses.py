"""Clauses of a parsed sentence: what can be asserted, reported or denied on its own.

A clause is split off where it has a verb and enough words to stand alone: a coordinated clause, a relative clause
behind a comma, a finite adverbial clause with its own subject. Conditions ("if", "unless") stay with what they bind:
alone they assert nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.text import Sentence, Span, Token

LEAST_WORDS = 4  # a shorter coordinated piece ("and left") says too little to be found again in another outlet
LEAST_SIDE_WORDS = 6  # for relative and adverbial clauses, which lean on what they hang from
BINDING = frozenset({"if", "unless", "whether", "provided", "lest", "so", "than", "as", "until", "before"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause.

    Attributes:
        head: index of its predicate in the sentence's tokens.
        subject: index of its subject, its own or shared; None if there is none.
        first, last: indices of its first and last token, both inside.
        kind: "main", "conj", "relative" or "adverbial".
    """

    head: int
    subject: int | None
    first: int
    last: int
    kind: str

    def span(self, sentence: Sentence) -> Span:
        """The clause's words, without punctuation at its ends."""
        return Span(start=sentence.tokens[self.first].span.start, end=sentence.tokens[self.last].span.end)


def find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a parsed sentence in the order of the text; empty for a sentence without tokens."""
    tokens = sentence.tokens
    if not tokens:
        return ()
    below = children(tokens)
    heads = {i: kind for i in range(len(tokens)) if (kind := _kind(tokens, below, i))}
    found = [_clause(tokens, below, head, kind, heads.keys()) for head, kind in heads.items()]
    return tuple(sorted((c for c in found if c is not None), key=lambda c: (c.first, c.head)))


def children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """For each token the indices of its dependents, in order."""
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head >= 0:
            below[token.head].append(i)
    return tuple(map(tuple, below))


def subtree(below: tuple[tuple[int, ...], ...], top: int, without: Iterable[int] = ()) -> list[int]:
    """Indices of `top` and all below it, in order, leaving out the subtrees of `without`."""
    skipped, found, todo = set(without), [], [top]
    while todo:
        i = todo.pop()
        found.append(i)
        todo += [c for c in below[i] if c not in skipped]
    return sorted(found)


def subject_of(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], head: int) -> int | None:
    """The subject of a predicate, its own or that of the first verb that it is coordinated with."""
    seen = set()
    while head not in seen:
        seen.add(head)
        own = [c for c in below[head] if tokens[c].rel.startswith(("nsubj", "csubj"))]
        if own:
            return own[0]
        if tokens[head].rel != "conj" or tokens[head].head < 0:
            return None
        head = tokens[head].head
    return None


def _kind(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], i: int) -> str | None:
    token = tokens[i]
    if token.head < 0:
        return "main"
    if not is_predicate(tokens, below, i):
        return None
    size = sum(tokens[j].upos != "PUNCT" for j in subtree(below, i))
    if token.rel == "conj" and size >= LEAST_WORDS and is_predicate(tokens, below, token.head):
        return "conj"
    if token.rel == "acl:relcl" and size >= LEAST_SIDE_WORDS and _behind_comma(tokens, below, i):
        return "relative"
    if token.rel == "advcl" and size >= LEAST_SIDE_WORDS and _stands_alone(tokens, below, i):
        return "adverbial"
    return None


def is_predicate(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], i: int) -> bool:
    """Is the token a verb, or a noun or adjective with a copula or a subject?"""
    return tokens[i].upos in VERBAL or any(tokens[c].rel in ("cop", "nsubj", "nsubj:pass") for c in below[i])


def _behind_comma(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], i: int) -> bool:
    first = subtree(below, i)[0]
    return tokens[first].text == "," or (first > 0 and tokens[first - 1].text in {",", "—", "–", "--", "-"})


def _stands_alone(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], i: int) -> bool:
    marks = {tokens[c].text.lower() for c in below[i] if tokens[c].rel == "mark"}
    own = any(tokens[c].rel.startswith("nsubj") for c in below[i])
    return own and not marks & BINDING


def _clause(
    tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], head: int, kind: str, heads: Iterable[int]
) -> Clause | None:
    own = subtree(below, head, without=[h for h in heads if h != head])
    subject = subject_of(tokens, below, head)
    if kind == "relative" and tokens[head].head >= 0:
        own = sorted({*own, *_noun_phrase(tokens, below, tokens[head].head, own)})
        subject = tokens[head].head
    words = [i for i in own if tokens[i].upos != "PUNCT"]
    while (
        words and kind != "main" and (tokens[words[0]].rel == "cc" or (kind == "adverbial" and tokens[words[0]].rel == "mark"))
    ):
        words = words[1:]
    if not words:
        return None
    first, last = words[0], words[-1]
    return Clause(head=head, subject=subject, first=first, last=last, kind=kind)


def _noun_phrase(tokens: tuple[Token, ...], below: tuple[tuple[int, ...], ...], noun: int, clause: list[int]) -> list[int]:
    """The noun that a relative clause hangs from, with what determines it and what stands between it and the clause."""
    before = [i for i in subtree(below, noun, without=[c for c in below[noun] if tokens[c].rel in OUTSIDE]) if i <= noun]
    start = noun
    while start - 1 in before:
        start -= 1
    between = range(noun, clause[0])
    return [*range(start, noun + 1), *between] if clause[0] - noun <= LONGEST_GAP else list(range(start, noun + 1))


OUTSIDE = frozenset({"case", "cc", "mark", "punct", "conj", "appos", "parataxis", "acl:relcl"})
LONGEST_GAP = 8  # words between a noun and its relative clause ("the group of states, which")

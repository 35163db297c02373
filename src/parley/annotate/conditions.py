"""What a step or a stand hangs on: "only if", "in return for", "without preconditions", with the kind of bond."""

from __future__ import annotations

from parley.annotate.modality import has_heads
from parley.lexicon import Lexicon
from parley.model.marks import Condition
from parley.model.text import Document, Sentence, Span, Token

LONGEST = 5  # words of the longest phrase in the list
REACH = 25  # words of a condition at most
STOPS = frozenset({",", ";", ".", ":", "”", "“", '"', "(", ")", "—", "–", "--"})
BINDING = frozenset({"precondition", "exclusion", "reciprocity", "endorsement"})
"""Kinds that make an acceptance conditional; the others only say when or how."""


def find_conditions(document: Document, sentence: Sentence, lexicon: Lexicon) -> tuple[Condition, ...]:
    """The conditions in a sentence, in the order of the text, without overlap.

    The span runs from the binding word to the end of its clause. "if" behind "ask" or "know" is a question and no condition.
    """
    tokens, found, end = sentence.tokens, [], -1
    for i in range(len(tokens)):
        if i <= end:
            continue
        size, kind = _kind_at(tokens, i, lexicon)
        if kind is None or _is_question(tokens, i):
            continue
        end = _last(tokens, i, size)
        found.append(Condition(kind=kind, span=Span(start=tokens[i].span.start, end=tokens[end].span.end)))
    return tuple(found)


def conditions_on(conditions: tuple[Condition, ...], sentence: Sentence, words: tuple[int, ...]) -> tuple[Condition, ...]:
    """Those conditions that bind the step made of the tokens `words`: they hang from one of them, or stand in no other clause.

    A condition that holds the step itself ("if they agree to a truce") does not bind it.
    """
    inside = [sentence.tokens[i].span for i in words]
    free = [c for c in conditions if not any(c.span.holds(s) for s in inside[:1])]
    return tuple(c for c in free if _hangs(sentence, c, words))


def _hangs(sentence: Sentence, condition: Condition, words: tuple[int, ...]) -> bool:
    tokens = sentence.tokens
    if not has_heads(tokens):
        return True
    inside = [i for i, t in enumerate(tokens) if condition.span.holds(t.span)]
    above = {tokens[i].head for i in inside} - set(inside)
    return bool(above & {*words, *(tokens[w].head for w in words)})


def _kind_at(tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> tuple[int, str | None]:
    for size in range(LONGEST, 0, -1):
        words = " ".join(t.text.lower() for t in tokens[i : i + size])
        if len(tokens) - i >= size and (kind := lexicon.ontology.conditions.get(words)) is not None:
            return size, kind
    return 0, None


def _is_question(tokens: tuple[Token, ...], i: int) -> bool:
    if tokens[i].text.lower() != "if" or tokens[i].head < 0:
        return False
    clause = tokens[tokens[i].head]
    return clause.rel in ("ccomp", "csubj") and clause.head >= 0 and tokens[clause.head].upos == "VERB"


def _last(tokens: tuple[Token, ...], first: int, size: int) -> int:
    """Index of the last word: of the clause that the binding word marks, else before the next stop."""
    start = first + size
    if start >= len(tokens) or tokens[start].text in STOPS:
        return min(start, len(tokens)) - 1
    stop = next((i for i in range(start, len(tokens)) if tokens[i].text in STOPS), len(tokens))
    if has_heads(tokens):
        marked = [t.head for t in tokens[first:start] if t.rel in ("mark", "case") and t.head >= start]
        if marked:
            below = [i for i in range(start, len(tokens)) if _is_below(tokens, i, marked[0])]
            stop = min(max(below, default=stop - 1) + 1, len(tokens))
    stop = min(stop, first + REACH)
    while stop - 1 > start and tokens[stop - 1].upos == "PUNCT":
        stop -= 1
    return stop - 1


def _is_below(tokens: tuple[Token, ...], i: int, top: int) -> bool:
    for _ in range(len(tokens)):
        if i == top:
            return True
        if i < 0:
            return False
        i = tokens[i].head
    return False

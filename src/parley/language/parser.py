"""Sentences as words with part of speech, head, relation and entity tag: parley's own trained model in int8."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from parley.language.lemmas import lemma_of
from parley.language.tokens import find_words
from parley.language.trees import best_tree
from parley.language.vectors import FIRST, LAST, LONGEST, UNKNOWN, session, sum_vectors, tokenizer, weights
from parley.model.text import Span, Token

MOST_PIECES_A_WORD = 6
LOWER, CAPITAL, UPPER, MIXED, DIGIT, SYMBOL = range(6)


class Parser:
    """Universal Dependencies and named entities of English sentences."""

    def __init__(self) -> None:
        labels = json.loads((weights() / "labels.json").read_text(encoding="utf-8"))
        self._upos, self._rels, self._entities = labels["upos"], labels["rels"], labels["entities"]
        self._session = session("parser.onnx")
        self._tokenizer = tokenizer()

    def parse(self, sentences: Sequence[str]) -> tuple[tuple[Token, ...], ...]:
        """The words of each sentence.

        Args:
            sentences: plain text; each goes through the model alone, so a parse never depends on its neighbours.

        Returns:
            Tokens with spans that count from the sentence's own start. A sentence too long for the model (some 200 words)
            is parsed in pieces, each with a root of its own.
        """
        return tuple(self.parse_words(s, find_words(s)) for s in sentences)

    def parse_words(self, text: str, words: Sequence[Span]) -> tuple[Token, ...]:
        """The same for words that are given.

        Args:
            words: spans in `text`, in order.
        """
        found: list[Token] = []
        for start, end, ids, first in self._pieces(text, words):
            found += self._parsed(text, words[start:end], ids, first, start)
        return tuple(found)

    def _pieces(self, text: str, words: Sequence[Span]) -> list[tuple[int, int, list[int], list[int]]]:
        """(first word, end, word pieces, piece of each word) of stretches that the model can take."""
        found: list[tuple[int, int, list[int], list[int]]] = []
        start, ids, first = 0, [FIRST], [0]
        for k, word in enumerate(words):
            pieces = self._tokenizer.encode(word.of(text), add_special_tokens=False).ids[:MOST_PIECES_A_WORD] or [UNKNOWN]
            if len(ids) + len(pieces) >= LONGEST:
                found.append((start, k, [*ids, LAST], first))
                start, ids, first = k, [FIRST], [0]
            first.append(len(ids))
            ids += pieces
        if len(first) > 1:
            found.append((start, len(words), [*ids, LAST], first))
        return found

    def _parsed(self, text: str, words: Sequence[Span], ids: list[int], first: list[int], offset: int) -> list[Token]:
        forms = [w.of(text) for w in words]
        case = [SYMBOL, *map(case_of, forms)]
        feed = {"x": sum_vectors(ids), "first": _row(first), "case": _row(case)}
        upos, entities, arcs, rels = self._session.run(None, feed)
        heads = best_tree(arcs[0])
        tags = _bio([self._entities[int(i)] for i in entities[0, 1:].argmax(-1)])
        found = []
        for k, (span, form, head, tag) in enumerate(zip(words, forms, heads, tags, strict=True), start=1):
            part = self._upos[int(upos[0, k].argmax())]
            rel = "root" if head == 0 else self._rels[int(rels[0, :, k, head].argmax())]
            at = head - 1 + offset if head else -1
            lemma = lemma_of(form, part)
            found.append(Token(span=span, text=form, upos=part, lemma=lemma, head=at, rel=rel, entity=tag))
        return found


def case_of(word: str) -> int:
    """How a word is written: what the uncased word pieces leave out."""
    if any(c.isdigit() for c in word):
        return DIGIT
    if not any(c.isalpha() for c in word):
        return SYMBOL
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return CAPITAL if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else MIXED


def _row(values: list[int]) -> NDArray[numpy.int64]:
    return numpy.array([values], dtype=numpy.int64)


def _bio(tags: list[str]) -> list[str]:
    """The tags with each I- that continues nothing made a B-."""
    found: list[str] = []
    for tag in tags:
        before = found[-1] if found else "O"
        found.append("B-" + tag[2:] if tag.startswith("I-") and before[2:] != tag[2:] else tag)
    return found

"""Sentences as Tokens: part of speech, lemma, head, relation and entity of every word, in one pass of one model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy.typing import NDArray

from parley.language.bio import allowed_steps, find_tags
from parley.language.lemmas import Lemmas
from parley.language.pieces import END, NO_LETTER, START, WEIGHTS, Pieces, open_model, shape_of
from parley.language.tokens import find_words
from parley.language.tree import find_tree
from parley.model.text import Span, Token

_MOST_IN_WORD = 6  # pieces of one word that the model sees, as in training
_MOST = 254  # pieces that it sees at once; a longer sentence is read in stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What the model says of one stretch of words: heads count from its first word, -1 is its root."""

    upos: list[str]
    heads: list[int]
    rels: list[str]
    tags: list[str]


class Parser:
    """The parser of English.

    Source: trained as in training/README.md; figures, data and limits in weights/parser.md.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        labels = json.loads((folder / "parser.json").read_text(encoding="utf-8"))
        self._upos: list[str] = labels["upos"]
        self._rels: list[str] = labels["rels"]
        self._tags: list[str] = labels["entities"]
        self._steps = allowed_steps(self._tags)
        self._lemmas = Lemmas()
        self._pieces = Pieces(folder)
        self._model = open_model(folder / "parser.onnx")

    def parse(self, sentences: Sequence[str]) -> tuple[tuple[Token, ...], ...]:
        """Tokens of each sentence; spans count from the sentence's own start, and the heads of a sentence form one tree.

        Each sentence runs alone, so its parse does not depend on its neighbours. A sentence without words has no tokens.
        """
        return tuple(self._parsed(s, find_words(s)) for s in sentences)

    def parse_words(self, words: Sequence[str]) -> tuple[Token, ...]:
        """Tokens of a sentence whose words are known; spans count in the words joined by single spaces."""
        starts = numpy.cumsum([0] + [len(w) + 1 for w in words]).tolist()
        spans = tuple(Span(start=s, end=s + len(w)) for s, w in zip(starts, words, strict=False))
        return self._parsed(" ".join(words), spans)

    def _parsed(self, sentence: str, spans: Sequence[Span]) -> tuple[Token, ...]:
        tokens: list[Token] = []
        for words, ids in self._stretches([span.of(sentence) for span in spans]):
            read = self._read(words, ids)
            first, root = len(tokens), next((k for k, t in enumerate(tokens) if t.head < 0), None)
            for k, word in enumerate(words):
                head, rel = first + read.heads[k], read.rels[k]
                if read.heads[k] < 0:
                    # A later stretch of a very long sentence hangs on the first one's root.
                    head, rel = (-1, rel) if root is None else (root, "parataxis")
                lemma = self._lemmas.of(word, read.upos[k])
                tokens.append(
                    Token(
                        span=spans[first + k],
                        text=word,
                        upos=read.upos[k],
                        lemma=lemma,
                        head=head,
                        rel=rel,
                        entity=read.tags[k],
                    )
                )
        return tuple(tokens)

    def _stretches(self, words: Sequence[str]) -> Iterator[tuple[list[str], list[list[int]]]]:
        """The words and their pieces, in stretches that the model can see at once: one, but for very long sentences."""
        stretch: list[str] = []
        ids: list[list[int]] = []
        for word, pieces in zip(words, self._pieces.of_words(words, _MOST_IN_WORD), strict=True):
            if sum(map(len, ids)) + len(pieces) > _MOST:
                yield stretch, ids
                stretch, ids = [], []
            stretch.append(word)
            ids.append(pieces)
        if stretch:
            yield stretch, ids

    def _read(self, words: Sequence[str], ids: Sequence[Sequence[int]]) -> _Reading:
        upos, tags, arcs, rels = self._scores(words, ids)
        heads = find_tree(arcs)
        own = numpy.arange(1, len(words) + 1)
        chosen = rels[own, :, numpy.array(heads) + 1]
        root = self._rels.index("root")
        chosen[:, root] = numpy.where(numpy.array(heads) < 0, numpy.inf, -numpy.inf)
        return _Reading(
            upos=[self._upos[k] for k in upos[1:].argmax(axis=1)],
            heads=heads,
            rels=[self._rels[k] for k in chosen.argmax(axis=1)],
            tags=find_tags(tags[1:], self._tags, self._steps),
        )

    def _scores(self, words: Sequence[str], ids: Sequence[Sequence[int]]) -> list[NDArray[numpy.float32]]:
        """What the model says, the root at 0.

        Parts of speech (n + 1, u), tags (n + 1, t), heads (n + 1, n + 1), relations (n + 1, r, n + 1), dependant before head.
        """
        flat, shapes, first = [START], [NO_LETTER], [0]
        for word, pieces in zip(words, ids, strict=True):
            first.append(len(flat))
            flat.extend(pieces)
            shapes.extend([shape_of(word)] * len(pieces))
        inputs = {
            "pieces": self._pieces.vectors([*flat, END]),
            "shapes": numpy.array([*shapes, NO_LETTER], dtype=numpy.int64),
            "first": numpy.array(first, dtype=numpy.int64),
        }
        scores: list[NDArray[numpy.float32]] = self._model.run(["upos", "tags", "arcs", "rels"], inputs)
        return scores

"""Two prints of one utterance, compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
ALIKE = 0.5  # share of common words below which a word diff would show more marks than words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that both print ("same"), that only the first prints ("left"), or only this one ("added")."""

    kind: Literal["same", "left", "added"]
    text: str


def word_diff(first: str, other: str) -> tuple[Piece, ...]:
    """How `other` parts from `first`, in the words of each; case, quotation marks and white space do not count.

    Empty where the two have less than half of their words in common: then they are no prints of one wording.

    >>> [(p.kind, p.text) for p in word_diff("a truce in Arle", "A truce near Arle")]
    [('same', 'A truce'), ('left', 'in'), ('added', 'near'), ('same', 'Arle')]
    """
    a, b = [m for m in _WORD.finditer(first)], [m for m in _WORD.finditer(other)]
    matcher = SequenceMatcher(None, [_key(m[0]) for m in a], [_key(m[0]) for m in b], autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    pieces: list[Piece] = []
    for op, i, j, k, n in matcher.get_opcodes():
        if op == "equal":
            pieces.append(Piece(kind="same", text=other[b[k].start() : b[n - 1].end()]))
            continue
        if j > i:
            pieces.append(Piece(kind="left", text=first[a[i].start() : a[j - 1].end()]))
        if n > k:
            pieces.append(Piece(kind="added", text=other[b[k].start() : b[n - 1].end()]))
    return tuple(pieces)


def same_words(first: str, other: str) -> bool:
    """Do the two print the same words?"""
    return [_key(w) for w in _WORD.findall(first)] == [_key(w) for w in _WORD.findall(other)]


def _key(word: str) -> str:
    return word.casefold().translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})

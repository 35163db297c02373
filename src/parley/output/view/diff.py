"""Two prints of one utterance, compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
ALIKE = 0.5  # share of common words below which a word diff would show more marks than words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that both print ("same"), that only the first prints ("left"), or only this one ("added").

    Without the pieces that are left, the texts together are the other print, character by character.
    """

    kind: Literal["same", "left", "added"]
    text: str


def word_diff(first: str, other: str) -> tuple[Piece, ...]:
    """How `other` parts from `first`, in the words of each; case, punctuation and white space do not count.

    Empty where the two have less than half of their words in common: then they are no prints of one wording.

    >>> [(p.kind, p.text) for p in word_diff("a truce in Arle", "A truce near Arle.")]
    [('same', 'A truce '), ('left', 'in '), ('added', 'near'), ('same', ' Arle.')]
    """
    a, b = list(_WORD.finditer(first)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(None, [_key(m[0]) for m in a], [_key(m[0]) for m in b], autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    pieces: list[Piece] = []
    done = 0
    for op, i, j, k, n in matcher.get_opcodes():
        if op == "equal":
            continue
        start = b[k].start() if k < len(b) else len(other)
        pieces.append(Piece(kind="same", text=other[done:start]))
        if j > i:
            pieces.append(Piece(kind="left", text=first[a[i].start() : a[j - 1].end()] + " "))
        done = b[n - 1].end() if n > k else start
        pieces.append(Piece(kind="added", text=other[start:done]))
    pieces.append(Piece(kind="same", text=other[done:]))
    return tuple(p for p in pieces if p.text)


def same_words(first: str, other: str) -> bool:
    """Do the two print the same words?"""
    return [_key(w) for w in _WORD.findall(first)] == [_key(w) for w in _WORD.findall(other)]


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")

"""Where two prints of one utterance part: word by word, with the place of the differing words in both sources."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from parley.align.quotation_words import Word
from parley.model.records import Difference, cite
from parley.model.text import Document, Span

Kind = Literal["wording", "truncated", "gloss", "translation"]
TRANSLATED = 0.45  # share of matched words under which two full prints are two renderings, not one edited
MOST = 6  # differences told of one pair; a longer list says no more than that the words are others
CUT = 3  # words that one print lacks at an end, from which it counts as cut


def find_differences(
    first: Document, a: tuple[Word, ...], second: Document, b: tuple[Word, ...], *, full: bool
) -> tuple[Difference, ...]:
    """The differences of two prints, `a` of one document and `b` of another, in the order of `a`.

    Args:
        full: both print the whole utterance, so that other words are another rendering and not a paraphrase.

    Spelling variants ("organise", "organize") are no differences.
    """
    x, y = [w for w in a if not w.gloss], [w for w in b if not w.gloss]
    if not x or not y:
        return ()
    matcher = SequenceMatcher(None, [w.form for w in x], [w.form for w in y], autojunk=False)
    matched = sum(m.size for m in matcher.get_matching_blocks())

    def told(kind: Kind, p: list[Word], q: list[Word]) -> Difference:
        return Difference(kind=kind, a=cite(first, _span(p)), b=cite(second, _span(q)))

    if matched < TRANSLATED * min(len(x), len(y)):
        return (told("translation", x, y),) if full else ()
    found = [told("gloss", g, y) for g in _glosses(a)] + [told("gloss", x, g) for g in _glosses(b)]
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        end = (i == 0 and k == 0) or (j == len(x) and m == len(y))
        if tag != "replace" and end:
            if max(j - i, m - k) >= CUT:
                found.append(told("truncated", x[i:j] or x, y[k:m] or y))
            continue
        found.append(told("wording", x[i:j] or _around(x, i), y[k:m] or _around(y, k)))
    return tuple(found[:MOST])


def _glosses(words: tuple[Word, ...]) -> list[list[Word]]:
    found: list[list[Word]] = []
    for before, word in zip((None, *words), words, strict=False):
        if word.gloss and before is not None and before.gloss:
            found[-1].append(word)
        elif word.gloss:
            found.append([word])
    return found


def _around(words: list[Word], at: int) -> list[Word]:
    """The words on both sides of a place where the other print has more."""
    return words[max(0, at - 1) : at + 1]


def _span(words: list[Word]) -> Span:
    return Span(start=words[0].span.start, end=words[-1].span.end)

"""The same sentence as newspapers print it: a headline without full stop, its words in title case or in capitals."""

from __future__ import annotations

import random
from dataclasses import replace

from training.examples import Example

_SMALL = ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "n't", "'s")


def respelt(example: Example, chance: random.Random) -> Example:
    """Nine times in ten the sentence as it is. The number of words stays, but for a final full stop that may go."""
    roll = chance.random()
    if roll < 0.90:
        return _without_stop(example) if roll > 0.85 else example
    words: tuple[str, ...]
    if roll < 0.94:
        words = tuple(w.upper() for w in example.words)
    elif roll < 0.98:
        words = tuple(w if w in _SMALL else w[:1].upper() + w[1:] for w in example.words)
    else:
        words = tuple(w.lower() for w in example.words)
    return _without_stop(replace(example, words=words))


def _without_stop(example: Example) -> Example:
    last = len(example.words) - 1
    if last < 1 or example.words[-1] != "." or (example.heads and last in example.heads):
        return example
    return Example(
        words=example.words[:-1],
        upos=example.upos and example.upos[:-1],
        heads=example.heads and example.heads[:-1],
        rels=example.rels and example.rels[:-1],
        tags=example.tags and example.tags[:-1],
    )

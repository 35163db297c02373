"""The same sentence about other people and places: a name teaches its sentence, not itself."""

from __future__ import annotations

import random
from dataclasses import replace

from training.examples import Example
from training.invented import like

_SHARE = 0.4  # of the names of persons and of places known to be states or cities


def renamed(example: Example, chance: random.Random) -> Example:
    """Some names replaced by others with as many words, so that tree and tags stay right."""
    words = list(example.words)
    tags = example.tags or ()
    for k, tag in enumerate(tags):
        if tag in ("B-PER", "B-GPE") and chance.random() < _SHARE:
            end = k + 1
            while end < len(tags) and tags[end] == f"I-{tag[2:]}":
                end += 1
            words[k:end] = like(words[k:end], tag[2:], chance)
    return replace(example, words=tuple(words))

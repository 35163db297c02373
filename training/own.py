"""Sentences of our own, filled with names: they teach what diplomatic news calls its people, places, groups and meetings."""

from __future__ import annotations

import random
import re

import yaml

from parley.language.tokens import find_words
from training.examples import Example, write_tags
from training.names import DATA, names

_SLOT = re.compile(r"\{(\w+)\}")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KINDS = {"per": "PER", "last": "PER", "org": "ORG", "gpe": "GPE", "loc": "LOC", "norp": "NORP", "event": "EVENT"}


def own_examples(count: int, chance: random.Random) -> list[Example]:
    """`count` sentences of data/own.yaml, each filled anew."""
    patterns: list[str] = yaml.safe_load((DATA / "own.yaml").read_text(encoding="utf-8"))
    return [_filled(chance.choice(patterns), chance) for _ in range(count)]


def _filled(pattern: str, chance: random.Random) -> Example:
    text, marks, at = "", [], 0
    for slot in _SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        name = _name(slot[1], chance)
        if slot[1] in _KINDS:
            marks.append((len(text), len(text) + len(name), _KINDS[slot[1]]))
        text += name
        at = slot.end()
    text += pattern[at:]
    spans = find_words(text)
    tags = ["O"] * len(spans)
    for start, end, kind in marks:
        write_tags(tags, [k for k, s in enumerate(spans) if s.start < end and s.end > start], kind)
    return Example(words=tuple(s.of(text) for s in spans), tags=tuple(tags))


def _name(slot: str, chance: random.Random) -> str:
    if slot == "day":
        return chance.choice(_DAYS)
    if slot == "num":
        return str(chance.randint(2, 90))
    if slot == "last":
        return chance.choice(names("family"))
    if slot == "per":
        return f"{chance.choice(names('given'))} {chance.choice(names('family'))}"
    if slot == "gpe":
        return chance.choice(names(chance.choice(("countries", "countries", "cities", "areas"))))
    if slot == "norp":
        # Only the forms that also stand before a noun.
        return chance.choice([n for n in names("norp") if not n.endswith("s")])
    return chance.choice(names({"loc": "regions"}.get(slot, slot)))

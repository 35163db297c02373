"""Sentences of our own, filled with names: they teach what diplomatic news calls its people, places, groups and meetings."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import yaml

from parley.language.tokens import find_words
from training.examples import Example, write_tags
from training.invented import body, club, family, firm, person, town
from training.names import DATA, names

_SLOT = re.compile(r"\{(\w+)\}")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KINDS = {
    "per": "PER",
    "last": "PER",
    "gpe": "GPE",
    "town": "GPE",
    "country": "GPE",
    "loc": "LOC",
    "norp": "NORP",
    "people": "NORP",
    "org": "ORG",
    "club": "ORG",
    "firm": "ORG",
    "event": "EVENT",
}


def own_examples(count: int, chance: random.Random) -> list[Example]:
    """`count` sentences of data/own.yaml, each filled anew."""
    patterns: list[str] = yaml.safe_load((DATA / "own.yaml").read_text(encoding="utf-8"))
    return [_filled(chance.choice(patterns), chance) for _ in range(count)]


def _filled(pattern: str, chance: random.Random) -> Example:
    text, marks, at = "", [], 0
    for slot in _SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        name = filling(slot[1], chance)
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


def filling(slot: str, chance: random.Random) -> str:
    if slot in _MAKERS:
        return _MAKERS[slot](chance)
    return chance.choice(names({"loc": "regions"}.get(slot, slot)))


def _gpe(chance: random.Random) -> str:
    return chance.choice(names("countries")) if chance.random() < 0.5 else town(chance)


def _norp(chance: random.Random) -> str:
    # Only the forms that also stand before a noun.
    return chance.choice([n for n in names("norp") if not n.endswith("s")])


def _org(chance: random.Random) -> str:
    return chance.choice(names("org")) if chance.random() < 0.65 else body(chance)


_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "day": lambda chance: chance.choice(DAYS),
    "num": lambda chance: str(chance.randint(2, 90)),
    "score": lambda chance: str(chance.randint(0, 6)),
    "country": lambda chance: chance.choice(names("countries")),
    "people": lambda chance: chance.choice([n for n in names("norp") if n.endswith("s")]),
    "per": person,
    "last": family,
    "gpe": _gpe,
    "town": town,
    "norp": _norp,
    "org": _org,
    "club": club,
    "firm": firm,
}

"""Pairs of our own from data/nli.yaml: what diplomatic news entails, leaves open and contradicts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import yaml

from training.names import DATA
from training.nli_sets import LABELS, Pair
from training.own import DAYS, filling

_SLOT = re.compile(r"\{(\w+)\}")
_TURNED = 0.5  # share of the contradictions that are also read the other way round: contradicting has no direction
_APART = 0.3  # share of the premises that also stand beside another affair, which they say nothing of

Entry = dict[str, str | list[str]]


def own_pairs(count: int, chance: random.Random) -> list[Pair]:
    """The pairs of `count` fillings of each entry."""
    entries: list[Entry] = yaml.safe_load((DATA / "nli.yaml").read_text(encoding="utf-8"))
    return [pair for _ in range(count) for entry in entries for pair in _filled(entry, entries, chance)]


def _filled(entry: Entry, entries: list[Entry], chance: random.Random) -> Iterator[Pair]:
    names = _names(chance)
    premise = _SLOT.sub(lambda slot: names[slot[1]], str(entry["premise"]))
    for label in LABELS:
        hypothesis = _SLOT.sub(lambda slot: names[slot[1]], chance.choice(list(entry[label])))
        yield Pair(premise=premise, hypothesis=hypothesis, label=label, family=premise)
        if label == "contradiction" and chance.random() < _TURNED:
            yield Pair(premise=hypothesis, hypothesis=premise, label=label, family=hypothesis)
    other = chance.choice(entries)
    if other is not entry and chance.random() < _APART:
        apart = _SLOT.sub(lambda slot: names[slot[1]], str(other["premise"]))
        yield Pair(premise=premise, hypothesis=apart, label="neutral", family=premise)


def _names(chance: random.Random) -> dict[str, str]:
    low, middle, high = sorted(chance.sample(range(2, 200), 3))
    names = {slot: filling(slot, chance) for slot in ("country", "town", "per")}
    return {**names, "day": chance.choice(DAYS), "num": str(low), "more": str(middle), "most": str(high)}

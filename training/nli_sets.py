"""Sentence pairs of the open inference sets: premise, hypothesis, and whether the one entails or contradicts the other.

The premise decides what is held out: a tenth of all premises, in every set alike, so that none stands on both sides. Pairs that
were made from one another (a premise rewritten by hand) go where their first premise goes.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")

# Asked in another way: how likely a thing is (five grades), four captions at once as a premise, two classes. Read only when
# they are what was asked for.
OTHER_TASKS = frozenset({"joci", "mpe", "rte"})
_FEVER = {"SUPPORTS": "entailment", "REFUTES": "contradiction"}
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"', "--": "-"}
_REWRITTEN = re.compile(r"000000\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts and what the first says of the second; `family` is the premise that decides on which side the pair stands."""

    premise: str
    hypothesis: str
    label: str
    family: str


def held_out(pair: Pair) -> bool:
    """Whether a pair measures and never trains: one premise in ten, by a hash of its letters and digits."""
    return hashlib.sha256(letters(pair.family).encode()).digest()[0] < 26  # of 256


def training_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that may train, each once: not held out, nor with a premise that stands in one that is."""
    measured = {letters(p.premise) for p in pairs if held_out(p)}
    found = {(letters(p.premise), letters(p.hypothesis)): p for p in pairs if not held_out(p)}
    return [p for (premise, _), p in found.items() if premise not in measured]


def letters(text: str) -> str:
    """What stays of a text whichever way its sets print it."""
    return re.sub(r"[\W_]+", "", text.lower())


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs of all sets in a folder, or of one file, each pair once, in the order of file names."""
    found: dict[tuple[str, str], Pair] = {}
    for file in [folder] if folder.is_file() else sorted(folder.rglob("*")):
        if file.parent.name not in OTHER_TASKS or file == folder or file.parent == folder:
            for pair in _read(file):
                found.setdefault((letters(pair.premise), letters(pair.hypothesis)), pair)
    return list(found.values())


def _read(file: Path) -> Iterator[Pair]:
    if file.suffix == ".csv":
        return _csv(file)
    if file.suffix == ".tsv":
        return _rewritten(file)
    if file.suffix == ".jsonl":
        return _fever(file)
    return _lines(file) if file.name.startswith("labels.") else iter(())


def _csv(file: Path) -> Iterator[Pair]:
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield from _pair(row["premise"], row["hypothesis"], row["label"], row["premise"])


def _lines(file: Path) -> Iterator[Pair]:
    """One text a line in each of three files: s1.dev, s2.dev, labels.dev."""
    columns = (file.with_name(name + file.suffix).read_text(encoding="utf-8").split("\n") for name in ("s1", "s2", "labels"))
    for premise, hypothesis, label in zip(*columns, strict=True):
        yield from _pair(premise, hypothesis, label, premise)


def _rewritten(file: Path) -> Iterator[Pair]:
    """Groups of one pair and its rewritings: the premise that stands most often in a group is the one they were made from."""
    with file.open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    size = 5 if file.parent.name.startswith("all") else 4
    for group in (table[k : k + size] for k in range(0, len(table), size)):
        family = Counter(row["sentence1"] for row in group).most_common(1)[0][0]
        for row in group:
            yield from _pair(row["sentence1"], row["sentence2"], row["gold_label"], family)


def _fever(file: Path) -> Iterator[Pair]:
    """A claim and the sentence that supports or refutes it."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    families: dict[str, str] = {}
    for row in rows:
        evidence = row.get("evidence_sentence") or row["evidence"]
        family = families.setdefault(_REWRITTEN.sub("", str(row["id"])), evidence)
        yield from _pair(evidence, row["claim"], _FEVER[row["label"]], family)


def _pair(premise: str, hypothesis: str, label: str, family: str) -> Sequence[Pair]:
    if label not in LABELS or not hypothesis.strip():
        return ()
    return (Pair(premise=_plain(premise), hypothesis=_plain(hypothesis), label=label, family=family),)


def _plain(text: str) -> str:
    """The text without a treebank's brackets and lone spaces."""
    words = " ".join(_BRACKETS.get(w, w) for w in text.split())
    return re.sub(r" (n't|'s|'re|'ve|'d|'ll|'m|[.,;:?!])(?= |$)", r"\1", words)

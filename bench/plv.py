"""PLOVER's types over the sentences of PLV: do the frames hold on news that they were not written for?

For orientation: a bag of words trained on the set reaches .675 / .810, zero-shot entailment with a large model .821 / .892.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from parley.annotate.event_coding import Coding, code_sentence
from parley.language.parser import Parser
from parley.lexicon import plover
from parley.model.text import Token

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # PLV keeps an older type for both
QUADS = {"YIELD": "2", "CONCEDE": "2", "RETREAT": "2"}


def run(data: Path) -> dict[str, float]:
    """Macro-F1 of the fifteen root types and of the four quads.

    Args:
        data: the tab-separated file, or the folder of PLV_train.tsv.
    """
    with (data if data.is_file() else data / "PLV_train.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    knowledge = plover.read()
    parsed = Parser().parse([r["sentence"] for r in rows])
    found = [_type_of(r, tokens, knowledge) for r, tokens in zip(rows, parsed, strict=True)]
    quads = [QUADS.get(t, str(knowledge.types[t].quad)) if t else "" for t in found]
    return {
        "sentences": float(len(rows)),
        "coded": sum(map(bool, found)) / len(rows),
        "root_macro_f1": macro_f1([r["gold_root"] for r in rows], [MERGED.get(t, t) for t in found]),
        "quad_macro_f1": macro_f1([r["gold_penta"] for r in rows], quads),
    }


def _type_of(row: dict[str, str], tokens: tuple[Token, ...], knowledge: plover.Plover) -> str:
    """The type of the event between the marked source and target; "" where none is found."""
    codings = code_sentence(tokens, knowledge)
    source, target = row["sentence"].find(row["source"]), row["sentence"].find(row["target"])
    ends = (range(source, source + len(row["source"])), range(target, target + len(row["target"])))

    def fit(c: Coding) -> tuple[int, int, int]:
        acts = c.actor is not None and tokens[c.actor].span.start in ends[0]
        suffers = any(tokens[r].span.start in ends[1] for r in c.recipients)
        return 2 * acts + suffers, -int(c.factuality == "negated"), -codings.index(c)

    return max(codings, key=fit).type if codings else ""


def macro_f1(gold: list[str], found: list[str]) -> float:
    """Mean F1 over the labels of the gold."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    given, wanted = Counter(found), Counter(gold)
    scores = [2 * right[label] / (given[label] + wanted[label]) for label in wanted]
    return sum(scores) / len(scores)

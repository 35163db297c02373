"""PLOVER's types over the sentences of PLV: do frames and classifier hold on news that they were not made for?

For orientation: a bag of words trained on the set reaches .675 / .810, zero-shot entailment with a large model .821 / .892.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from parley.annotate.event_coding import Coding, code_sentence
from parley.annotate.event_tree import Tree, tree_of
from parley.annotate.event_views import clause_of
from parley.language.encoder import Encoder
from parley.language.event_types import EventTypes
from parley.language.parser import Parser
from parley.lexicon import plover

OLDER = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "CONCEDE.promise": "AGREE",
    "CONSULT.planned": "AGREE",
    "SANCTION.penalty": "COERCE",
    "SANCTION.convict": "ACCUSE",
}
"""PLV keeps an older draft, near to CAMEO: one type for giving way; who promises to, or to meet, agrees; an embargo is
coercion; a verdict is a charge."""


def run(data: Path) -> dict[str, float]:
    """Macro-F1 of the fifteen root types and of the four quads.

    Args:
        data: the tab-separated file, or the folder that holds it.
    """
    with (data if data.is_file() else sorted(data.rglob("*.tsv"))[0]).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = find_roots(rows)
    types = plover.read().types
    quads = {"YIELD": "2"} | {t: str(types[t].quad) for t in types}
    return {
        "root_macro_f1": macro_f1([r["gold_root"] for r in rows], found),
        "quad_macro_f1": macro_f1([r["gold_penta"] for r in rows], [quads[t] for t in found]),
    }


def find_roots(rows: list[dict[str, str]]) -> list[str]:
    """PLV's root type of each row, for what the marked source does to the marked target."""
    knowledge, classifier = plover.read(), EventTypes(Encoder().encode)
    clauses = []
    for row, tokens in zip(rows, Parser().parse([r["sentence"] for r in rows]), strict=True):
        tree = tree_of(tokens)
        ends = _tokens_of(tree, row, "source"), _tokens_of(tree, row, "target")
        clauses.append(clause_of(tree, _predicate(tree, *ends), _between(code_sentence(tokens, knowledge), *ends)))
    guesses = classifier.guesses(clauses, event=True)
    return [OLDER.get(g.label, g.type) for g in guesses]


def _tokens_of(tree: Tree, row: dict[str, str], end: str) -> list[int]:
    start = row["sentence"].find(row[end])
    return [k for k, t in enumerate(tree.tokens) if start <= t.span.start and t.span.end <= start + len(row[end])]


def _between(codings: tuple[Coding, ...], source: list[int], target: list[int]) -> Coding | None:
    """The coding that best joins source and target; None where the frames found no event."""

    def fit(c: Coding) -> tuple[int, bool, int]:
        return 2 * (c.actor in source) + any(r in target for r in c.recipients), c.factuality != "negated", -codings.index(c)

    return max(codings, key=fit, default=None)


def _predicate(tree: Tree, source: list[int], target: list[int]) -> int:
    """The verb or adjective under which source and target meet; the root where there is none."""
    root = next(k for k, t in enumerate(tree.tokens) if t.head < 0)
    tops = [next((k for k in end if tree.tokens[k].head not in end), root) for end in (source, target)]
    paths = [_path(tree, top) for top in tops]
    common = [k for k in paths[0] if k in paths[1]]
    return next((k for k in common if tree.tokens[k].upos in ("VERB", "ADJ")), common[0])


def _path(tree: Tree, i: int) -> list[int]:
    path = [i]
    while tree.tokens[path[-1]].head >= 0:
        path.append(tree.tokens[path[-1]].head)
    return path


def macro_f1(gold: list[str], found: list[str]) -> float:
    """Mean F1 over the labels of the gold."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    given, wanted = Counter(found), Counter(gold)
    scores = [2 * right[label] / (given[label] + wanted[label]) for label in wanted]
    return sum(scores) / len(scores)

"""Training sentences of every source, in one form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.examples import ANY, Example, write_tags
from training.gum import gum_tags
from training.names import is_norp, low, other_kinds, place_kinds
from training.treebank import read_rows

WIKIGOLD = "wikigold/wikigold/CONLL-format/data/wikigold.conll.txt"
WNUT = ("wnut17/wnut17train.conll", "wnut17/emerging.dev.conll")
_BIO_KINDS = {"PER": "PER", "LOC": "GPE|LOC", "ORG": "ORG", "person": "PER", "location": "GPE|LOC", "corporation": "ORG"}
_SURELY_O = ("VERB", "AUX", "PRON", "SCONJ", "ADV", "INTJ")


def read_treebank(path: Path, *, entities: bool = False) -> list[Example]:
    """Sentences of a CoNLL-U file; with `entities`, tags from GUM's annotation, else the few that lists give."""
    return [_tree(rows, entities=entities) for rows in read_rows(path)]


def _tree(rows: Sequence[Sequence[str]], *, entities: bool) -> Example:
    heads = tuple(int(r[6]) - 1 for r in rows)
    return Example(
        words=tuple(r[1] for r in rows),
        upos=tuple(r[3] for r in rows),
        heads=heads,
        rels=tuple(r[7] for r in rows),
        tags=gum_tags(rows, heads) if entities else tuple(_some_tag(rows, k) for k in range(len(rows))),
    )


def _some_tag(rows: Sequence[Sequence[str]], k: int) -> str:
    """What a treebank without entities still says: verbs are none, a lone country is one, a people's name is one."""
    word, upos = rows[k][1], rows[k][3]
    if is_norp(word) and upos == "ADJ":
        return "B-NORP"
    if upos in _SURELY_O or (upos in ("NOUN", "ADJ") and word.islower()):
        return "O"
    near = [rows[n] for n in (k - 1, k + 1) if 0 <= n < len(rows)]
    alone = not any(r[3] == "PROPN" or r[1] == "-" for r in near)
    return "B-GPE" if upos == "PROPN" and alone and word.lower() in low("countries") else ANY


def read_bio(path: Path) -> list[Example]:
    """Sentences of a two-column file with IOB1 or IOB2 tags (WikiGold, WNUT17)."""
    found: list[Example] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) > 1 and cells[0] != "-DOCSTART-":
            rows.append(cells)
        elif rows:
            found.append(_tagged([r[0] for r in rows], [r[-1] for r in rows]))
            rows = []
    return found


def find_entities(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, behind the last, type) of each entity in IOB1 or IOB2."""
    start = 0
    for k in range(1, len(tags) + 1):
        before, here = tags[k - 1], tags[k] if k < len(tags) else "O"
        if here == "O" or here.startswith("B-") or here[2:] != before[2:]:
            if before != "O":
                yield start, k, before[2:]
            start = k


def _tagged(words: Sequence[str], source: Sequence[str]) -> Example:
    tags = ["B-NORP" if is_norp(w) else "O" for w in words]
    for start, end, kind in find_entities(source):
        name = words[start:end]
        known = _BIO_KINDS.get(kind)
        if kind in ("LOC", "location"):
            known = place_kinds(name)
        elif kind in ("MISC", "group", "creative-work", "product"):
            known = other_kinds(name)
        if known:
            write_tags(tags, range(start, end), known)
        else:
            # Works and products are no entity of ours, but these classes hold events and groups too.
            kinds = ("NORP", "EVENT") if kind == "MISC" else ("ORG", "NORP") if kind == "group" else ()
            for k in range(start, end):
                tags[k] = "|".join(["O", *(f"{mark}-{k2}" for k2 in kinds for mark in "BI")])
    return Example(words=tuple(words), tags=tuple(tags))


def is_held_out(document: str) -> bool:
    """Is this re3d document kept for measuring? One in five, by its id."""
    return hashlib.sha256(document.encode()).digest()[0] < 51


def read_lines(file: Path) -> Iterator[dict[str, object]]:
    """The objects of a file with one JSON object a line."""
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)

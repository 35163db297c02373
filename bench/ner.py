"""Named entities against CoNLL-2003, WikiGold or re3d: exact spans and types, in the types that both sides know.

PER, ORG and LOC count; GPE is counted as LOC, and NORP, EVENT and the set's other types (MISC) on neither side. Measured is
what a page's marks are made from: the parser's tags, settled over the document with the lexicon. CoNLL-2003 and WikiGold
are read on their own words. Of re3d, only names are asked for (it marks pronouns and descriptions too: a marked phrase
counts where each of its words begins with a capital or a digit, articles, titles and linking words apart), and only in
documents that did not train the parser. What the parser finds inside a marked phrase that is no plain name ("Daesh tactical
unit") counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parley.annotate.entity_tags import find_runs, settle_tags
from training.re3d import Phrase, read_documents, trains
from training.re3d import find_names as names_of
from training.sources import find_entities

TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}

Names = set[tuple[int, int, str]]  # first word, behind the last, type


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A sentence's words, its names, and the words about whose names the set says nothing."""

    words: Sequence[str]
    names: Names
    open: set[int] = field(default_factory=set)


def run(data: Path | None) -> dict[str, float]:
    """Precision, recall and F1 over exact (span, type).

    Args:
        data: a folder of CoNLL-2003 (test.txt, or the first part that is there), WikiGold or re3d, or a file of the first two.
    """
    from parley.language.parser import Parser
    from parley.lexicon import names

    parser, lexicon = Parser(), names.read()
    found = wanted = right = 0
    for document in _documents(data):
        page = settle_tags([parser.parse_words(gold.words) for gold in document], lexicon)
        for gold, tokens in zip(document, page, strict=True):
            own = {(r.first, r.end, TYPES[r.kind]) for r in find_runs(0, tokens) if r.kind in TYPES}
            own = {n for n in own if n in gold.names or gold.open.isdisjoint(range(n[0], n[1]))}
            found, wanted, right = found + len(own), wanted + len(gold.names), right + len(own & gold.names)
    return {"precision": right / max(found, 1), "recall": right / max(wanted, 1), "f1": 2 * right / max(found + wanted, 1)}


def _documents(data: Path | None) -> Iterator[list[Gold]]:
    if data is None:
        raise SystemExit("this benchmark needs --data: a folder of CoNLL-2003, WikiGold or re3d")
    if data.is_dir() and any(data.rglob("entities.json")):
        return ([_re3d(words, phrases) for words, phrases in d] for d in read_documents(data, lambda s, d: not trains(s, d)))
    if data.is_file():
        return _columns(data)
    texts = sorted(p for p in data.rglob("*") if p.suffix in (".txt", ".conll", ".bio") and _has_columns(p))
    chosen = [p for p in texts if p.name == "test.txt"] or texts
    if not chosen:
        raise SystemExit(f"{data}: neither a file of words and tags nor entities.json below this folder")
    return _columns(chosen[0])


def _has_columns(file: Path) -> bool:
    """Is it a file with one word and its tag on a line?"""
    head = file.read_text(encoding="utf-8", errors="replace").split("\n")[:200]
    lines = [line.split() for line in head if line.strip()]
    return bool(lines) and all(len(cells) > 1 and (cells[-1][:2] in ("B-", "I-") or cells[-1] == "O") for cells in lines)


def _columns(file: Path) -> Iterator[list[Gold]]:
    """Documents of a file with one word a line; without marks of documents it is one."""
    document: list[Gold] = []
    rows: list[list[str]] = []
    for line in [*file.read_text(encoding="utf-8").split("\n"), "", "-DOCSTART-"]:
        cells = line.split()
        if len(cells) > 1 and cells[0] != "-DOCSTART-":
            rows.append(cells)
        elif rows:
            names = {(a, b, TYPES[k]) for a, b, k in find_entities([r[-1] for r in rows]) if k in TYPES}
            document.append(Gold(words=[r[0] for r in rows], names=names))
            rows = []
        if cells and cells[0] == "-DOCSTART-" and document:
            yield document
            document = []


def _re3d(words: Sequence[str], phrases: Sequence[Phrase]) -> Gold:
    names: Names = set()
    marked = {k for p in phrases if p.kind in ("Person", "Organisation", "Location") for k in p.at}
    for phrase in phrases:
        for at, kinds in names_of(words, phrase):
            kind = TYPES.get(kinds.split("|")[0])
            if kind and not any(k in range(start, end) for start, end, _ in names for k in at):
                names.add((at[0], at[-1] + 1, kind))
    return Gold(words=words, names=names, open=marked)

"""Named entities against CoNLL-2003, WikiGold or re3d: exact spans and types, in the types that both sides know.

PER, ORG and LOC count; GPE is counted as LOC, and NORP, EVENT and the set's other types (MISC) on neither side. CoNLL-2003 and
WikiGold are read on their own words. Of re3d, only names are asked for (it marks pronouns and descriptions too: a marked phrase
counts where each of its words begins with a capital or a digit, articles, titles and linking words apart), and only in
documents that did not train the parser. What the parser finds inside a marked phrase that is no plain name ("Daesh tactical
unit") counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from training.re3d import find_names as names_of
from training.re3d import read_phrases, trains

TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}

Names = set[tuple[int, int, str]]  # first word, behind the last, type


def run(data: Path | None) -> dict[str, float]:
    """Precision, recall and F1 over exact (span, type).

    Args:
        data: a folder of CoNLL-2003 (its test.txt is read), WikiGold or re3d, or one file of the first two.
    """
    from parley.language.parser import Parser

    parser = Parser()
    found = wanted = right = 0
    for words, gold, open_words in _sentences(data):
        names = find_names([t.entity for t in parser.parse_words(words)])
        names = {n for n in names if n in gold or not open_words.intersection(range(n[0], n[1]))}
        found, wanted, right = found + len(names), wanted + len(gold), right + len(names & gold)
    return {"precision": right / found, "recall": right / wanted, "f1": 2 * right / (found + wanted)}


def find_names(tags: Sequence[str]) -> Names:
    """The entities of IOB1 or IOB2 tags, in the three types."""
    names: Names = set()
    start = 0
    for k in range(1, len(tags) + 1):
        before, here = tags[k - 1], tags[k] if k < len(tags) else "O"
        if here == "O" or here.startswith("B-") or here[2:] != before[2:]:
            if before[2:] in TYPES:
                names.add((start, k, TYPES[before[2:]]))
            start = k
    return names


def _sentences(data: Path | None) -> Iterator[tuple[list[str], Names, set[int]]]:
    """Words, names, and the words about whose names the set says nothing."""
    if data is None:
        raise SystemExit("this benchmark needs --data: a folder of CoNLL-2003, WikiGold or re3d")
    if data.is_dir() and any(data.rglob("entities.json")):
        return _re3d(data)
    files = [data] if data.is_file() else [*sorted(data.rglob("test.txt")), *sorted(data.rglob("wikigold.conll.txt"))]
    return _columns(files[0])


def _columns(file: Path) -> Iterator[tuple[list[str], Names, set[int]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*file.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) > 1 and cells[0] != "-DOCSTART-":
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            yield words, find_names(tags), set()
            words, tags = [], []


def _re3d(folder: Path) -> Iterator[tuple[list[str], Names, set[int]]]:
    for words, phrases in read_phrases(folder, lambda source, document: not trains(source, document)):
        gold: Names = set()
        marked = {k for p in phrases if p.kind in ("Person", "Organisation", "Location") for k in p.at}
        for phrase in phrases:
            for at, kinds in names_of(words, phrase):
                kind = TYPES.get(kinds.split("|")[0])
                if kind and not any(k in range(start, end) for start, end, _ in gold for k in at):
                    gold.add((at[0], at[-1] + 1, kind))
        yield words, gold, marked

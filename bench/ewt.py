"""Parts of speech, heads and relations against a treebank, on its own words.

UAS and LAS as in the CoNLL 2018 shared task: all words count, punctuation included; relations without their subtypes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def run(data: Path | None) -> dict[str, float]:
    """Shares of words with the right part of speech, the right head, and the right head and relation.

    Args:
        data: a .conllu file, or a folder that holds one whose name ends with "-test.conllu".
    """
    from parley.language.parser import Parser

    parser = Parser()
    words = upos = uas = las = 0
    for rows in _sentences(_file(data)):
        for row, token in zip(rows, parser.parse_words([r[1] for r in rows]), strict=True):
            good = token.head == int(row[6]) - 1
            words += 1
            upos += token.upos == row[3]
            uas += good
            las += good and token.rel.split(":")[0] == row[7].split(":")[0]
    return {"upos": upos / words, "uas": uas / words, "las": las / words}


def _file(data: Path | None) -> Path:
    if data is None:
        raise SystemExit("this benchmark needs --data: a .conllu file")
    return data if data.is_file() else sorted(data.glob("*-test.conllu"))[0]


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    """The ten cells of each word, sentence by sentence, without multiword tokens and empty nodes."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split("\t")
        if cells[0].isdigit():
            rows.append(cells)
        elif not line and rows:
            yield rows
            rows = []

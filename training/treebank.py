"""Sentences of a CoNLL-U file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

TRAINING = ("ud_english_ewt/en_ewt-ud-train.reassembled.conllu", "ud_english_gum/en_gum-ccby-train.conllu")
DEV = "ud_english_ewt/en_ewt-ud-dev.conllu"


def read_rows(path: Path) -> Iterator[list[list[str]]]:
    """The ten cells of each word, sentence by sentence, without multiword tokens and empty nodes."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line and rows:
            yield rows
            rows = []

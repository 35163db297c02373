"""Writes sizes and checksums of the shipped files into the models' cards: `python -m training.cards`."""

from __future__ import annotations

import hashlib
import re

from parley.language.pieces import WEIGHTS

_ROW = re.compile(r"^\| `([\w.]+)` \| \d+ \| `[0-9a-f]*` \|$", re.MULTILINE)


def main() -> None:
    for card in sorted(WEIGHTS.glob("*.md")):
        card.write_text(_ROW.sub(_row, card.read_text(encoding="utf-8")), encoding="utf-8")


def _row(match: re.Match[str]) -> str:
    data = (WEIGHTS / match[1]).read_bytes()
    return f"| `{match[1]}` | {len(data)} | `{hashlib.sha256(data).hexdigest()}` |"


if __name__ == "__main__":
    main()

"""What the names in data/names.yaml say about a run of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data"


@cache
def names(key: str) -> tuple[str, ...]:
    """The names under one key of names.yaml."""
    lists = yaml.safe_load((DATA / "names.yaml").read_text(encoding="utf-8"))
    return tuple(name.strip() for name in lists[key].split(",") if name.strip())


@cache
def low(key: str) -> frozenset[str]:
    """The same in lower case."""
    return frozenset(name.lower() for name in names(key))


def is_norp(word: str) -> bool:
    return word[:1].isupper() and word.replace("’", "'").lower() in low("norp")


def place_kinds(words: Sequence[str]) -> str:
    """ "GPE", "LOC" or both, for the words of a place whose source does not tell them apart."""
    name = " ".join(words).lower().removeprefix("the ")
    if any(name in low(key) for key in ("countries", "cities", "areas")):
        return "GPE"
    if name in low("regions") or low("loc_words") & set(name.split()):
        return "LOC"
    return "GPE|LOC"


def other_kinds(words: Sequence[str]) -> str | None:
    """NORP or EVENT for a name of a mixed class (MISC), where the lists say so."""
    if len(words) == 1 and is_norp(words[0]):
        return "NORP"
    return "EVENT" if words[-1].lower() in low("event_words") else None


def without_titles(words: Sequence[str]) -> int:
    """How many words at the beginning of a person's name are titles or no name at all."""
    at = 0
    for k, word in enumerate(words[:-1]):
        if word.lower() in low("titles") or not word[:1].isupper() or is_norp(word) or word in ("U.S.", "US", "UK", "UN"):
            at = k + 1
        else:
            break
    return at

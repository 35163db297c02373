"""One training sentence, as every source gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

KINDS = ("PER", "ORG", "GPE", "LOC", "NORP", "EVENT")
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
ANY = "|".join(TAGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence; what its source does not say is None.

    Attributes:
        heads: index of each word's head, -1 for the root.
        tags: for each word the tags that its source allows, joined by "|": sources differ in what they tell apart.
    """

    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    rels: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None


def write_tags(tags: list[str], at: Sequence[int], kinds: str) -> None:
    """Marks the words `at` as one entity of one of the kinds ("GPE|LOC")."""
    for n, k in enumerate(at):
        tags[k] = "|".join(f"{'I' if n else 'B'}-{kind}" for kind in kinds.split("|"))

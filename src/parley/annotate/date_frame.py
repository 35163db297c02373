"""What a time expression is resolved by: the words that matched, the day of publication, the tense, an earlier date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.lexicon import Lexicon
from parley.lexicon.dates import Direction

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["absolute", "publication", "sentence", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The circumstances of one time expression.

    Attributes:
        rule: id of the rule that matched.
        groups: what the rule's named groups matched, in lower case; "" for a group without match; "whole" is the extent.
        today: day of publication; None if it is not known.
        anchor: the last day, month or year named before in the page, as EDTF.
        quarter: the quarter that the page last reported on, as EDTF.
        direction: where the tense places it.
    """

    rule: str
    groups: Mapping[str, str]
    today: date | None
    anchor: str | None
    quarter: str | None
    direction: Direction
    lexicon: Lexicon

    def get(self, *names: str) -> str:
        """The first of these groups that matched, its blanks made single."""
        return next((" ".join(g.split()) for n in names if (g := self.groups.get(n, ""))), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The value of a time expression, as in TimeRef."""

    value: str | None
    type: Type = "DATE"
    basis: Basis = "absolute"
    direction: Direction = "unknown"


def unresolved(direction: Direction = "unknown", kind: Type = "DATE") -> Resolved:
    """A time expression whose value cannot be said."""
    return Resolved(value=None, type=kind, basis="none", direction=direction)


def side(which: str) -> int:
    """-1 for "last" and its like, 1 for "next", 0 for "this", "that" and nothing."""
    word = which.split()[-1] if which else ""
    if word in ("last", "past", "previous", "preceding", "prior", "recent"):
        return -1
    return 1 if word in ("next", "coming", "following") else 0

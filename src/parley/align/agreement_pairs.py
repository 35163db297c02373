"""The agreement of any two statements of a story, worked out when it is asked for and once only."""

from __future__ import annotations

from parley.align.agreement import Agreement, agree
from parley.align.agreement_fields import Said, fields_of
from parley.align.claim_units import Unit
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Cast


class Agreements:
    """Answers how two statements lie to each other, by their indices in `units`."""

    def __init__(self, pages: tuple[Page, ...], units: tuple[Unit, ...], cast: Cast, lexicon: Lexicon) -> None:
        self._pages, self._units, self._cast, self._lexicon = pages, units, cast, lexicon
        self._said: dict[int, Said | None] = {}
        self._found: dict[tuple[int, int], Agreement | None] = {}

    def of(self, i: int, j: int) -> Agreement | None:
        """How the first lies to the second; None where one of them has no predicate."""
        if (i, j) not in self._found:
            left, right = self._fields(i), self._fields(j)
            self._found[i, j] = agree(left, right) if left and right else None
        return self._found[i, j]

    def _fields(self, i: int) -> Said | None:
        if i not in self._said:
            unit = self._units[i]
            self._said[i] = fields_of(self._pages[unit.page], unit, self._cast, self._lexicon)
        return self._said[i]

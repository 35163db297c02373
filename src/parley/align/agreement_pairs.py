"""The agreement of any two statements of a story, worked out when it is asked for and once only."""

from __future__ import annotations

from parley.align.agreement import Agreement, agree
from parley.align.agreement_fields import Said, fields_of
from parley.align.claim_units import Unit
from parley.lexicon import Lexicon
from parley.model.marks import Page
from parley.model.records import Cast
from parley.model.types import Infer


class Agreements:
    """Answers how two statements lie to each other, by their indices in `units`."""

    def __init__(self, pages: tuple[Page, ...], units: tuple[Unit, ...], cast: Cast, infer: Infer, lexicon: Lexicon) -> None:
        self._pages, self._units, self._cast, self._infer, self._lexicon = pages, units, cast, infer, lexicon
        self._said: dict[int, Said | None] = {}
        self._found: dict[tuple[int, int], Agreement | None] = {}

    def of(self, i: int, j: int) -> Agreement | None:
        """How the first lies to the second; None where one of them has no predicate."""
        if (i, j) not in self._found:
            self._found[i, j] = self._agreement(i, j)
        return self._found[i, j]

    def _agreement(self, i: int, j: int) -> Agreement | None:
        """The model is asked only where the fields are opposed: few pairs of a story, and a reading takes some milliseconds."""
        left, right = self._fields(i), self._fields(j)
        if left is None or right is None:
            return None
        found = agree(left, right)
        if found.relation != "contradicts":
            return found
        there, back = self._infer(left.text, right.text), self._infer(right.text, left.text)
        return agree(left, right, max(there.contradicts, back.contradicts))

    def _fields(self, i: int) -> Said | None:
        if i not in self._said:
            unit = self._units[i]
            self._said[i] = fields_of(self._pages[unit.page], unit, self._cast, self._lexicon)
        return self._said[i]

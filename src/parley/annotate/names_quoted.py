"""Which parts of a page stand between quotation marks: there other people are talked of by other words."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.text import Document

OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What stands in quotation marks.

    Attributes:
        inside: positions of the document's text.
        between: for each sentence how many sentences before it are not wholly quoted.
    """

    inside: frozenset[int]
    between: tuple[int, ...]

    def distance(self, earlier: int, later: int) -> int:
        """How many steps the writer's own voice takes from one sentence to another."""
        return self.between[later] - self.between[earlier]


def find_quoted(document: Document) -> Quoted:
    """The quoted positions; a mark that is never closed ends with its paragraph."""
    inside: set[int] = set()
    between, count, open_, paragraph = [], 0, False, -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, open_ = sentence.paragraph, False
        letters = []
        for at in range(sentence.span.start, sentence.span.end):
            char = document.text[at]
            if char in OPENING or char in CLOSING or char == STRAIGHT:
                open_ = char in OPENING or (char == STRAIGHT and not open_)
            elif open_:
                inside.add(at)
            if char.isalnum():
                letters.append(open_)
        between.append(count)
        count += not (letters and all(letters))
    return Quoted(inside=frozenset(inside), between=tuple(between))

"""Single quotation marks: told from apostrophes by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.model.text import Span

OPENING = re.compile(r"(?<![\w.,;:!?)\]’'])(?:[‘‚‹]|')(?=[\w\[“\"…$€£])")
CLOSING = re.compile(r"(?<=[\w.,;:!?)\]”\"…%])[’›'](?!\w)")
ELISION = re.compile(r"[‘'](?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)
POSSESSIVE = re.compile(r"s[’'] (?=[a-z])")


def single_marked(text: str, paragraph: Span, taken: Sequence[Span]) -> list[tuple[Span, Span]]:
    """(words inside, words with the marks) of the single-marked stretches of a paragraph, in order.

    Args:
        taken: stretches in double marks; a single mark inside them is one within a quotation, or an apostrophe.

    A mark that no other closes in the paragraph is an apostrophe. Of "the leaders’ talks" inside a quotation the apostrophe
    closes nothing if another mark follows before the next one opens.
    """
    found: list[tuple[Span, Span]] = []
    at = paragraph.start
    while (opening := OPENING.search(text, at, paragraph.end)) is not None:
        at = opening.end()
        if ELISION.match(text, opening.start()) or any(t.start <= opening.start() < t.end for t in taken):
            continue
        end = _closing(text, opening, paragraph.end, taken)
        if end is None:
            continue
        found.append((Span(start=opening.end(), end=end), Span(start=opening.start(), end=end + 1)))
        at = end + 1
    return found


def _closing(text: str, opening: re.Match[str], limit: int, taken: Sequence[Span]) -> int | None:
    following = OPENING.search(text, opening.end(), limit)
    stop = following.start() if following else limit
    marks = [m.start() for m in CLOSING.finditer(text, opening.end(), stop)]
    marks = [m for m in marks if not any(t.start <= m < t.end for t in taken)]
    sure = [m for m in marks if not POSSESSIVE.match(text, m - 1)]
    curly = opening.group() != "'"
    marks = [m for m in sure or marks if not curly or text[m] != "'"] or (sure or marks)
    return marks[0] if marks else None

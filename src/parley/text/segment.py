"""Blocks into sentences. A sentence never crosses a block; closing marks stay with the sentence that they close."""

from __future__ import annotations

import re

from parley.model.text import Block, Role, Sentence, Span

READ: frozenset[Role] = frozenset({"title", "standfirst", "body"})
END = re.compile(r"(?:\.{1,3}|[!?…]+)[\"”’'»)\]]*(?=\s|$)")
CLOSERS = "\"”’'»)]"
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|Inc|Ltd|Co|Corp|No|Nos|Art|vs|cf|"
    r"approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])$"
)
OPENER = re.compile(r"\s+[\"“‘'«(\[]*[A-Z0-9]")
STARTER = re.compile(
    r"\s+[\"“‘«(\[]*(?:The|A|An|He|She|It|They|But|And|In|On|At|This|That|We|I|His|Her|Its|However|Meanwhile|After)\b"
)


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of titles, standfirsts and body, in the order of the text, without tokens.

    Each block counts as a paragraph of its own, but for a body block that goes on behind a dateline.
    """
    found: list[Sentence] = []
    paragraph = 0
    for block in blocks:
        if block.role in READ:
            found += [Sentence(span=s, role=block.role, paragraph=paragraph) for s in split_sentences(text, block.span)]
            paragraph += 1
    return tuple(found)


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the sentences inside `span`, without white space at their ends.

    >>> text = 'Mr. Sol left. "Come back!" he was told. It was 6.30 p.m. on Friday.'
    >>> [s.of(text) for s in split_sentences(text, Span(start=0, end=len(text)))]
    ['Mr. Sol left.', '"Come back!" he was told.', 'It was 6.30 p.m. on Friday.']
    """
    found, start = [], span.start
    for match in END.finditer(text, span.start, span.end):
        if match.end() < span.end and _ends(text, start, match):
            found.append(_trimmed(text, start, match.end()))
            start = match.end()
    found.append(_trimmed(text, start, span.end))
    return tuple(s for s in found if s is not None)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Does a sentence end here: a capital or a number follows, and the stop belongs to no abbreviation?"""
    if not OPENER.match(text, match.end()):
        return False
    if match[0].startswith(".") and match[0][-1] not in CLOSERS and ABBREVIATION.search(text, start, match.start()):
        return bool(STARTER.match(text, match.end())) and not re.search(r"\b[A-Z][a-z]+$", text[start : match.start()])
    return True


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start=start + lead, end=start + len(words.rstrip())) if words.strip() else None

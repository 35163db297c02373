"""Blocks into sentences. A sentence never crosses a block; closing marks stay with the sentence that they close."""

from __future__ import annotations

import re

from parley.lexicon import load
from parley.lexicon.outlets import Abbreviations
from parley.model.text import Block, Role, Sentence, Span

READ: frozenset[Role] = frozenset({"title", "standfirst", "body"})
CLOSERS = "\"”’'»)]"
END = re.compile(rf"(?:\.{{1,4}}|[!?…]+)[{re.escape(CLOSERS)}]*(?=\s|$|[“«])|(?<=[a-z]{{3}})[.!?][”\"]?(?=[A-Z][a-z]*\s)")
OPENER = re.compile(r"\s*(?:[-–—•*]\s+)?[\"“‘'«(\[]*(?:[A-ZÀ-Þ0-9]|(?:al|el|an|as|at|ash|bin|de|van)[- ][A-Z])")
STARTER = re.compile(
    r"\s*[\"“‘«(\[]*(?:The|An?|He|She|It|They|But|And|In|On|At|This|That|These|Those|We|I|You|His|Her|Its|Their|However|Meanwhile|"
    r"After|Before|When|While|If|As|For|Both|Some|Many|Most|No|Not|Now|So|There|To|What|With|Earlier|Later|Since|Under|Officials)\b"
)
SPEAKER = re.compile(
    r"\s+(?:(?:the|[A-Z][\w.'’-]*)\s+){1,5}(?:said|says|asked|asks|told|added|wrote|replied|demanded|shouted|cried|warned|tweeted)\b"
)
LOOKBACK = 16  # characters before a stop in which an abbreviation begins


def find_sentences(text: str, blocks: tuple[Block, ...], abbreviations: Abbreviations | None = None) -> tuple[Sentence, ...]:
    """The sentences of titles, standfirsts and body, in the order of the text, without tokens; each block is a paragraph.

    Args:
        abbreviations: those of the shipped lexicon where none are given.
    """
    abbreviations = abbreviations or load().outlets.abbreviations
    found: list[Sentence] = []
    for paragraph, block in enumerate(b for b in blocks if b.role in READ):
        spans = split_sentences(text, block.span, abbreviations)
        found += [Sentence(span=s, role=block.role, paragraph=paragraph) for s in spans]
    return tuple(found)


def split_sentences(text: str, span: Span, abbreviations: Abbreviations) -> tuple[Span, ...]:
    """Spans of the sentences inside `span`, without white space at their ends.

    A sentence inside a quotation is a sentence of its own. A stop without a blank behind it ends one only between a word in
    lower case and one that begins sentences.
    """
    found, start = [], span.start
    for match in END.finditer(text, span.start, span.end):
        if match.end() < span.end and _ends(text, start, match, abbreviations):
            found.append(_trimmed(text, start, match.end()))
            start = match.end()
    found.append(_trimmed(text, start, span.end))
    return tuple(s for s in found if s is not None)


def _ends(text: str, start: int, match: re.Match[str], abbreviations: Abbreviations) -> bool:
    """Does a sentence end here: one can begin behind it, and the stop belongs to no abbreviation, number or question put?"""
    after = match.end()
    if not OPENER.match(text, after):
        return False
    if not text[after].isspace() and text[after] not in "“«":
        return bool(STARTER.match(text, after))
    if match[0][-1] in "\"”’'»" and match[0][0] in "!?":
        return not SPEAKER.match(text, after)
    if match[0] != "." and match[0] != ".)":
        return True
    before = text[max(start, match.start() - LOOKBACK) : match.start()]
    if abbreviations.never.search(before) or before.strip().isdigit():
        return False
    return not abbreviations.maybe.search(before) or bool(STARTER.match(text, after))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start=start + lead, end=start + len(words.rstrip())) if words.strip() else None

"""The words of a sentence as names are compared by: with their plain form and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.names import plain
from parley.model.text import Document, Span, Token

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`](?![sS]\b)[^\W_]+)*")
_OWNER = re.compile(r"['’`ʼ](?:s\b|(?<=s['’`ʼ])(?!\w))", re.IGNORECASE)
_JOINED = re.compile(r"[\s\u200b]*[-‐‑–]?[\s\u200b]*")
_OPEN = re.compile(r"[\s\u200b]*\([\s\u200b]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word.

    Attributes:
        gap: the characters between the word before (without its possessive ending) and this one.
        ending: the possessive ending that follows, or empty.
        token: the parser's token at its start; None where the document was not parsed.
        index: of that token in its sentence; -1 without.
    """

    span: Span
    text: str
    norm: str
    gap: str
    ending: str
    token: Token | None
    index: int

    @property
    def owns(self) -> bool:
        """Does a possessive ending follow?"""
        return bool(self.ending)

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Do only blanks, or a hyphen, part it from the word before?"""
        return bool(_JOINED.fullmatch(self.gap))

    @property
    def bracketed(self) -> bool:
        """Does an opening bracket stand before it?"""
        return bool(_OPEN.fullmatch(self.gap))

    @property
    def upos(self) -> str:
        """The part of speech; empty where it is unknown."""
        return self.token.upos if self.token else ""

    @property
    def tag(self) -> str:
        """PER, ORG, GPE, LOC, NORP, EVENT, or empty."""
        return self.token.entity[2:] if self.token and self.token.entity != "O" else ""


def words_of(document: Document, sentence: int) -> tuple[Word, ...]:
    """The words of one sentence, in positions of the document's text."""
    whole = document.sentences[sentence]
    text = document.text[whole.span.start : whole.span.end]
    tokens = {c: (k, t) for k, t in enumerate(whole.tokens) for c in range(t.span.start, t.span.end)}
    found, end = [], 0
    for match in _WORD.finditer(text):
        if match.start() < end:
            continue  # the s of a possessive ending
        owner = _OWNER.match(text, match.end())
        start = whole.span.start + match.start()
        index, token = tokens.get(start, (-1, None))
        found.append(
            Word(
                span=Span(start=start, end=whole.span.start + match.end()),
                text=match.group(),
                norm=plain(match.group()),
                gap=text[end : match.start()],
                ending=owner.group() if owner else "",
                token=token,
                index=index,
            )
        )
        end = owner.end() if owner else match.end()
    return tuple(found)


def span_of(words: tuple[Word, ...], first: int, last: int) -> Span:
    """The span from one word to another, both inside."""
    return Span(start=words[first].span.start, end=words[last].span.end)


def is_title_case(words: tuple[Word, ...]) -> bool:
    """Are most of the longer words capitalised, so that a capital tells nothing?"""
    long = [w for w in words if len(w.text) > 3]
    return len(long) > 3 and sum(w.capital for w in long) >= 0.7 * len(long)

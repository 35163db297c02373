"""Who gives a number, by a light look at its sentence: the subject of a speech verb, or the name behind "according to".

Quotations are marked after quantities; `align.figures` refines this with them.
"""

from __future__ import annotations

from parley.lexicon import Lexicon
from parley.model.marks import Marks
from parley.model.text import Sentence, Span, Token

REPORTING = frozenset({"clause", "quote"})  # who says something hands numbers over; who pledges or denies it does not


def find_voices(sentence: Sentence, marks: Marks, lexicon: Lexicon) -> tuple[str, ...]:
    """Entity ids of those to whom the sentence gives its words; empty where it gives them to nobody that is named."""
    tokens = sentence.tokens
    words = [t.text.lower() for t in tokens]
    for i, token in enumerate(tokens):
        size = lexicon.speech.phrase_at(words, i)
        if size and i + size < len(tokens):
            return _entity_at(tokens[i + size].span, marks, reach=12)
        verb = lexicon.speech.verb_at(words, i) if token.upos == "VERB" else None
        if verb is not None and verb.verb.report == "speech" and verb.verb.frames >= REPORTING:
            return _subject(tokens, i, marks)
    return ()


def _subject(tokens: tuple[Token, ...], verb: int, marks: Marks) -> tuple[str, ...]:
    for token in tokens:
        if token.head == verb and token.rel.startswith("nsubj"):
            return _entity_at(token.span, marks, reach=0)
    return ()


def _entity_at(span: Span, marks: Marks, reach: int) -> tuple[str, ...]:
    """The entity whose mention covers the word, or begins at most `reach` characters behind it."""
    for mention in marks.mentions:
        if mention.span.meets(span) or span.start <= mention.span.start <= span.end + reach:
            return (mention.entity,)
    return ()

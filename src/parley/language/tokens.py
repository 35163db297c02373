"""A sentence's words, cut as the English Web Treebank cuts them.

Clitics stand apart ("do n't", "Lavrov 's"), so do the parts of a hyphenated word ("US - led", "al - Assad", "Geneva - 2"),
but not a bound prefix ("anti-war", "co-founder"). Numbers, abbreviations, addresses and initials stay whole. Straight and
curly quotation marks are treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model.text import Span

# White space, and zero-width marks: copied text is full of them, and they are no part of a word.
_BLANK = r"\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad"
_LETTER = r"[^\W\d_]"
_MARKS = r"\u0300-\u036f"  # accents that stand apart from their letter

# The treebank leaves these prefixes on their word; every other hyphen is a token of its own.
_PREFIX = "anti|arch|co|counter|e|ex|inter|mid|mini|multi|neo|non|over|post|pre|pro|quasi|re|semi|socio|sub|trans|ultra|un"
# Abbreviations whose full stop belongs to them, also before a capital.
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|Gov|Sen|Rep|Reps|Sens|Rev|Hon|St|Ft|Mt|Jr|Sr|Inc|Ltd|Corp|Co|Bros"
    "|vs|etc|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ave|Blvd|Rd|al|Vol|Messrs|Mme|Mlle|Ph[.]D|M[.]Sc"
)
_UNITS = "am|pm|bn|mn|tn|m|km|kg|mm|cm|mph|kph|hrs"

_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^{_BLANK}<>"“”]*[^{_BLANK}<>"“”.,;:!?)'’\]]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | [@\#]\w+
    | \w+(?:\.\w+)*\.(?:com|org|net|gov|edu|info)\b
    | (?:{_LETTER}\.){{2,}}(?:{_LETTER}(?![\w.]))?        # U.S.  U.S.A
    | {_LETTER}\.{_LETTER}(?!\w)                          # U.S
    | \b(?:{_ABBREVIATIONS})\.(?!\w)
    | \bNos?\.(?=[{_BLANK}]*\d)
    | \b[A-Z]\.(?=[{_BLANK}]*[A-Z])                       # initials
    | ['’]\d0s\b
    | \d+(?:-\d+){{2,}}                                   # 2014-01-22
    | \d+(?:[.,:/]\d+)*(?=(?:{_UNITS})\b)                 # 5 pm  6.5 bn
    | \d+(?:[.,:/]\d+)*\w*(?:['’]s\b)?                    # 130,000  13th  60's
    | [A-Z]{{1,3}}\$
    | [A-Z]+&[A-Z]+\b
    | (?i:{_PREFIX})-(?={_LETTER})[\w{_MARKS}]+(?:['’][\w{_MARKS}]+)*
    | \w[\w{_MARKS}]*(?:['’][\w{_MARKS}]+)*
    | \.{{2,}} | -{{2,}} | ([!?*=_~—–])\1+ | [^{_BLANK}]
    """,
    re.VERBOSE,
)

_CLITIC = re.compile(r"(?i).+?(?=(?:n['’]t|(?<!\d)['’](?:s|re|ve|ll|d|m))$)", re.DOTALL)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def find_words(sentence: str) -> tuple[Span, ...]:
    """Spans of the sentence's words, in its own coordinates (code points from its start).

    They are in order, do not overlap and cover everything but white space and zero-width marks.

    >>> [s.of("Lavrov’s US-led talks") for s in find_words("Lavrov’s US-led talks")]
    ['Lavrov', '’s', 'US', '-', 'led', 'talks']

    Source: UD English EWT's own segmentation, from which the prefixes and clitics were read off.
    """
    return tuple(
        Span(start=start, end=end)
        for token in _TOKEN.finditer(sentence)
        for start, end in _without_clitic(sentence, token.start(), token.end())
    )


def _without_clitic(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    word = sentence[start:end]
    clitic = _CLITIC.match(word)
    cut = clitic.end() if clitic else _FUSED.get(word.lower(), 0)
    if cut:
        yield start, start + cut
    yield start + cut, end

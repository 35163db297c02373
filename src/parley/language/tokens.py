"""Words of a sentence as the English treebanks count them, with exact positions."""

from __future__ import annotations

import re

from parley.model.text import Span

APOSTROPHE = "['’ʼ]"
ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|vs|etc|Inc|Ltd|Corp|Co|No|Nos|Art|approx|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
)
WORD = re.compile(
    rf"""
    (?:[A-Za-z]\.){{2,}}                                  # U.S.  a.m.
  | (?:{ABBREVIATIONS})\.(?=\s)                           # Gen.  Jan.
  | \d+(?:[.,:]\d+)+ | \d+(?:st|nd|rd|th|s)?\b            # 130,000  6.5  13th
  | https?://\S+ | [\w.+-]+@[\w-]+\.\w[\w.]*              # addresses
  | \.{{2,}} | …                                          # ellipses
  | --+ | [—–]                                            # dashes
  | (?:can)(?=not\b)                                      # can not
  | [^\W\d_]+?(?=n{APOSTROPHE}t\b)                        # do n't
  | n{APOSTROPHE}t\b
  | {APOSTROPHE}(?:s|m|re|ve|ll|d)\b                      # 's 're
  | [^\W\d_]{APOSTROPHE}[^\W\d_]{{3,}}                    # O'Brien  d'Ivoire
  | [^\W_]+ | _+ | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of `text`, in order, disjoint, covering every character that is no white space.

    Clitics stand apart ("do", "n't"; "Lavrov", "’s"), hyphens too, as in UD English.

    >>> [s.of("Lavrov’s two-day talks don't end.") for s in find_words("Lavrov’s two-day talks don't end.")]
    ['Lavrov', '’s', 'two', '-', 'day', 'talks', 'do', "n't", 'end', '.']
    """
    return tuple(Span(start=m.start(), end=m.end()) for m in WORD.finditer(text))

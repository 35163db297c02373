"""How claims are worded and labelled: `data/lang/en/wording.yaml` and `data/lang/en/labels.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.reader import Entry, entries, read_yaml, words

FILE = "lang/en/wording.yaml"
LABELS = "lang/en/labels.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFamily:
    """Words that name the same thing with more or less judgement; lower case."""

    id: str
    topic: str
    neutral: frozenset[str]
    loaded: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a sentence must not begin with, or lean on, if it is to stand alone.

    Attributes:
        opener: matches connecting words at the start of a sentence, with the comma behind them.
        aside: matches the same words between commas.
        dangling: single words that point out of the sentence; phrases: the same in several words.
        deictic: matches words for a day that is another day in every article.
        writer: words of the first and second person.
        small: words that carry no meaning of their own.
    """

    opener: re.Pattern[str]
    aside: re.Pattern[str]
    dangling: frozenset[str]
    phrases: tuple[str, ...]
    deictic: re.Pattern[str]
    writer: frozenset[str]
    small: frozenset[str]
    labels: tuple[LabelFamily, ...]


def read() -> Claims:
    """Reads the data file.

    Raises:
        LexiconError: the file breaks its own rules.
    """
    data = read_yaml(FILE)
    openers = _all(entries(data, "openers", FILE))
    dangling = _all(entries(data, "dangling", FILE))
    either = "|".join(re.escape(w) for w in sorted(openers, key=lambda w: (-len(w), w)))
    simple = "|".join(w for w in ("but", "and", "so", "yet", "now", "then", "however", "meanwhile"))
    return Claims(
        opener=re.compile(rf"(?:(?:{either}),\s+|(?:{simple})\s+)", re.IGNORECASE),
        aside=re.compile(rf",\s+(?:{either})(?=,)", re.IGNORECASE),
        deictic=re.compile(rf"\b(?:{'|'.join(map(re.escape, _all(entries(data, 'deictic', FILE))))})\b", re.IGNORECASE),
        dangling=frozenset(w for w in dangling if " " not in w),
        phrases=tuple(w for w in dangling if " " in w),
        writer=frozenset(_all(entries(data, "writer", FILE))),
        small=frozenset(_all(entries(data, "small", FILE))),
        labels=tuple(map(_family, entries(read_yaml(LABELS), "families", LABELS))),
    )


def _family(entry: Entry) -> LabelFamily:
    neutral, loaded = words(entry, "neutral"), words(entry, "loaded")
    either = "|".join(re.escape(w) for w in sorted({*neutral, *loaded}, key=lambda w: (-len(w), w)))
    return LabelFamily(
        id=str(entry["id"]),
        topic=str(entry["topic"]),
        neutral=frozenset(neutral),
        loaded=frozenset(loaded),
        pattern=re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE),
    )


def _all(rules: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(w for rule in rules for w in words(rule, "words"))

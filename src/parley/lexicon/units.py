"""Units, classes of what news counts, and what befell it (`data/units.yaml`), with the numbers themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from parley.lexicon import numbers
from parley.lexicon.reader import Entry, entries, read_yaml, words

FILE = "units.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Knowledge about units; words in lower case.

    Attributes:
        numbers: the numbers themselves.
        currencies: sign or word with its code; measures: word with its unit ("kilometres": "km"); times: "days": "day".
        classes: noun with its class ("troops": "people").
        verbs, nouns: what shows an outcome ("kill", "dead") with its label ("killed").
        outcomes: all labels.
        parts: noun with the sub-group that it names ("minors": "children").
        scopes: noun with what it makes a number one of ("conflict": "war", "raid": "event").
        lasting: verbs whose length of time matters ("delay").
        quantity: finds a number with its hedge, sign and unit; groups hedge, between, sign, low, high, loose, unit.
    """

    numbers: numbers.Numbers
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    times: Mapping[str, str]
    classes: Mapping[str, str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    outcomes: frozenset[str]
    parts: Mapping[str, str]
    scopes: Mapping[str, str]
    lasting: frozenset[str]
    quantity: re.Pattern[str]

    def unit_of(self, word: str) -> str | None:
        """The code of a currency, measure or unit of time; None for any other word."""
        key = " ".join(word.lower().replace("-", " ").split())
        return self.currencies.get(key) or self.measures.get(key) or self.times.get(key)


def read() -> Units:
    """Reads the data files.

    Raises:
        LexiconError: a file breaks its own rules.
    """
    data, known = read_yaml(FILE), numbers.read()
    currencies, measures, times = (_by_word(data, key, "words") for key in ("currencies", "measures", "times"))
    outcomes = {str(e["id"]): words(e, "words")[0] for e in entries(data, "outcomes", FILE)}
    return Units(
        numbers=known,
        currencies=currencies,
        measures=measures,
        times=times,
        classes=_by_word(data, "classes", "words"),
        verbs=_by_word(data, "outcomes", "verbs"),
        nouns=_by_word(data, "outcomes", "nouns"),
        outcomes=frozenset(outcomes.values()),
        parts=_by_word(data, "parts", "words"),
        scopes=_by_word(data, "scopes", "words"),
        lasting=frozenset(_by_word(data, "lasting", "words")),
        quantity=_quantity(known, currencies, measures | times),
    )


def _by_word(data: Entry, key: str, field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries(data, key, FILE):
        for word in words(entry, field):
            found.setdefault(word.lower(), str(entry["id"]))
    return found


def _quantity(known: numbers.Numbers, currencies: Mapping[str, str], others: Mapping[str, str]) -> re.Pattern[str]:
    signs = _either(w for w in currencies if not w[-1].isalpha())
    units = _either([*(w for w in (*currencies, *others) if w[0].isalpha()), "%"])
    hedge = rf"(?P<hedge>(?:(?:{known.hedge})\s+(?:the\s+)?)+)?"
    number = rf"(?P<low>{known.exact})(?:\s*(?:-|–|—|to\b|or\b|(?(between)and|(?!)))\s*(?:{signs})?\s*(?P<high>{known.exact}))?"
    return re.compile(
        rf"(?<![\w.,–—-])(?<!\d[-/:]){hedge}(?P<between>between\s+|from\s+)?(?P<sign>{signs})?\s?(?:{number}|(?P<loose>{known.loose}))"
        rf"(?:[\s-]?(?P<unit>{units})(?![\w]))?",
        re.IGNORECASE,
    )


def _either(options: object) -> str:
    listed = sorted(options, key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in listed)

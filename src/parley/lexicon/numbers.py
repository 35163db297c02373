"""Numbers in digits and words, and the words that bound or blur them (`data/lang/en/numbers.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from parley.errors import LexiconError
from parley.lexicon.reader import Entry, entries, read_yaml, words

FILE = "lang/en/numbers.yaml"

Bound = Literal["low", "high", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Knowledge about numbers; every word in lower case.

    Attributes:
        cardinals: "three" and "forty" with their value; scales: "dozen" and "million"; ordinals: "third".
        vague: words that count without a number ("hundreds", "several").
        hedges: "at least" with the bound that the number then is.
        exact: pattern of a number that has a value ("1,200", "two dozen", "6.5 billion", "forty-two").
        loose: pattern of a vague number ("tens of thousands").
        hedge: pattern of a hedge.
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, float]
    ordinals: Mapping[str, int]
    vague: frozenset[str]
    hedges: Mapping[str, Bound]
    exact: str
    loose: str
    hedge: str

    def value_of(self, text: str) -> float | None:
        """The value of a number in digits or words; None for a vague one and for what is no number.

        >>> from parley.lexicon import load
        >>> numbers = load().units.numbers
        >>> numbers.value_of("6.5 billion"), numbers.value_of("two dozen"), numbers.value_of("one hundred and twenty")
        (6500000000.0, 24.0, 120.0)
        """
        total, part, seen = 0.0, 0.0, False
        for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower()):
            if word in ("and", "of"):
                continue
            value = self._word(word)
            if value is not None:
                part, seen = part + value, True
            elif word in self.scales:
                scale = self.scales[word]
                part = (part if seen and part else 1.0) * scale
                if scale >= 1000:
                    total, part = total + part, 0.0
                seen = True
            else:
                return None
        return total + part if seen else None

    def _word(self, word: str) -> float | None:
        if word[0].isdigit():
            return float(word.replace(",", ""))
        return {"a": 0.0, "an": 0.0, "half": 0.5}.get(word, self.cardinals.get(word))

    def bound_of(self, hedge: str | None) -> Bound:
        """Which end of a range the number behind this hedge is: "low", "high", or "none" where it stands for itself."""
        return self.hedges.get(" ".join(hedge.lower().split()), "none") if hedge else "none"


def read() -> Numbers:
    """Reads the data file.

    Raises:
        LexiconError: the file breaks its own rules.
    """
    data = read_yaml(FILE)
    cardinals = {w: int(v) for w, v in _table(data, "cardinals").items()}
    scales = _table(data, "scales")
    vague = frozenset(w for e in entries(data, "vague", FILE) for w in words(e, "words"))
    hedges = {w: cast(Bound, str(e["bound"])) for e in entries(data, "hedges", FILE) for w in words(e, "words")}
    return Numbers(
        cardinals=cardinals,
        scales=scales,
        ordinals={w: int(v) for w, v in _table(data, "ordinals").items()},
        vague=vague,
        hedges=hedges,
        exact=_exact(cardinals, scales),
        loose=_loose(vague),
        hedge=_any(hedges),
    )


def _table(data: Entry, key: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for entry in entries(data, key, FILE):
        table = entry["words"]
        if not isinstance(table, dict):
            raise LexiconError(FILE, str(entry["id"]), "words is not a table of values")
        found |= {str(w): float(v) for w, v in table.items()}
    return found


def _any(options: Mapping[str, object] | frozenset[str]) -> str:
    """An alternation, the longest first."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(options, key=lambda w: (-len(w), w)))


def _exact(cardinals: Mapping[str, int], scales: Mapping[str, float]) -> str:
    """Digits with an optional scale, or words; "a" and "half a" only before a scale."""
    scale = rf"(?:{_any({s: v for s, v in scales.items() if len(s) > 3})})"
    short = rf"(?:{_any({s: v for s, v in scales.items() if len(s) <= 3})})"
    digits = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:{short}\b)?"
    tens, ones = (_any({w: v for w, v in cardinals.items() if low <= v < high}) for low, high in ((20, 100), (1, 10)))
    word = rf"(?:(?:{tens})[\s-](?:{ones})|{_any(cardinals)})"
    spelled = rf"{word}(?:\s+{scale}(?:\s+(?:and\s+)?{word})?)*"
    return rf"(?:(?:{digits})(?:[\s-]{scale})?|{spelled}|(?:half\s+)?an?\s+{scale}|half\s+{scale})(?![\w])"


def _loose(vague: frozenset[str]) -> str:
    plural = "dozens|scores|hundreds|thousands|millions|billions|trillions"
    return rf"(?:(?:tens|hundreds|dozens|scores|many)\s+of\s+(?:{plural})|{_any(vague)})(?![\w])"

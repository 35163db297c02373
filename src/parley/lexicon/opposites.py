"""Acts, the words that may stand for them, and their opposites: `data/lang/en/opposites.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.lexicon.reader import entries, read_yaml, words

FILE = "lang/en/opposites.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Verb lemmas, alone or with one word more ("pull out"), lower case.

    Attributes:
        acts: word -> the acts that it does (True) or does the opposite of (False), by id.
    """

    acts: Mapping[str, Mapping[str, bool]]

    def of(self, lemma: str, beside: frozenset[str]) -> Mapping[str, bool]:
        """The acts of a verb, by the words that hang from it where these make it mean another; itself where none is known."""
        for word in sorted(beside):
            if (found := self.acts.get(f"{lemma} {word}")) is not None:
                return found
        return self.acts.get(lemma) or {f"={lemma}": True}


def read() -> Opposites:
    """Reads the data file.

    Raises:
        LexiconError: the file breaks its own rules.
    """
    data = read_yaml(FILE)
    acts: dict[str, dict[str, bool]] = {}
    for entry in (*entries(data, "acts", FILE), *entries(data, "same", FILE)):
        for key, does in (("words", True), ("against", False)):
            for word in words(entry, key):
                acts.setdefault(word, {})[str(entry["id"])] = does
    return Opposites(acts=acts)

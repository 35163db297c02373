"""Words of attribution: what gives speech, thoughts, wishes, plans and stands to somebody (`lang/en/attribution.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from parley.errors import LexiconError
from parley.lexicon import speech
from parley.lexicon.reader import Entry, entries, read_yaml, words
from parley.model.marks import AttributionKind, Bearing

FILE = "lang/en/attribution.yaml"

PREPOSITIONS = frozenset({"for", "on", "of", "as", "against", "over", "about"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A word that gives its complement to somebody.

    Attributes:
        lemma: without its particle; particle: "out" of "point out", else empty.
        rule: id of the entry.
        frames: how the content hangs from it ("clause", "object-to" ...); `prepositions`: before an oblique content.
        kind: what is given: speech, a thought, a wish ...
        bearing: what becomes of the content: it is held, denied, wanted or left open.
    """

    lemma: str
    particle: str
    rule: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    kind: AttributionKind
    bearing: Bearing


Words = Mapping[str, tuple[CueWord, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionWords:
    """Knowledge about attribution; each word by its lemma, in lower case.

    Attributes:
        light: verbs that lend a noun of attribution their subject ("issued a warning").
        labels: words before a colon that name no speaker ("note"); times: of when, never of what ("tweeted on Friday").
    """

    verbs: Words
    nouns: Words
    adjectives: Words
    light: frozenset[str]
    labels: frozenset[str]
    times: frozenset[str]


def read() -> AttributionWords:
    """Reads the data file, and the verbs of speech.

    Raises:
        LexiconError: a file breaks its own rules.
    """
    data = read_yaml(FILE)
    spoken = entries(speaking := read_yaml(speech.FILE), "verbs", speech.FILE)
    bearings = cast(dict[str, Bearing], data.get("bearings", {}))
    try:
        return AttributionWords(
            verbs=_by_lemma([*_words(data, "verbs"), *(_spoken(e, w, bearings) for e in spoken for w in words(e, "words"))]),
            nouns=_by_lemma(_words(data, "nouns")),
            adjectives=_by_lemma(_words(data, "adjectives")),
            light=frozenset(w for e in entries(data, "light", FILE) for w in words(e, "words")),
            times=frozenset(
                w for e in entries(speaking, "sources", speech.FILE) if e["id"] == "time" for w in words(e, "words")
            ),
            labels=frozenset(w for e in entries(data, "labels", FILE) for w in words(e, "words")),
        )
    except KeyError as error:
        raise LexiconError(FILE, str(error), "is missing") from error


def _words(data: Entry, key: str) -> list[CueWord]:
    return [
        CueWord(
            lemma=word.partition(" ")[0],
            particle=word.partition(" ")[2],
            rule=str(e["id"]),
            frames=frozenset(words(e, "frames")),
            prepositions=frozenset(words(e, "prepositions")),
            kind=cast(AttributionKind, e["kind"]),
            bearing=cast(Bearing, e["bearing"]),
        )
        for e in entries(data, key, FILE)
        for word in words(e, "words")
    ]


def _spoken(entry: Entry, word: str, bearings: Mapping[str, Bearing]) -> CueWord:
    """A verb of speech as a word of attribution: "call for" is "call" with a preposition, "point out" has a particle."""
    lemma, _, rest = word.partition(" ")
    frames, rule = set(words(entry, "frames")), str(entry["id"])
    if bearings.get(rule) in ("wanted", "open") and "hearer" in frames and rule != "promise":
        frames = frames - {"hearer", "to"} | {"object-to"}  # who is asked is a part of what is asked
    if entry["report"] == "thought":
        frames -= {"object", "hearer"}
    prepositions = (frames & PREPOSITIONS) | ({"to"} if "to-noun" in frames else set())
    if "as" in frames:
        frames -= {"object"}  # "described it" alone tells no stand
    if rest in PREPOSITIONS | {"to", "upon", "with"} and frames != {"quote"}:
        frames, prepositions, rest = {"to"} & frames, {rest}, ""
    return CueWord(
        lemma=lemma,
        particle=rest,
        rule=rule,
        frames=frozenset(frames - PREPOSITIONS - {"to-noun"} | ({"as"} & frames)),
        prepositions=frozenset(prepositions - {"as"}),
        kind=cast(AttributionKind, entry["report"]),
        bearing=bearings.get(rule, "held"),
    )


def _by_lemma(some: list[CueWord]) -> dict[str, tuple[CueWord, ...]]:
    found: dict[str, list[CueWord]] = {}
    for word in some:
        found.setdefault(word.lemma, []).append(word)
    return {lemma: tuple(few) for lemma, few in found.items()}

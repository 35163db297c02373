"""How news English hands words over: speech verbs, attribution phrases and quotation marks (`data/lang/en/speech.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from parley.errors import LexiconError
from parley.lexicon.reader import Entry, entries, read_yaml, words

FILE = "lang/en/speech.yaml"

Report = Literal["speech", "stance", "thought"]
Shape = Literal["base", "s", "past", "part", "ing"]
SHAPES: tuple[Shape, ...] = ("base", "s", "past", "part", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerb:
    """A verb that hands words over.

    Attributes:
        rule: id of the entry ("say", "deny").
        frames: what it takes ("quote", "clause", "hearer", "object", "to", or a preposition).
        report: "speech" (uttered), "stance" (made known), "thought" (need not have been uttered).
        polarity: -1 against its content, 0 neither, 1 for it.
        strength: 0 weak to 3 firm.
    """

    lemma: str
    rule: str
    frames: frozenset[str]
    report: Report
    polarity: int
    strength: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """A speech verb as it stands in a text: the verb, which of its forms, and of how many words."""

    verb: SpeechVerb
    shapes: frozenset[Shape]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Knowledge about speech; every word in lower case.

    Attributes:
        forms: each inflected form ("called for") with its verb.
        nouns: nouns of saying, as verbs ("promise", "claim").
        phrases: attribution phrases ("according to") with their rule.
        hearsay: adverbs that give a sentence to nobody ("reportedly").
        documents: nouns of what can be said or written ("statement"); stances: of what one can take ("warning").
        unnamed: nouns of speakers who have no name ("source"); spokespersons: of who speaks for a body;
            people: of persons and bodies that can speak; collectives: of gatherings that speak for who is in them;
            times: of when, never of who; bodies: by which a body is named again ("the group").
        idle: (verb, object) pairs in which nothing is said ("claim", "lives").
        titles: words that announce the title of a work or a nickname.
        double, single: pairs of quotation marks, opening and closing.
    """

    forms: Mapping[str, VerbForm]
    nouns: Mapping[str, SpeechVerb]
    phrases: Mapping[str, str]
    hearsay: frozenset[str]
    documents: frozenset[str]
    stances: frozenset[str]
    unnamed: frozenset[str]
    spokespersons: frozenset[str]
    people: frozenset[str]
    collectives: frozenset[str]
    times: frozenset[str]
    bodies: frozenset[str]
    idle: frozenset[tuple[str, str]]
    titles: re.Pattern[str]
    double: tuple[str, ...]
    single: tuple[str, ...]

    def verb_at(self, text: Sequence[str], index: int) -> VerbForm | None:
        """The longest speech verb that begins at `index` of the lower-case words `text`."""
        for size in (4, 3, 2, 1):
            found = self.forms.get(" ".join(text[index : index + size])) if index + size <= len(text) else None
            if found is not None:
                return found
        return None

    def phrase_at(self, text: Sequence[str], index: int) -> int:
        """How many words the attribution phrase has that begins at `index`; 0 for none."""
        return next((n for n in (4, 3, 2, 1) if " ".join(text[index : index + n]) in self.phrases), 0)


def read() -> Speech:
    """Reads the data file.

    Raises:
        LexiconError: the file breaks its own rules.
    """
    data = read_yaml(FILE)
    nouns = {str(e["id"]): frozenset(words(e, "words")) for e in entries(data, "nouns", FILE)}
    sources = {str(e["id"]): frozenset(words(e, "words")) for e in entries(data, "sources", FILE)}
    pairs = {str(e["id"]): words(e, "pairs") for e in entries(data, "marks", FILE)}
    titles = [w for e in entries(data, "titles", FILE) for w in words(e, "words")]
    try:
        return Speech(
            forms=_forms(data),
            nouns={w: _noun(w) for k in ("stance-noun", "statement") for w in sorted(nouns[k])},
            phrases={w: str(e["id"]) for e in entries(data, "phrases", FILE) for w in words(e, "words")},
            hearsay=frozenset(w for e in entries(data, "hearsay", FILE) for w in words(e, "words")),
            documents=nouns["statement"],
            stances=nouns["stance-noun"],
            unnamed=sources["unnamed"],
            spokespersons=sources["spokesperson"],
            people=sources["people"],
            collectives=sources["collective"],
            times=sources["time"],
            bodies=sources["body"],
            idle=frozenset((str(e["verb"]), w) for e in entries(data, "idle", FILE) for w in words(e, "words")),
            titles=re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))}),?\s*$", re.IGNORECASE),
            double=pairs["double"],
            single=pairs["single"],
        )
    except KeyError as error:
        raise LexiconError(FILE, str(error), "is missing") from error


def _forms(data: Entry) -> dict[str, VerbForm]:
    odd = cast(dict[str, list[str]], data.get("irregular", {}))
    found: dict[str, VerbForm] = {}
    for entry in entries(data, "verbs", FILE):
        for lemma in words(entry, "words"):
            verb = SpeechVerb(
                lemma=lemma,
                rule=str(entry["id"]),
                frames=frozenset(words(entry, "frames")),
                report=cast(Report, entry["report"]),
                polarity=int(str(entry["polarity"])),
                strength=int(str(entry["strength"])),
            )
            shapes: dict[str, set[Shape]] = {}
            for shape, form in zip(SHAPES, (lemma, *(odd.get(lemma) or inflected(lemma))), strict=True):
                shapes.setdefault(form, set()).add(shape)
            for form, which in shapes.items():  # a lemma of two classes belongs to the first
                found.setdefault(form, VerbForm(verb=verb, shapes=frozenset(which), words=form.count(" ") + 1))
    return found


def _noun(word: str) -> SpeechVerb:
    return SpeechVerb(lemma=word, rule="noun", frames=frozenset({"clause"}), report="speech", polarity=1, strength=2)


def inflected(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and ing-form of a regular verb; of several words the first is inflected.

    >>> inflected("deny")
    ('denies', 'denied', 'denied', 'denying')
    """
    first, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if re.search(r"[^aeiou]y$", first):
        s, past = first[:-1] + "ies", first[:-1] + "ied"
    else:
        s = first + ("es" if re.search(r"(?:[sxz]|[cs]h|o)$", first) else "s")
        past = first + ("d" if first.endswith("e") else "ed")
    ing = (first[:-1] if re.search(r"[^eoy]e$", first) else first) + "ing"
    return s + tail, past + tail, past + tail, ing + tail

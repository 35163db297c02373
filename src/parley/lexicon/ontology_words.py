"""The words for steps and stands in news English: terms, cues, conditions and moods (`data/lang/en`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from parley.lexicon.reader import Entry, entries, read_yaml, words
from parley.model.marks import Modality

TERMS = "lang/en/issue_terms.yaml"
STATUS_CUES = "lang/en/status_cues.yaml"
STANCE_CUES = "lang/en/stance_cues.yaml"
CONDITIONS = "lang/en/conditions.yaml"
MODALITY = "lang/en/modality.yaml"

PERFORM = "perform"
"""Status of a cue that only says that a step is done ("hold", "start"): its mood decides how far it has come."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words for a step: a phrase that names it, or an act with what it is done to.

    Attributes:
        phrases: names of the step by themselves ("prisoner swap").
        acts: verbs and nouns of doing ("lift", "lifting"); objects: what they are done to ("sanction").
        needs: words one of which must stand close by, if any are given ("local" for a local ceasefire).
        backdrop: news often names it only as a frame of something else ("ahead of the talks").
        journey: a visit or a meeting.
        ahead: a measure only where it lies ahead: once it is over, it is an event.
        generic: names a step only where no other term in reach does ("the deal").
    """

    rule: str
    issue: str
    subtype: str | None
    phrases: tuple[Phrase, ...]
    acts: frozenset[str]
    objects: tuple[Phrase, ...]
    needs: frozenset[str]
    backdrop: bool
    journey: bool
    ahead: bool
    generic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """All terms; `first` gives, for the first word of a phrase or object, the terms and phrases that begin so."""

    all: tuple[Term, ...]
    first: Mapping[str, tuple[tuple[Term, Phrase, bool], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that says how far a step has come, where its subject stands, or both.

    Attributes:
        rule: ids of the entries.
        holder: whose step or stand it is: that of the "subject", or of the "speaker" ("his departure is inevitable").
        words: how many; negative: whether one of them denies ("not on the table").
    """

    rule: str
    status: str | None
    value: str | None
    strength: int
    holder: str
    words: int
    negative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cues by their words and the class of the first: "V" verb, "N" noun, "A" adjective, adverb or phrase.

    Attributes:
        acts: nouns by which news points to a step or deed that is judged ("move", "offer").
        naming: verbs that pass judgement on their object ("called the plan a trap").
        unsaid: verbs that, denied or "yet to" come, leave a stand open, with the value ("has not decided whether").
    """

    all: tuple[Cue, ...]
    by_words: Mapping[tuple[str, Phrase], Cue]
    acts: frozenset[str]
    naming: frozenset[str]
    unsaid: Mapping[str, str]

    def at(self, kind: str, lemmas: Sequence[str]) -> Cue | None:
        """The longest cue of the class at the beginning of the lower-case lemmas."""
        for size in (5, 4, 3, 2, 1):
            found = self.by_words.get((kind, tuple(lemmas[:size]))) if size <= len(lemmas) else None
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moods:
    """Words that say whether an act is real; all in lower case."""

    auxiliaries: Mapping[str, Modality]
    adverbs: Mapping[str, Modality]
    phrases: Mapping[Phrase, Modality]
    governors: Mapping[str, Modality]
    markers: frozenset[str]
    pending: Mapping[str, Modality]
    negators: frozenset[str]
    none: frozenset[str]


def read_terms() -> Terms:
    """Reads the terms."""
    found = tuple(map(_term, entries(read_yaml(TERMS), "terms", TERMS)))
    first: dict[str, list[tuple[Term, Phrase, bool]]] = {}
    for term in found:
        for phrase in term.phrases:
            first.setdefault(phrase[0], []).append((term, phrase, True))
        for phrase in term.objects:
            first.setdefault(phrase[0], []).append((term, phrase, False))
    return Terms(all=found, first={k: tuple(v) for k, v in first.items()})


def read_cues() -> Cues:
    """Reads the cues of status and of stance; words that are in both lists become one cue."""
    status = _cue_entries(STATUS_CUES, "status")
    stance = _cue_entries(STANCE_CUES, "value")
    by_words: dict[tuple[str, Phrase], Cue] = {}
    for key in [*status, *(k for k in stance if k not in status)]:
        a, b = status.get(key), stance.get(key)
        by_words[key] = Cue(
            rule="+".join(str(e["id"]) for e in (a, b) if e),
            status=str(a["status"]) if a else None,
            value=str(b["value"]) if b else None,
            strength=int(str(b.get("strength", 2))) if b else 1,
            holder=str((a or b or {}).get("holder", "subject")),
            words=len(key[1]),
            negative=bool({"not", "never", "no"} & set(key[1])),
        )
    listed = read_yaml(STANCE_CUES)
    acts, naming = (
        frozenset(x for e in entries(listed, key, STANCE_CUES) for x in words(e, "words")) for key in ("judged", "naming")
    )
    unsaid = {x: str(e["value"]) for e in entries(listed, "unsaid", STANCE_CUES) for x in words(e, "words")}
    return Cues(all=tuple(by_words.values()), by_words=by_words, acts=acts, naming=naming, unsaid=unsaid)


def read_conditions() -> dict[str, str]:
    """Words that begin a condition, with its kind; the longest first."""
    found = {x: str(e["kind"]) for e in entries(read_yaml(CONDITIONS), "conditions", CONDITIONS) for x in words(e, "words")}
    return dict(sorted(found.items(), key=lambda item: (-item[0].count(" "), item[0])))


def read_moods() -> Moods:
    """Reads the words of mood; a governor of two moods keeps the first."""
    data = read_yaml(MODALITY)
    return Moods(
        auxiliaries=_moods(data, "auxiliaries"),
        adverbs=_moods(data, "adverbs"),
        phrases={tuple(k.split()): v for k, v in _moods(data, "phrases").items()},
        governors=_moods(data, "governors"),
        markers=frozenset(x for e in entries(data, "markers", MODALITY) for x in words(e, "words")),
        pending=_moods(data, "pending"),
        negators=frozenset(x for e in entries(data, "negators", MODALITY) if e["id"] == "not" for x in words(e, "words")),
        none=frozenset(x for e in entries(data, "negators", MODALITY) if e["id"] == "none" for x in words(e, "words")),
    )


def _moods(data: Entry, key: str) -> dict[str, Modality]:
    found: dict[str, Modality] = {}
    for entry in entries(data, key, MODALITY):
        for word in words(entry, "words"):
            found.setdefault(word, cast(Modality, entry["mood"]))
    return found


def _term(entry: Entry) -> Term:
    subtype = entry.get("subtype")
    return Term(
        rule=str(entry["id"]),
        issue=str(entry["issue"]),
        subtype=None if subtype is None else str(subtype),
        phrases=_phrases(entry, "phrases"),
        acts=frozenset(words(entry, "acts")),
        objects=_phrases(entry, "objects"),
        needs=frozenset(words(entry, "needs")),
        backdrop=entry.get("backdrop") is True,
        journey=entry.get("journey") is True,
        ahead=entry.get("ahead") is True,
        generic=entry.get("generic") is True,
    )


def _phrases(entry: Entry, key: str) -> tuple[Phrase, ...]:
    return tuple(tuple(x.replace("-", " ").split()) for x in words(entry, key))


def _cue_entries(file: str, key: str) -> dict[tuple[str, Phrase], Entry]:
    found: dict[tuple[str, Phrase], Entry] = {}
    for entry in entries(read_yaml(file), "cues", file):
        for kind, name in (("V", "verbs"), ("N", "nouns"), ("A", "others")):
            for word in words(entry, name):
                found.setdefault((kind, tuple(word.replace("-", " ").split())), entry)
    return found

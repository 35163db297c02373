"""re3d's documents as training sentences: its named entities only, for it marks pronouns and descriptions too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.language.tokens import find_words
from training.examples import ANY, Example, write_tags
from training.names import is_norp, low, place_kinds, without_titles
from training.sources import is_held_out, read_lines

_SENTENCE = re.compile(
    r"[^\n]+?(?:(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt))(?<!\b(?:Gen|Col|Maj|Sgt|Mrs))[.!?][\"”]?(?=\s+[A-Z\"“])|\n|$)"
)
SOURCES = ("Australian Department of Foreign Affairs", "CENTCOM", "UK Government", "Wikipedia")
_NOBODY = frozenset("the a an this these all he she it i we they you his her its our my their in at".split())  # noqa: SIM905
_INNER = ("al", "-", "bin")
_LINKS = ("of", "for", "and", "the", "-", "de", "on", "al")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A marked phrase of one sentence: word indexes, re3d's type, and whether its annotators were sure."""

    at: tuple[int, ...]
    kind: str
    sure: bool


def read_re3d(folder: Path) -> list[Example]:
    """Sentences of all documents that may train."""
    found = (_tagged(words, phrases) for document in read_documents(folder, trains) for words, phrases in document)
    return [e for e in found if 3 <= len(e.words) <= 120]


def trains(source: str, document: str) -> bool:
    """Does this document of this source train the parser? The BBC's licence forbids it; one document in five is held out."""
    return source in SOURCES and not is_held_out(document)


def read_documents(folder: Path, wanted: Callable[[str, str], bool]) -> Iterator[list[tuple[list[str], list[Phrase]]]]:
    """Words and marked phrases of each sentence of each document that is wanted (by source and id)."""
    for file in sorted(folder.glob("**/documents.json")):
        marks: dict[str, list[dict[str, object]]] = {}
        for entity in read_lines(file.with_name("entities.json")):
            marks.setdefault(str(entity["documentId"]), []).append(entity)
        for document in read_lines(file):
            key, text = str(document["_id"]), str(document["text"])
            if wanted(file.parent.name, key):
                yield [_phrases(text, m.start(), m.end(), marks.get(key, [])) for m in _SENTENCE.finditer(text)]


def _phrases(text: str, start: int, end: int, marks: list[dict[str, object]]) -> tuple[list[str], list[Phrase]]:
    """Sure phrases before unsure ones, long before short."""
    spans = [s.shift(start) for s in find_words(text[start:end])]
    phrases = []
    for mark in marks:
        begin, behind = int(str(mark["begin"])), int(str(mark["end"]))
        at = tuple(k for k, s in enumerate(spans) if s.start < behind and s.end > begin)
        if at:
            phrases.append(Phrase(at=at, kind=str(mark["type"]), sure=float(str(mark["confidence"])) > 0.3))
    return [s.of(text) for s in spans], sorted(phrases, key=lambda p: (not p.sure, -len(p.at), p.at, p.kind))


def _tagged(words: list[str], phrases: list[Phrase]) -> Example:
    tags = [_unmarked(words, k) for k in range(len(words))]
    free = set(range(len(words)))
    for phrase in phrases:
        for at, kinds in find_names(words, phrase):
            if free.issuperset(at):
                write_tags(tags, at, kinds)
                free -= set(at)
    return Example(words=tuple(words), tags=tuple(tags))


def _unmarked(words: Sequence[str], k: int) -> str:
    if is_norp(words[k]):
        return "B-NORP"
    return ANY if words[k][:1].isupper() and k and words[k].lower() not in _NOBODY else "O"


def find_names(words: Sequence[str], phrase: Phrase) -> list[tuple[list[int], str]]:
    """The names inside a marked phrase, with their kinds; nothing where it names nobody, or where the mark may be wrong."""
    at = _trimmed(words, list(phrase.at))
    name = [words[k] for k in at]
    if not any(w[:1].isupper() for w in name):
        return []
    if all(is_norp(w) for w in name):
        return [([k], "NORP") for k in at]
    if phrase.kind == "Person":
        at = at[without_titles(name) :]
        whole = all(words[k][:1].isupper() or words[k] in _INNER for k in at)
        return [(at, "PER")] if phrase.sure and whole and words[at[-1]].lower() not in low("titles") else []
    if not all(w[:1].isupper() or w.lower() in _LINKS or w.isdigit() for w in name):
        return []
    if " ".join(name).lower() in low("countries"):
        return [(at, "GPE")]
    if phrase.kind == "Location":
        return [(at, place_kinds(name))]
    return [(at, "ORG")] if phrase.kind == "Organisation" and phrase.sure else []


def _trimmed(words: Sequence[str], at: list[int]) -> list[int]:
    """Without articles, pronouns and descriptions in front, and without a possessive behind."""
    while at and words[at[0]] not in _INNER and (not words[at[0]][:1].isupper() or words[at[0]].lower() in _NOBODY):
        at = at[1:]
    while at and words[at[-1]] in ("'s", "’s", ","):
        at = at[:-1]
    return at

"""Names that the lexicon does not know: runs of capitalised words, and what they are names of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.annotate.names_units import Unit
from parley.annotate.names_words import Word, is_title_case
from parley.lexicon.names import Names
from parley.model.marks import Kind

OF = frozenset({"of", "for"})
LINKS = frozenset({"of", "for", "the", "and", "on", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words in a row: `first` and `last` are indices of words, both inside."""

    first: int
    last: int


def find_runs(words: tuple[Word, ...], units: tuple[Unit, ...], names: Names) -> tuple[Run, ...]:
    """Runs of capitalised words outside of the units."""
    taken = {k for u in units for k in range(u.first, u.last + 1)}
    shown = not is_title_case(words)
    found, i = [], 0
    while i < len(words):
        if i in taken or not _begins(words, i, names, shown):
            i += 1
            continue
        last = i
        while (end := _next(words, last, taken, names)) is not None:
            last = end
        if any(words[k].capital and len(words[k].norm) > 1 for k in range(i, last + 1)):
            found.append(Run(first=i, last=last))
        i = last + 1
    return tuple(found)


def _begins(words: tuple[Word, ...], i: int, names: Names, shown: bool) -> bool:
    word = words[i]
    if word.norm in names.not_persons or not any(c.isalpha() for c in word.text):
        return False
    if not word.capital:
        following = words[i + 1] if i + 1 < len(words) else None
        return word.norm in ("al", "el", "bin", "de") and following is not None and following.capital and following.joined
    if word.norm in names.words["no-name"]:
        return False
    if i == 0 or _after_break(word):
        return word.norm in names.given or word.upos == "PROPN" or (not word.upos and word.tag != "")
    return shown or word.upos == "PROPN"


def _after_break(word: Word) -> bool:
    return any(c in word.gap for c in '"“”:;!?—([')


def _next(words: tuple[Word, ...], last: int, taken: set[int], names: Names) -> int | None:
    """Index of the word that the run goes on to; None at its end."""
    i = last + 1
    if i >= len(words) or i in taken or words[last].owns:
        return None
    word = words[i]
    if not _close(words[last], word):
        return None
    if word.capital:
        return None if word.norm in names.not_persons or (word.norm in names.words["no-name"] and len(word.norm) > 1) else i
    if "-" in word.gap and word.gap.strip() == "-" and word.gap == "-" and len(word.norm) <= 6 and words[last].capital:
        return i if _hyphen_tail(word, names) else None
    after = words[i + 1] if i + 1 < len(words) else None
    if word.norm in names.particles and after is not None and i + 1 not in taken and after.joined:
        if after.capital:
            return i + 1
        if after.norm in names.particles and i + 2 < len(words) and words[i + 2].capital and i + 2 not in taken:
            return i + 2
    return None


def _hyphen_tail(word: Word, names: Names) -> bool:
    return word.norm not in names.words["tail"] and word.upos in ("", "PROPN", "X")


def _close(before: Word, word: Word) -> bool:
    return word.joined or (word.gap in (". ", ".") and len(before.norm) <= 2 and before.capital)


def kind_of(words: tuple[Word, ...], run: Run, names: Names, called: bool) -> Kind | None:
    """What a run is the name of; None where nothing tells.

    Args:
        called: whether a title or role goes right before.
    """
    inside = words[run.first : run.last + 1]
    if len(inside) > 1 and (inside[-1].norm in names.organisations or inside[0].norm in names.organisations):
        return "organisation"
    if inside[-1].norm in names.events or (len(inside) == 1 and inside[0].norm in names.organisations):
        called = False
    tags = [w.tag for w in inside]
    first = inside[0].norm in names.given
    persons = tags.count("PER") * 2 > len(tags)
    if called or ((persons or (first and len(inside) > 1)) and len(inside) <= 5):
        return "person"
    for tag, kind in _TAGGED:
        if tags.count(tag) * 2 > len(tags):
            return kind
    return None


_TAGGED: tuple[tuple[str, Kind], ...] = (
    ("ORG", "organisation"),
    ("GPE", "place"),
    ("LOC", "place"),
    ("EVENT", "event"),
)


def long_names(words: tuple[Word, ...], runs: tuple[Run, ...], units: tuple[Unit, ...], names: Names) -> Iterator[Run]:
    """Names of bodies that go on over small words: "Centre for Harbour Studies", "Commission of Inquiry"."""
    taken = {k: u for u in units for k in range(u.first, u.last + 1)}
    for run in runs:
        last = run.last
        if words[run.last].norm in names.organisations or words[run.first].norm in names.organisations:
            last = _over_links(words, run.last, taken, names)
        yield Run(first=run.first, last=last)


def _over_links(words: tuple[Word, ...], last: int, taken: dict[int, Unit], names: Names) -> int:
    """The last word of a name that goes on after `of` or `for`."""
    i = last + 1
    if i >= len(words) or words[i].norm not in OF or not words[i].joined or words[last].owns:
        return last
    while i < len(words) and words[i].joined and (words[i].norm in LINKS or words[i].capital):
        if words[i].capital and words[i].norm not in names.words["no-name"]:
            last = i
            if words[i].owns:
                break
        i += 1
    return last

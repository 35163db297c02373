"""Roles with what belongs to them, and the persons who bear them."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.names_parts import OWNING, left_of, written
from parley.annotate.names_refs import Part, Phrase
from parley.annotate.names_words import Word
from parley.lexicon.names import Names

TO_OWNER = frozenset({"of", "for", "at", "from", "in", "with"})
IDLE = frozenset({"mr", "mrs"})


def find_phrases(words: tuple[Word, ...], parts: tuple[Part, ...], names: Names) -> tuple[Phrase, ...]:
    """The role phrases of a sentence, in order."""
    return tuple(_phrase(words, p, parts, names) for p in parts if p.what == "role" and _names_person(words, p))


def _names_person(words: tuple[Word, ...], part: Part) -> bool:
    """Is it a noun, and not the first half of another word ("leader-less") or a verb ("heads")?"""
    word = words[part.last]
    after = words[part.last + 1] if part.last + 1 < len(words) else None
    if after is not None and after.gap == "-":
        return False
    return word.upos in ("", "NOUN", "PROPN", "ADJ", "X", "PRON") or part.text.count(" ") > 0


def _phrase(words: tuple[Word, ...], part: Part, parts: tuple[Part, ...], names: Names) -> Phrase:
    before = [p for p in parts if p.last < part.first]
    owner, first, _ = left_of(words, part.first, before, names)
    determiner = (
        words[first - 1].norm if first and words[first].joined and words[first - 1].norm in names.words["article"] else ""
    )
    last = part.last
    role = names.roles[part.text]
    behind = None
    if (owner is None or owner.kind not in OWNING) and part.text not in ("ambassador", "consul"):
        behind = _behind(words, part.last, parts, names)
        if behind is not None:
            last = behind.last
    if owner is not None and owner.kind not in OWNING and owner.what == "name":
        first = owner.first if words[owner.last].owns else owner.last + 1
    source = behind or owner
    return Phrase(
        first=min(first, part.first),
        last=last,
        anchor=part.first,
        role=role,
        determiner=determiner,
        owner=_key(source),
        owner_text=_text(words, source),
        text=written(words, min(first, part.first), last),
    )


def _key(owner: Part | None) -> str | None:
    return owner.key if owner is not None and owner.kind in OWNING else None


def _text(words: tuple[Word, ...], owner: Part | None) -> str | None:
    return None if owner is None else owner.name or written(words, owner.first, owner.last)


def _behind(words: tuple[Word, ...], last: int, parts: tuple[Part, ...], names: Names) -> Part | None:
    """The body or state behind a role: "of the Harbour Authority", "for Syria's main opposition Harbour Front"."""
    i = last + 1
    if i >= len(words) or words[i].norm not in TO_OWNER or not words[i].joined:
        return None
    at = {p.first: p for p in parts}
    i, found = i + 1, None
    while i < len(words) and words[i].joined:
        part = at.get(i)
        if part is None and (words[i].norm in names.modifiers or words[i].norm in names.words["article"]):
            i += 1
            continue
        if part is None or (part.kind not in OWNING and part.what != "group"):
            break
        if part.kind in OWNING:
            found = part
        i = part.last + 1
        if words[part.last].owns or part.lost or part.what == "group":
            continue  # the true owner comes behind: "Chad's Harbour Front"
        break
    return found


def bearers(
    words: tuple[Word, ...], parts: tuple[Part, ...], phrases: tuple[Phrase, ...]
) -> Iterator[tuple[Part, Phrase, str]]:
    """Persons with the roles that stand beside their names, and how: "title", "before" or "after"."""
    persons = [p for p in parts if p.kind == "person" and p.what in ("name", "known")]
    for person in persons:
        for phrase in phrases:
            how = _beside(words, person, phrase)
            if how:
                yield person, phrase, how


def _beside(words: tuple[Word, ...], person: Part, phrase: Phrase) -> str:
    gap_after = words[phrase.last + 1].gap if phrase.last + 1 < len(words) else ""
    if phrase.last + 1 == person.first and not words[phrase.last].owns:
        if words[person.first].joined:
            return "title"
        if gap_after.strip() in (",", ", ") and phrase.determiner not in ("a", "an") and _closed(words, person.last):
            return "before"
    start = phrase.first - (1 if phrase.determiner else 0)
    if start == person.last + 1 and not words[person.last].owns and not person.lost:
        gap = words[start].gap.strip()
        if gap in (",", "—", "–", "-", "(") or (gap == "" and (phrase.determiner or phrase.owner) and not phrase.role.plural):
            return "after"
    between = [w.norm for w in words[person.last + 1 : start]]
    if between in (["who", "is"], ["who", "was"], ["who", "serves", "as"], ["is"], ["was"]) and phrase.determiner:
        return "after"
    return ""


def _closed(words: tuple[Word, ...], last: int) -> bool:
    """Does a comma, a verb or nothing follow?"""
    if last + 1 >= len(words):
        return True
    word = words[last + 1]
    return "," in word.gap or word.upos in ("VERB", "AUX") or word.norm in ("said", "told", "has", "was", "is")

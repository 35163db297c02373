"""Roles with what belongs to them, and the persons who bear them."""

from __future__ import annotations

from collections.abc import Iterator

from parley.annotate.names_parts import OWNING, left_of, written
from parley.annotate.names_refs import Part, Phrase
from parley.annotate.names_words import Word
from parley.lexicon.names import Names, Role

TO_OWNER = frozenset({"of", "for", "at", "from", "with", "to"})
SENT = frozenset({"envoy", "ambassador"})


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
    role = _role(words, first, part, names)
    behind = None
    if role.id == "ambassador" and owner is not None and owner.kind != "state":
        owner = None  # "the UN ambassador" is sent there, not by it
    if role.id in SENT:
        last = _post(words, part.last, parts)
    if owner is None or owner.kind not in OWNING:
        behind = _behind(words, part.last, parts, names, role.id)
        if behind is not None:
            last = behind.last
    if owner is not None and owner.kind not in OWNING and owner.what == "name":
        first = owner.first if words[owner.last].owns else owner.last + 1
    source = behind or owner
    person = source if source is not None and source.kind == "person" else None
    return Phrase(
        first=min(first, part.first),
        last=last,
        anchor=part.first,
        role=role,
        determiner=determiner,
        owner=_key(source),
        owner_name=(person.key or person.text) if person else None,
        text=written(words, min(first, part.first), last),
    )


def _role(words: tuple[Word, ...], first: int, part: Part, names: Names) -> Role:
    """The role, also where other words part it from its first: "the top Peruvian diplomat"."""
    for k in range(first, part.first):
        found = names.roles.get(f"{words[k].norm} {part.text}")
        if found is not None:
            return found
    return names.roles[part.text]


def _post(words: tuple[Word, ...], last: int, parts: tuple[Part, ...]) -> int:
    """The last word of where an envoy is sent to: "envoy for Chad"."""
    i = last + 1
    if i + 1 >= len(words) or words[i].norm not in ("for", "to", "on") or not words[i].joined:
        return last
    i += 2 if words[i + 1].norm == "the" else 1
    part = next((p for p in parts if p.first == i), None)
    sent = part is not None and part.kind in OWNING and not words[part.last].owns
    return part.last if part is not None and sent else last


def _key(owner: Part | None) -> str | None:
    return owner.key if owner is not None and owner.kind in OWNING and owner.kind != "place" else None


def _behind(words: tuple[Word, ...], last: int, parts: tuple[Part, ...], names: Names, role: str) -> Part | None:
    """The body or state behind a role: "of the Harbour Authority", "for Syria's main opposition Harbour Front"."""
    i = last + 1
    if i >= len(words) or words[i].norm not in TO_OWNER or not words[i].joined:
        return None
    if words[i].norm not in ("of", "from") and (role in SENT or words[i].norm == "to"):
        return _person_at(words, i + 1, parts, names) if role not in SENT else None
    at = {p.first: p for p in parts}
    i, found = i + 1, None
    while i < len(words) and words[i].joined:
        part = at.get(i)
        if part is None and (words[i].norm in names.modifiers or words[i].norm in names.words["article"]):
            i += 1
            continue
        if part is None or (part.kind not in OWNING and part.what != "group"):
            return found or _person_at(words, i, parts, names)
        if part.kind in OWNING:
            found = part
        i = part.last + 1
        if words[part.last].owns or part.lost or part.what == "group":
            continue  # the true owner comes behind: "Chad's Harbour Front"
        break
    return found


def _person_at(words: tuple[Word, ...], i: int, parts: tuple[Part, ...], names: Names) -> Part | None:
    """The person that begins at a word, with or without title ("for President Tan")."""
    at = {p.first: p for p in parts}
    while i in at and at[i].what in ("honorific", "role"):
        i = at[i].last + 1
    part = at.get(i)
    return part if part is not None and part.kind == "person" else None


def bearers(
    words: tuple[Word, ...], parts: tuple[Part, ...], phrases: tuple[Phrase, ...]
) -> Iterator[tuple[Part, Phrase, str]]:
    """Persons with the roles that stand beside their names, and how: "title", "before" or "after"."""
    persons = [p for p in parts if p.kind == "person" and p.what in ("name", "known")]
    titled = {p.last: p.first for p in parts if p.what == "honorific"}
    begins = {titled.get(p.first - 1, p.first) for p in persons}
    for person in persons:
        for phrase in phrases:
            start = titled.get(person.first - 1, person.first)
            of_other = phrase.last + 1 in begins and phrase.last + 1 != start and words[phrase.last + 1].joined
            title = next((p.first for p in phrases if p.last == start - 1 and words[start].joined), start)
            how = "" if of_other else _beside(words, person, start, phrase) or _beside(words, person, title, phrase)
            if how:
                yield person, phrase, how


def _beside(words: tuple[Word, ...], person: Part, begin: int, phrase: Phrase) -> str:
    gap_after = words[phrase.last + 1].gap if phrase.last + 1 < len(words) else ""
    if phrase.last + 1 == begin and not words[phrase.last].owns:
        if words[begin].joined:
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

"""Units and runs of one sentence as Parts: bodies, governments and groups with the state that they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.annotate.names_forums import find_forums
from parley.annotate.names_refs import Part
from parley.annotate.names_runs import Run, find_runs, kind_of, long_names
from parley.annotate.names_units import Unit, find_units
from parley.annotate.names_words import Word
from parley.lexicon.names import Names

BEHIND = frozenset({"of", "in", "from"})
SETTLED = frozenset({"opposition", "rebels", "jihadists", "activists"})
CALLING = frozenset({"honorific", "role"})
OWNING = frozenset({"state", "organisation", "alliance", "armed-group", "place"})


def find_parts(words: tuple[Word, ...], names: Names, bound: frozenset[str]) -> tuple[Part, ...]:
    """The parts of a sentence, in order; they do not overlap."""
    units = find_units(words, names, bound)
    runs = tuple(long_names(words, find_runs(words, units, names), units, names))
    named = [_with_state(words, _named(words, run, units, names), units) for run in runs]
    swallowed = {k for p in named if p.kind == "organisation" for k in range(p.first, p.last + 1)}
    parts = [p for p in map(_part, units) if p.first not in swallowed] + named
    parts = find_forums(words, sorted(parts, key=lambda p: (p.first, -p.last)), names)
    return _compounds(words, parts, names)


def _part(unit: Unit) -> Part:
    known = unit.form.known if unit.form else None
    return Part(
        first=unit.first,
        last=unit.last,
        what=unit.what,
        text=unit.text,
        form=unit.form,
        kind=known.kind if known else None,
        name=known.name if known else "",
        key=known.key if known else None,
        owner=known.of if known else None,
        lost=unit.lost,
    )


def _named(words: tuple[Word, ...], run: Run, units: tuple[Unit, ...], names: Names) -> Part:
    before = next((u for u in units if u.last == run.first - 1), None)
    called = before is not None and before.what in CALLING and _called(words, before, run)
    text = " ".join(w.norm for w in words[run.first : run.last + 1])
    return Part(
        first=run.first,
        last=run.last,
        what="name",
        text=text,
        kind=kind_of(words, run, names, called),
        name=written(words, run.first, run.last),
    )


def _called(words: tuple[Word, ...], before: Unit, run: Run) -> bool:
    gap = words[run.first].gap
    return (words[run.first].joined or (before.what == "honorific" and gap in (". ", "."))) and not words[before.last].owns


def _with_state(words: tuple[Word, ...], part: Part, units: tuple[Unit, ...]) -> Part:
    """A body's name with the people's that it begins with: "Chadian Harbour Front"."""
    before = next((u for u in units if u.last == part.first - 1 and u.form is not None and u.form.use == "people"), None)
    if part.kind != "organisation" or before is None or before.form is None or not words[part.first].joined:
        return part
    if words[before.last].owns or before.lost or "-" in words[part.first].gap:
        return part
    return replace(part, first=before.first, name=written(words, before.first, part.last), owner=before.form.known.key)


def written(words: tuple[Word, ...], first: int, last: int) -> str:
    """The words as they stand, blanks evened."""
    text = words[first].text
    for k, word in enumerate(words[first + 1 : last + 1], first + 1):
        text += words[k - 1].ending + (word.gap if not word.gap.isspace() else " ") + word.text
    return text


def _compounds(words: tuple[Word, ...], parts: list[Part], names: Names) -> tuple[Part, ...]:
    """Bodies, governments and groups, each joined with its owner."""
    found: list[Part] = []
    skip = -1
    for k, part in enumerate(parts):
        if part.first <= skip:
            continue
        if part.what not in ("body", "government", "forces", "group") or not _is_noun(words, part):
            found.append(part)
            continue
        before, first, definite = left_of(words, part.first, found, names)
        after = None if before else right_of(words, part.last, parts[k + 1 :], names)
        if after is not None and not _owned_behind(words, part, after, names):
            after = None
        owner = before or after
        if owner is None and _qualifies(words, part):
            found.append(part)
            continue
        made = _compound(words, part, owner, names, definite)
        if before is not None and made.what == "compound" and owner is before:
            keeps = before.what == "name" and words[before.last].owns
            found = [p for p in found if p.first < first or (keeps and p is before)]
            made = replace(made, first=before.first)
        elif after is not None and made.what == "compound":
            skip = after.last
            made = replace(made, last=after.last)
        found.append(made)
    return tuple(sorted(found, key=lambda p: (p.first, -p.last)))


def _owned_behind(words: tuple[Word, ...], part: Part, after: Part, names: Names) -> bool:
    """Does "in Chad" or "of Chad" tell whose they are? Experts and troops somewhere are not that place's."""
    if part.what == "forces" or after.kind == "place":
        return False
    if part.what == "group" and words[part.last + 1].norm != "of":
        return names.groups[part.text].id in SETTLED
    return True


def _qualifies(words: tuple[Word, ...], part: Part) -> bool:
    """Does a noun without owner only qualify the next one ("government building")?"""
    word, after = words[part.last], words[part.last + 1] if part.last + 1 < len(words) else None
    if word.token is None or word.owns or after is None or not after.joined:
        return False
    return word.token.rel in ("compound", "amod", "nmod:desc")


def _is_noun(words: tuple[Word, ...], part: Part) -> bool:
    """Is the last word a noun that heads its phrase, not part of another word or a verb?"""
    word = words[part.last]
    following = words[part.last + 1] if part.last + 1 < len(words) else None
    if following is not None and following.gap == "-" and not word.owns:
        return False
    if (
        part.what == "group"
        and word.token is not None
        and word.token.rel in ("compound", "amod", "nmod:desc")
        and not word.owns
    ):
        return following is None or not following.joined
    if part.what == "body" and word.upos == "ADJ":
        return False
    return word.upos in ("", "NOUN", "PROPN", "ADJ", "X")


def left_of(words: tuple[Word, ...], first: int, parts: Iterable[Part], names: Names) -> tuple[Part | None, int, bool]:
    """The owner before a noun ("Syrian", "Russia's", "Tan's"), where the phrase begins, and whether it is definite."""
    at = {k: p for p in parts for k in range(p.first, p.last + 1)}
    i, owner, definite = first - 1, None, False
    while i >= 0 and words[i + 1].joined:
        part = at.get(i)
        if part is None and words[i].norm in names.words["article"]:
            definite = words[i].norm not in ("a", "an", "another", "any", "some")
            break
        if part is None:
            if words[i].norm not in names.modifiers or words[i].owns:
                break
            i -= 1
            continue
        if _by_tail(words, i, names):
            break
        if owner is not None or not _may_own(words, part):
            if owner is not None and _is_topic(words, owner) and part.kind in OWNING and not words[part.last].owns:
                owner, i = part, part.first - 1
                continue
            if part.what in ("group", "role", "government") and owner is None and not words[part.last].owns:
                i = part.first - 1
                continue
            break
        owner, definite = part, True
        i = part.first - 1
        if words[part.last].owns:
            break
    while owner is not None and owner.kind == "person" and i in at and at[i].what in CALLING and words[i + 1].joined:
        i = at[i].first - 1
    return owner, i + 1, definite


def _by_tail(words: tuple[Word, ...], i: int, names: Names) -> bool:
    """Is the word joined to a tail ("Chadian-backed"), so that it owns nothing?"""
    return "-" in words[i + 1].gap and words[i + 1].norm in names.words["tail"]


def _is_topic(words: tuple[Word, ...], owner: Part) -> bool:
    """Is it a bare name that tells what an office is about: "the UN Chad envoy", "the AU-Harbour League envoy"?"""
    if owner.what != "known" or owner.form is None or words[owner.last].owns:
        return False
    return owner.form.use == "name"


def _may_own(words: tuple[Word, ...], part: Part) -> bool:
    if part.what == "compound":
        return part.kind in OWNING
    if part.what == "known":
        return part.kind in OWNING or part.kind == "person"
    return part.what == "name" and (part.kind in (None, "person", "organisation"))


def right_of(words: tuple[Word, ...], last: int, parts: Iterable[Part], names: Names) -> Part | None:
    """The owner behind a noun: "of Syria", "of the Harbour Authority"."""
    i = last + 1
    if i >= len(words) or words[i].norm not in BEHIND or not words[i].joined:
        return None
    at = {p.first: p for p in parts}
    i += 1
    while (
        i < len(words)
        and words[i].joined
        and i not in at
        and (words[i].norm in names.modifiers or words[i].norm in names.words["article"])
    ):
        i += 1
    part = at.get(i)
    return part if part is not None and words[i].joined and part.kind in OWNING else None


def _compound(words: tuple[Word, ...], part: Part, owner: Part | None, names: Names, definite: bool) -> Part:
    if owner is None:
        open_ = part.first and words[part.first - 1].norm in names.words["unsettled"]
        return replace(part, definite=definite and not open_)
    ruled = part.what in ("government", "forces") and owner.what == "name" and owner.first == owner.last
    person = owner.kind == "person" or (owner.what == "name" and owner.kind is None) or ruled
    if person:
        return _of_person(part, owner, definite)
    key = owner.key or ""
    state = key.removeprefix("state:") if owner.kind == "state" else None
    if part.what in ("government", "forces"):
        if owner.kind == "place" or owner.owner_name:
            return replace(part, definite=definite)
        if state is None and part.what == "forces":
            return replace(owner, what="compound", last=part.last)
        return replace(owner, what="compound", first=part.first, last=part.last, definite=True)
    if owner.what == "compound" and owner.owner_name:
        return replace(owner, last=part.last)
    if owner.kind == "place":
        return replace(part, definite=definite)
    if part.what == "body":
        return _body_of(words, part, owner, names)
    return _group_of(words, part, owner, names)


def _of_person(part: Part, owner: Part, definite: bool) -> Part:
    if part.what not in ("government", "forces"):
        return replace(part, definite=definite)
    surname = owner.key or owner.text
    return replace(part, what="compound", kind="state", owner_name=surname, definite=True)


def _body_of(words: tuple[Word, ...], part: Part, owner: Part, names: Names) -> Part:
    body = names.bodies[part.text]
    if owner.kind != "state":
        return replace(part, definite=True)
    key = f"org:{(owner.key or '').removeprefix('state:')}/{body.id}"
    name = written(words, part.first, part.last)
    return replace(
        part, what="compound", kind="organisation", key=key, owner=owner.key, name=f"{_adjective(words, owner, names)} {name}"
    )


def _group_of(words: tuple[Word, ...], part: Part, owner: Part, names: Names) -> Part:
    group = names.groups[part.text]
    if owner.kind in ("armed-group", "group") and group.kind == "armed-group":
        return replace(owner, what="compound", last=part.last)
    if owner.key is None:
        return replace(part, definite=True)
    key = f"group:{owner.key.removeprefix('state:').removeprefix('org:')}/{group.id}"
    name = f"{_adjective(words, owner, names)} {group.label}"
    return replace(part, what="compound", kind=group.kind, key=key, owner=owner.key, name=name)


def _adjective(words: tuple[Word, ...], owner: Part, names: Names) -> str:
    """How an owner stands before its body: "Peruvian", "US", "Harbour Authority"."""
    text = written(words, owner.first, owner.last)
    if owner.kind != "state":
        return owner.name or text
    short = len(text) <= 4 and text.replace(".", "").isupper()
    return text if short else names.adjectives.get(owner.key or "", owner.name)

"""Names in an account: in full with a role where somebody first appears, the surname after that."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.brief.points import Point
from parley.model.ledger import Ledger
from parley.model.records import Actor


def with_full_names(points: tuple[Point, ...], ledger: Ledger) -> tuple[Point, ...]:
    """The points with each person named in full where it first appears, and by the short name afterwards.

    Words inside quotation marks are never touched.
    """
    persons = [a for a in ledger.actors if a.kind == "person" and _is_proper(a.name)]
    shared = {s for s in map(short_name, persons) if sum(short_name(p) == s for p in persons) > 1}
    known: set[str] = set()
    written = []
    for point in points:
        text = point.text
        for person in persons:
            if short_name(person) not in shared:
                text = _introduced(text, person, known)
        written.append(replace(point, text=text))
    return tuple(written)


def _is_proper(name: str) -> bool:
    """Is it a name of two words or more, and not a description ("source in the ministry")?"""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and (words[-1][0].isupper() or "-" in words[-1])


def short_name(person: Actor) -> str:
    """What the sources call a person by one word: mostly the surname, which in some languages comes first."""
    words = person.name.split()
    uses = {w: sum(a.count for a in person.aliases if a.text.split()[-1] == w and len(a.text.split()) <= 2) for w in words}
    return max(words, key=lambda w: (uses[w], words.index(w)))


def _introduced(text: str, person: Actor, known: set[str]) -> str:
    """The text with the person's first mention in full, if it has none yet in `known`, which then holds it."""
    short = re.escape(short_name(person))
    named = re.compile(rf"(?<![\w-])(?:{re.escape(person.name)}|(?:(?:Mr|Mrs|Ms|Dr)\.? )?{short})(?![\w-])")

    def name(match: re.Match[str]) -> str:
        if match[0] != person.name and _is_anothers(match, person):
            return match[0]
        if person.id in known:
            apposed = match.string[: match.start()].endswith(", ") and match.string[match.end() :].startswith(",")
            return match[0] if apposed else short_name(person)
        known.add(person.id)
        return person.name

    parts = re.split(r"(“[^”]*”|\"[^\"]*\")", text)
    return "".join(part if k % 2 else named.sub(name, part) for k, part in enumerate(parts))


def _is_anothers(match: re.Match[str], person: Actor) -> bool:
    """Is the short name part of a longer one here: of a relative, a place, a house?"""
    before = re.search(r"([A-Z][\w’'.-]*) $", match.string[: match.start()])
    titles = {w for role in person.roles for w in role.split()} | {"President", "Minister", "Secretary", "General", "King"}
    return bool(re.match(r" [A-Z]", match.string[match.end() :])) or bool(before and before[1] not in titles)

"""Names in an account: in full with a role where somebody first appears, the surname after that."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.brief.points import Point
from parley.model.ledger import Ledger
from parley.model.records import Actor


def with_full_names(points: tuple[Point, ...], ledger: Ledger) -> tuple[Point, ...]:
    """The points with each person introduced once, by role and full name, and called by the surname afterwards.

    Words inside quotation marks are never touched.
    """
    persons = [a for a in ledger.actors if a.kind == "person" and _is_proper(a.name)]
    shared = {s for s in map(surname, persons) if sum(surname(p) == s for p in persons) > 1}
    known: set[str] = set()
    written = []
    for point in points:
        text = point.text
        for person in persons:
            if surname(person) not in shared:
                text = _introduced(text, person, known)
        written.append(replace(point, text=text))
    return tuple(written)


def _is_proper(name: str) -> bool:
    """Is it a name of two words or more, and not a description ("source in the ministry")?"""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and (words[-1][0].isupper() or "-" in words[-1])


def surname(person: Actor) -> str:
    """The last word of a person's name."""
    return person.name.split()[-1]


def _introduced(text: str, person: Actor, known: set[str]) -> str:
    parts = re.split(r"(“[^”]*”|\"[^\"]*\")", text)
    full = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)")
    for k in range(0, len(parts), 2):
        if person.id in known:
            parts[k] = full.sub(surname(person), parts[k])
        elif full.search(parts[k]):
            known.add(person.id)
            head, tail = parts[k][: full.search(parts[k]).end()], parts[k][full.search(parts[k]).end() :]  # type: ignore[union-attr]
            parts[k] = head + full.sub(surname(person), tail)
        elif re.search(rf"(?<![\w-]){re.escape(surname(person))}(?![\w-])", parts[k]):
            known.add(person.id)
            parts[k] = re.sub(rf"(?<![\w-]){re.escape(surname(person))}(?![\w-])", person.name, parts[k], count=1)
    return "".join(parts)

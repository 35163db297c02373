"""Names to fill sentences with: known ones, and invented ones that only their place in the sentence gives away."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from parley.lexicon.reader import read_text
from training.names import names


@cache
def _column(table: str, at: int) -> tuple[str, ...]:
    rows = [line.split("\t") for line in read_text(table).splitlines() if line and not line.startswith("#")]
    return tuple(dict.fromkeys(cell for row in rows for cell in [row[at].strip()] if cell))


@cache
def given_names() -> tuple[str, ...]:
    """Given names of all regions, from parley's own table."""
    return tuple(dict.fromkeys([*names("given"), *_column("lang/en/given_names.tsv", 0)]))


@cache
def places() -> tuple[str, ...]:
    """Cities and provinces, from parley's own table."""
    return _column("places.tsv", 1)


def invented(chance: random.Random) -> str:
    """A word of two or three syllables that looks like a name."""
    word = chance.choice(names("starts")) + chance.choice(names("vowels"))
    for _ in range(chance.choice((1, 1, 1, 2))):
        word += chance.choice(names("middles")) + chance.choice(names("vowels"))
    return word + chance.choice(names("ends")).strip("-")


def family(chance: random.Random) -> str:
    """A family name, every other one invented."""
    name = invented(chance) if chance.random() < 0.5 else chance.choice(names("family"))
    return f"{chance.choice(('al-', 'Al-', 'el-', 'de ', 'van ', 'bin '))}{name}" if chance.random() < 0.04 else name


def person(chance: random.Random) -> str:
    """A whole name: given and family, sometimes with an initial, a second given name, or the initial alone."""
    given = chance.choice(given_names()) if chance.random() < 0.85 else invented(chance)
    roll = chance.random()
    if roll < 0.06:
        return f"{given[0]}. {family(chance)}"
    if roll < 0.12:
        return f"{given} {chance.choice('ABCDEFGHJKLMPRSTW')}. {family(chance)}"
    if roll < 0.20:
        return f"{given} {chance.choice(given_names())} {family(chance)}"
    return f"{given} {family(chance)}"


def town(chance: random.Random) -> str:
    """A place that is governed: a known city or province, or an invented one."""
    roll = chance.random()
    if roll < 0.45:
        return chance.choice(places())
    return chance.choice(names("cities")) if roll < 0.75 else invented(chance)


def club(chance: random.Random) -> str:
    """A team: a town's bare name, or one with a word of clubs."""
    roll, home = chance.random(), town(chance)
    if roll < 0.5:
        return home
    if roll < 0.75:
        return f"{home} {chance.choice(names('clubs'))}"
    return f"{chance.choice(names('before_clubs'))} {home}" if roll < 0.9 else f"{invented(chance)} {home}"


def firm(chance: random.Random) -> str:
    """A company, with or without its legal form."""
    name = invented(chance) if chance.random() < 0.7 else chance.choice(names("family"))
    return f"{name} {chance.choice(names('firms'))}" if chance.random() < 0.75 else name


def body(chance: random.Random) -> str:
    """A party, ministry, court or armed group, by its full name or its letters."""
    roll = chance.random()
    if roll < 0.35:
        return f"{chance.choice(names('fields'))} {chance.choice(names('bodies'))}"
    if roll < 0.55:
        return (
            f"{chance.choice(names('bodies'))} for {chance.choice(('Peace', 'Justice', 'National Unity', 'Reform', 'Change'))}"
        )
    if roll < 0.75:
        return f"{town(chance)} {chance.choice(names('bodies'))}"
    return "".join(chance.choice("ABCDEFGHIKLMNOPRSTUP") for _ in range(chance.choice((3, 3, 4))))


def like(words: Sequence[str], kind: str, chance: random.Random) -> list[str]:
    """Another name of the same kind in as many words, for a name of plain words; else the words themselves."""
    if not all(w.isalpha() and w[0].isupper() and not w.isupper() for w in words):
        return list(words)
    if kind == "PER":
        given = [chance.choice(given_names()) for _ in words[:-1]]
        last = family(chance)
        return [*given, last if " " not in last and "-" not in last else invented(chance)]
    if kind == "GPE" and len(words) == 1:
        name = town(chance)
        return [name] if name.isalpha() else list(words)
    return list(words)

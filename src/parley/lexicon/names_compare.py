"""Are two names of persons the same person's? By their parts, without what only spelling makes different."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from parley.lexicon.names import Names, plain

_SPELLINGS = (
    (re.compile(r"^(?:muhammad|mohammed|mohamed|mohammad|mohamad|muhammed|mohamet|mehmed)$"), "mohamad"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|q|ck"), "k"),
    (re.compile(r"sh|sch|ch|zh"), "s"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh|th"), "d"),
    (re.compile(r"v"), "w"),
    (re.compile(r"j|y|ie|ee|ei|ey|ay|ai|i|e"), "i"),
    (re.compile(r"ou|oo|o|u"), "u"),
    (re.compile(r"c|k"), "k"),
    (re.compile(r"z"), "s"),
    (re.compile(r"h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """A rough spelling that transliterations of one name share ("muallem", "moualem")."""
    for pattern, to in _SPELLINGS:
        word = pattern.sub(to, word)
    return word


def name_parts(name: str, names: Names) -> tuple[str, ...]:
    """The parts of a person's name that tell him apart, without particles, titles and initials."""
    parts = tuple(w for w in plain(name).split() if w not in names.particles and w not in names.honorifics and len(w) > 1)
    return parts or tuple(plain(name).split())


def known_person(name: str, names: Names) -> str | None:
    """Key of the well-known person with this full name, initials and particles apart; None where several or none fit."""
    parts = " ".join(name_parts(name, names))
    found = names.full_names.get(parts, ()) if " " in parts else ()
    return found[0] if len(found) == 1 else None


def surname_of(name: str, names: Names) -> str:
    """The part by which news English calls a person again; the first for Korean, Chinese and Vietnamese names."""
    parts = name_parts(name, names)
    return parts[0] if is_family_first(name, names) else parts[-1]


def is_family_first(name: str, names: Names) -> bool:
    """Does the family name stand first?"""
    parts = plain(name).split()
    if not 2 <= len(parts) <= 4 or parts[0] not in names.family_first:
        return False
    return len(parts) > 2 or names.given.get(parts[1]) is None


def same_person(a: str, b: str, names: Names) -> bool:
    """May two full names be one person's? The family names agree, and so do the given names as far as both have them."""
    one, two = name_parts(a, names), name_parts(b, names)
    if len(one) < 2 or len(two) < 2:
        return False
    if not alike(surname_of(a, names), surname_of(b, names)):
        return False
    short, long = sorted((one, two), key=len)
    rest = list(long)
    for part in short:
        hit = next((w for w in rest if alike(part, w)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return True


def alike(a: str, b: str) -> bool:
    """Are two parts of names one, but for their spelling?"""
    if a == b:
        return True
    if min(len(a), len(b)) < 3:
        return False
    x, y = sound(a), sound(b)
    if x == y:
        return True
    return min(len(x), len(y)) >= 5 and x[0] == y[0] and Levenshtein.distance(x, y, score_cutoff=1) <= 1

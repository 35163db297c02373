"""The smallest parts of mentions: names that the lexicon knows, words of office, and names that it does not know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.annotate.names_words import Word
from parley.lexicon.names import Form, Names

What = Literal["known", "role", "honorific", "kin", "government", "forces", "body", "group", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Some words that belong together.

    Attributes:
        first, last: indices of words of the sentence, both inside.
        text: the plain form; what the lexicon is asked by.
        form: of a known name.
        lost: whether the last word carries a possessive s without its apostrophe.
    """

    first: int
    last: int
    what: What
    text: str
    form: Form | None = None
    lost: bool = False


def find_units(words: tuple[Word, ...], names: Names, bound: frozenset[str]) -> tuple[Unit, ...]:
    """Known names and words of office, the longest at each place, in order.

    Args:
        bound: keys that the page names without doubt; forms that need such company count only for these.
    """
    found, i = [], 0
    while i < len(words):
        unit = _known_at(words, i, names, bound)
        if unit is not None and words[i].norm == "the" and i + 1 < len(words):
            longer = _known_at(words, i + 1, names, bound)
            unit = None if longer is not None and longer.last > unit.last else unit
        other = _office_at(words, i, names)
        if other is not None and (unit is None or other.last > unit.last):
            unit = other
        if unit is not None and unit.form is None and _reaches_into_name(words, unit, names, bound):
            unit = None
        if unit is not None:
            found.append(unit)
            i = unit.last + 1
        else:
            i += 1
    return tuple(found)


def _reaches_into_name(words: tuple[Word, ...], unit: Unit, names: Names, bound: frozenset[str]) -> bool:
    """Does a known name begin inside of words of office and go on behind them ("major General Assembly")?"""
    inside = (_known_at(words, k, names, bound) for k in range(unit.first + 1, unit.last + 1))
    return any(known is not None and known.last > unit.last for known in inside)


def find_keys(words: tuple[Word, ...], names: Names) -> frozenset[str]:
    """Keys of all that a sentence names without doubt."""
    units = find_units(words, names, frozenset())
    return frozenset(u.form.known.key for u in units if u.form is not None)


def _known_at(words: tuple[Word, ...], i: int, names: Names, bound: frozenset[str]) -> Unit | None:
    here, comma, found = "", False, None
    for k in range(i, len(words)):
        comma = comma or (k > i and words[k].gap == ", ")
        if k > i and not _goes_on(words[k - 1], words[k]):
            break
        here += words[k].norm
        unit = _known(words, i, k, here, names, bound)
        if unit is not None and unit.form is not None and (not comma or "," in unit.form.text):
            found = unit
        here += "s" if words[k].owns and not here.endswith("s") else ""
        if here not in names.prefixes:
            break
        here += " "
    return found


def _goes_on(before: Word, word: Word) -> bool:
    return word.joined or word.gap == ", " or (before.norm in _ABBREVIATED and word.gap == ". ")


def _known(words: tuple[Word, ...], first: int, last: int, text: str, names: Names, bound: frozenset[str]) -> Unit | None:
    form = _fitting(names.forms.get(text, ()), words[first : last + 1], bound, 0)
    if form is not None:
        return Unit(first=first, last=last, what="known", text=text, form=form)
    if not _may_have_lost(words[last]):
        return None
    form = _fitting(names.forms.get(text[:-1], ()), words[first : last + 1], bound, 1)
    return Unit(first=first, last=last, what="known", text=text[:-1], form=form, lost=True) if form is not None else None


_ABBREVIATED = frozenset({"st", "mr", "mrs", "dr", "no"})


def _may_have_lost(word: Word) -> bool:
    """May the last s be a possessive ending whose apostrophe was lost ("Chads")?"""
    return word.norm.endswith("s") and not word.owns and len(word.norm) > 2 and word.text[-1] == "s" and word.capital


def _fitting(forms: tuple[Form, ...], words: tuple[Word, ...], bound: frozenset[str], cut: int) -> Form | None:
    """The form that the words are written as; of several one of a state that the page names goes first."""
    if not forms:
        return None
    texts = [w.text for w in words]
    texts[-1] = texts[-1][: len(texts[-1]) - cut]
    fitting = [
        form
        for form in forms
        if (not form.bound or form.known.key in bound)
        and (len(form.cases) != len(texts) or all(_cased(t, c) for t, c in zip(texts, form.cases, strict=True)))
    ]
    return next((f for f in fitting if f.known.of in bound), fitting[0] if fitting else None)


def _cased(text: str, case: str) -> bool:
    if case == "U":
        return text.replace(".", "").isupper()
    return case == "l" or text[0].isupper()


def _office_at(words: tuple[Word, ...], i: int, names: Names) -> Unit | None:
    text, found = "", None
    for k in range(i, len(words)):
        if k > i and not words[k].joined and not (words[k - 1].norm in _RANKS and words[k].gap == ". "):
            break
        text = f"{text} {words[k].norm}".strip()
        what = _what(text, words[i], names)
        if what is not None:
            called = text in names.honorifics and words[i].capital and _before_name(words, k)
            found = Unit(first=i, last=k, what="honorific" if called else what, text=text)
        text += " s" if words[k].owns else ""
        if text not in names.prefixes:
            break
    return found


def _before_name(words: tuple[Word, ...], last: int) -> bool:
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.joined and after.capital


_RANKS = frozenset({"lt", "maj", "brig", "vice", "rear", "gen"})


def _what(text: str, word: Word, names: Names) -> What | None:
    if text in names.honorifics and word.capital and text not in names.roles:
        return "honorific"
    if text in names.bodies:
        return "body"
    if text in names.roles and not (text in names.groups and names.roles[text].plural):
        return "role"
    if text in names.groups:
        return "group"
    if text in names.governments or (text.endswith("s") and text[:-1] in names.governments):
        return "government"
    if text in names.forces:
        return "forces"
    return "kin" if text in names.kin else None

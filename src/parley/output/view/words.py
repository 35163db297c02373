"""Codes, counts and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

RELATIONS: Mapping[str, tuple[str, str]] = {
    "asserts": ("●", "asserts"),
    "differs": ("◐", "differs"),
    "contradicts": ("✕", "contradicts"),
    "silent": ("–", "silent"),
    "incomplete": ("◌", "text incomplete"),
}
"""Sign and word of what a source does with a claim; the word is always printed, the sign only helps the eye."""

STANDINGS: Mapping[str, str] = {
    "agreed": "accounts agree",
    "single-origin": "one origin only",
    "differs": "accounts differ",
    "contradicted": "contradicted",
}

SENTENCE_KINDS: Mapping[str, str] = {
    "reported": "reported",
    "attributed": "somebody’s word",
    "disputed": "accounts differ",
    "gap": "not known",
}

VOICES: Mapping[str, str] = {
    "own-quote": "own words, quoted",
    "own-indirect": "own words, reported",
    "attributed-by-other": "told by another",
    "outlet": "the outlet’s wording",
}

FORMS: Mapping[str, str] = {"direct": "quoted", "partial": "quoted in part", "indirect": "reported, not quoted"}

DATE_BASES: Mapping[str, str] = {
    "declared": "declared by the page",
    "dateline": "from the dateline",
    "inferred": "inferred, not stated by the page",
    "file": "from the file",
}

ORIGIN_BASES: Mapping[str, str] = {
    "agency-credit": "credits an agency",
    "copied-text": "shares its text",
    "stated": "says so",
    "own-reporting": "own reporting",
}

AGREEMENTS: Mapping[str, str] = {
    "single": "one reading",
    "agree": "readings agree",
    "differ": "readings differ",
    "updated": "later reading updates the earlier",
}

DIVERGENCES: Mapping[str, str] = {
    "contradiction": "Contradiction",
    "number": "Numbers",
    "date": "Dates",
    "altered-quotation": "Altered quotation",
    "scope": "Scope",
    "wording": "Wording",
    "attribution": "Attribution",
    "omission": "Left out",
    "source-error": "Error in a source",
}
"""In the order in which a page shows them."""

FACTUALITY: Mapping[str, str] = {
    "happened": "happened",
    "planned": "planned",
    "called-for": "called for",
    "conditional": "on a condition",
    "negated": "did not happen",
    "reported": "reported, not confirmed",
}

HYPHENED = re.compile(
    r"(?<=\b(?:de|no)) (?=escalation|fly)|(?<=\bcross) (?=border)|(?<=\bcounter) (?=terrorism)|(?<=\bthird) (?=party)"
)
"""Blanks of codes that are hyphens in English."""

_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def said(code: str | None) -> str:
    """A code of the ontology in plain words ("under_discussion" -> "under discussion")."""
    plain = (code or "").replace("_", " ").replace("-", " ").strip()
    return HYPHENED.sub("-", plain)


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun ("1 origin", "3 origins")."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def listed(parts: Iterable[str]) -> str:
    """A list in words ("a, b and c")."""
    found = list(parts)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def number_words(value: float) -> str:
    """A number with separators, or as millions, billions where that is exact to three places.

    >>> number_words(130000.0), number_words(6.5e9)
    ('130,000', '6.5 billion')
    """
    for size, name in _LARGE:
        if abs(value) >= size and round(value / size, 3) * size == value:
            return f"{value / size:g} {name}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def letters(k: int) -> str:
    """A, B ... Z, AA, AB ... for k = 0, 1 ..."""
    found = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        found = chr(65 + rest) + found
    return found

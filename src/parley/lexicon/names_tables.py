"""The tables of names: lines of cells parted by tabs, lists inside a cell by semicolons; "#" begins the heading line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from parley.errors import LexiconError
from parley.lexicon.reader import read_text
from parley.model.marks import Kind

KINDS: frozenset[str] = frozenset(get_args(Kind))
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`](?![sS]\b)[^\W_]+)*")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss"})
_MARKS = str.maketrans({".": None, "'": None, "’": None, "ʼ": None, "`": None, "-": " ", "‐": " ", "‑": " ", ",": " "})

Use = Literal["name", "people", "capital"]


def plain(text: str) -> str:
    """Text for comparing names: lower case, no accents, full stops or apostrophes; hyphens count as blanks.

    >>> plain("Da’esh, U.S. al-Bâb")
    'daesh us al bab'
    """
    bare = text.casefold()
    if not bare.isascii():
        parts = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
        bare = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    return " ".join(bare.translate(_MARKS).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody or something that the lexicon knows.

    Attributes:
        key: "state:SY", "org:un", "group:fsa", "forum:oslo", "place:SY/aleppo", "person:john-kerry".
        of: key of the state or body that it belongs to.
    """

    key: str
    kind: Kind
    name: str
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a name.

    Attributes:
        use: "name", "people" (adjective or inhabitants of a state), "capital" (a city that can stand for its state).
        cases: for each word "U" (all capitals), "C" (begins with one) or "l" (as it likes).
        bound: counts only where the page names the same by another form too.
    """

    text: str
    known: Known
    use: Use
    cases: str
    bound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A well-known person.

    Attributes:
        gender: "m" or "f".
        years: spans of years, both inside, in which the role was held.
    """

    known: Known
    gender: str
    role: str
    years: tuple[tuple[int, int], ...]
    names: tuple[str, ...]

    def holds_in(self, year: int) -> bool:
        """Was the role held in that year, or the one before or after?"""
        return any(first - 1 <= year <= last + 1 for first, last in self.years)


def form(text: str, known: Known, use: Use = "name") -> Form:
    """The form of a cell; "~" before it makes it a bound one."""
    written = text.removeprefix("~")
    return Form(text=written, known=known, use=use, cases="".join(map(_case, WORD.findall(written))), bound=text != written)


def _case(word: str) -> str:
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return "U"
    return "C" if word[0].isupper() else "l"


def rows(file: str, width: int) -> Iterator[list[str]]:
    """The lines of a table without its heading.

    Raises:
        LexiconError: a line has another number of cells.
    """
    for line in read_text(file).splitlines():
        cells = line.split("\t")
        if line.startswith("#"):
            continue
        if len(cells) != width:
            raise LexiconError(file, cells[0], f"has {len(cells)} cells in place of {width}")
        yield cells


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell."""
    return tuple(filter(None, cell.split(";")))


def read_states() -> Iterator[Form]:
    """All forms of all states: names, adjectives and people, capitals."""
    for code, alpha3, name, names, people, capitals in rows("states.tsv", 6):
        known = Known(key=f"state:{code}", kind="state", name=name, of=None)
        yield from (form(n, known) for n in (name, *listed(names)))
        yield from (form(n, known, "people") for n in listed(people))
        yield from (form(n, known, "capital") for n in listed(capitals))
        if alpha3 in {"USA", "PRK"}:
            yield form(alpha3, known)


def read_bodies() -> Iterator[Form]:
    """International and national bodies, armed and political groups, forums and agreements."""
    for prefix, file in (("org", "bodies.tsv"), ("group", "groups.tsv")):
        for ident, kind, name, names, of in rows(file, 5):
            known = Known(key=f"{prefix}:{ident}", kind=_kind(kind, file, ident), name=name, of=owner(of))
            yield from (form(n, known) for n in (name, *listed(names)))
    for ident, kind, name, names in rows("forums.tsv", 4):
        known = Known(key=f"forum:{ident}", kind=_kind(kind, "forums.tsv", ident), name=name, of=None)
        yield from (form(n, known) for n in (name, *listed(names)))


def read_places() -> Iterator[Form]:
    """Cities and regions."""
    for state, name, names in rows("places.tsv", 3):
        known = Known(key=f"place:{state}/{plain(name).replace(' ', '-')}", kind="place", name=name, of=f"state:{state}")
        yield from (form(n, known) for n in (name, *listed(names)))


def read_holders() -> Iterator[Holder]:
    """Well-known persons."""
    for name, gender, role, of, years, names in rows("persons.tsv", 6):
        known = Known(key=f"person:{plain(name).replace(' ', '-')}", kind="person", name=name, of=owner(of))
        spans = tuple((int(a), int(b)) for a, b in (y.split("-") for y in listed(years)))
        yield Holder(known=known, gender=gender, role=role, years=spans, names=(name, *listed(names)))


def owner(cell: str) -> str | None:
    """The key that a cell "belongs to" names: a state by its code in capitals, else a body by its id."""
    if not cell:
        return None
    if ":" in cell:
        return cell
    return f"state:{cell}" if cell.isupper() else f"org:{cell}"


def _kind(kind: str, file: str, rule: str) -> Kind:
    if kind not in KINDS:
        raise LexiconError(file, rule, f"no such kind: {kind}")
    return kind  # type: ignore[return-value]  # checked against the same Literal

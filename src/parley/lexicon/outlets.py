"""Outlets, agencies and what pages carry beside the article: `outlets.yaml`, `agencies.yaml`, `lang/en/page.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from parley.errors import LexiconError
from parley.lexicon.reader import Entry, entries, read_yaml, words
from parley.model.text import Role

OUTLETS, AGENCIES, PAGE = "outlets.yaml", "agencies.yaml", "lang/en/page.yaml"
ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newsroom; `owner` is private, public, state, party or ngo."""

    id: str
    name: str
    names: tuple[str, ...]
    domain: str
    country: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency; `names` are unmistakable, `short` ones count only where a credit stands."""

    id: str
    name: str
    names: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """What a line of a page is, by its words."""

    id: str
    role: Role
    pattern: re.Pattern[str]
    whole: bool

    def matches(self, line: str) -> bool:
        """Does the rule fit the line (without white space at its ends)?"""
        return bool(self.pattern.fullmatch(line) if self.whole else self.pattern.match(line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """All of it.

    Attributes:
        lines: rules for a whole line, the first that fits counts.
        captions: patterns that only captions hold.
        agency_names: every name of an agency, in lower case.
        newsroom: words that names of outlets end with or hold ("Post", "Times").
    """

    outlets: tuple[Outlet, ...]
    agencies: tuple[Agency, ...]
    lines: tuple[LineRule, ...]
    captions: tuple[re.Pattern[str], ...]
    agency_names: frozenset[str]
    newsroom: re.Pattern[str]

    def outlet_named(self, text: str) -> Outlet | None:
        """The outlet whose name is `text`, but for case and a leading article."""
        plain = _plain(text)
        return next((o for o in self.outlets if plain in (_plain(n) for n in (o.name, *o.names))), None)

    def outlet_at(self, domain: str) -> Outlet | None:
        """The outlet whose site `domain` is ("edition.cnn.com"), or part of."""
        return next((o for o in self.outlets if domain == o.domain or domain.endswith("." + o.domain)), None)

    def sounds_like_outlet(self, name: str) -> bool:
        """Is `name` that of a listed outlet, or made like one?"""
        return self.outlet_named(name) is not None or bool(self.newsroom.search(name))


def _plain(name: str) -> str:
    return name.strip().lower().removeprefix("the ")


def read() -> Outlets:
    """Reads the data files.

    Raises:
        LexiconError: a file breaks its own rules.
    """
    page = read_yaml(PAGE)
    agencies = tuple(map(_agency, entries(read_yaml(AGENCIES), "agencies", AGENCIES)))
    newsroom = [w for e in entries(page, "newsroom", PAGE) for w in words(e, "words")]
    return Outlets(
        outlets=tuple(map(_outlet, entries(read_yaml(OUTLETS), "outlets", OUTLETS))),
        agencies=agencies,
        lines=tuple(map(_line, entries(page, "rules", PAGE))),
        captions=tuple(_pattern(e) for e in entries(page, "captions", PAGE)),
        agency_names=frozenset(n.lower() for a in agencies for n in (a.name, *a.names, *a.short)),
        newsroom=re.compile(rf"(?:^|[ .-])(?:{'|'.join(newsroom)})(?![A-Za-z])"),
    )


def _outlet(entry: Entry) -> Outlet:
    return Outlet(
        id=str(entry["id"]),
        name=str(entry["name"]),
        names=words(entry, "names"),
        domain=str(entry["domain"]),
        country=str(entry["country"]),
        owner=str(entry["owner"]),
    )


def _agency(entry: Entry) -> Agency:
    return Agency(id=str(entry["id"]), name=str(entry["name"]), names=words(entry, "names"), short=words(entry, "short"))


def _line(entry: Entry) -> LineRule:
    role = ROLES.get(str(entry.get("role")))
    if role is None:
        raise LexiconError(PAGE, str(entry.get("id")), f"no such role: {entry.get('role')}")
    return LineRule(id=str(entry["id"]), role=role, pattern=_pattern(entry), whole=bool(entry.get("whole")))


def _pattern(entry: Entry) -> re.Pattern[str]:
    try:
        return re.compile(str(entry["match"]), 0 if entry.get("cased") else re.IGNORECASE)
    except re.error as error:
        raise LexiconError(PAGE, str(entry.get("id")), f"no regular expression: {error}") from error

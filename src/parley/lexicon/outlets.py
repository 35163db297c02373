"""Outlets, agencies and what pages carry beside the article: `outlets.tsv`, `agencies.yaml`, `lang/en/page.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from parley.errors import LexiconError
from parley.lexicon.reader import Entry, entries, read_text, read_yaml, words
from parley.model.text import Role

OUTLETS, AGENCIES, PAGE = "outlets.tsv", "agencies.yaml", "lang/en/page.yaml"
ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newsroom; `owner` is private, public, state, party or ngo."""

    id: str
    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
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
class Abbreviations:
    """What a text before a full stop ends with: an abbreviation that never ends a sentence, or one that may."""

    never: re.Pattern[str]
    maybe: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """All of it.

    Attributes:
        by_name: outlets by each of their names, in lower case without a leading article.
        lines: rules for a whole line, the first that fits counts.
        captions: patterns that only captions hold.
        agency_names: every name of an agency, in lower case.
        newsroom: words that names of outlets end with or hold ("Post", "Times").
    """

    outlets: tuple[Outlet, ...]
    by_name: Mapping[str, Outlet]
    agencies: tuple[Agency, ...]
    lines: tuple[LineRule, ...]
    captions: tuple[re.Pattern[str], ...]
    agency_names: frozenset[str]
    newsroom: re.Pattern[str]
    abbreviations: Abbreviations

    def outlet_named(self, text: str) -> Outlet | None:
        """The outlet whose name is `text`, but for case and a leading article."""
        return self.by_name.get(_plain(text))

    def outlet_at(self, domain: str) -> Outlet | None:
        """The outlet whose site `domain` is ("edition.cnn.com"), or part of."""
        return next((o for o in self.outlets if any(f".{domain}".endswith(f".{d}") for d in o.domains)), None)

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
    outlets = tuple(_outlet(row) for row in read_text(OUTLETS).splitlines() if row and not row.startswith("#"))
    return Outlets(
        outlets=outlets,
        by_name={_plain(n): o for o in reversed(outlets) for n in (*o.names, o.name)},
        agencies=agencies,
        lines=tuple(map(_line, entries(page, "rules", PAGE))),
        captions=tuple(_pattern(e) for e in entries(page, "captions", PAGE)),
        agency_names=frozenset(n.lower() for a in agencies for n in (a.name, *a.names, *a.short)),
        abbreviations=_abbreviations({str(e["id"]): words(e, "words") for e in entries(page, "abbreviations", PAGE)}),
        newsroom=re.compile(rf"(?:^|[ .-])(?:{'|'.join(newsroom)})(?![A-Za-z])"),
    )


def _abbreviations(found: dict[str, tuple[str, ...]]) -> Abbreviations:
    before, other = (sorted(found.get(key, ()), key=len, reverse=True) for key in ("before-a-name", "anywhere"))
    return Abbreviations(
        never=re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, before))})$"),
        maybe=re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, other))}|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])$"),
    )


def _outlet(row: str) -> Outlet:
    try:
        name_id, name, names, domains, country, owner = row.split("\t")
    except ValueError as error:
        raise LexiconError(OUTLETS, row[:40], "has not six columns") from error
    return Outlet(
        id=name_id,
        name=name,
        names=tuple(names.split("; ")) if names else (),
        domains=tuple(domains.split("; ")),
        country=country,
        owner=owner,
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

"""Who published an article, when, from where, and on whose credit."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from parley.lexicon.outlets import Agency, Outlets
from parley.model.text import Basis, Block, Declared, Role
from parley.text.datelines import dateline_place
from parley.text.dates import find_date
from parley.text.lines import masthead_names
from parley.text.names import byline_name, outlet_in_footer

CREDITED: frozenset[Role] = frozenset({"credit", "byline", "dateline"})
PUBLISHED = re.compile(r"^\W*(?:first\s+)?(?:published|posted|date)\b", re.IGNORECASE)
DATED_LATE = re.compile(r"^\W*(?:first\s+)?(?:published|posted|updated|last|date)\b", re.IGNORECASE)
SITE = re.compile(r"\s+[|»·]\s+|\s+[-–—]\s+(?=[A-Z][\w.' ]{1,30}$)|\s+:\s+(?=[A-Z][\w.' ]{1,30}$)")
SOURCE = re.compile(r"\(?[Ss]ource:? (?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){1,3})(?:,|\)| and\b|/|$)")
LEAST_LETTERS = 6  # of an outlet's name in the name of a file
COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about one article; None where nothing says it."""

    outlet: str | None
    title: str | None
    byline: str | None
    agencies: tuple[str, ...]
    dateline: str | None
    published: str | None
    basis: Basis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The lines of a page by role, in order, with their place among the blocks; `first` is that of the body."""

    lines: tuple[tuple[int, Role, str], ...]
    first: int
    headline: int

    def of(self, *roles: Role) -> list[str]:
        return [words for _, role, words in self.lines if role in roles]


def find_metadata(text: str, blocks: tuple[Block, ...], declared: Declared, uri: str, outlets: Outlets) -> Metadata:
    """The metadata of one article, from its container first, then from its lines.

    Args:
        text: of the document, which the blocks count in.
        uri: its address; the domain, and as a last hint the file's name, may name the outlet.
    """
    lines = tuple((k, b.role, b.span.of(text).strip()) for k, b in enumerate(blocks))
    page = _Page(
        lines=lines,
        first=next((k for k, role, _ in lines if role in ("body", "dateline")), len(lines)),
        headline=next((k for k, role, _ in lines if role == "title"), -1),
    )
    published, basis = _published(page, declared)
    outlet = _declared_outlet(declared, outlets) or _outlet(page, uri, outlets)
    byline = declared.byline or next(iter(page.of("byline")), None)
    return Metadata(
        outlet=outlet,
        title=_title(page, declared, outlet),
        byline=byline_name(byline, outlet) if byline else None,
        agencies=_agencies(page, declared, outlets),
        dateline=next((p for line in page.of("dateline") if (p := dateline_place(line))), None),
        published=published,
        basis=basis,
    )


def _title(page: _Page, declared: Declared, outlet: str | None) -> str | None:
    """The headline on the page; else the declared one, without the site's name."""
    printed = next(iter(page.of("title")), None)
    if printed:
        return " ".join(printed.split())
    if not declared.title:
        return None
    title = " ".join(html.unescape(declared.title).split())
    if outlet:
        name = re.escape(outlet)
        title = re.sub(rf"^{name}\s*[-–—|:·»]\s*(?=\w)|\s*[-–—|:·»]\s*{name}$", "", title, flags=re.IGNORECASE)
    return max((part.strip() for part in SITE.split(title)), key=len) or None


def _published(page: _Page, declared: Declared) -> tuple[str | None, Basis | None]:
    if declared.published:
        return declared.published, "declared"
    for line in _date_lines(page):
        if found := find_date(line):
            return found, "declared"
    return next(((found, "dateline") for line in page.of("dateline") if (found := find_date(line))), (None, None))


def _date_lines(page: _Page) -> list[str]:
    """Lines that may date the article, the likeliest first: between headline and body, then above, then late but named so."""
    dated = [(k, words) for k, role, words in page.lines if role in ("date", "outlet", "byline")]
    near = [words for k, words in dated if page.headline < k < page.first]
    above = [words for k, words in dated if k < min(page.headline, page.first)][::-1]
    late = [words for k, words in dated if k > page.first and DATED_LATE.match(words)]
    near.sort(key=lambda words: not PUBLISHED.match(words))
    return [*near, *above, *late]


def _declared_outlet(declared: Declared, outlets: Outlets) -> str | None:
    """The outlet that the container names, by the name in the list where its address or name stands there."""
    domain = _domain(declared.url or "")
    known = outlets.outlet_at(domain) if domain else None
    if known is None and declared.outlet:
        named = _domain(declared.outlet) or declared.outlet
        known = outlets.outlet_at(named.lower()) or outlets.outlet_named(named)
    if known is not None:
        return known.name
    return declared.outlet if declared.outlet and "://" not in declared.outlet else domain


def _domain(address: str) -> str | None:
    return urlsplit(address).netloc.removeprefix("www.").lower() or None if "://" in address else None


def _outlet(page: _Page, uri: str, outlets: Outlets) -> str | None:
    for line in page.of("outlet"):
        names = [line] if outlets.outlet_named(line) else masthead_names(line) or (line.split("|")[0].strip(),)
        names = [n for n in names if not find_date(n, whole=True)]
        if names:
            return max(names, key=lambda n: (outlets.sounds_like_outlet(n), len(n)))
    footers = [n for line in page.of("furniture", "headline", "repeated") if (n := outlet_in_footer(line))]
    footer = next((n for n in footers if n.lower() not in outlets.agency_names), None)
    if footer:
        known = outlets.outlet_named(footer)
        return known.name if known else footer
    return _credited_outlet(page.of("credit"), outlets) or _named_by_file(uri, outlets)


def _credited_outlet(lines: Iterable[str], outlets: Outlets) -> str | None:
    """An outlet that a credit line names: one of the list, or a name made like one: "Source: Lumba Post, News Agencies"."""
    for line in lines:
        names = [(n, o.name) for o in outlets.outlets for n in (o.name, *o.names) if _holds(line, n)]
        names = [(n, name) for n, name in names if n.lower() not in outlets.agency_names]
        if names:
            return max(names, key=lambda x: (len(x[0]), x[1]))[1]
        first = SOURCE.match(line)
        if first and outlets.sounds_like_outlet(first["name"]) and first["name"].lower() not in outlets.agency_names:
            return first["name"]
    return None


def _named_by_file(uri: str, outlets: Outlets) -> str | None:
    """The outlet whose name, or the name of whose site, the file's name holds; short names prove nothing."""
    words = _letters(PurePath(uri.partition("#")[0]).stem)
    fits = []
    for outlet in outlets.outlets:
        for name in (outlet.name, *outlet.names, *(d.split(".")[0] for d in outlet.domains)):
            plain = _letters(name).removeprefix("the ")
            if len(plain) >= LEAST_LETTERS and f" {plain} " in f" {words} ":
                fits.append((len(plain), outlet.name))
    return max(fits)[1] if fits else None


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.lower()))


def _agencies(page: _Page, declared: Declared, outlets: Outlets) -> tuple[str, ...]:
    """Agencies that credit lines, bylines, datelines and the copyright line name, in the order of credit."""
    lines = [words for _, role, words in page.lines if role in CREDITED or (role == "furniture" and COPYRIGHT.search(words))]
    return credited_agencies([declared.byline or "", *lines], outlets)


def credited_agencies(lines: Iterable[str], outlets: Outlets) -> tuple[str, ...]:
    """Names of the agencies that the lines name, in the order of the lines."""
    joined = "\n".join(lines)
    found = [(place, a.name) for a in outlets.agencies if (place := _first_place(a, joined)) is not None]
    return tuple(name for _, name in sorted(found))


def _first_place(agency: Agency, text: str) -> int | None:
    patterns: Sequence[tuple[str, bool]] = [*((n, True) for n in agency.names), *((n, False) for n in agency.short)]
    places = [m.start() for name, loose in patterns if (m := _search(text, name, loose=loose))]
    return min(places, default=None)


def _holds(text: str, name: str) -> bool:
    return _search(text, name, loose=False) is not None


def _search(text: str, name: str, *, loose: bool) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE if loose else 0)

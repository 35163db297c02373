"""Who published an article, when, from where, and on whose credit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.lexicon.outlets import Agency, Outlets
from parley.model.text import Basis, Block, Declared, Document, Role
from parley.text.dates import find_date

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CREDIT_ROLES: frozenset[Role] = frozenset({"credit", "byline", "dateline"})
FOOTER = re.compile(
    r"(?:all rights reserved(?: to)?|copyright|©|\(c\)|maintained(?: and developed)? by)\s*(?:©|\(c\))?\s*"
    r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*"
    r"(?P<name>[A-Z][\w.&'’ -]{2,50}?)\s*(?:\d{4}.*|©.*|\.|,|All rights.*|SAL.*|LLC.*|Ltd.*|Inc.*)?$",
    re.IGNORECASE,
)
GENERIC = re.compile(r"^(?:all rights reserved|rights reserved|the author|reserved)$", re.IGNORECASE)


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


def find_metadata(text: str, blocks: tuple[Block, ...], declared: Declared, uri: str, outlets: Outlets) -> Metadata:
    """The metadata of one article, from its container first, then from its lines.

    Args:
        text: of the document, which the blocks count in.
        uri: its address; the domain may name the outlet.
    """
    by_role: dict[Role, list[str]] = {}
    for block in blocks:
        by_role.setdefault(block.role, []).append(block.span.of(text).strip())
    published, basis = _published(by_role, declared)
    return Metadata(
        outlet=declared.outlet or _outlet(by_role, uri, outlets),
        title=_clean_title(declared.title) or next(iter(by_role.get("title", [])), None),
        byline=declared.byline or _byline(by_role.get("byline", [])),
        agencies=credited_agencies((t for role in CREDIT_ROLES for t in by_role.get(role, [])), outlets),
        dateline=_place(by_role.get("dateline", [])),
        published=published,
        basis=basis,
    )


def _published(by_role: dict[Role, list[str]], declared: Declared) -> tuple[str | None, Basis | None]:
    if declared.published:
        return declared.published, "declared"
    for role in ("date", "outlet"):
        for line in by_role.get(role, []):
            if found := find_date(line):
                return found, "declared"
    return next(((found, "dateline") for line in by_role.get("dateline", []) if (found := find_date(line))), (None, None))


def _outlet(by_role: dict[Role, list[str]], uri: str, outlets: Outlets) -> str | None:
    for line in by_role.get("outlet", []):
        name = line.split("|")[0].strip()
        if not find_date(name, whole=True):
            return name
    domain = re.match(r"https?://(?:www\.)?([^/]+)", uri)
    if domain:
        known = next((o.name for o in outlets.outlets if domain[1] == o.domain or domain[1].endswith("." + o.domain)), None)
        return known or domain[1]
    for line in [x for role in ("furniture", "headline") for x in by_role.get(role, [])]:
        for match in map(FOOTER.search, line.split("\n")):
            if match and not GENERIC.match(match["name"].strip()):
                return match["name"].strip()
    return _credited_outlet(by_role.get("credit", []), outlets)


def _credited_outlet(lines: Iterable[str], outlets: Outlets) -> str | None:
    """An outlet of the list that a credit line names: "Source: Al Jazeera, News Agencies"."""
    for line in lines:
        names = [
            (n, o.name) for o in outlets.outlets for n in (o.name, *o.names) if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", line)
        ]
        if names:
            return max(names, key=lambda x: (len(x[0]), x[1]))[1]
        first = re.match(r"\(?source:? (?P<name>(?:[A-Z][\w.&'’-]* ?){1,4})(?:,| and|$)", line, re.IGNORECASE)
        if first and not credited_agencies([first["name"]], outlets) and first["name"][0].isupper():
            return first["name"].strip()
    return None


def credited_agencies(lines: Iterable[str], outlets: Outlets) -> tuple[str, ...]:
    """Names of the agencies that credit lines, bylines and datelines name, in the order of the list."""
    joined = "\n".join(lines)
    return tuple(a.name for a in outlets.agencies if _is_credited(a, joined))


def _is_credited(agency: Agency, text: str) -> bool:
    insensitive = any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text, re.IGNORECASE) for n in agency.names)
    return insensitive or any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text) for n in agency.short)


def _byline(lines: list[str]) -> str | None:
    return re.sub(r"^(?:written )?by ", "", lines[0], flags=re.IGNORECASE) if lines else None


def _place(lines: list[str]) -> str | None:
    return re.split(r"[(—–]|--| - ", lines[0])[0].strip(" ,-") if lines else None


def _clean_title(title: str | None) -> str | None:
    """The title without the site's name behind a bar."""
    return re.split(r"\s+[|»]\s+|\s+[-–—]\s+(?=[A-Z][\w ]{2,30}$)", title)[0].strip() if title else None


def infer_dates(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents, those without a date of their own dated by their calendar and the others' dates, if these agree.

    A text that says "on Monday" of its news was published on that Monday or the day after; the candidates are the days
    within a week of the other articles'. Without a dated article beside it, or a weekday in its first half, a document
    stays undated.
    """
    known = Counter(d.published[:10] for d in documents if d.published)
    if not known:
        return documents
    top = max(known.values())
    anchor = date.fromisoformat(min(day for day, n in known.items() if n == top))
    return tuple(d if d.published else _inferred(d, anchor) for d in documents)


def _inferred(document: Document, anchor: date) -> Document:
    body = " ".join(s.of(document.text) for s in document.body())
    named = re.findall(r"\b(" + "|".join(DAYS) + r")(?:['’]?s)?\b", body[: max(1500, len(body) // 2)].lower())
    if not named:
        return (
            replace(document, published=anchor.isoformat(), published_basis="inferred")
            if _shares_calendar(body, anchor)
            else document
        )
    weekday = DAYS.index(named[0])
    back = (anchor.weekday() - weekday) % 7
    day = anchor - timedelta(days=back) if back <= 3 else anchor + timedelta(days=7 - back)
    return replace(document, published=day.isoformat(), published_basis="inferred")


def _shares_calendar(body: str, anchor: date) -> bool:
    """Does the text speak of the anchor's month?"""
    return anchor.strftime("%B") in body

"""Articles in JSON and JSON Lines: schema.org NewsArticle and the names that exports commonly use."""

from __future__ import annotations

import json
from collections.abc import Iterator

from parley.model.text import Declared
from parley.text.dates import find_date

TEXT = ("articleBody", "text", "body", "content", "article", "maintext", "full_text", "story")
TITLE = ("headline", "title", "name")
DATE = (
    "datePublished",
    "date",
    "published",
    "published_at",
    "publishedAt",
    "pubDate",
    "date_publish",
    "dateCreated",
    "timestamp",
)
OUTLET = (
    "publisher",
    "outlet",
    "source",
    "site_name",
    "siteName",
    "newspaper",
    "sourceOrganization",
    "source_domain",
    "domain",
)
AUTHOR = ("author", "authors", "byline", "creator")
LANGUAGE = ("inLanguage", "language", "lang")
URL = ("url", "link", "uri", "mainEntityOfPage")
LISTS = ("articles", "items", "results", "data", "docs", "@graph", "itemListElement")


def read_json(text: str) -> Iterator[tuple[str, str, Declared]]:
    """(place, text, what is declared) of each article in a JSON text; the place counts items from 0.

    Raises:
        json.JSONDecodeError: it is neither JSON nor JSON Lines.
    """
    plain = text.lstrip("\ufeff")
    try:
        items = list(_articles(json.loads(plain)))
    except json.JSONDecodeError:
        rows = [json.loads(line) for line in plain.splitlines() if line.strip()]
        items = [item for row in rows for item in _articles(row)]
    for place, item in enumerate(items):
        yield str(place), _first(item, TEXT) or "", _declared(item)


def _articles(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item)
    elif isinstance(value, dict):
        if _first(value, TEXT):
            yield value
        for key in LISTS:
            if isinstance(value.get(key), (list, dict)):
                yield from _articles(value[key])


def _declared(item: dict[str, object]) -> Declared:
    written = _first(item, DATE)
    return Declared(
        title=_first(item, TITLE),
        outlet=_first(item, OUTLET),
        byline=_first(item, AUTHOR),
        published=find_date(written) if written else None,
        language=(_first(item, LANGUAGE) or "")[:2].lower() or None,
        url=_first(item, URL),
    )


def _first(item: dict[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words, or something with a name."""
    for key in keys:
        found = _words(item.get(key))
        if found:
            return found
    return None


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@value") or value.get("@id") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(w for v in value if (w := _words(v))) or None
    return None

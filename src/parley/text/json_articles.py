"""Articles in JSON and JSON Lines: schema.org NewsArticle and the names that exports commonly use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from parley.errors import DecodeError
from parley.model.text import Declared
from parley.text.dates import find_date

TEXT = ("articleBody", "text", "body", "content", "article", "maintext", "full_text", "fulltext", "body_text", "story")
TITLE = ("headline", "title", "name")
DATE = (
    "datePublished",
    "date",
    "published",
    "published_at",
    "publishedAt",
    "publish_date",
    "pubDate",
    "date_publish",
    "date_published",
    "publication_date",
    "dateCreated",
    "seendate",
    "timestamp",
)
OUTLET = (
    "publisher",
    "outlet",
    "source",
    "site_name",
    "siteName",
    "sitename",
    "newspaper",
    "publication",
    "sourceOrganization",
    "source_name",
    "source_domain",
    "domain",
)
AUTHOR = ("author", "authors", "byline", "creator")
LANGUAGE = ("inLanguage", "language", "lang")
URL = ("url", "link", "uri", "canonical_url", "mainEntityOfPage")
WRAPPERS = ("article", "articles", "items", "results", "data", "docs", "documents", "entries", "hits", "response")
GRAPHS = ("@graph", "itemListElement", "mainEntity", "item")  # here stand pages and persons too: no text is no fault
LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "arabic": "ar", "russian": "ru", "italian": "it"}
SECONDS = (10**8, 10**10)  # a number in between counts seconds since 1970; a thousand times as much, milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a JSON text; `text` is None where it holds no article's text, `fault` says what is wrong with its JSON."""

    text: str | None
    declared: Declared | None = None
    fault: str | None = None


def read_json(text: str) -> tuple[Item, ...]:
    """The items of a JSON text, in order: of a list, of an object that wraps one, of a JSON-LD graph, or one a line.

    A line of JSON Lines that is no JSON becomes an item with a fault; the others are still read.

    Raises:
        DecodeError: it is neither JSON nor JSON Lines.
    """
    plain = text.lstrip("\ufeff")
    try:
        return tuple(_items(json.loads(plain), must=True))
    except json.JSONDecodeError as error:
        lines = [line for line in plain.split("\n") if line.strip()]
        found = [item for line in lines for item in _line(line)]
        if len(lines) < 2 or all(item.fault for item in found):
            raise DecodeError(f"is no JSON (line {error.lineno}: {error.msg}); mend it or save it as .txt") from error
        return tuple(found)
    except RecursionError as error:
        raise DecodeError("is JSON nested too deep to be articles; save the articles as a list") from error


def _line(line: str) -> list[Item]:
    try:
        return list(_items(json.loads(line), must=True))
    except (json.JSONDecodeError, RecursionError) as error:
        return [Item(text=None, fault=str(error))]


def _items(value: object, must: bool) -> Iterator[Item]:
    """Items in `value`; where they `must` be articles, one without a text is an item too."""
    if isinstance(value, list):
        for part in value:
            yield from _items(part, must)
    elif isinstance(value, dict):
        inner = [(k, must) for k in WRAPPERS if isinstance(value.get(k), (list, dict))]
        inner += [(k, False) for k in GRAPHS if isinstance(value.get(k), (list, dict))]
        body = next((text for key in TEXT if (text := _text(value.get(key)))), None)
        if body is not None:
            yield Item(text=body, declared=declared_by(value))
        elif must and not inner:
            yield Item(text=None)
        for key, needed in inner if body is None else [(k, False) for k, _ in inner]:
            yield from _items(value[key], needed)


def declared_by(item: dict[str, object]) -> Declared:
    """What an object with schema.org's names, or those of common exports, says of an article."""
    return Declared(
        title=_first(item, TITLE),
        outlet=_first(item, OUTLET),
        byline=_first(item, AUTHOR),
        published=next((d for key in DATE if (d := _date(item.get(key)))), None),
        language=_language(_first(item, LANGUAGE)),
        url=_first(item, URL),
    )


def _date(value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = value / 1000 if value >= SECONDS[1] else value
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if SECONDS[0] <= seconds < SECONDS[1] else None
    words = _words(value)
    return find_date(words) if words else None


def _language(words: str | None) -> str | None:
    match = re.match(r"([a-z]{2,3})(?:[-_]|$)", words.strip().lower()) if words else None
    return match[1] if match else LANGUAGES.get(words.strip().lower()) if words else None


def _first(item: dict[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words, or something with a name."""
    return next((found for key in keys if (found := _words(item.get(key)))), None)


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, dict):
        return next((w for k in ("name", "rendered", "@value", "title", "@id") if (w := _words(value.get(k)))), None)
    if isinstance(value, list):
        return ", ".join(w for v in value if (w := _words(v))) or None
    return None


def _text(value: object) -> str | None:
    """A text as exports hold it: a string, an object around one, or a list of paragraphs."""
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, dict):
        return next((t for k in ("rendered", "text", "#text", "@value") if (t := _text(value.get(k)))), None)
    if isinstance(value, list):
        return "\n\n".join(t for v in value if (t := _text(v))) or None
    return None


def _whole(words: str) -> str | None:
    """The words, half characters (which JSON may hold and no file can) as U+FFFD; None where there are none."""
    return re.sub("[\ud800-\udfff]", "\ufffd", words) if words.strip() else None

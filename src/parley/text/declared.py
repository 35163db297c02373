"""What a page declares of itself in its head: JSON-LD, Open Graph, Dublin Core and the older names of meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from parley.model.text import Declared
from parley.text.dates import find_date
from parley.text.json_articles import declared_by
from parley.text.markup import Head

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
OUTLETS = ("og:site_name", "dc.publisher", "application-name", "apple-mobile-web-app-title")
ADDRESSES = ("canonical", "og:url", "twitter:url")
ARTICLE = re.compile(r"Article|BlogPosting|LiveBlog|Report", re.IGNORECASE)


def declared_in(head: Head) -> Declared:
    """What the head of a page says of the article; JSON-LD of an article first, then meta elements, then `title`."""
    linked = next(_articles(head.scripts), Declared())
    metas = head.metas
    written = _first(metas, DATES) or next(iter(head.times), "")
    author = linked.byline or _first(metas, AUTHORS)
    return Declared(
        title=linked.title or _first(metas, TITLES) or " ".join(head.title.split()) or None,
        outlet=linked.outlet or _first(metas, OUTLETS),
        byline=author if author and "://" not in author else None,
        published=linked.published or find_date(written),
        language=(linked.language or (head.language or metas.get("og:locale", ""))[:2].lower()) or None,
        url=_first(metas, ADDRESSES) or linked.url,
    )


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[k] for k in keys if metas.get(k)), None)


def _articles(scripts: list[str]) -> Iterator[Declared]:
    for script in scripts:
        try:
            found = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (declared_by(item) for item in _objects(found) if ARTICLE.search(str(item.get("@type", ""))))


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The objects in JSON-LD, outer before inner."""
    waiting = [value]
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, dict):
            yield found
        waiting += found if isinstance(found, list) else list(found.values()) if isinstance(found, dict) else []

"""A snapshot as a Document: text, blocks, sentences, metadata."""

from __future__ import annotations

import re

from parley.errors import EmptyPage
from parley.lexicon import Lexicon
from parley.model.text import Block, Document, OffsetMap, Snapshot
from parley.text.html import read_html
from parley.text.metadata import find_metadata
from parley.text.plain import find_blocks
from parley.text.segment import find_sentences

LEAST_WORDS = 20  # a shorter text is no article: a caption, a headline, an error page
ENGLISH = frozenset(["the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "said", "is", "was", "by", "as", "at"])


def make_document(snapshot: Snapshot, document_id: str, lexicon: Lexicon) -> Document:
    """The article that a snapshot holds.

    Raises:
        EmptyPage: nothing in it could be an article.
    """
    if snapshot.media_type == "text/html":
        page = read_html(snapshot.text, lexicon.outlets)
        text, offsets, blocks, declared = page.text, page.map, page.blocks, page.declared
    else:
        text, offsets, declared = snapshot.text, OffsetMap.identity(len(snapshot.text)), snapshot.declared
        blocks = find_blocks(text, lexicon.outlets)
    body = [b for b in blocks if b.role == "body"]
    if sum(len(b.span.of(text).split()) for b in body) < LEAST_WORDS:
        raise EmptyPage(f"holds no article (fewer than {LEAST_WORDS} words of running text); leave it out")
    data = find_metadata(text, blocks, declared, declared.url or snapshot.uri, lexicon.outlets)
    return Document(
        id=document_id,
        snapshot=snapshot,
        text=text,
        map=offsets,
        blocks=blocks,
        sentences=find_sentences(text, blocks, lexicon.outlets.abbreviations),
        outlet=data.outlet,
        title=data.title,
        byline=data.byline,
        agencies=data.agencies,
        dateline=data.dateline,
        published=data.published,
        published_basis=data.basis,
        language=declared.language or language_of(text, body),
        warnings=("the bytes are broken in places",) if "\ufffd" in text else (),
    )


def language_of(text: str, body: list[Block]) -> str | None:
    """ "en" where enough of the body's words are English function words; else None."""
    words = re.findall(r"[a-z]+", " ".join(b.span.of(text) for b in body).lower())
    return "en" if words and sum(w in ENGLISH for w in words) >= 0.15 * len(words) else None

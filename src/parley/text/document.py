"""A snapshot as a Document: text, blocks, sentences, metadata."""

from __future__ import annotations

import re
from dataclasses import fields

from parley.errors import EmptyPage
from parley.lexicon import Lexicon
from parley.model.text import Block, Declared, Document, OffsetMap, Snapshot
from parley.text.html import read_html
from parley.text.metadata import find_metadata
from parley.text.plain import find_blocks
from parley.text.segment import find_sentences

LEAST_WORDS = 12  # a shorter text is no article: a caption, a headline, an error page
ENGLISH = frozenset(["the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "said", "is", "was", "by", "as", "at"])
ENGLISH_SHARE = 0.15  # of a text's words; English news has 0.3 and more, its neighbours under 0.1


def make_document(snapshot: Snapshot, document_id: str, lexicon: Lexicon) -> Document:
    """The article that a snapshot holds.

    Raises:
        EmptyPage: nothing in it could be an article.
    """
    if snapshot.media_type == "text/html":
        page = read_html(snapshot.text, lexicon.outlets)
        text, offsets, blocks = page.text, page.map, page.blocks
        declared = _either(snapshot.declared, page.declared)
    else:
        text, offsets, declared = snapshot.text, OffsetMap.identity(len(snapshot.text)), snapshot.declared
        blocks = find_blocks(text, lexicon.outlets)
    words = [w for b in blocks if b.role == "body" for w in b.span.of(text).split()]
    if len(words) < LEAST_WORDS:
        raise EmptyPage(f"holds no article (fewer than {LEAST_WORDS} words of running text); leave it out")
    data = find_metadata(text, blocks, declared, snapshot.uri, lexicon.outlets)
    language = declared.language or _language(words)
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
        language=language,
        warnings=_warnings(text, blocks, language),
    )


def _either(first: Declared, second: Declared) -> Declared:
    """What the first declares, and the second where the first says nothing."""
    return Declared(**{f.name: getattr(first, f.name) or getattr(second, f.name) for f in fields(Declared)})


def _language(words: list[str]) -> str | None:
    """ "en" where enough of the words are English function words; else None."""
    plain = [m[0] for w in words if (m := re.search(r"[a-z]+", w.lower()))]
    return "en" if sum(w in ENGLISH for w in plain) >= ENGLISH_SHARE * (len(plain) or 1) else None


def _warnings(text: str, blocks: tuple[Block, ...], language: str | None) -> tuple[str, ...]:
    broken = text.count("\ufffd")
    found = [f"{broken} characters are broken in the file and stand as \ufffd"] if broken else []
    if language != "en":
        found.append(f"the language is {'unknown' if language is None else language}, the rules are made for English")
    if not any(b.role == "title" for b in blocks):
        found.append("no headline was found")
    return tuple(found)

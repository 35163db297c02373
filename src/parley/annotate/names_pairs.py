"""Two surnames in a row, in a headline that lost its punctuation or joined by a hyphen, are two persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.annotate.names_refs import Ref
from parley.lexicon.names import Names
from parley.lexicon.names_compare import name_parts, surname_of
from parley.model.text import Document, Span


def split_pairs(refs: Sequence[Ref], document: Document, names: Names, year: int | None) -> tuple[Ref, ...]:
    """The Refs, with each name that is only two surnames of others parted: in headlines, and elsewhere at a hyphen."""
    full = [r for r in refs if r.kind == "person" and r.sort == "name" and document.sentences[r.sentence].role != "title"]
    surnames = {surname_of(r.name, names) for r in full if r.key or len(name_parts(r.name, names)) > 1}
    return tuple(one for ref in refs for one in _parted(ref, document, names, surnames, year))


def _parted(ref: Ref, document: Document, names: Names, surnames: set[str], year: int | None) -> tuple[Ref, ...]:
    title = document.sentences[ref.sentence].role == "title" or " " not in ref.name
    parts = ref.name.replace("-", " ").split()
    if not title or ref.sort != "name" or ref.kind != "person" or ref.key or len(parts) != 2:
        return (ref,)
    own = [name_parts(p, names)[-1] for p in parts]
    if not all(p in surnames or names.holder_of(p, year) is not None for p in own):
        return (ref,)
    cut = ref.head.start + ref.head.of(document.text).index(parts[1], len(parts[0]))
    first = Span(start=ref.head.start, end=ref.head.start + len(parts[0]))
    second = Span(start=cut, end=ref.head.end)
    return tuple(
        replace(ref, span=span, head=span, name=name, kind=None) for span, name in zip((first, second), parts, strict=True)
    )

"""From match results to the record: contract ids for documents, and what each source was.

Matchers speak of documents in canonical order ("D0" ...); a brief speaks of sources in the order of input ("S0" ...).
The ledger is the one place where the first become the second.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TypeVar, cast

from parley.model.brief import Aside, Source
from parley.model.text import Document

T = TypeVar("T")


def name_sources(records: T, names: Mapping[str, str]) -> T:
    """The same records with `names[d]` for each document id d, wherever a record names its source.

    Args:
        records: a record, or a tuple of records.
        names: contract id of each document id.
    """
    return cast(T, _renamed(records, names))


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(_renamed(v, names) for v in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, object] = {}
    for f in dataclasses.fields(value):
        if not f.init:
            continue
        old = getattr(value, f.name)
        if f.name == "source":
            changed[f.name] = names.get(old, old)
        elif f.name == "sources":
            changed[f.name] = tuple(sorted((names.get(s, s) for s in old), key=_number))
        elif f.name == "cells":
            cells = {names.get(s, s): _renamed(c, names) for s, c in old.items()}
            changed[f.name] = {s: cells[s] for s in sorted(cells, key=_number)}
        elif isinstance(old, tuple) or dataclasses.is_dataclass(old):
            changed[f.name] = _renamed(old, names)
    return dataclasses.replace(value, **changed)


def _number(source: str) -> tuple[int, str]:
    digits = source.lstrip("SD")
    return (int(digits) if digits.isdigit() else 0, source)


def source_of(document: Document, source_id: str, origin: str | None) -> Source:
    """What the brief says of one document, with all that was set aside as not the article's running text."""
    raw = [(b.role, document.map.to_raw(b.span)) for b in document.blocks if len(b.span)]
    return Source(
        id=source_id,
        uri=document.snapshot.uri,
        outlet=document.outlet,
        title=document.title,
        byline=document.byline,
        agencies=document.agencies,
        published=document.published,
        published_basis=document.published_basis,
        language=document.language,
        sha256=document.snapshot.sha256,
        chars=len(document.snapshot.text),
        body=tuple((s.start, s.end) for role, s in raw if role == "body"),
        origin=origin,
        warnings=document.warnings,
        asides=tuple(Aside(role=role, start=s.start, end=s.end) for role, s in raw if role != "body"),
        text=document.snapshot.text,
    )

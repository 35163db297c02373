"""The contract `parley.brief/1` as types, and its JSON form.

Field names are the contract's own; keys that it does not name are ours and allowed by it.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from parley.model import records as r
from parley.model.text import Basis

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """First and last day of what the story reports as news (EDTF)."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the brief is about."""

    title: str
    window: Window
    as_of: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A part of a source that is not the article's running text, and what it was taken for."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One text that was read.

    Attributes:
        body: [start, end) pairs, raw positions, of the article's own text.
        asides: all other parts, with their role (title, caption, furniture ...).
        text: the decoded text, for outputs that show evidence in its place; never part of the JSON form.
    """

    id: str
    uri: str
    outlet: str | None
    title: str | None
    byline: str | None
    agencies: tuple[str, ...]
    published: str | None
    published_basis: Basis | None
    language: str | None
    sha256: str
    chars: int
    body: tuple[tuple[int, int], ...]
    origin: str | None
    warnings: tuple[str, ...]
    asides: tuple[Aside, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference to the earlier brief of the same story."""

    id: str
    kind: Literal["new", "revised", "moved", "confirmed", "withdrawn"]
    item: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made the brief: enough to make it again."""

    version: str
    lexicon: str
    models: tuple[str, ...]
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The whole account of one story."""

    parley: str
    story: Story
    sources: tuple[Source, ...]
    origins: tuple[r.Origin, ...]
    reuse: tuple[r.Reuse, ...]
    actors: tuple[r.Actor, ...]
    quotations: tuple[r.Quoted, ...]
    quotation_groups: tuple[r.QuotationGroup, ...]
    measures: tuple[r.Measure, ...]
    positions: tuple[r.Position, ...]
    schedule: tuple[r.Happening, ...]
    figures: tuple[r.Figure, ...]
    claims: tuple[r.Claim, ...]
    divergences: tuple[r.Divergence, ...]
    events: tuple[r.Event, ...]
    summary: tuple[r.SummarySentence, ...]
    changes: tuple[Change, ...]
    failures: tuple[r.Failure, ...]
    made_by: MadeBy


NOT_IN_JSON = frozenset({(Source, "text"), (r.Actor, "entities"), (r.Quoted, "mark")})
"""Fields that serve the pipeline or an output only."""


def to_json(brief: Brief) -> str:
    """The brief as JSON text, two spaces deep, ending with a newline; the same brief gives the same bytes."""
    return json.dumps(_plain(brief), ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> Brief:
    """The brief in a JSON text; keys that it does not know are left out, keys of ours that are missing take their defaults.

    Raises:
        ValueError: the text is no JSON, or a key that the contract requires is missing or of another type.
    """
    try:
        return _typed(Brief, json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a brief: {error}") from error


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = (f.name for f in dataclasses.fields(value) if f.init and (type(value), f.name) not in NOT_IN_JSON)
        return {name: _plain(getattr(value, name)) for name in kept}
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _typed(kind: type[T], value: object) -> T:
    """`value` (from JSON) as an instance of the dataclass `kind`."""
    if not isinstance(value, dict):
        raise TypeError(f"{kind.__name__} is not an object")
    hints = typing.get_type_hints(kind)
    given = {}
    for f in dataclasses.fields(kind):  # type: ignore[arg-type]  # T is always one of our dataclasses
        if not f.init:
            continue
        if f.name in value:
            given[f.name] = _as(hints[f.name], value[f.name])
        elif f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
            given[f.name] = _absent(hints[f.name], f.name)
    return kind(**given)


def _absent(hint: object, name: str) -> object:
    """What stands for a key of ours that a brief by another hand lacks."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        return ()
    if type(None) in typing.get_args(hint):
        return None
    if hint is int:
        return 0
    if hint is str:
        return ""
    raise KeyError(name)


def _as(hint: object, value: object) -> object:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return None if value is None else _as(next(a for a in args if a is not type(None)), value)
    if origin is tuple and isinstance(value, list):
        if len(args) == 2 and args[1] is not Ellipsis:
            return tuple(_as(a, v) for a, v in zip(args, value, strict=True))
        return tuple(_as(args[0], v) for v in value)
    if origin is not None and origin is not tuple and isinstance(value, dict):
        return {k: _as(args[1], v) for k, v in value.items()}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _typed(hint, value)
    return value

"""What the parts of mentions are put together to: one Ref for each place where a page names somebody or something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.lexicon.names import Form, Role
from parley.model.marks import Kind
from parley.model.text import Span

Sort = Literal["name", "role", "government", "body", "group", "pronoun", "kind", "pair", "noun", "office", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Units and runs, put together as far as their words alone allow.

    Attributes:
        what: that of the unit, or "compound" for a body, government or group with its owner.
        kind: None while it is open.
        key: lexicon key, or one made of a state's ("org:SY/foreign-ministry").
        owner: key of the state or body it belongs to.
        owner_name: plain name of the person it belongs to ("the Tan government").
    """

    first: int
    last: int
    what: str
    text: str
    form: Form | None = None
    kind: Kind | None = None
    name: str = ""
    key: str | None = None
    owner: str | None = None
    owner_name: str | None = None
    definite: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A role with what belongs to it: "[the] new Peruvian foreign minister", "head of the Harbour Authority".

    Attributes:
        first, last: words, without article; anchor: index of the role's own first word.
        determiner: "the", "a", "his" ..., or empty.
        owner: key of the state or body; owner_name: key or plain name of the person whose spokesman, aide ... it is.
    """

    first: int
    last: int
    anchor: int
    role: Role
    determiner: str
    owner: str | None
    owner_name: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """One place where a page names somebody or something, before it is known who that is.

    Attributes:
        span: with title; head: the name alone.
        sort: what it is called by.
        name: as it should be shown, without title.
        key: of the lexicon; owner: key of the state or body of a role, group or body.
        roles: titles as written; role: the office, where it has one.
        gender: "m", "f" or None.
        title: honorific, or acronym in brackets; noun: the last word of a government ("regime").
        single: one name alone says who it is: a relative's, or one that the page uses again and again.
        metonym: the name of a place, house or capital that stands for its government.
        count: of a noun that stands for several named before ("the two men").
        sentence, word: place in the order of the text.
    """

    span: Span
    head: Span
    sort: Sort
    kind: Kind | None
    name: str
    sentence: int
    word: int
    rule: str
    key: str | None = None
    owner: str | None = None
    owner_name: str | None = None
    roles: tuple[str, ...] = ()
    role: Role | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    metonym: bool = False
    single: bool = False
    title: str = ""
    noun: str = ""
    count: int = 0

"""Names, labels and evidence: how anything in a brief is pointed to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.model.brief import Brief, Source
from parley.model.records import Citation
from parley.output.view.dates import date_words
from parley.output.view.markup import is_markup, visible_near
from parley.output.view.words import letters

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:”\"’)])[^\S\n]*\r?\n|</p>|<p\b[^<>]*>|<br\b[^<>]*>", re.IGNORECASE)
"""The end of a paragraph: a blank line, a line that ends as a sentence does (else lines may be wrapped), or a tag."""

CONTEXT = 150  # code points before and after a cited passage: about one sentence of news English on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLabel:
    """How a source is called on the page.

    Attributes:
        name: the outlet; where it is not named, that is said.
        letter: of its main origin; empty where that is unknown.
    """

    id: str
    name: str
    date: str
    letter: str
    origin: str | None
    language: str | None
    has_text: bool

    @property
    def origin_words(self) -> str:
        """ "origin A", or that it is unknown."""
        return f"origin {self.letter}" if self.letter else "origin unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Verbatim words of a source in their place.

    Attributes:
        before, after: some of the text around them; empty where the text is not at hand.
        anchor: fragment of the passage in the source's text, or of the source.
    """

    source: SourceLabel
    before: str
    exact: str
    after: str
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An actor as the page calls it; `anchor` is empty for one that has no record."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Looks up labels by id; nothing in it is ever missing: an unknown id is its own name."""

    brief: Brief
    labels: Mapping[str, SourceLabel]
    texts: Mapping[str, str]
    markup: frozenset[str]
    actors: Mapping[str, str]
    letters: Mapping[str, str]

    def label(self, source: str) -> SourceLabel:
        """The label of a source id."""
        return self.labels.get(source) or _stranger(source)

    def labels_of(self, sources: Iterable[str]) -> tuple[SourceLabel, ...]:
        """Labels of source ids, in order, each once."""
        return tuple(self.label(s) for s in dict.fromkeys(sources))

    def name(self, actor: str | None) -> Name | None:
        """The name of an actor id; None for None."""
        if actor is None:
            return None
        return Name(text=self.actors.get(actor, actor), anchor=actor if actor in self.actors else "")

    def names(self, actors: Iterable[str] | None) -> tuple[Name, ...]:
        """Names of actor ids, in order, each once."""
        return tuple(n for n in map(self.name, dict.fromkeys(actors or ())) if n)

    def evidence(self, citations: Iterable[Citation]) -> tuple[Evidence, ...]:
        """The passages of citations, in order, each once; a citation without words is left out."""
        return tuple(self._passage(c) for c in dict.fromkeys(citations) if c.exact)

    def _passage(self, citation: Citation) -> Evidence:
        text = self.texts.get(citation.source, "")
        before, after = _around(text, citation.start, citation.end)
        if citation.source in self.markup:
            before, after = visible_near(before), visible_near(after)
        anchor = f"{citation.source}-{citation.start}" if text else citation.source
        return Evidence(
            source=self.label(citation.source),
            before=before,
            exact=citation.exact,
            after=after,
            start=citation.start,
            end=citation.end,
            anchor=anchor,
        )


def index_of(brief: Brief) -> Index:
    """The index of a brief. Origins are called A, B ... in the order of the brief."""
    marks = {o.id: letters(k) for k, o in enumerate(brief.origins)}
    names = {s.id: _name(s) for s in brief.sources}
    twice = {n for n, k in Counter(names.values()).items() if k > 1}
    labels = {s.id: _label(s, names[s.id] + (f" ({s.id})" if names[s.id] in twice else ""), marks) for s in brief.sources}
    return Index(
        brief=brief,
        labels=labels,
        texts={s.id: s.text for s in brief.sources},
        markup=frozenset(s.id for s in brief.sources if is_markup(s.text)),
        actors={a.id: a.name for a in brief.actors},
        letters=marks,
    )


def _name(source: Source) -> str:
    return source.outlet or f"Unnamed outlet ({source.id})"


def _label(source: Source, name: str, marks: Mapping[str, str]) -> SourceLabel:
    return SourceLabel(
        id=source.id,
        name=name,
        date=date_words(source.published),
        letter=marks.get(source.origin or "", ""),
        origin=source.origin if source.origin in marks else None,
        language=source.language,
        has_text=bool(source.text),
    )


def _stranger(source: str) -> SourceLabel:
    return SourceLabel(id=source, name=source, date="date not stated", letter="", origin=None, language=None, has_text=False)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Text before and after a passage inside its paragraph, cut at blanks, with a sign of cutting where more of it stands."""
    if not text or not 0 <= start < end <= len(text):
        return "", ""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    breaks = [b.end() for b in _BREAK.finditer(before)]
    if breaks:
        before = before[breaks[-1] :]
    elif start > CONTEXT:
        before = "… " + before[before.find(" ") + 1 :]
    ahead = _BREAK.search(after)
    if ahead:
        after = after[: ahead.start()]
    elif end + CONTEXT < len(text):
        after = after[: after.rfind(" ") + 1].rstrip() + " …" if " " in after else after + "…"
    return before, after

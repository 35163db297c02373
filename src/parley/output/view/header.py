"""The header strip, what changed, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.brief import Change
from parley.model.records import Failure
from parley.output.view.dates import date_words
from parley.output.view.index import Index
from parley.output.view.words import count, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One entry of the header strip."""

    term: str
    value: str
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What was asked, and of what the answer is made."""

    title: str
    language: str
    facts: tuple[Fact, ...]
    failures: tuple[Failure, ...]


def header_of(index: Index) -> Header:
    """The header strip of a brief."""
    brief, story = index.brief, index.brief.story
    named = {s.outlet for s in brief.sources if s.outlet}
    unnamed = sum(1 for s in brief.sources if not s.outlet)
    unknown = sum(1 for label in index.labels.values() if not label.letter)
    languages = dict.fromkeys(s.language for s in brief.sources if s.language)
    facts = (
        Fact(term="Happenings of", value=_window(story.window.start, story.window.end)),
        Fact(term="As of", value=date_words(story.as_of), note="latest publication"),
        Fact(term="Articles read", value=str(len(brief.sources)), anchor="sources"),
        Fact(term="Outlets", value=str(len(named)), note=f"and {unnamed} not named" if unnamed else "", anchor="sources"),
        Fact(
            term="Independent origins",
            value=str(len(brief.origins)),
            note=f"{count(unknown, 'article')} of unknown origin" if unknown else "",
            anchor="origins",
        ),
        Fact(term="Languages", value=", ".join(languages) or "not stated"),
        Fact(term="Not read or not done", value=str(len(brief.failures)) if brief.failures else "nothing", anchor="failures"),
    )
    title = story.title or "Untitled story"
    return Header(title=title, language=story.language or "en", facts=facts, failures=brief.failures)


def _window(start: str | None, end: str | None) -> str:
    if start and end:
        return date_words(start if start == end else f"{start}/{end}")
    return date_words(start or end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One difference to the earlier brief."""

    id: str
    kind: str
    item: str
    anchor: str
    was: str | None
    now: str | None


def changes_of(index: Index, anchors: frozenset[str]) -> tuple[Changed, ...]:
    """What changed since the last run; an item that the page still has is linked."""
    return tuple(_changed(c, anchors) for c in index.brief.changes)


def _changed(change: Change, anchors: frozenset[str]) -> Changed:
    anchor = change.item if change.item in anchors else ""
    return Changed(id=change.id, kind=said(change.kind), item=change.item, anchor=anchor, was=change.was, now=change.now)


def failure_words(failure: Failure) -> str:
    """A failure in one line: of what, in which step, what and why."""
    where = failure.uri or failure.source or "the whole story"
    return ": ".join(p for p in (where, failure.step, failure.error, failure.detail) if p)

"""A page's entities as the matcher of actors sees them: with the words that name them and where they first do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.marks import Entity, Mention, Page
from parley.model.records import Citation, cite
from parley.model.text import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One entity of one page.

    Attributes:
        mentions: those that name it, pronouns left out, in the order of the text.
        named: whether it has a name there, not only roles.
    """

    document: Document
    entity: Entity
    mentions: tuple[Mention, ...]
    named: bool

    def first(self) -> Citation:
        """Where the page first names it; by its name if there is one."""
        best = next((m for m in self.mentions if m.form == "name"), self.mentions[0])
        return cite(self.document, best.span)


def see(pages: tuple[Page, ...]) -> Iterator[Seen]:
    """All entities that pages name by other words than pronouns, in the order of pages and text."""
    for page in pages:
        mentions: dict[str, list[Mention]] = {}
        for m in page.marks.mentions:
            if m.form != "pronoun":
                mentions.setdefault(m.entity, []).append(m)
        for entity in page.marks.entities:
            own = tuple(mentions.get(entity.id, ()))
            if own:
                named = any(m.form != "role" for m in own)
                yield Seen(document=page.document, entity=entity, mentions=own, named=named)


def words_in(seen: Seen, mention: Mention) -> str:
    """How the mention calls it: the name without title, or the role; blanks evened."""
    span = mention.span if mention.form == "role" else mention.head
    return " ".join(span.of(seen.document.text).split())

"""What is compared when claims are matched: one statement with the fields that can agree or differ."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.marks import Mention, Page, Statement
from parley.model.records import Cast, Citation, QuotationGroup, Quoted, Reuse, cite
from parley.model.text import Span, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LIGHT = frozenset({"say", "tell", "be", "have", "do", "will", "would", "make", "take", "get", "go", "add", "also", "other"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One statement of one page, ready to be compared.

    Attributes:
        page: index in the story's pages.
        text: the content with its pronouns named, for the encoder.
        lemmas: content lemmas, lower case.
        actors: actor ids named in it; voices: actor ids whose word it is.
        numbers: (unit class, low, high) of its quantities.
        days: EDTF values of its dates.
        groups: ids of the quotation groups that it stands in.
        copies: ids of the reuse passages that cover it.
        shared: ids of the other records (measures, positions, happenings, figures) that cite it.
    """

    page: int
    statement: Statement
    citation: Citation
    text: str
    lemmas: frozenset[str]
    actors: frozenset[str]
    voices: tuple[str, ...]
    numbers: tuple[tuple[str, float | None, float | None], ...]
    days: tuple[str, ...]
    groups: frozenset[str]
    copies: frozenset[str]
    shared: frozenset[str]


def make_units(
    pages: tuple[Page, ...],
    cast: Cast,
    quoted: tuple[Quoted, ...],
    groups: tuple[QuotationGroup, ...],
    reuse: tuple[Reuse, ...],
    records: Mapping[str, tuple[Citation, ...]],
) -> tuple[Unit, ...]:
    """All statements of the pages that say enough to be compared, in the order of pages and text.

    Args:
        records: citations of each measure, position, happening and figure, by its id.
    """
    group_of = {m: g.id for g in groups for m in g.members}
    spoken = [(q.citation, group_of[q.id]) for q in quoted if q.id in group_of]
    copied = [(side, r.id) for r in reuse for side in (r.a, r.b)]
    cited = [(c, name) for name, citations in records.items() for c in citations]
    found = (_unit(k, page, s, cast, spoken, copied, cited) for k, page in enumerate(pages) for s in page.marks.statements)
    return tuple(u for u in found if len(u.lemmas) >= 2)


def _unit(
    index: int,
    page: Page,
    statement: Statement,
    cast: Cast,
    spoken: list[tuple[Citation, str]],
    copied: list[tuple[Citation, str]],
    cited: list[tuple[Citation, str]],
) -> Unit:
    marks, span = page.marks, statement.content
    inside = [m for m in marks.mentions if span.meets(m.span)]
    tokens = [t for t in page.document.sentences[statement.sentence].tokens if span.holds(t.span)]
    citation = cite(page.document, statement.span)
    return Unit(
        page=index,
        statement=statement,
        citation=citation,
        text=named(page, span),
        lemmas=content_lemmas(tokens),
        actors=frozenset(a.id for m in inside if (a := cast.of(m.entity))),
        voices=cast.ids(statement.holders),
        numbers=tuple((q.unit, q.low, q.high) for q in marks.quantities if span.holds(q.span)),
        days=tuple(t.value for t in marks.times if t.value and t.type in ("DATE", "TIME") and span.meets(t.span)),
        groups=frozenset(g for c, g in spoken if _covers(c, citation)),
        copies=frozenset(r for c, r in copied if _covers(c, citation)),
        shared=frozenset(r for c, r in cited if _lies_in(c, citation)),
    )


def content_lemmas(tokens: list[Token]) -> frozenset[str]:
    """Lemmas of the words that carry meaning."""
    kept = (t.lemma.lower() for t in tokens if t.upos in CONTENT)
    return frozenset(w for w in kept if len(w) > 1 and w not in LIGHT)


def named(page: Page, span: Span) -> str:
    """The words at `span` with each pronoun replaced by the name that it stands for."""
    names = {e.id: e.name for e in page.marks.entities}
    pronouns = [m for m in page.marks.mentions if m.form == "pronoun" and span.holds(m.span) and m.entity in names]
    text, end = "", span.start
    for mention in pronouns:
        text += page.document.text[end : mention.span.start] + _case(page, mention, names[mention.entity])
        end = mention.span.end
    return " ".join((text + page.document.text[end : span.end]).split())


def _case(page: Page, mention: Mention, name: str) -> str:
    possessive = mention.span.of(page.document.text).lower() in {"his", "her", "its", "their"}
    return f"{name}'s" if possessive else name


def _covers(passage: Citation, citation: Citation) -> bool:
    """Do the two share half of the shorter one, and more than a few words?"""
    if passage.source != citation.source:
        return False
    shared = min(passage.end, citation.end) - max(passage.start, citation.start)
    return shared >= 0.5 * min(passage.end - passage.start, citation.end - citation.start) and shared >= 15


def _lies_in(passage: Citation, citation: Citation) -> bool:
    """Does most of the passage lie inside the statement?"""
    if passage.source != citation.source:
        return False
    shared = min(passage.end, citation.end) - max(passage.start, citation.start)
    return shared >= 0.6 * min(passage.end - passage.start, citation.end - citation.start)


def rarity(units: tuple[Unit, ...]) -> dict[str, float]:
    """Weight of each lemma: the fewer statements of the story hold it, the more it tells."""
    counts = Counter(w for u in units for w in u.lemmas)
    return {w: math.log(1 + len(units) / n) for w, n in counts.items()}

"""Quotations of all pages with their speakers among the actors, and the same utterance as several outlets print it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log

from parley.align.quotation_differences import find_differences
from parley.align.quotation_likeness import Likeness, Print, likeness
from parley.align.quotation_words import content_stems, words_of
from parley.model.marks import Page, Quotation
from parley.model.records import Cast, Difference, Link, QuotationGroup, Quoted, cite
from parley.model.text import Span
from parley.model.types import Encode

ASIDE = re.compile(
    r",? (?:ahead of|due to|in the run-up to|prior to|following|after|before|which|who|whose|where|while|amid|as part of"
    r"|during)\b"
)
CROSS = 0.34  # of the pairs between two clusters that must be alike; tuned on three stories
CORE = 30  # characters: the least that a core holds
TOPIC = 240  # characters around a partial quotation that say what it is about
MOST_DIFFERENCES = 24  # told of one group


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    page: Page
    mark: Quotation
    quoted: Quoted
    print: Print


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    a: int
    b: int
    like: Likeness


def match_quotations(
    pages: tuple[Page, ...], cast: Cast, encode: Encode
) -> tuple[tuple[Quoted, ...], tuple[QuotationGroup, ...]]:
    """All quotations in the order of pages and text, and the groups of those that print one utterance.

    Args:
        pages: in canonical order.
        cast: the actors of the story.
        encode: texts to unit vectors.

    A group holds quotations of two sources or more. Vectors only find what to compare: words, speakers, numbers, names and
    negation decide.
    """
    items = _items(pages, cast)
    if not items:
        return (), ()
    pairs = _pairs(pages, items, encode)
    clusters = _joined(items, pairs)
    groups, of = [], {}
    for k, members in enumerate(clusters):
        groups.append(_group(f"G{k}", items, members, pairs))
        of.update(dict.fromkeys(members, f"G{k}"))
    quoted = tuple(replace(item.quoted, group=of.get(k)) for k, item in enumerate(items))
    return quoted, tuple(groups)


def _items(pages: tuple[Page, ...], cast: Cast) -> list[_Item]:
    found: list[_Item] = []
    for page in pages:
        for mark in page.marks.quotations:
            quoted = _quoted(page, mark, cast, len(found))
            found.append(_Item(page=page, mark=mark, quoted=quoted, print=_print(page, mark, cast)))
    return found


def _quoted(page: Page, mark: Quotation, cast: Cast, number: int) -> Quoted:
    ids = cast.ids(mark.speakers)
    via = cast.of(mark.via)
    document = page.document
    return Quoted(
        id=f"Q{number}",
        form=mark.form,
        speaker=ids[0] if len(ids) == 1 else None,
        speakers=ids if len(ids) > 1 else (),
        speaker_text=mark.speaker_span.of(document.text) if mark.speaker_span else None,
        via=via.id if via is not None and via.id not in ids else None,
        cue=mark.cue.of(document.text) if mark.cue else None,
        citation=cite(document, mark.span if mark.form == "indirect" else mark.content),
        group=None,
        mark=mark.id,
    )


def _print(page: Page, mark: Quotation, cast: Cast) -> Print:
    actors = [a for a in map(cast.of, (*mark.speakers, *_relayed(page, mark))) if a is not None]
    bodies = {n for a in actors for n in (a.affiliation, a.name, a.key) if n}
    text = page.document.text
    words, topic = words_of(text, mark.content), words_of(text, _topic(page, mark))
    return Print(
        source=page.document.id,
        form=mark.form,
        speakers=frozenset(a.id for a in actors),
        bodies=frozenset(bodies),
        words=words,
        topic=topic,
        stems=content_stems(words),
        about=content_stems(topic),
        utterance=mark.utterance,
    )


def _relayed(page: Page, mark: Quotation) -> tuple[str, ...]:
    """Whose words a reported clause passes on: of "she said he had promised ..." his, too."""
    if mark.form != "indirect":
        return ()
    inner = [q for q in page.marks.quotations if q.id != mark.id and q.form == "indirect" and mark.content.holds(q.content)]
    most = [q for q in inner if q.via in mark.speakers and 2 * len(q.content) >= len(mark.content)]
    return tuple(s for q in most for s in q.speakers)


def _topic(page: Page, mark: Quotation) -> Span:
    """The words that say what the quotation is about.

    Of full words these are its own; of reported ones its core, without what only says when and by whom else; of a few words
    the clause or sentence around them.
    """
    if mark.form == "direct":
        return mark.content
    if mark.form == "indirect":
        return _core(page, mark.content)
    around = [q.content for q in page.marks.quotations if q.form == "indirect" and q.content.holds(mark.content)]
    if around:
        return _core(page, min(around, key=len))
    at = page.document.sentence_at(mark.content.start)
    if at is None:
        blocks = [b.span for b in page.document.blocks if b.span.holds(mark.content) and len(b.span) <= 2 * TOPIC]
        return blocks[0] if blocks else mark.content
    sentence = page.document.sentences[at].span
    start = max(sentence.start, mark.content.start - TOPIC // 2)
    return Span(start=start, end=max(mark.content.end, min(sentence.end, start + TOPIC)))


def _core(page: Page, content: Span) -> Span:
    """The reported words up to where a side clause or a date begins, but no fewer than the first few."""
    text = page.document.text
    cut = next((m for m in ASIDE.finditer(text, content.start, content.end) if m.start() - content.start >= CORE), None)
    return Span(start=content.start, end=cut.start()) if cut else content


def _pairs(pages: tuple[Page, ...], items: Sequence[_Item], encode: Encode) -> list[_Pair]:
    weights = _weights(pages)
    vectors = encode([_topic(i.page, i.mark).of(i.page.document.text) for i in items])
    near = vectors @ vectors.T
    found = []
    for a, b in combinations(range(len(items)), 2):
        if items[a].print.source == items[b].print.source:
            continue
        like = likeness(items[a].print, items[b].print, float(near[a, b]), weights)
        if like is not None:
            found.append(_Pair(a=a, b=b, like=like))
    return found


def _weights(pages: tuple[Page, ...]) -> Mapping[str, float]:
    """Stems by their rarity: in how few of the story's sentences they stand."""
    count: dict[str, int] = {}
    total = 0
    for page in pages:
        for sentence in page.document.sentences:
            total += 1
            for stem in content_stems(words_of(page.document.text, sentence.span)):
                count[stem] = count.get(stem, 0) + 1
    return {stem: log((total + 1) / (n + 0.5)) for stem, n in sorted(count.items())}


def _joined(items: Sequence[_Item], pairs: Sequence[_Pair]) -> list[list[int]]:
    """Clusters of items, each in order, the surest pairs first.

    The same words always join; a likeness of content joins two clusters only if a share CROSS of their cross pairs is alike.
    """
    cluster = {k: [k] for k in range(len(items))}
    alike = {(p.a, p.b) for p in pairs}

    def fits(left: list[int], right: list[int]) -> bool:
        cross = [(min(a, b), max(a, b)) for a in left for b in right if items[a].print.source != items[b].print.source]
        return sum(c in alike for c in cross) >= CROSS * len(cross)

    for p in sorted(pairs, key=lambda p: (-p.like.score, p.a, p.b)):
        left, right = cluster[p.a], cluster[p.b]
        if left is not right and (p.like.verbatim or fits(left, right)):
            merged = sorted(left + right)
            cluster.update(dict.fromkeys(merged, merged))
    _join_utterances(items, cluster)
    kept = {tuple(members) for members in cluster.values() if len({items[k].print.source for k in members}) > 1}
    return [list(members) for members in sorted(kept)]


def _join_utterances(items: Sequence[_Item], cluster: dict[int, list[int]]) -> None:
    """Clusters that hold parts of one utterance are one: another source has both parts."""
    for a, b in combinations(range(len(items)), 2):
        left, right = cluster[a], cluster[b]
        together = items[a].print.utterance == items[b].print.utterance and items[a].mark.form != "indirect"
        if together and left is not right and len(left) > 1 and len(right) > 1:
            merged = sorted(left + right)
            cluster.update(dict.fromkeys(merged, merged))


def _group(name: str, items: Sequence[_Item], members: list[int], pairs: Sequence[_Pair]) -> QuotationGroup:
    inside = [p for p in pairs if p.a in members and p.b in members]
    links = tuple(
        Link(
            left=items[p.a].quoted.citation,
            right=items[p.b].quoted.citation,
            relation="same-utterance",
            score=round(p.like.score, 4),
            reason=p.like.reason,
            compared=p.like.compared,
        )
        for p in inside
    )
    differences: list[Difference] = []
    for p in inside:
        a, b = items[p.a], items[p.b]
        if "indirect" in (a.mark.form, b.mark.form):
            continue
        full = a.mark.form == b.mark.form == "direct"
        differences += find_differences(a.page.document, a.print.words, b.page.document, b.print.words, full=full)
    return QuotationGroup(
        id=name,
        members=tuple(items[k].quoted.id for k in members),
        differences=tuple(differences[:MOST_DIFFERENCES]),
        links=links,
    )

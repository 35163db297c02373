"""PLOVER events over all pages of a story: the same deed told by several pages is one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.align.reuse_words import STOP, WORD, Usage, form_of, usage_of
from parley.lexicon import Lexicon
from parley.model.marks import EventMention, Page
from parley.model.records import Cast, Citation, Event, cite
from parley.model.text import Document

ENOUGH = 4.0  # weight of shared words that says all
JOIN = 0.65  # likeness from which two tellings are one event
FOR_EACH, AT_LEAST = 2, 10  # events kept: AT_LEAST and FOR_EACH for each page, about what a careful coder notes
CITED = 3  # passages of one source
OPEN = frozenset({"conditional", "negated"})
FEWEST = 3  # words that a telling must have beside stop words: fewer say too little to stand alone
AGAIN = 0.3  # what each event of a type takes from the weight of the next one of it: a story is seldom one kind of deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention with what is compared.

    Attributes:
        words: with what a shared one says: less for the story's own vocabulary.
        main: whether it holds the sentence's main predicate.
        names: number of names in it.
    """

    page: int
    sentence: int
    document: Document
    mention: EventMention
    words: Mapping[str, float]
    actors: frozenset[str]
    recipients: frozenset[str]
    main: bool
    names: int


def match_events(pages: tuple[Page, ...], cast: Cast, lexicon: Lexicon) -> tuple[Event, ...]:
    """The events of the story, in the order in which the pages first tell them.

    Tellings of one type with like words and no conflict of actor or day are one event. Kept are the events that most pages
    tell or that stand at the head of one, up to about twenty for five pages. What is only thought, denied or long past is left
    out.
    """
    usage = usage_of(pages)
    tellings = [t for k, p in enumerate(pages) for t in _tellings(k, p, cast, usage)]
    groups = _grouped(tellings)
    spread = Counter(
        w for words in ({w for t in tellings if t.page == k for w in t.words} for k in range(len(pages))) for w in words
    )
    weights = [_weight(g, spread, len(pages)) for g in groups]
    kept = _chosen(groups, weights, AT_LEAST + FOR_EACH * len(pages))
    ordered = sorted(kept, key=lambda g: (g[0].page, g[0].mention.span))
    return tuple(_event(f"E{k}", g) for k, g in enumerate(ordered))


def _chosen(groups: Sequence[list[Telling]], weights: Sequence[float], most: int) -> list[list[Telling]]:
    """The heaviest groups, one by one; each type loses weight with every event that is taken of it."""
    left = list(range(len(groups)))
    taken: Counter[str] = Counter()
    kept: list[list[Telling]] = []
    while left and len(kept) < most:
        best = max(left, key=lambda k: (weights[k] - AGAIN * taken[groups[k][0].mention.type], -k))
        left.remove(best)
        taken[groups[best][0].mention.type] += 1
        kept.append(groups[best])
    return kept


def _tellings(number: int, page: Page, cast: Cast, usage: Usage) -> list[Telling]:
    document, found = page.document, []
    for m in page.marks.events:
        text = m.span.of(document.text)
        words = {form_of(w): usage.rarity.get(form_of(w), 1.0) for w in WORD.findall(text) if w.lower() not in STOP}
        if m.factuality in OPEN or _long_past(m, document) or len(words) < FEWEST:
            continue
        sentence = document.sentence_at(m.span.start) or 0
        tokens = [t for t in document.sentences[sentence].tokens if m.span.holds(t.span)]
        found.append(
            Telling(
                page=number,
                sentence=sentence,
                document=document,
                mention=m,
                words=words,
                actors=frozenset(cast.ids(m.actors)),
                recipients=frozenset(cast.ids(m.recipients)),
                main=any(t.head < 0 for t in tokens) and not m.rule.endswith("noun"),
                names=sum(t.upos == "PROPN" for t in tokens),
            )
        )
    return found


def _long_past(mention: EventMention, document: Document) -> bool:
    """Is the event dated more than about two months before the page?"""
    when, day = mention.when, document.published
    if not when or not day or not when[:4].isdigit() or not day[:4].isdigit():
        return False
    months = [int(x[:4]) * 12 + (int(x[5:7]) if x[5:7].isdigit() else 12) for x in (when, day)]
    return months[1] - months[0] > 2


def _grouped(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one event together: each joins the group that it is most like, in the order of pages."""
    groups: list[list[Telling]] = []
    for t in tellings:
        scores = [(_likeness(t, g), -k) for k, g in enumerate(groups) if g[0].mention.type == t.mention.type]
        score, place = max(scores, default=(0.0, 0))
        if score >= JOIN:
            groups[-place].append(t)
        else:
            groups.append([t])
    return groups


def _likeness(t: Telling, group: Sequence[Telling]) -> float:
    """As much as the most like of the group, held back by the others."""
    scores = [_pair_likeness(t, other) for other in group]
    return (2 * max(scores) + sum(scores) / len(scores)) / 3


def _pair_likeness(a: Telling, b: Telling) -> float:
    """Shared words, with what the actors, recipients and days say for or against it."""
    if a.page == b.page and a.mention.span.meets(b.mention.span):
        return 1.0
    common = [w for w in a.words if w in b.words]
    score = min(1.0, sum(a.words[w] for w in common) / min(sum(a.words.values()), sum(b.words.values()), ENOUGH))
    if len(common) < 2 and not (a.actors & b.actors and a.recipients & b.recipients):
        score = min(score, 0.3)
    for one, other in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if one and other:
            score += 0.2 if one & other else -0.25
    if a.mention.when and b.mention.when:
        score += 0.1 if _same_day(a.mention.when, b.mention.when) else -0.4
    return score


def _same_day(a: str, b: str) -> bool:
    short, long = sorted((a.strip("~?"), b.strip("~?")), key=len)
    return long.startswith(short) or short in long


def _weight(group: Sequence[Telling], spread: Counter[str], pages: int) -> float:
    """How much a careful reader would miss the event: number of pages, place in them, words that the story shares, actors."""
    first = min(t.sentence for t in group)
    best = max(group, key=lambda t: len(t.words))
    shared = sum(spread[w] for w in best.words) / (pages * max(1, len(best.words)))
    named = any(t.actors or t.mention.actors for t in group) + any(t.recipients or t.mention.recipients for t in group)
    told = max(0.8 * t.main + 0.15 * min(3, t.names) for t in group)
    noun = all(t.mention.rule.endswith("noun") for t in group)
    return 1.2 * (len({t.page for t in group}) - 1) + 0.8 / (1 + first / 4) + shared + 0.4 * named + told - 1.2 * noun


def _event(event_id: str, group: Sequence[Telling]) -> Event:
    lead = max(group, key=lambda t: (len(t.actors) + len(t.recipients) + bool(t.mention.when), -t.page, -t.sentence))
    facts = [t.mention.factuality for t in group]
    return Event(
        id=event_id,
        type=lead.mention.type,
        mode=_first(t.mention.mode for t in (lead, *group)),
        contexts=tuple(dict.fromkeys(c for t in group for c in t.mention.contexts)),
        actors=tuple(sorted(_most(t.actors for t in group), key=_number)),
        recipients=tuple(sorted(_most(t.recipients for t in group) - _most(t.actors for t in group), key=_number)),
        when=_first(t.mention.when for t in (lead, *group)),
        place=_first(t.mention.place for t in (lead, *group)),
        factuality=max(
            ("happened", "planned", "called-for", "reported"), key=lambda f: (f == lead.mention.factuality, facts.count(f))
        ),
        citations=_citations(group),
    )


def _citations(group: Sequence[Telling]) -> tuple[Citation, ...]:
    cited: list[Citation] = []
    spent: Counter[str] = Counter()
    for t in group:
        citation = cite(t.document, t.mention.span)
        if spent[citation.source] < CITED and not any(c.meets(citation) for c in cited):
            spent[citation.source] += 1
            cited.append(citation)
    return tuple(cited)


def _most(names: Iterable[frozenset[str]]) -> frozenset[str]:
    """Those that at least half of the tellings that name anybody name."""
    some = [n for n in names if n]
    counts = Counter(x for n in some for x in n)
    return frozenset(x for x, n in counts.items() if 2 * n >= len(some))


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _number(actor: str) -> tuple[int, str]:
    return len(actor), actor

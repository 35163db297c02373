"""The main job: from sources to briefs. Read, mark, match, record, write."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley import __version__
from parley.align.actors import match_actors
from parley.align.claims import match_claims
from parley.align.divergences import find_divergences
from parley.align.events import match_events
from parley.align.figures import match_figures
from parley.align.measures import match_measures
from parley.align.origins import match_origins
from parley.align.positions import match_positions
from parley.align.quotations import match_quotations
from parley.align.reuse import find_reuse
from parley.align.schedule import match_schedule
from parley.align.stories import group_stories
from parley.brief.account import write_account
from parley.brief.verify import verified
from parley.engine.marking import mark_page, with_tokens
from parley.engine.tools import Tools
from parley.errors import ReadError
from parley.ledger import name_sources, source_of
from parley.model.brief import Brief, MadeBy, Story, Window
from parley.model.chains import origin_of
from parley.model.ledger import Ledger
from parley.model.marks import Page
from parley.model.records import Citation, Failure, Figure, Happening, Measure, Position
from parley.model.text import Document, Snapshot
from parley.text.document import make_document
from parley.text.infer import infer_dates
from parley.text.plain import stems

Progress = Callable[[str], None]


def _silent(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The briefs that were made, the largest story first, and what could not be read."""

    briefs: tuple[Brief, ...]
    failures: tuple[Failure, ...]
    left_out: tuple[Document, ...]


def make_briefs(
    snapshots: Sequence[Snapshot],
    tools: Tools,
    *,
    failures: tuple[Failure, ...] = (),
    every: bool = False,
    tell: Progress = _silent,
) -> Outcome:
    """Briefs of the stories that the snapshots tell.

    Args:
        snapshots: in the order of input, which only numbers the sources.
        failures: of reading; they are told in each brief.
        every: a brief of each story instead of the largest alone.
        tell: is called with the name of each step as it begins.
    """
    documents, unread = read_documents(snapshots, tools)
    if not documents:
        return Outcome(briefs=(), failures=(*failures, *unread), left_out=())
    tell("telling stories apart")
    stories = group_stories(documents, tools.encode, given=not every)
    chosen = stories if every else stories[:1]
    kept = {d for story in chosen for d in story}
    left_out = tuple(d for d in documents if d.id not in kept)
    told = (*failures, *unread, *map(_other_story, left_out))
    order = [s.uri for s in snapshots]
    briefs = tuple(
        _brief_of(tuple(d for d in documents if d.id in story), order, told, tools, tell) for story in map(set, chosen)
    )
    return Outcome(briefs=briefs, failures=(*failures, *unread), left_out=left_out)


def read_documents(snapshots: Sequence[Snapshot], tools: Tools) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """Documents in canonical order (date, then bytes, then address), numbered D0, D1 ..., and what holds no article."""
    documents, failures = [], []
    for snapshot in snapshots:
        try:
            documents.append(make_document(snapshot, "", tools.lexicon))
        except ReadError as error:
            failures.append(_unread(snapshot, error))
    ordered = sorted(infer_dates(tuple(documents)), key=lambda d: (d.published or "9", d.snapshot.sha256, d.snapshot.uri))
    return tuple(replace(d, id=f"D{k}") for k, d in enumerate(ordered)), tuple(failures)


def _brief_of(
    documents: tuple[Document, ...], order: list[str], told: tuple[Failure, ...], tools: Tools, tell: Progress
) -> Brief:
    tell(f"marking {len(documents)} pages")
    marked = [mark_page(with_tokens(d, tools), tools) for d in documents]
    failures = (*told, *(f for _, some in marked for f in some))
    tell("matching across outlets")
    ledger = match_pages(tuple(page for page, _ in marked), tools)
    tell("writing the account")
    summary = verified(write_account(ledger, tools.lexicon), ledger)
    return write_brief(replace(ledger, summary=summary), order, failures, tools)


def match_pages(pages: tuple[Page, ...], tools: Tools) -> Ledger:
    """The record of one story: everything that its pages say, matched across them."""
    lexicon, encode = tools.lexicon, tools.encode
    cast = match_actors(pages, lexicon)
    reuse = find_reuse(pages)
    origins = match_origins(pages, reuse, lexicon)
    quotations, groups = match_quotations(pages, cast, encode)
    figures, schedule = match_figures(pages, cast, lexicon), match_schedule(pages, cast, lexicon)
    measures, positions = match_measures(pages, cast, lexicon), match_positions(pages, cast, lexicon)
    records = _citations(measures, positions, figures, schedule)
    claims = match_claims(pages, cast, origins, quotations, groups, reuse, records, encode, tools.infer, lexicon)
    ledger = Ledger(
        documents=tuple(p.document for p in pages),
        origins=origins,
        reuse=reuse,
        actors=cast.actors,
        quotations=quotations,
        quotation_groups=groups,
        measures=measures,
        positions=positions,
        schedule=schedule,
        figures=figures,
        claims=claims,
        divergences=(),
        events=match_events(pages, cast, lexicon),
    )
    return replace(ledger, divergences=find_divergences(pages, ledger, lexicon))


def _citations(
    measures: tuple[Measure, ...], positions: tuple[Position, ...], figures: tuple[Figure, ...], schedule: tuple[Happening, ...]
) -> dict[str, tuple[Citation, ...]]:
    """What each record cites, by its id: claims that the same record cites are likelier one claim."""
    cited = {m.id: m.citations for m in measures} | {p.id: p.citations for p in positions}
    read = {f.id: tuple(r.citation for r in f.readings) for f in figures}
    return cited | read | {h.id: tuple(r.citation for r in h.readings) for h in schedule}


def write_brief(ledger: Ledger, order: list[str], failures: tuple[Failure, ...], tools: Tools) -> Brief:
    """The brief of a finished ledger, its sources numbered in the order of input."""
    documents = sorted(ledger.documents, key=lambda d: (order.index(d.snapshot.uri), d.id))
    names = {d.id: f"S{k}" for k, d in enumerate(documents)}
    days = sorted(d.published for d in documents if d.published)
    told = tuple(replace(f, id=f"N{k}", source=names.get(f.source or "")) for k, f in enumerate(failures))
    return Brief(
        parley="brief/1",
        story=Story(title=title_of(ledger), window=window_of(ledger), as_of=days[-1] if days else None, language="en"),
        sources=tuple(source_of(d, names[d.id], origin_of(ledger.origins, d.id)) for d in documents),
        origins=name_sources(ledger.origins, names),
        reuse=name_sources(ledger.reuse, names),
        actors=name_sources(ledger.actors, names),
        quotations=name_sources(ledger.quotations, names),
        quotation_groups=name_sources(ledger.quotation_groups, names),
        measures=name_sources(ledger.measures, names),
        positions=name_sources(ledger.positions, names),
        schedule=name_sources(ledger.schedule, names),
        figures=name_sources(ledger.figures, names),
        claims=name_sources(ledger.claims, names),
        divergences=name_sources(ledger.divergences, names),
        events=name_sources(ledger.events, names),
        summary=name_sources(ledger.summary, names),
        changes=(),
        failures=told,
        made_by=MadeBy(version=__version__, lexicon=tools.lexicon.hash, models=tools.models, settings={}),
    )


def title_of(ledger: Ledger) -> str:
    """A title of the story: the headline that the other articles bear out most, the earliest where several do.

    Counted are its longer words that stand in the text of the others: what one side alone says is no title for all.
    """
    titles = [(d.id, " ".join(d.title.split())) for d in ledger.documents if d.title]
    if not titles:
        return "Untitled story"
    texts = {d.id: stems(" ".join(s.of(d.text) for s in d.body())) for d in ledger.documents}
    borne = [_borne_out(title, [text for d, text in texts.items() if d != own]) for own, title in titles]
    return titles[borne.index(max(borne))][1].rstrip(" .")


def _borne_out(title: str, others: Sequence[frozenset[str]]) -> float:
    words = stems(title)
    return sum(w in text for w in words for text in others) / (len(words) * len(others) or 1)


def window_of(ledger: Ledger) -> Window:
    """First and last day of what the story reports as news: publications, and past happenings at most NEWS_DAYS before them."""
    published = sorted(date.fromisoformat(d.published[:10]) for d in ledger.documents if d.published)
    if not published:
        return Window(start=None, end=None)
    told = (h.when for h in ledger.schedule if h.tense == "past" and h.when and re.fullmatch(r"\d{4}-\d\d-\d\d", h.when))
    days = [d for d in map(date.fromisoformat, told) if published[0] - timedelta(NEWS_DAYS) <= d <= published[-1]]
    happened = days or published
    return Window(start=min(happened).isoformat(), end=max(happened).isoformat())


NEWS_DAYS = 3  # what is older is background


def _unread(snapshot: Snapshot, error: ReadError) -> Failure:
    return Failure(id="", source=None, uri=snapshot.uri, step="read", error=type(error).__name__, detail=str(error))


def _other_story(document: Document) -> Failure:
    detail = f"tells another story: {document.title or 'untitled'}; --all-stories writes a brief of each"
    return Failure(id="", source=None, uri=document.snapshot.uri, step="choose story", error="OtherStory", detail=detail)

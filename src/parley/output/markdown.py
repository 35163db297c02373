"""The brief as Markdown, in the order of the page, with its citations as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.model.brief import Brief
from parley.output.view.claims import ClaimRow
from parley.output.view.header import failure_words
from parley.output.view.index import Evidence, Name, SourceLabel
from parley.output.view.measures import Condition, Tabled
from parley.output.view.page import Page, page_of
from parley.output.view.speakers import Utterance
from parley.output.view.words import count, listed

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown (CommonMark with footnotes and tables)."""
    page, notes = page_of(brief), _Notes()
    parts: dict[str, Iterable[str]] = {
        "changes": _changes(page),
        "account": _account(page, notes),
        "measures": _measures(page, notes),
        "positions": _positions(page, notes),
        "schedule": _schedule(page, notes),
        "claims": _claims(page, notes),
        "divergences": _divergences(page, notes),
        "speakers": _speakers(page, notes),
        "figures": _figures(page, notes),
        "wording": _wording(page, notes),
        "sources": _sources(page, notes),
        "method": _method(page),
    }
    lines = [*_header(page)]
    for section in page.sections:
        lines += ["", f"## {section.title}", "", *(list(parts[section.id]) or ["*None found.*"])]
    return "\n".join([*lines, "", *notes.lines()]).rstrip() + "\n"


@dataclass
class _Notes:
    """Numbers the passages in the order of their first use."""

    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)

    def refs(self, passages: Iterable[Evidence]) -> str:
        """Footnote marks of passages, to stand behind what rests on them."""
        marks = []
        for e in passages:
            key = (e.source.id, e.start, e.end)
            if key not in self.numbers:
                self.numbers[key] = len(self.numbers) + 1
                where = f"{_outlet(e.source)}, {e.source.id}, {e.start}–{e.end}"
                self.found.append(f"[^{self.numbers[key]}]: {where}: “{_plain(e.exact)}”")
            marks.append(f"[^{self.numbers[key]}]")
        return "".join(dict.fromkeys(marks))

    def lines(self) -> Iterator[str]:
        if self.found:
            yield "---"
            yield ""
        yield from self.found


def _plain(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}", line)


def _outlet(source: SourceLabel) -> str:
    return _plain(source.name)


def _outlets(sources: Iterable[SourceLabel]) -> str:
    return ", ".join(map(_outlet, sources)) or "no outlet"


def _names(names: Iterable[Name], missing: str = "not stated") -> str:
    return ", ".join(_plain(n.text) for n in names) or missing


def _header(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.header.title)}"
    yield ""
    for fact in page.header.facts:
        yield f"- {fact.term}: {_plain(fact.value)}{f' ({fact.note})' if fact.note else ''}"
    for failure in page.header.failures:
        yield f"  - {_plain(failure_words(failure))}"


def _changes(page: Page) -> Iterator[str]:
    for c in page.changes:
        steps = [f"was: {_plain(c.was)}" if c.was else "", f"now: {_plain(c.now)}" if c.now else ""]
        yield f"- {c.kind}: {_plain(c.item)}; {'; '.join(s for s in steps if s)}".rstrip("; ")


def _account(page: Page, notes: _Notes) -> Iterator[str]:
    for k, s in enumerate(page.account, start=1):
        extra = "; ".join(w for w in (s.chip, s.kind_words) if w)
        yield f"{k}. {_plain(s.text)}{notes.refs(s.evidence)}{f' ({extra})' if extra else ''}"


def _measures(page: Page, notes: _Notes) -> Iterator[str]:
    for group in page.measures:
        yield from (f"### {_plain(group.name)}", "")
        for m in group.measures:
            yield from _measure(m, notes)
        yield ""


def _measure(m: Tabled, notes: _Notes) -> Iterator[str]:
    path = " → ".join(f"**{s.name}**" if s.current else s.name for s in m.stages if s.reached)
    told = f", as told by {_names(m.via)}" if m.via else ""
    yield f"- {_plain(m.label)} ({m.id}): **{m.status}**{notes.refs(m.evidence)}"
    yield f"  - by {_names(m.proposers)}{told}; of {_names(m.addressees)}; {_plain(m.place)}{f'; {m.when}' if m.when else ''}"
    if path and path != f"**{m.status}**":
        yield f"  - path: {path}{f' → **{m.off}**' if m.off else ''}"
    yield from _conditions(m.conditions, notes)
    for h in m.history:
        yield f"  - {_outlet(h.source)}: {h.status}{f', word of {_names(h.by)}' if h.by else ''}{notes.refs(h.evidence)}"


def _conditions(found: Iterable[Condition], notes: _Notes) -> Iterator[str]:
    for c in found:
        yield f"  - condition{f' ({c.kind})' if c.kind else ''}: {_plain(c.text)}{notes.refs(c.evidence)}"


def _positions(page: Page, notes: _Notes) -> Iterator[str]:
    for party in page.positions.parties:
        yield f"- {_plain(party.name.text)}"
        for s in party.stands:
            told = f", as told by {_names((s.via,))}" if s.via else ""
            of = f" ({_plain(s.object)})" if s.object else ""
            yield f"  - {s.issue}{of}: **{s.value}**; {s.voice}{told}{notes.refs(s.evidence)}"
            yield from ("  " + line for line in _conditions(s.conditions, notes))
        silent = [c.issue for c in party.cells if not c.stands]
        if silent:
            yield f"  - not stated: {', '.join(silent)}"


def _schedule(page: Page, notes: _Notes) -> Iterator[str]:
    for edition in page.schedule.published:
        yield f"- published {edition.when}: {_outlets(edition.sources)}"
    for h in page.schedule.happenings:
        place = f", {_plain(h.place)}" if h.place else ""
        tense = "to come" if h.tense == "future" else "past"
        yield f"- **{h.when}** ({tense}): {_plain(h.label)}{place}; {h.agreement_words}{notes.refs(h.evidence)}"
        if len(h.readings) > 1:
            yield from (f"  - {r.when}: {_outlets(r.sources)}" for r in h.readings)


def _claims(page: Page, notes: _Notes) -> Iterator[str]:
    if not page.claims.rows:
        return
    columns = page.claims.columns
    heads = [f"{_outlet(c.source)} ({c.source.letter or 'origin unknown'})" for c in columns]
    yield "Letters are origins: outlets under one letter print one reporting chain."
    yield ""
    yield f"| Claim | {' | '.join(heads)} | Backed by | Whose word |"
    yield "|---" * (len(columns) + 3) + "|"
    for row in page.claims.rows:
        cells = [f"{c.word}{f' ({_plain(c.note)})' if c.note else ''}{notes.refs(c.evidence)}" for c in row.cells]
        yield f"| {_plain(row.text)} | {' | '.join(cells)} | {row.chip}; {row.standing_words} | {_whose(row)} |"


def _whose(row: ClaimRow) -> str:
    return listed([*(_plain(n.text) for n in row.voices), *(["the outlets’ own"] if row.outlet_word else [])]) or "not stated"


def _divergences(page: Page, notes: _Notes) -> Iterator[str]:
    for d in page.divergences:
        yield f"- **{d.kind_words}**: {_plain(d.topic)} ({d.severity} weight, {d.id})"
        for side in d.sides:
            yield f"  - {_outlets(side.sources)}: {_plain(side.text)}{notes.refs((*side.shown, *side.more))}"
        if d.explanation:
            yield f"  - {_plain(d.explanation)}"


def _speakers(page: Page, notes: _Notes) -> Iterator[str]:
    for s in page.speakers:
        who = _names(s.names, _plain(s.written) or "Speaker not named")
        yield from (f"### {who}{f' ({_plain(s.known_as)})' if s.known_as else ''}", "")
        for u in (*s.quoted, *s.told):
            yield from _utterance(u, notes)
        yield ""


def _utterance(u: Utterance, notes: _Notes) -> Iterator[str]:
    for k, v in enumerate(u.variants):
        words = f"“{_plain(v.text)}”" if v.quoted else _plain(v.text)
        told = f", relayed by {_names(v.via)}" if v.via else ""
        yield f"{'  ' if k else ''}- {words} ({_outlets(v.sources)}; {v.form}{told}){notes.refs(v.evidence)}"


def _figures(page: Page, notes: _Notes) -> Iterator[str]:
    for f in page.figures:
        yield f"- **{_plain(f.words)}** {_plain(f.counted)}; {f.agreement_words}"
        for r in f.readings:
            hedge = f" ({_plain(r.hedge)})" if r.hedge else ""
            by = _names(r.said_by, "nobody named")
            yield f"  - {_plain(r.words)}{hedge}: {_outlet(r.source)}, {r.source.date}; counted by {by}{notes.refs(r.evidence)}"


def _wording(page: Page, notes: _Notes) -> Iterator[str]:
    for g in page.wording.groups:
        yield f"- {_plain(g.name.text)}"
        for c in g.outlets:
            yield f"  - {_outlet(c.source)}: {', '.join(map(_plain, c.words))}{notes.refs(c.evidence)}"
    for d in page.wording.partings:
        yield f"- {_plain(d.topic)}: see {d.id} above"


def _sources(page: Page, notes: _Notes) -> Iterator[str]:
    for o in page.origins:
        why = "; ".join(f"{b.kind}{notes.refs(b.evidence)}" for b in o.basis) or "no basis stated"
        yield f"- Origin {o.letter}: {_plain(o.label)} ({_outlets(o.sources)}): {why}"
    for s in page.sources:
        yield f"- {s.label.id}: {_outlet(s.label)}, {_plain(s.title)}"
        yield f"  - published {s.label.date} ({s.date_basis}); by {_plain(s.byline)}; agencies credited: {_plain(s.agencies)}"
        yield f"  - {s.label.origin_words}; read from {_plain(s.uri)}, {s.chars} characters, SHA-256 {s.sha256}"
        yield from (f"  - mind: {_plain(w)}" for w in s.warnings)
        aside = dict.fromkeys(a.role for a in s.asides)
        if aside:
            yield f"  - set aside as not the running text: {count(len(s.asides), 'part')} ({', '.join(aside)})"


def _method(page: Page) -> Iterator[str]:
    made = page.made_by
    yield "A citation “S1, 638–750” is characters 638 up to, and without, 750 of the decoded text of source S1, counted from 0:"
    yield '`open(FILE, encoding="utf-8", newline="").read()[638:750]`. `parley check brief.json` checks every one.'
    yield ""
    settings = ", ".join(f"{k}: {v}" for k, v in sorted(made.settings.items())) or "all as shipped"
    models = ", ".join(made.models) or "none"
    yield f"Made by parley {made.version}; lexicon {made.lexicon}; models: {models}; settings: {settings}."

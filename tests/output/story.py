"""An invented story with every kind of record: a truce over the harbour of Vellis."""

from dataclasses import fields, replace

from parley.model.brief import Aside, Brief, Change, MadeBy, Source, Story, Window
from parley.model.records import (
    Actor,
    Alias,
    Bound,
    Cell,
    Citation,
    Claim,
    DateReading,
    Difference,
    Divergence,
    Event,
    Failure,
    Figure,
    FigureReading,
    Happening,
    Link,
    Measure,
    Origin,
    OriginBasis,
    Position,
    QuotationGroup,
    Quoted,
    Reuse,
    Side,
    StatusNote,
    SummarySentence,
)

LISTS = tuple(f.name for f in fields(Brief) if f.name not in {"parley", "story", "made_by"})

TEXTS = {
    "S0": (
        "Harbour truce within reach, says Orban\n\nVELLIS — The mediator Ilse Orban said on Tuesday that a truce "
        "in the harbour was within reach.\n\n“We can have a truce in the harbour by Friday,” she said.\n\n"
        "Some 40 boats are held, the port council says. The fishermen’s league refused.\n\nSource: Meridian\n"
    ),
    "S1": (
        "Truce near\n\nThe mediator Ilse Orban said on Tuesday that a truce in the harbour was within reach.\n\n"
        "“We can have a truce near the harbour by Friday,” Orban said.\n\nThe militants of the league hold 60 boats.\n"
    ),
    "S2": (
        "<!doctype html><html><head><title>Sea</title><style>p{color:red}</style></head><body><nav>Home</nav>"
        "<p>Orban spoke of a <b>pause &amp; a pact</b> on Monday.</p><script>steal()</script></body></html>"
    ),
}


def at(source, words, exact=None):
    """The citation of the first place where a source has these words."""
    start = TEXTS[source].index(words)
    return Citation(source=source, start=start, end=start + len(words), exact=exact or words)


def _source(key, outlet, body, **more):
    text = TEXTS[key]
    start = text.index(body)
    asides = (Aside(role="title", start=0, end=10),) if key != "S2" else ()
    given = {
        "uri": f"{outlet or 'sea'}.txt",
        "title": f"Title of {key}",
        "byline": None,
        "agencies": (),
        "published": "2031-03-04",
        "published_basis": "declared",
        "language": "en",
        "origin": "O0",
        "warnings": (),
        **more,
    }
    end = text.index("</p>") if key == "S2" else len(text)
    return Source(
        id=key, outlet=outlet, sha256=key * 32, chars=len(text), body=((start, end),), asides=asides, text=text, **given
    )


TRUCE0 = at("S0", "a truce in the harbour was within reach")
TRUCE1 = at("S1", "a truce in the harbour was within reach")
PAUSE = at("S2", "a <b>pause &amp; a pact", "a pause & a pact")
QUOTE0 = at("S0", "We can have a truce in the harbour by Friday")
QUOTE1 = at("S1", "We can have a truce near the harbour by Friday")
BOATS0, BOATS1 = at("S0", "Some 40 boats"), at("S1", "60 boats")
REFUSED = at("S0", "The fishermen’s league refused")
MILITANTS = at("S1", "The militants of the league")


def _actor(key, name, kind, *aliases, roles=()):
    return Actor(id=key, name=name, kind=kind, roles=roles, affiliation=None, aliases=aliases)


def _quoted(key, form, citation, group=None, via=None, speaker="A0"):
    return Quoted(
        id=key,
        form=form,
        speaker=speaker,
        speakers=(speaker,) if speaker else (),
        speaker_text="she",
        via=via,
        cue="said",
        citation=citation,
        group=group,
        mark="",
    )


def full_brief():
    """A brief that has every kind of record."""
    return Brief(
        parley="brief/1",
        story=Story(
            title="Harbour truce", window=Window(start="2031-03-03", end="2031-03-04"), as_of="2031-03-04", language="en"
        ),
        sources=(
            _source("S0", "Vellis Gazette", "The mediator", agencies=("Meridian",), warnings=("dateline without a date",)),
            _source("S1", "Coast Daily", "The mediator", uri="https://coast.example/truce?a=1&b=2"),
            _source("S2", None, "Orban spoke", origin=None, published=None, published_basis=None, uri="sea.html"),
        ),
        origins=(
            Origin(
                id="O0",
                label="Meridian report",
                sources=("S0", "S1"),
                basis=(
                    OriginBasis(kind="agency-credit", citations=(at("S0", "Source: Meridian"),), score=1.0),
                    OriginBasis(kind="copied-text", citations=(TRUCE0, TRUCE1), score=0.9),
                ),
            ),
        ),
        reuse=(Reuse(id="R0", kind="identical", a=TRUCE0, b=TRUCE1, similarity=1.0),),
        actors=(
            _actor("A0", "Ilse Orban", "person", Alias(text="Orban", source="S1", count=2), roles=("mediator",)),
            _actor(
                "A1",
                "fishermen’s league",
                "group",
                Alias(text="fishermen’s league", source="S0", count=1, citation=REFUSED),
                Alias(text="militants", source="S1", count=1, citation=MILITANTS),
            ),
            _actor("A2", "مجلس الميناء", "organisation", roles=("port council",)),
        ),
        quotations=(
            _quoted("Q0", "direct", QUOTE0, "G0"),
            _quoted("Q1", "direct", QUOTE1, "G0"),
            _quoted("Q2", "indirect", PAUSE, via="A2"),
            _quoted("Q3", "partial", BOATS0, speaker=None),
        ),
        quotation_groups=(
            QuotationGroup(id="G0", members=("Q0", "Q1"), differences=(Difference(kind="wording", a=QUOTE0, b=QUOTE1),)),
        ),
        measures=(
            Measure(
                id="M0",
                type="ceasefire",
                subtype="local",
                status="under_discussion",
                label="Truce in the harbour",
                place="Vellis",
                proposers=("A0",),
                addressees=("A1",),
                via=(),
                conditions=(Bound(text="by Friday", citation=QUOTE0, kind="time_limit"),),
                when="../2031-03-07",
                citations=(TRUCE0, TRUCE1),
                history=(StatusNote(status="called_for", source="S0", date="2031-03-04", by=("A0",), citation=QUOTE0),),
            ),
            Measure(
                id="M1",
                type="ceasefire",
                subtype=None,
                status="refused",
                label="Release of the boats",
                place=None,
                proposers=(),
                addressees=(),
                via=("A2",),
                conditions=(),
                when=None,
                citations=(REFUSED,),
                history=(),
            ),
        ),
        positions=(
            _position("P0", "A0", "ceasefire", "supports", (QUOTE0, QUOTE1)),
            _position("P1", "A1", "talks", "refuses", (REFUSED,)),
        ),
        schedule=(
            Happening(
                id="T0",
                label="Orban speaks to the press",
                when="2031-03-04",
                tense="past",
                place="Vellis",
                actors=("A0",),
                readings=(
                    DateReading(text="on Tuesday", when="2031-03-04", citation=at("S0", "said on Tuesday")),
                    DateReading(text="on Monday", when="2031-03-03", citation=at("S2", "on Monday")),
                ),
                agreement="differ",
            ),
            Happening(
                id="T1",
                label="the truce begins",
                when=None,
                tense="future",
                place=None,
                actors=(),
                readings=(DateReading(text="a paraphrase", when=None, citation=QUOTE0),),
                agreement="single",
            ),
        ),
        figures=(
            Figure(
                id="F0",
                counted="boats held",
                unit="boats",
                low=40,
                high=60,
                hedge=None,
                readings=(
                    FigureReading(value=40, low=None, high=None, hedge="some", citation=BOATS0, said_by="A2"),
                    FigureReading(value=60, low=None, high=None, hedge=None, citation=BOATS1, said_by=None),
                ),
                agreement="differ",
            ),
        ),
        claims=(
            Claim(
                id="C0",
                text="Orban said a truce in the harbour was within reach.",
                cells={
                    "S0": Cell(relation="asserts", citations=(TRUCE0,)),
                    "S1": Cell(relation="asserts", citations=(TRUCE1,)),
                    "S2": Cell(relation="differs", citations=(PAUSE,), note="a pause and a pact"),
                },
                outlets=3,
                origins=2,
                voices=("A0", "outlet"),
                standing="differs",
                links=(Link(left=TRUCE0, right=TRUCE1, relation="same-claim", score=1.0, reason="the same nine words"),),
            ),
        ),
        divergences=(
            _parting("D0", "wording", "low", "The league", (("S0", REFUSED), ("S1", MILITANTS))),
            _parting("D1", "contradiction", "high", "How many boats are held", (("S0", BOATS0), ("S1", BOATS1))),
        ),
        events=(
            Event(
                id="E0",
                type="REJECT",
                mode="yield",
                contexts=("military",),
                actors=("A1",),
                recipients=("A0",),
                when="2031-03-04",
                place=None,
                factuality="happened",
                citations=(REFUSED,),
            ),
        ),
        summary=(
            _told(
                "Y0", "The mediator Ilse Orban said on Tuesday that a truce in the harbour was within reach.", TRUCE0, TRUCE1
            ),
            _told("Y1", "The fishermen’s league refused.", REFUSED, kind="attributed"),
            SummarySentence(id="Y2", text="No article says when it begins.", kind="gap", citations=(), outlets=0, origins=0),
        ),
        changes=(),
        failures=(
            Failure(id="N0", source=None, uri="torn.txt", step="read", error="EmptyPage", detail="holds no text; give another"),
        ),
        made_by=MadeBy(version="9.9", lexicon="cd" * 32, models=("encoder",), settings={"every": "no"}),
    )


def _position(key, actor, issue, value, citations):
    return Position(
        id=key,
        actor=actor,
        issue=issue,
        object="the harbour",
        value=value,
        strength=1,
        voice="own-quote",
        via=None,
        conditions=(),
        citations=citations,
    )


def _parting(key, kind, severity, topic, sides):
    shown = tuple(Side(sources=(s,), text=f"as {s} has it", citations=(c,)) for s, c in sides)
    return Divergence(id=key, kind=kind, topic=topic, severity=severity, sides=shown, explanation="They part.")


def _told(key, text, *citations, kind="reported"):
    return SummarySentence(id=key, text=text, kind=kind, citations=citations, outlets=len(citations), origins=1)


def changed_brief():
    """The same after an earlier run."""
    changes = (Change(id="X0", kind="revised", item="F0", was="40", now="40 to 60"),)
    return replace(full_brief(), changes=changes)


def empty_brief():
    """A brief of nothing: no article could be read."""
    empty = dict.fromkeys(LISTS, ())
    return replace(full_brief(), story=Story(title="", window=Window(start=None, end=None), as_of=None, language=None), **empty)

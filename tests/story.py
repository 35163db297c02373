"""A small finished story for tests of what comes after matching."""

from parley.model.brief import Aside, Brief, MadeBy, Source, Story, Window
from parley.model.records import Actor, Alias, Cell, Citation, Claim, Origin, OriginBasis, SummarySentence

TEXT = "Envoy seeks truce\n\nLUMBA - The envoy Rita Sol called on Monday for a truce of ten days. No side has agreed."
START, END = TEXT.index("The envoy"), TEXT.index(" No side")
FIRST = Citation(source="S0", start=START, end=END, exact=TEXT[START:END])


def small_brief() -> Brief:
    """One source, one claim, one sentence: valid by the contract."""
    claim = Claim(
        id="C0",
        text="The envoy Rita Sol called for a truce of ten days.",
        cells={"S0": Cell(relation="asserts", citations=(FIRST,))},
        outlets=1,
        origins=1,
        voices=("outlet",),
        standing="single-origin",
        weight=1.5,
        readable=True,
    )
    return Brief(
        parley="brief/1",
        story=Story(
            title="Envoy seeks truce", window=Window(start="2031-05-05", end="2031-05-05"), as_of="2031-05-05", language="en"
        ),
        sources=(
            Source(
                id="S0",
                uri="lumba.txt",
                outlet="Lumba Post",
                title="Envoy seeks truce",
                byline=None,
                agencies=(),
                published="2031-05-05",
                published_basis="inferred",
                language="en",
                sha256="ab" * 32,
                chars=len(TEXT),
                body=((START, len(TEXT)),),
                origin="O0",
                warnings=(),
                asides=(Aside(role="title", start=0, end=17),),
                text=TEXT,
            ),
        ),
        origins=(
            Origin(
                id="O0",
                label="Lumba Post",
                sources=("S0",),
                basis=(OriginBasis(kind="own-reporting", citations=(FIRST,), score=0.5),),
            ),
        ),
        reuse=(),
        actors=(
            Actor(
                id="A0",
                name="Rita Sol",
                kind="person",
                roles=("envoy",),
                affiliation=None,
                aliases=(Alias(text="Rita Sol", source="S0", count=1),),
                entities=("D0.e0",),
            ),
        ),
        quotations=(),
        quotation_groups=(),
        measures=(),
        positions=(),
        schedule=(),
        figures=(),
        claims=(claim,),
        divergences=(),
        events=(),
        summary=(
            SummarySentence(
                id="Y0",
                text="The envoy Rita Sol called on Monday for a truce of ten days.",
                kind="reported",
                citations=(FIRST,),
                outlets=1,
                origins=1,
            ),
        ),
        changes=(),
        failures=(),
        made_by=MadeBy(version="0", lexicon="cd" * 32, models=("parser",), settings={}),
    )
